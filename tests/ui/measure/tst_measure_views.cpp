// The views of the Measure place: the slab's list, layouts, keys, the first slice of a long series,
// and that what is written fits its schemas.
#include "archive/zip_reader.h"
#include "exchange/node_report.h"
#include "measure_desk.h"
#include "serial/file_io.h"
#include "serial/schema.h"
#include "ui/measure/arriving_page.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/viewer_habits.h"
#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QTemporaryDir>

using namespace nodewise;
using measure_screen::ArrivingPage;
using tests::Desk;

namespace {

std::string schema(const char* name) {
    return serial::readFile(std::string(NODEWISE_SOURCE_DIR "/cases/schema/") + name).value_or("");
}

QByteArray fault(const Result<void>& checked) {
    return checked
               ? QByteArray()
               : QByteArray::fromStdString(checked.error().detail + " at " + checked.error().place);
}

}  // namespace

class TestMeasureViews : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSlabIsReachedByAControl();
    void everyLayoutIsReachedByTheBar();
    void keysReachToolsAndCine();
    void theToolBarNamesTheMovedKey();
    void theMouseMenuChangesEveryView();
    void theSheetHoldsTheKeysOfBoth();
    void theFirstSliceIsShownUntilTheRestIsThere();
    void cancelLeadsBackToTheSeriesThatWasOpen();
    void reportAndWorkFitTheirSchemas();
    void structuresAreFilledAsStronglyAsAsked();
};

void TestMeasureViews::theSlabIsReachedByAControl() {
    Desk desk;
    desk.open();
    auto& views = desk.screen.viewerModel();
    auto* mean5 = desk.find<QAction>("slabAction_3");
    QVERIFY(mean5 && mean5->isEnabled());
    QVERIFY2(mean5->text().contains(QLatin1Char('5')), qPrintable(mean5->text()));
    mean5->trigger();
    QCOMPARE(views.slab().mode, SlabMode::Mean);
    QCOMPARE(views.slab().thicknessMm, 5.0);
    QVERIFY(mean5->isChecked());
    views.setSlab({SlabMode::Mip, 10});
    QVERIFY(!mean5->isChecked());
    QVERIFY(desk.find<QAction>("slabAction_5")->isChecked());
    desk.find<QAction>("slabAction_0")->trigger();
    QCOMPARE(views.slab().mode, SlabMode::None);
}

void TestMeasureViews::everyLayoutIsReachedByTheBar() {
    using viewer::ViewLayout;
    Desk desk;
    desk.open();
    auto* layout = desk.find<viewer::PlaneLayout>("planeLayout");
    auto* next = desk.find<QAbstractButton>("layoutTool");
    QVERIFY(layout && next);
    const auto shown = [&] {
        int count = 0;
        for (const char* name :
             {"sliceViewAxial", "sliceViewCoronal", "sliceViewSagittal", "surfaceView"})
            count += desk.sees(name) ? 1 : 0;
        return count;
    };
    QCOMPARE(layout->viewLayout(), ViewLayout::OnePlusSolid);
    QCOMPARE(shown(), 3);
    const QList<QPair<ViewLayout, int>> round{{ViewLayout::TwoByTwo, 4},
                                              {ViewLayout::One, 1},
                                              {ViewLayout::OnePlusTwo, 3},
                                              {ViewLayout::OnePlusSolid, 3}};
    for (const auto& [kind, views] : round) {
        next->click();
        QCOMPARE(layout->viewLayout(), kind);
        QCOMPARE(shown(), views);
    }
    // By name, and by the key.
    auto* four = desk.find<QAction>(
        qPrintable(QStringLiteral("layoutAction_%1").arg(static_cast<int>(ViewLayout::TwoByTwo))));
    QVERIFY(four);
    four->trigger();
    QCOMPARE(layout->viewLayout(), ViewLayout::TwoByTwo);
    QVERIFY(four->isChecked());
    QTest::keyClick(&desk.screen, Qt::Key_S, Qt::ShiftModifier);
    QCOMPARE(layout->viewLayout(), ViewLayout::One);
    QVERIFY(!four->isChecked());
    // One of them alone, and back.
    QTest::keyClick(&desk.screen, Qt::Key_S, Qt::ShiftModifier);
    QTest::keyClick(&desk.screen, Qt::Key_Space);
    QCOMPARE(shown(), 1);
    QTest::keyClick(&desk.screen, Qt::Key_Space);
    QCOMPARE(shown(), 3);
}

