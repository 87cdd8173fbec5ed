#include "ui/measure/measure_screen.h"
#include "ui/measure/answer_panel.h"
#include "ui/measure/arriving_page.h"
#include "ui/measure/compare_pane.h"
#include "ui/measure/file_writer.h"
#include "ui/measure/outline_column.h"
#include "ui/measure/series_chooser.h"
#include "ui/render/surface_view.h"
#include "ui/text/error_text.h"
#include "ui/text/measure_text.h"
#include "ui/viewer/image_tools.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/action_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/strips.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/wrap_label.h"
#include "volume/region_statistics.h"
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace nodewise::measure_screen {

using models::MeasureModel;
using viewer::KeyGroup;
using viewer::Tool;
using viewer::ViewerModel;
using namespace widgets;

MeasureScreen::MeasureScreen(MeasureModel& model, models::ImportModel& import,
                             DialogService& dialogs, const render::GlSupport& graphics,
                             QWidget* parent)
    : QStackedWidget(parent)
    , m_model(model)
    , m_import(import)
    , m_dialogs(dialogs) {
    setObjectName(QStringLiteral("measureScreen"));
    m_model.setUndoStack(m_viewer.undoStack());
    m_emptyPage = buildEmpty();
    m_chooser = new SeriesChooser(import, this);
    m_workPage = buildWork(graphics);
    addWidget(m_emptyPage);
    addWidget(m_chooser);
    addWidget(m_workPage);
    m_arriving = new ArrivingPage(this);
    addWidget(m_arriving);
    m_keys = new viewer::KeySheet(
        QStringLiteral("measureKeys"),
        [] {
            return QList{measureKeyGroup(), viewer::viewerKeyGroup()};
        },
        this);
    m_toast = new Toast(this);
    m_toast->setFootOffset(60);
    m_strip = new ProgressStrip(this);
    m_strip->setObjectName(QStringLiteral("measureStrip"));
    m_writer = new FileWriter(m_model.jobs(), *m_strip, this);
    fillReportMenu();
    connectModel();
    connectViewer();
    connectArriving();
    showSeries();
}

MeasureScreen::~MeasureScreen() = default;

QWidget* MeasureScreen::buildEmpty() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Measure"), TextStyle::Title, TextTone::Strong, page));
    auto* words = makeWrapped(tr("Drop a DICOM folder, a zip, or a NIfTI or NRRD "
                                 "volume of your own. Click a node: its "
                                 "numbers, and after your call the HNCIG grade "
                                 "and what the literature says."),
                              TextStyle::Base, TextTone::Text, page);
    words->setMaximumWidth(560);
    column->addWidget(words);
    column->addSpacing(8);
    const auto add = [&](const QString& name, const QString& icon, const QString& title,
                         const QString& detail) {
        auto* row = new ActionRow(name, 56, page);
        row->setIconName(icon);
        row->setTexts(title, detail);
        row->setMaximumWidth(560);
        column->addWidget(row);
        return row;
    };
    connect(add(QStringLiteral("openSeriesRow"), QStringLiteral("import"), tr("Open a folder"),
                tr("DICOM, with its subfolders")),
            &QAbstractButton::clicked, this, &MeasureScreen::openFolderRequested);
    connect(add(QStringLiteral("openVolumeRow"), QStringLiteral("cases"), tr("Open a file"),
                tr("zip, DICOMDIR, NIfTI or NRRD")),
            &QAbstractButton::clicked, this, &MeasureScreen::openFileRequested);
    connect(add(QStringLiteral("openWorkRow"), QStringLiteral("reset"), tr("Take up saved work"),
                tr("Outlines, calls and measurements of an earlier day")),
            &QAbstractButton::clicked, this, &MeasureScreen::openWork);
    column->addSpacing(16);
    column->addWidget(makeLabel(text::useLabel(), TextStyle::Note, TextTone::Dim, page));
    column->addStretch(1);
    return page;
}

