// What leaves the Measure place: report, JSON, text, DICOM objects, saved work,
// pictures.
#include "exchange/node_report.h"
#include "ui/measure/answer_panel.h"
#include "ui/measure/file_writer.h"
#include "ui/measure/measure_files.h"
#include "ui/measure/measure_screen.h"
#include "ui/text/error_text.h"
#include "ui/text/measure_text.h"
#include "ui/viewer/drawn_json.h"
#include "ui/viewer/paint_furniture.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_picture.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/dialog_service.h"
#include "ui/widgets/toast.h"
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <utility>

namespace nodewise::measure_screen {

namespace {

const QString kWorkFilter = QStringLiteral("Nodewise (*.nwwork)");
constexpr double kReportFieldMm = 60;
constexpr QSize kReportPicture{400, 400};

std::filesystem::path pathOf(const QString& text) {
    return std::filesystem::path(text.toStdU16String());
}

}  // namespace

void MeasureScreen::fillReportMenu() {
    QMenu* menu = m_panel->reportMenu();
    const auto add = [&](const QString& name, const QString& words, auto slot) {
        QAction* action = menu->addAction(words);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, slot);
    };
    add(QStringLiteral("savePdfAction"), tr("Report as PDF"), &MeasureScreen::savePdf);
    add(QStringLiteral("copyTextAction"), tr("Copy the report as text"), &MeasureScreen::copyText);
    add(QStringLiteral("saveJsonAction"), tr("Numbers as JSON"), &MeasureScreen::saveJson);
    add(QStringLiteral("saveDicomAction"), tr("DICOM: SEG, RTSTRUCT and report"),
        &MeasureScreen::saveDicom);
    menu->addSeparator();
    add(QStringLiteral("saveWorkAction"), tr("Save the work"), &MeasureScreen::saveWork);
    add(QStringLiteral("openWorkAction"), tr("Take up saved work"), &MeasureScreen::openWork);
}

std::vector<ReportPicture> MeasureScreen::reportPictures() const {
    std::vector<ReportPicture> pictures;
    if (!m_model.isOpen())
        return pictures;
    for (const auto& node : m_model.nodes()) {
        if (node.slices == 0)
            continue;
        PointLps place = node.centre;
        if (node.work.measured && node.work.measured->size && node.work.measured->size->longAxis)
            place = node.work.measured->size->longAxis->from +
                    (node.work.measured->size->longAxis->to -
                     node.work.measured->size->longAxis->from) *
                        0.5;
        for (const auto plane : {viewer::ViewPlane::Axial, viewer::ViewPlane::Coronal}) {
            viewer::SliceScene scene = viewer::sceneOf(m_viewer, plane, kReportPicture, 2);
            const VectorLps from = place - m_viewer.volume()->geometry().centre();
            scene.cursor = place;
            scene.large = true;
            scene.crosshair = false;
            scene.view.fieldMm = kReportFieldMm;
            scene.view.panRightMm = dot(from, scene.view.directions.right);
            scene.view.panDownMm = dot(from, scene.view.directions.down);
            QString name = QString::fromStdString(node.work.name);
            name.replace(0, 1, name.left(1).toUpper());
            pictures.push_back({std::move(scene),
                                //: %1 is the name of a node, %2 of a plane.
                                tr("%1, %2").arg(name, viewer::planeName(plane).toLower())});
        }
    }
    for (const auto& key : m_viewer.keyImages()) {
        viewer::SliceScene scene = viewer::sceneOf(m_viewer, key.plane, kReportPicture, 2);
        scene.cursor = key.place;
        scene.window = key.window;
        scene.slab = key.slab;
        scene.large = true;
        scene.crosshair = false;
        pictures.push_back({std::move(scene), tr("Key image %1").arg(key.id)});
    }
    return pictures;
}

void MeasureScreen::finish(const Result<void>& written, const QString& file) {
    if (!written && written.error().code == ErrorCode::Cancelled)
        return m_toast->showMessage(tr("Not written."));
    if (!written)
        return tell(written.error());
    //: %1 is the name of a file or folder.
    m_toast->showMessage(tr("Saved as %1").arg(QFileInfo(file).fileName()));
}