void TestMeasureViews::keysReachToolsAndCine() {
    Desk desk;
    desk.open();
    auto& views = desk.screen.viewerModel();
    QTest::keyClick(&desk.screen, Qt::Key_M, Qt::ShiftModifier);
    QCOMPARE(views.tool(), viewer::Tool::Ruler);
    QTest::keyClick(&desk.screen, Qt::Key_A, Qt::ShiftModifier);
    QCOMPARE(views.tool(), viewer::Tool::Angle);
    auto* cine = desk.find<QAbstractButton>("cineTool");
    QTest::keyClick(&desk.screen, Qt::Key_E, Qt::ShiftModifier);
    QVERIFY(cine->isChecked());
    const double z = views.cursor().z;
    QTRY_VERIFY(views.cursor().z != z);
    QTest::keyClick(&desk.screen, Qt::Key_E, Qt::ShiftModifier);
    QVERIFY(!cine->isChecked());
    QTest::keyClick(&desk.screen, Qt::Key_I, Qt::ShiftModifier);
    QVERIFY(views.view(viewer::ViewPlane::Axial).flipped);
    QTest::keyClick(&desk.screen, Qt::Key_D, Qt::ShiftModifier);
    QVERIFY(!views.crosshairShown());
    QVERIFY(!desk.find<QAbstractButton>("crosshairTool")->isChecked());
    QTest::keyClick(&desk.screen, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void TestMeasureViews::theToolBarNamesTheMovedKey() {
    Desk desk;
    desk.open();
    auto* pair = desk.find<QWidget>("pairTool");
    QVERIFY(pair && pair->toolTip().contains(QLatin1Char('M')));
    viewer::KeyMap keys;
    keys.assign(viewer::ViewerCommand::PairTool, {QLatin1Char('K'), true});
    viewer::ViewerHabits::instance().setKeys(keys);
    QVERIFY2(pair->toolTip().contains(QLatin1String("Shift + K")), qPrintable(pair->toolTip()));
    QTest::keyClick(&desk.screen, Qt::Key_K, Qt::ShiftModifier);
    QCOMPARE(desk.screen.viewerModel().tool(), viewer::Tool::Pair);
    viewer::ViewerHabits::instance().setKeys({});
}

void TestMeasureViews::theMouseMenuChangesEveryView() {
    Desk desk;
    desk.open();
    viewer::ViewerModel other;
    auto* scroll = desk.find<QAction>("mouse_scroll_left");
    QVERIFY(scroll);
    scroll->trigger();
    QCOMPARE(desk.screen.viewerModel().mouseProfile(), viewer::MouseProfile::ScrollLeft);
    QCOMPARE(other.mouseProfile(), viewer::MouseProfile::ScrollLeft);
    QVERIFY(scroll->isChecked());
    desk.find<QAction>("mouse_window_left")->trigger();
    QVERIFY(!scroll->isChecked());
}

void TestMeasureViews::theSheetHoldsTheKeysOfBoth() {
    Desk desk;
    desk.open();
    QTest::keyClick(&desk.screen, Qt::Key_Question);
    auto* sheet = desk.find<QWidget>("measureKeys");
    QVERIFY(sheet && sheet->isVisible());
    QVERIFY(desk.screen.rect().contains(sheet->geometry()));
    QStringList texts;
    for (const auto* label : sheet->findChildren<QLabel*>())
        texts << label->text();
    QVERIFY(texts.contains(QStringLiteral("Outline a node by a click")));
    QVERIFY(texts.contains(QStringLiteral("Magnifying glass while held")));
    if (const QString folder = qEnvironmentVariable("NODEWISE_PICTURES"); !folder.isEmpty())
        QVERIFY(desk.screen.grab().save(folder + QStringLiteral("/measure-keys.png")));
}

void TestMeasureViews::theFirstSliceIsShownUntilTheRestIsThere() {
    Desk desk;
    Q_EMIT desk.import.firstSlice(desk.neck.volume, QStringLiteral("Neck"));
    QVERIFY(desk.screen.isArriving());
    QVERIFY(desk.sees("arrivingView"));
    QVERIFY(desk.sees("arrivingStrip"));
    QVERIFY(!desk.sees("answerPanel"));
    Q_EMIT desk.import.progressed(0.4, QStringLiteral("read"));
    if (const QString folder = qEnvironmentVariable("NODEWISE_PICTURES"); !folder.isEmpty())
        QVERIFY(desk.screen.grab().save(folder + QStringLiteral("/arriving.png")));
    desk.open();
    QVERIFY(!desk.screen.isArriving());
    QVERIFY(desk.sees("answerPanel"));
}

void TestMeasureViews::cancelLeadsBackToTheSeriesThatWasOpen() {
    Desk desk;
    desk.open();
    Q_EMIT desk.import.firstSlice(desk.neck.volume, QStringLiteral("Another"));
    QVERIFY(desk.screen.isArriving());
    // As after Cancel: nothing is being read any more.
    Q_EMIT desk.import.stateChanged();
    QVERIFY(!desk.screen.isArriving());
    QVERIFY(desk.sees("answerPanel"));
    QVERIFY(desk.screen.viewerModel().volume() == desk.neck.volume);
}

void TestMeasureViews::reportAndWorkFitTheirSchemas() {
    Desk desk;
    desk.open();
    desk.clickNode();
    for (const bool called : {false, true}) {
        if (called) {
            desk.callIt();
            QTest::keyClick(&desk.screen, Qt::Key_Return);
        }
        const auto report = exchange::reportJson(desk.model.work());
        const auto fits = serial::checkSchema(report, schema("measure_report.schema.json"));
        QVERIFY2(fits.has_value(), fault(fits));
        const auto* measured = report.find("nodes")->elements()[0].find("measurements");
        QVERIFY(!measured->isNull());
        const auto numbers = serial::checkSchema(*measured, schema("measurements.schema.json"));
        QVERIFY2(numbers.has_value(), fault(numbers));
    }
    viewer::Measurement ruler;
    ruler.kind = viewer::MeasurementKind::Ruler;
    ruler.points = {desk.neck.nodeCentre, desk.neck.nodeCentre + VectorLps{5, 0, 0}};
    desk.screen.viewerModel().addMeasurement(ruler);
    QTemporaryDir dir;
    desk.dialogs.save = dir.filePath(QStringLiteral("a.nwwork"));
    QVERIFY(desk.trigger("saveWorkAction"));
    const auto text =
        archive::readZipEntry(serial::pathOf(desk.dialogs.save->toStdString()), "work.json");
    QVERIFY(text.has_value());
    const auto work =
        serial::checkSchema(*serial::parseJson(*text), schema("measure_work.schema.json"));
    QVERIFY2(work.has_value(), fault(work));
}

void TestMeasureViews::structuresAreFilledAsStronglyAsAsked() {
    Desk desk;
    desk.open();
    LabelMap labels = LabelMap::empty(desk.neck.volume->geometry());
    for (std::size_t at = 0; at < desk.neck.labels->labels().size(); ++at)
        if (desk.neck.labels->labels()[at] == test::kPhantomMuscle)
            labels.set(labels.geometry().indexOf(at), test::kPhantomMuscle);
    labels.setName(test::kPhantomMuscle, "sternocleidomastoid_left");
    desk.model.takeLabels(labels);
    const auto place = labels.centroidOf(test::kPhantomMuscle);
    QVERIFY(place.has_value());
    desk.screen.viewerModel().setCursor(*place);
    auto* axial = desk.find<viewer::SliceView>("sliceViewAxial");
    // How much the inside of the muscle differs from gray.
    const auto colour = [&] {
        const QImage picture = axial->exportImage(axial->size(), 1);
        const QColor there = picture.pixelColor(axial->pixelOf(*place).toPoint() + QPoint(5, 5));
        return std::max({there.red(), there.green(), there.blue()}) -
               std::min({there.red(), there.green(), there.blue()});
    };
    const int outlined = colour();
    auto* opacity = desk.find<QComboBox>("fillOpacityBox");
    QVERIFY(!opacity->isVisible());
    desk.find<QAbstractButton>("fillStructuresCheck")->click();
    QVERIFY(opacity->isVisible());
    int before = outlined;
    for (int row = 0; row < opacity->count(); ++row) {
        opacity->setCurrentIndex(row);
        Q_EMIT opacity->activated(row);
        const double share = opacity->itemData(row).toDouble();
        QCOMPARE(desk.screen.viewerModel().overlays().labels.back().fill, share);
        const int now = colour();
        QVERIFY2(now > before,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(share).arg(before).arg(now)));
        before = now;
    }
    desk.find<QAbstractButton>("fillStructuresCheck")->click();
    QCOMPARE(colour(), outlined);
}

QTEST_MAIN(TestMeasureViews)
#include "tst_measure_views.moc"