QWidget* MeasureScreen::buildWork(const render::GlSupport& graphics) {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new HeaderStrip(page);
    m_header->addRightText(tr("Teaching and research. Not for diagnosis or treatment."), false);
    column->addWidget(m_header);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_column = new OutlineColumn(m_model, m_viewer, page);
    row->addWidget(m_column);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    m_layout = new viewer::PlaneLayout(&m_viewer, page);
    m_surface = new render::SurfaceView(graphics, m_layout);
    m_layout->setFourthView(m_surface);
    m_layout->setViewLayout(viewer::ViewLayout::OnePlusSolid);
    m_tools = new viewer::ImageTools(m_viewer, *m_layout, page);
    m_tools->setMarking(false);
    m_tools->setOutlining(true);
    m_compare = new ComparePane(m_viewer, page);
    auto* views = new QHBoxLayout;
    views->setSpacing(1);
    views->addWidget(m_layout, 1);
    views->addWidget(m_compare, 1);
    middle->addLayout(views, 1);
    middle->addWidget(m_tools);
    row->addLayout(middle, 1);
    m_panel = new AnswerPanel(m_model, m_dialogs, page);
    row->addWidget(m_panel);
    column->addLayout(row, 1);
    return page;
}

void MeasureScreen::connectModel() {
    connect(&m_model, &MeasureModel::seriesChanged, this, &MeasureScreen::showSeries);
    connect(&m_model, &MeasureModel::nodesChanged, this, &MeasureScreen::showOverlays);
    connect(&m_model, &MeasureModel::labelsChanged, this, &MeasureScreen::showOverlays);
    connect(&m_model, &MeasureModel::currentChanged, this, &MeasureScreen::showOverlays);
    connect(&m_model, &MeasureModel::nodesChanged, this, &MeasureScreen::showSurface);
    connect(&m_model, &MeasureModel::currentChanged, this, &MeasureScreen::showSurface);
    connect(&m_model, &MeasureModel::patientChanged, this, &MeasureScreen::showHeader);
    connect(&m_model, &MeasureModel::refused, this, &MeasureScreen::tell);
    connect(&m_import, &models::ImportModel::labelsLoaded, &m_model, &MeasureModel::takeLabels);
    connect(m_chooser, &SeriesChooser::chosen, this, [this](int index) {
        if (std::exchange(m_choosingBeside, false)) {
            setCurrentWidget(m_workPage);
            m_import.loadBeside(index);
        } else {
            m_import.choose(index);
        }
    });
    connect(&m_import, &models::ImportModel::besideLoaded, this, &MeasureScreen::showBeside);
    connect(m_compare, &ComparePane::closed, this,
            [this] { m_layout->setViewLayout(viewer::ViewLayout::OnePlusSolid); });
    connect(m_column, &OutlineColumn::compareRequested, this, [this] {
        if (m_import.found().size() < 2)
            return m_toast->showMessage(tr("There is no other series in this folder."));
        m_choosingBeside = true;
        m_import.chooseAgain();
    });
    connect(m_chooser, &SeriesChooser::cancelled, this, [this] {
        m_import.cancel();
        m_choosingBeside = false;
        setCurrentWidget(m_model.isOpen() ? m_workPage : m_emptyPage);
    });
    connect(m_column, &OutlineColumn::structuresChanged, this, &MeasureScreen::showOverlays);
    connect(m_column, &OutlineColumn::outlineRequested, this, [this] {
        m_viewer.setTool(Tool::Node);
        m_layout->view(viewer::ViewPlane::Axial)->setFocus(Qt::OtherFocusReason);
    });
    connect(m_column, &OutlineColumn::seriesRequested, this, [this] {
        if (m_import.found().size() > 1)
            m_import.chooseAgain();
        else
            setCurrentWidget(m_emptyPage);
    });
}

void MeasureScreen::connectViewer() {
    connect(&m_viewer, &ViewerModel::nodeWanted, &m_model, &MeasureModel::outlineAt);
    connect(m_surface, &render::SurfaceView::placePicked, &m_viewer, &ViewerModel::setCursor);
    connect(&m_viewer, &ViewerModel::brushed, this, &MeasureScreen::takeBrush);
    connect(&m_viewer, &ViewerModel::outlineDrawn, this, &MeasureScreen::takeLine);
    connect(m_tools, &viewer::ImageTools::savePictureRequested, this, &MeasureScreen::savePicture);
    connect(m_tools, &viewer::ImageTools::copyPictureRequested, this, &MeasureScreen::copyPicture);
    connect(&m_model, &MeasureModel::outlined, this, [this](int index) {
        m_viewer.setCursor(m_model.nodes()[static_cast<std::size_t>(index)].centre);
    });
}