void MeasureScreen::write(const QString& what, std::function<Result<void>(JobControl&)> work,
                          const QString& file) {
    m_writer->run<void>(what, std::move(work),
                        [this, file](const Result<void>& written) { finish(written, file); });
}

void MeasureScreen::savePdf() {
    const auto file = m_dialogs.saveFile(this, tr("Report as PDF"), QStringLiteral("nodes.pdf"),
                                         QStringLiteral("PDF (*.pdf)"));
    if (file)
        write(
            tr("Writing the report"),
            [work = m_model.work(), pictures = reportPictures(), name = *file](JobControl& job) {
                return writePdf(work, pictures, name, job);
            },
            *file);
}

void MeasureScreen::saveJson() {
    const auto file = m_dialogs.saveFile(this, tr("Numbers as JSON"), QStringLiteral("nodes.json"),
                                         QStringLiteral("JSON (*.json)"));
    if (file)
        finish(writeJson(m_model.work(), *file), *file);
}

void MeasureScreen::copyText() {
    QGuiApplication::clipboard()->setText(text::reportText(m_model.work()));
    m_toast->showMessage(tr("The report is on the clipboard."));
}

void MeasureScreen::saveDicom() {
    const auto folder = m_dialogs.openFolder(this, tr("Folder for the DICOM objects"));
    if (!folder)
        return;
    write(
        tr("Writing the DICOM objects"),
        [work = m_model.work(), volume = m_model.series().volume, info = m_model.series().info,
         path = pathOf(*folder)](JobControl& job) {
            return writeDicom(work, volume, info, path, job);
        },
        *folder);
}

void MeasureScreen::saveWork() {
    const auto file =
        m_dialogs.saveFile(this, tr("Save the work"), QStringLiteral("nodes.nwwork"), kWorkFilter);
    if (!file)
        return;
    auto work = m_model.work();
    work.drawn = viewer::drawnJson(m_viewer);
    // What changes while it is being written is not in the file.
    m_model.setSaved(true);
    m_writer->run<void>(
        tr("Saving the work"),
        [work = std::move(work), path = pathOf(*file)](JobControl& job) {
            return exchange::writeWork(work, path, job);
        },
        [this, name = *file](const Result<void>& written) {
            if (!written)
                m_model.setSaved(false);
            finish(written, name);
        });
}

void MeasureScreen::openWork() {
    const auto file = m_dialogs.openFile(this, tr("Take up saved work"), kWorkFilter);
    if (file)
        takeUpFile(pathOf(*file));
}

void MeasureScreen::takeUpFile(const std::filesystem::path& file) {
    m_writer->run<exchange::MeasureWork>(
        tr("Reading the saved work"),
        [file](JobControl& job) { return exchange::readWork(file, job); },
        [this](const Result<exchange::MeasureWork>& work) {
            if (work)
                takeUp(*work);
            else if (work.error().code != ErrorCode::Cancelled)
                tell(work.error());
        });
}

void MeasureScreen::takeUp(const exchange::MeasureWork& work) {
    // The series that is open may be the one already.
    if (m_model.isOpen() && m_model.restore(work)) {
        viewer::restoreDrawn(m_viewer, work.drawn);
        return;
    }
    m_waiting = work;
    QStringList paths;
    for (const auto& path : work.source)
        paths << QString::fromStdU16String(path.u16string());
    Q_EMIT openPathsRequested(paths);
}

void MeasureScreen::savePicture() {
    const auto file = m_dialogs.saveFile(
        this, tr("Save the picture"), QStringLiteral("picture.png"), QStringLiteral("PNG (*.png)"));
    if (!file)
        return;
    const auto* view = m_layout->activeView();
    const bool saved = view->exportImage(view->size(), 2).save(*file, "PNG");
    finish(saved ? Result<void>()
                 : fail(ErrorCode::FileUnwritable, "the picture cannot be written",
                        file->toStdString()),
           *file);
}

void MeasureScreen::copyPicture() {
    const auto* view = m_layout->activeView();
    QGuiApplication::clipboard()->setImage(view->exportImage(view->size(), 2));
    m_toast->showMessage(tr("The picture is on the clipboard."));
}

}  // namespace nodewise::measure_screen
