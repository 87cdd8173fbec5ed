// The Measure place on a phantom neck: outlines, numbers at once, the core's answer after the own
// call, files.
#include "exchange/node_report.h"
#include "measure_desk.h"
#include "support/gestures.h"
#include "support/text_survey.h"
#include "ui/measure/measure_files.h"
#include "ui/text/measure_text.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/probability_scale.h"
#include "ui/widgets/segmented_choice.h"
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace nodewise;
using measure_screen::MeasureScreen;
using tests::Desk;

namespace {

QByteArray bytesOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestMeasureScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysHowToBeginWhenNothingIsOpen();
    void aClickOutlinesAndMeasuresAtOnce();
    void theCoreAnswersAfterTheOwnCall();
    void gradeAndProbabilityStandApart();
    void withoutASiteThereIsNoProbability();
    void theBrushChangesTheOutlineAndUndoTakesItBack();
    void aLineDrawnByHandAddsItsVoxels();
    void slicesLeftOutAreFilledBetweenLines();
    void anOutlineIsRemovedAndComesBack();
    void aClickIntoFatIsRefusedInASentence();
    void workIsSavedAndTakenUp();
    void aDamagedWorkIsRefused();
    void reportsSayWhatTheyAreAndNameNobody();
    void everyFileIsWritten();
    void outlinesOfAFileKeepTheirNames();
    void stagingCountsOnlyCommittedGrades();
    void worksAtTheSmallestWindow();
};