void MeasureScreen::connectArriving() {
    using models::ImportModel;
    connect(&m_import, &ImportModel::firstSlice, this, &MeasureScreen::showArriving);
    connect(&m_import, &ImportModel::progressed, this, [this](double fraction) {
        if (isArriving())
            m_arriving->setProgress(fraction);
    });
    connect(&m_import, &ImportModel::stateChanged, this, [this] {
        if (isArriving() && m_import.state() != models::ImportState::Loading)
            endArriving();
    });
    connect(m_arriving, &ArrivingPage::cancelRequested, &m_import, &ImportModel::cancel);
}

// ---- drawing -----------------------------------------------------------------------------------

void MeasureScreen::takeBrush(const std::vector<PointLps>& path, VectorLps normal, bool erase) {
    segmentation::BrushStroke stroke;
    stroke.mode = erase ? segmentation::BrushMode::Erase : segmentation::BrushMode::Add;
    stroke.path = path;
    stroke.radiusMm = m_viewer.brushMm();
    stroke.discNormal = normal;
    m_model.brush(stroke);
}

void MeasureScreen::takeLine(const std::vector<PointLps>& line, VectorLps normal) {
    m_model.addVoxels(voxelsWithin(m_viewer.volume()->geometry(), {line, normal}));
}

void MeasureScreen::tell(const Error& error) {
    m_toast->showMessage(text::errorSentence(error));
}

// ---- keys and regions --------------------------------------------------------------------------

void MeasureScreen::keyPressEvent(QKeyEvent* event) {
    const QWidget* focus = QApplication::focusWidget();
    if (currentWidget() != m_workPage || qobject_cast<const QComboBox*>(focus))
        return QStackedWidget::keyPressEvent(event);
    if (event->text() == QLatin1String("?")) {
        m_keys->toggle();
        return event->accept();
    }
    const auto command = viewer::placeCommandFor(*event, viewer::KeyScope::Measure);
    if ((command && execute(*command)) || m_layout->handleKey(*event))
        return event->accept();
    QStackedWidget::keyPressEvent(event);
}

bool MeasureScreen::execute(viewer::ViewerCommand command) {
    using C = viewer::ViewerCommand;
    switch (command) {
    case C::NodeTool:
        m_viewer.setTool(Tool::Node);
        return true;
    case C::BrushTool:
        m_viewer.setTool(Tool::Brush);
        return true;
    case C::NextNode:
        if (!m_model.nodes().empty())
            m_model.setCurrent((m_model.current() + 1) % static_cast<int>(m_model.nodes().size()));
        return !m_model.nodes().empty();
    default:
        return m_panel->answer(command);
    }
}

void MeasureScreen::resizeEvent(QResizeEvent* event) {
    QStackedWidget::resizeEvent(event);
    const bool small = width() < 1300;
    m_panel->setFixedWidth(small ? 384 : 456);
    m_layout->setSmallColumnWidth(small ? 236 : 276);
    constexpr int wide = 420, edge = 16, tools = 44;
    const int high = m_strip->sizeHint().height();
    m_strip->setGeometry(edge, height() - tools - high - edge, wide, high);
}

KeyGroup measureKeyGroup() {
    using C = viewer::ViewerCommand;
    using viewer::KeyRow;
    using viewer::keysOf;
    KeyGroup group{
        MeasureScreen::tr("In Measure"),
        {{keysOf({C::NodeTool}), MeasureScreen::tr("Outline a node by a click")},
         {keysOf({C::BrushTool}), MeasureScreen::tr("Brush; with Shift it takes away")}}};
    group.rows << viewer::probabilityRows()
               << KeyRow{viewer::gradeKeys(), MeasureScreen::tr("Grade")}
               << KeyRow{keysOf({C::CommitCall}), MeasureScreen::tr("Show the core's answer")}
               << KeyRow{keysOf({C::NextNode}), MeasureScreen::tr("Next node")};
    return group;
}

QList<QWidget*> MeasureScreen::focusRegions() const {
    if (currentWidget() != m_workPage)
        return {currentWidget()};
    return {m_column, m_layout, m_tools, m_panel};
}

}  // namespace nodewise::measure_screen