void TestMeasureScreen::saysHowToBeginWhenNothingIsOpen() {
    Desk desk;
    QVERIFY(desk.sees("openSeriesRow"));
    QVERIFY(desk.sees("openVolumeRow"));
    QVERIFY(desk.sees("openWorkRow"));
    QVERIFY(!desk.sees("answerPanel"));
    QSignalSpy wanted(&desk.screen, &MeasureScreen::openFolderRequested);
    QTest::mouseClick(desk.find<QWidget>("openSeriesRow"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
}

void TestMeasureScreen::aClickOutlinesAndMeasuresAtOnce() {
    Desk desk;
    desk.open();
    QVERIFY(desk.sees("answerPanel"));
    QCOMPARE(desk.screen.viewerModel().tool(), viewer::Tool::Node);
    desk.clickNode();
    QCOMPARE(desk.model.nodes().size(), std::size_t{1});
    const auto& node = desk.model.nodes().front();
    QVERIFY(distance(node.centre, desk.neck.nodeCentre) < 2);
    QCOMPARE(node.work.side, Side::Left);
    QVERIFY(node.fresh && node.work.measured && node.work.measured->size);
    // The phantom's node is 14 by 18 by 21 mm.
    QVERIFY(qAbs(node.work.measured->size->shortAxis->lengthMm - 14) < 2.5);
    QVERIFY(qAbs(node.work.measured->size->longAxis->lengthMm - 18) < 3);
    QVERIFY(desk.sees("nodeNumbers"));
    QVERIFY(desk.sees("ownCall"));
    QVERIFY(desk.sees("pitfallBlock"));
    QVERIFY(!desk.sees("coreAnswer"));
    QVERIFY(desk.model.answer(0) == nullptr);
    // Nothing on the panel tells the core's grade before the own call.
    for (const auto* label : desk.find<QWidget>("answerPanel")->findChildren<QLabel*>())
        if (label->isVisible())
            QVERIFY2(!label->text().startsWith(QLatin1String("G0")) &&
                         !label->text().startsWith(QLatin1String("G1")),
                     qPrintable(label->text()));
}

void TestMeasureScreen::theCoreAnswersAfterTheOwnCall() {
    Desk desk;
    desk.open();
    desk.clickNode();
    auto* show = desk.find<QPushButton>("showAnswerButton");
    QVERIFY(!show->isEnabled());
    QTest::keyClick(&desk.screen, Qt::Key_BracketRight);
    QVERIFY(!show->isEnabled());
    desk.callIt();
    QVERIFY(show->isEnabled());
    QVERIFY(!desk.sees("coreAnswer"));
    QTest::keyClick(&desk.screen, Qt::Key_Return);
    QVERIFY(desk.model.nodes()[0].work.committed);
    QVERIFY(desk.sees("coreAnswer"));
    QVERIFY(desk.sees("ownCallGiven"));
    QVERIFY(!show->isVisible());
    const auto* answer = desk.model.answer(0);
    QVERIFY(answer != nullptr);
    QCOMPARE(desk.find<QLabel>("coreGrade")->text(),
             QStringLiteral("G%1").arg(gradeNumber(answer->opinion.grade)));
    // A call that was given stands.
    desk.model.setOwn(0, Grade::G3, 0.9);
    QCOMPARE(*desk.model.nodes()[0].work.ownGrade, Grade::G1);
}

void TestMeasureScreen::gradeAndProbabilityStandApart() {
    Desk desk;
    desk.open();
    desk.clickNode();
    exchange::WorkPatient patient;
    patient.site = Site::OralCavity;
    desk.model.setPatient(patient);
    desk.callIt();
    QTest::keyClick(&desk.screen, Qt::Key_Return);
    QVERIFY(desk.sees("gradeBlock"));
    QVERIFY(desk.sees("peneBlock"));
    const auto* answer = desk.model.answer(0);
    QVERIFY(answer != nullptr);
    QCOMPARE(desk.find<QWidget>("oddsChart")->isVisible(), !answer->pene.abstained);
    auto* card = desk.find<QPushButton>("modelCardLink");
    card->click();
    QCOMPARE(desk.dialogs.told.size(), 1);
    QVERIFY(desk.sees("stagingBlock"));
    QVERIFY(desk.model.staging().has_value());
}

void TestMeasureScreen::withoutASiteThereIsNoProbability() {
    Desk desk;
    desk.open();
    desk.clickNode();
    desk.callIt();
    QTest::keyClick(&desk.screen, Qt::Key_Return);
    const auto* answer = desk.model.answer(0);
    QVERIFY(answer != nullptr);
    QVERIFY(answer->pene.abstained);
    QCOMPARE(desk.find<QLabel>("corePene")->text(), QStringLiteral("–"));
    QVERIFY(!desk.model.staging().has_value());
    // Chosen in the form, it is there.
    auto* site = desk.find<QComboBox>("siteCombo");
    site->setCurrentIndex(site->findData(static_cast<int>(Site::Larynx)));
    Q_EMIT site->activated(site->currentIndex());
    QCOMPARE(desk.model.patient().site, std::optional(Site::Larynx));
    QVERIFY(desk.model.staging().has_value());
}

void TestMeasureScreen::theBrushChangesTheOutlineAndUndoTakesItBack() {
    Desk desk;
    desk.open();
    desk.clickNode();
    const auto before = desk.model.labels()->count(1);
    const double shortBefore = desk.model.nodes()[0].work.measured->size->shortAxis->lengthMm;
    QTest::keyClick(&desk.screen, Qt::Key_B);
    QCOMPARE(desk.screen.viewerModel().tool(), viewer::Tool::Brush);
    desk.screen.viewerModel().setBrushMm(6);
    auto* axial = desk.find<viewer::SliceView>("sliceViewAxial");
    const auto at = [&](double dx) {
        return axial->pixelOf(desk.neck.nodeCentre + VectorLps{dx, 0, 0}).toPoint();
    };
    tests::drag(*axial, at(-4), at(-10));
    QVERIFY(desk.model.labels()->count(1) > before);
    QCOMPARE(desk.model.nodes()[0].work.origin, exchange::OutlineOrigin::Corrected);
    QVERIFY(desk.model.nodes()[0].work.measured->size->shortAxis->lengthMm != shortBefore);
    QTest::keyClick(&desk.screen, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.model.labels()->count(1), before);
    QCOMPARE(desk.model.nodes()[0].work.origin, exchange::OutlineOrigin::Click);
    QCOMPARE(desk.model.nodes()[0].work.measured->size->shortAxis->lengthMm, shortBefore);
    // With Shift it takes away.
    QTest::mousePress(axial, Qt::LeftButton, Qt::ShiftModifier, at(0));
    QTest::mouseRelease(axial, Qt::LeftButton, Qt::ShiftModifier, at(0));
    QVERIFY(desk.model.labels()->count(1) < before);
}

void TestMeasureScreen::aLineDrawnByHandAddsItsVoxels() {
    Desk desk;
    desk.open();
    auto& viewer = desk.screen.viewerModel();
    viewer.setCursor(desk.neck.nodeCentre);
    viewer.setTool(viewer::Tool::Outline);
    auto* axial = desk.find<viewer::SliceView>("sliceViewAxial");
    const auto at = [&](double dx, double dy) {
        return axial->pixelOf(desk.neck.nodeCentre + VectorLps{dx, dy, 0}).toPoint();
    };
    for (const QPoint corner : {at(-6, -6), at(6, -6), at(6, 6), at(-6, 6)})
        QTest::mouseClick(axial, Qt::LeftButton, {}, corner);
    QTest::mouseClick(axial, Qt::LeftButton, {}, at(-6, -6));
    QCOMPARE(desk.model.nodes().size(), std::size_t{1});
    QCOMPARE(desk.model.nodes()[0].work.origin, exchange::OutlineOrigin::Drawn);
    QCOMPARE(desk.model.nodes()[0].slices, 1);
    const auto& spacing = desk.neck.volume->geometry().spacing();
    const double area =
        static_cast<double>(desk.model.labels()->count(1)) * spacing[0] * spacing[1];
    // A smooth line through the corners of a square of 12 mm bulges a little.
    QVERIFY2(area > 144 && area < 210, qPrintable(QString::number(area)));
}

void TestMeasureScreen::slicesLeftOutAreFilledBetweenLines() {
    Desk desk;
    desk.open();
    auto& viewer = desk.screen.viewerModel();
    auto* axial = desk.find<viewer::SliceView>("sliceViewAxial");
    auto* tool = desk.find<QAction>("closedLineAction");
    QVERIFY(tool);
    tool->trigger();
    QCOMPARE(viewer.tool(), viewer::Tool::Outline);
    for (const double z : {-4.0, 4.0}) {
        const PointLps middle = desk.neck.nodeCentre + VectorLps{0, 0, z};
        viewer.setCursor(middle);
        const auto at = [&](double dx, double dy) {
            return axial->pixelOf(middle + VectorLps{dx, dy, 0}).toPoint();
        };
        for (const QPoint corner : {at(-6, -6), at(6, -6), at(6, 6), at(-6, 6), at(-6, -6)})
            QTest::mouseClick(axial, Qt::LeftButton, {}, corner);
    }
    QCOMPARE(desk.model.nodes().size(), std::size_t{1});
    QCOMPARE(desk.model.nodes()[0].slices, 2);
    QVERIFY(desk.sees("fillBetweenButton"));
    const auto before = desk.model.labels()->count(1);
    QTest::mouseClick(desk.find<QWidget>("fillBetweenButton"), Qt::LeftButton);
    // Slices are 2 mm apart: three between the two.
    QCOMPARE(desk.model.nodes()[0].slices, 5);
    const auto after = static_cast<double>(desk.model.labels()->count(1));
    QVERIFY(std::abs(after / static_cast<double>(before) - 2.5) < 0.1);
    QVERIFY(!desk.sees("fillBetweenButton"));
    QTest::keyClick(&desk.screen, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.model.labels()->count(1), before);
}

void TestMeasureScreen::anOutlineIsRemovedAndComesBack() {
    Desk desk;
    desk.open();
    desk.clickNode();
    const auto count = desk.model.labels()->count(1);
    QVERIFY(desk.sees("removeOutlineButton"));
    QTest::mouseClick(desk.find<QWidget>("removeOutlineButton"), Qt::LeftButton);
    QVERIFY(desk.model.nodes().empty());
    QCOMPARE(desk.model.labels()->count(1), std::size_t{0});
    QTest::keyClick(&desk.screen, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.model.nodes().size(), std::size_t{1});
    QCOMPARE(desk.model.labels()->count(1), count);
}

void TestMeasureScreen::aClickIntoFatIsRefusedInASentence() {
    Desk desk;
    desk.open();
    QSignalSpy refused(&desk.model, &models::MeasureModel::refused);
    desk.model.outlineAt({-50, 30, 0});
    QCOMPARE(refused.count(), 1);
    QVERIFY(desk.model.nodes().empty());
    QVERIFY(!desk.model.isBusy());
}

void TestMeasureScreen::workIsSavedAndTakenUp() {
    QTemporaryDir dir;
    Desk desk;
    desk.open();
    desk.clickNode();
    desk.callIt();
    QTest::keyClick(&desk.screen, Qt::Key_Return);
    desk.model.setLevel(0, Level::IIa);
    viewer::Measurement ruler;
    ruler.points = {desk.neck.nodeCentre, desk.neck.nodeCentre + VectorLps{10, 0, 0}};
    ruler.normal = {0, 0, 1};
    desk.screen.viewerModel().addMeasurement(ruler);
    const auto before = desk.model.work();
    desk.dialogs.save = dir.filePath(QStringLiteral("nodes.nwwork"));
    QVERIFY(desk.trigger("saveWorkAction"));
    QVERIFY(QFile::exists(*desk.dialogs.save));
    QVERIFY(!desk.model.isChanged());

    desk.open();
    QVERIFY(desk.model.nodes().empty());
    desk.dialogs.file = desk.dialogs.save;
    QVERIFY(desk.trigger("openWorkAction"));
    QCOMPARE(desk.model.nodes().size(), std::size_t{1});
    const auto after = desk.model.work();
    QVERIFY(std::ranges::equal(before.labels.labels(), after.labels.labels()));
    QCOMPARE(after.nodes[0].level, std::optional(Level::IIa));
    QCOMPARE(after.nodes[0].ownGrade, before.nodes[0].ownGrade);
    QVERIFY(after.nodes[0].committed);
    QVERIFY(desk.model.answer(0) != nullptr);
    QCOMPARE(desk.screen.viewerModel().measurements().size(), std::size_t{1});
    QCOMPARE(desk.screen.viewerModel().measurements()[0].points, ruler.points);
}

void TestMeasureScreen::aDamagedWorkIsRefused() {
    QTemporaryDir dir;
    const QString name = dir.filePath(QStringLiteral("bad.nwwork"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no zip");
    file.close();
    NullJobControl job;
    QVERIFY(!exchange::readWork(name.toStdString(), job).has_value());
    Desk desk;
    desk.open();
    desk.dialogs.file = name;
    QVERIFY(desk.trigger("openWorkAction"));
    QVERIFY(desk.model.isOpen());
}

void TestMeasureScreen::reportsSayWhatTheyAreAndNameNobody() {
    Desk desk;
    desk.open();
    desk.clickNode();
    const QString early = text::reportText(desk.model.work());
    QVERIFY(early.contains(text::useLabel()));
    QVERIFY(early.contains(QLatin1String("Short axis")));
    QVERIFY(!early.contains(QLatin1String("Measured: G")));
    const auto json = exchange::reportJson(desk.model.work());
    QVERIFY(json.find("nodes")->elements()[0].find("core")->isNull());
    QCOMPARE(json.find("use")->string(), std::string(exchange::kUseLabel));
    desk.callIt();
    QTest::keyClick(&desk.screen, Qt::Key_Return);
    const QString late = text::reportText(desk.model.work());
    QVERIFY2(late.contains(QLatin1String("Measured: G")), qPrintable(late));
    QVERIFY(!exchange::reportJson(desk.model.work())
                 .find("nodes")
                 ->elements()[0]
                 .find("core")
                 ->isNull());
    QVERIFY(desk.trigger("copyTextAction"));
    QCOMPARE(QGuiApplication::clipboard()->text(), late);
}

void TestMeasureScreen::everyFileIsWritten() {
    QTemporaryDir dir;
    Desk desk;
    desk.open();
    desk.clickNode();
    desk.callIt();
    QTest::keyClick(&desk.screen, Qt::Key_Return);
    desk.dialogs.save = dir.filePath(QStringLiteral("report.pdf"));
    QVERIFY(desk.trigger("savePdfAction"));
    QVERIFY(bytesOf(*desk.dialogs.save).startsWith("%PDF"));
    desk.dialogs.save = dir.filePath(QStringLiteral("report.json"));
    QVERIFY(desk.trigger("saveJsonAction"));
    QVERIFY(bytesOf(*desk.dialogs.save).contains("nodewise-measure-report"));
    desk.dialogs.folder = dir.filePath(QStringLiteral("dicom"));
    QVERIFY(desk.trigger("saveDicomAction"));
    for (const char* name : {"nodes-seg.dcm", "nodes-rtstruct.dcm", "report-sr.dcm"})
        QVERIFY2(QFile::exists(dir.filePath(QStringLiteral("dicom/") + QLatin1String(name))), name);
    desk.dialogs.save = dir.filePath(QStringLiteral("picture.png"));
    QVERIFY(desk.trigger("savePictureAction"));
    QVERIFY(!QImage(*desk.dialogs.save).isNull());
    const auto pages = measure_screen::pdfPages(desk.model.work(), desk.screen.reportPictures());
    QVERIFY(!pages.empty());
    if (const QString kept = qEnvironmentVariable("NODEWISE_KEEP_PICTURES"); !kept.isEmpty()) {
        for (std::size_t n = 0; n < pages.size(); ++n)
            pages[n].save(QStringLiteral("%1/report-%2.png").arg(kept).arg(n + 1));
        QCoreApplication::processEvents();
        desk.screen.grab().save(kept + QStringLiteral("/measure.png"));
    }
}

void TestMeasureScreen::outlinesOfAFileKeepTheirNames() {
    Desk desk;
    desk.open();
    LabelMap labels = LabelMap::empty(desk.neck.volume->geometry());
    for (std::size_t at = 0; at < desk.neck.labels->labels().size(); ++at) {
        const LabelValue label = desk.neck.labels->labels()[at];
        if (label == test::kPhantomNode || label == test::kPhantomMuscle)
            labels.set(labels.geometry().indexOf(at), label);
    }
    labels.setName(test::kPhantomNode, "Lymph node 3");
    labels.setName(test::kPhantomMuscle, "sternocleidomastoid_left");
    desk.model.takeLabels(labels);
    QCOMPARE(desk.model.nodes().size(), std::size_t{1});
    QCOMPARE(desk.model.nodes()[0].work.name, std::string("Lymph node 3"));
    QCOMPARE(desk.model.nodes()[0].work.origin, exchange::OutlineOrigin::File);
    QVERIFY(desk.model.structures() != nullptr);
    auto* row = desk.screen.findChild<QAbstractButton*>(
        QStringLiteral("structure_%1").arg(test::kPhantomMuscle));
    QVERIFY(row != nullptr && row->isChecked());
    const auto shown = desk.screen.viewerModel().overlays().labels.size();
    row->click();
    QCOMPARE(desk.screen.viewerModel().overlays().labels.size(), shown - 1);
}

void TestMeasureScreen::stagingCountsOnlyCommittedGrades() {
    Desk desk;
    desk.open();
    desk.clickNode();
    exchange::WorkPatient patient;
    patient.site = Site::OralCavity;
    patient.primarySide = PrimarySide::Left;
    desk.model.setPatient(patient);
    auto input = exchange::stagingInputOf(desk.model.work(), Edition::Tnm9);
    QVERIFY(input && !input->nodes[0].ene.imagingGrade);
    desk.callIt();
    QTest::keyClick(&desk.screen, Qt::Key_Return);
    input = exchange::stagingInputOf(desk.model.work(), Edition::Tnm9);
    QVERIFY(input && input->nodes[0].ene.imagingGrade);
    QCOMPARE(desk.model.highest(), 0);
}

void TestMeasureScreen::worksAtTheSmallestWindow() {
    Desk desk;
    desk.open();
    desk.clickNode();
    desk.screen.resize(1216, 720);
    QCoreApplication::processEvents();
    QVERIFY(desk.screen.minimumSizeHint().width() <= 1216);
    QVERIFY(desk.find<QWidget>("sliceViewAxial")->width() >= 300);
    // Side by side, none over another.
    const auto* tools = desk.find<QWidget>("tools");
    QVERIFY2(tools->layout()->minimumSize().width() <= tools->width(),
             qPrintable(QString::number(tools->layout()->minimumSize().width())));
    desk.callIt();
    QTest::keyClick(&desk.screen, Qt::Key_Return);
    QVERIFY(desk.sees("coreAnswer"));
    const auto clipped = [&] {
        return tests::clippedTexts(&desk.screen, true).join(QLatin1Char('\n'));
    };
    QTRY_COMPARE(clipped(), QString());
}

QTEST_MAIN(TestMeasureScreen)
#include "tst_measure_screen.moc"
