// Turns, colours, fusion, key images, the link of two series, mouse profiles,
// regions: each by number.
#include "support/gestures.h"
#include "support/neck_phantom.h"
#include "ui/viewer/colour_map.h"
#include "ui/viewer/drawn_json.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_link.h"
#include "ui/viewer/viewer_model.h"
#include <QSignalSpy>
#include <QtTest>
#include <cmath>
#include <numbers>

using namespace nodewise;
using namespace nodewise::viewer;

namespace {

/// The value of a voxel tells its place: 100 x + 10 y + z of the patient, in
/// whole mm.
VolumePtr rampVolume(const GridGeometry& grid) {
    CtVolume::FloatVoxels voxels(grid.voxelCount());
    for (std::size_t at = 0; at < voxels.size(); ++at) {
        const PointLps p = grid.toPatient(grid.indexOf(at));
        voxels[at] = static_cast<float>(100 * p.x + 10 * p.y + p.z);
    }
    return CtVolume::create(grid, std::move(voxels), VoxelMeaning::Arbitrary).value();
}

double rampAt(PointLps p) {
    return 100 * p.x + 10 * p.y + p.z;
}

GridGeometry gridOf(const QByteArray& kind) {
    const double c = std::cos(0.35), s = std::sin(0.35);
    if (kind == "oblique")
        return GridGeometry::create({40, 44, 30}, {1.1, 0.9, 2}, {-22, -18, -30},
                                    {VectorLps{1, 0, 0}, {0, c, s}, {0, -s, c}})
            .value();
    if (kind == "reversed")
        return GridGeometry::create({40, 44, 30}, {1, 1, 2}, {-20, -20, 30},
                                    {VectorLps{1, 0, 0}, {0, 1, 0}, {0, 0, -1}})
            .value();
    if (kind == "mirrored")
        return GridGeometry::create({40, 44, 30}, {1, 1, 2}, {20, -20, -30},
                                    {VectorLps{-1, 0, 0}, {0, 1, 0}, {0, 0, 1}})
            .value();
    return GridGeometry::axisAligned({40, 44, 30}, {0.6, 1.3, 3.1}, {-12, -28, -45});
}

}  // namespace

class TestViewerLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTurnedCrosshairKeepsEveryPlaceRight_data();
    void aTurnedCrosshairKeepsEveryPlaceRight();
    void theHandleTurnsTheLines();
    void fourQuarterTurnsAreNone();
    void aQuarterTurnMovesTheUpperLetterToTheRight();
    void linkedViewersShowTheSamePlace();
    void coloursRunFromDarkToBright();
    void fusionCutsTheSecondVolumeAtTheSamePlace();
    void keyImagesAreStarredShownAndRemoved();
    void profilesChangeTheButtons();
    void polygonGivesTheNumbersOfItsVoxels();
    void windowComesFromARegion();
    void drawnMeasurementsSurviveTheFile();
    void theLoupeIsThereWhileTheKeyIsHeld();
    void aSplineGoesThroughItsPoints();
    void activityIsGivenInSuv();
};

void TestViewerLook::aTurnedCrosshairKeepsEveryPlaceRight_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("flipped");
    for (const char* kind : {"anisotropic", "oblique", "reversed", "mirrored"})
        for (const bool flipped : {false, true})
            QTest::addRow("%s%s", kind, flipped ? ", flipped" : "") << QByteArray(kind) << flipped;
}

void TestViewerLook::aTurnedCrosshairKeepsEveryPlaceRight() {
    QFETCH(QByteArray, kind);
    QFETCH(bool, flipped);
    ViewerModel model;
    const GridGeometry grid = gridOf(kind);
    model.setVolume(rampVolume(grid));
    model.setCursor(grid.centre() + VectorLps{2, -3, 4});
    if (flipped)
        for (const ViewPlane plane : kViewPlanes)
            model.toggleFlip(plane);
    SliceView axial(&model, ViewPlane::Axial), coronal(&model, ViewPlane::Coronal),
        sagittal(&model, ViewPlane::Sagittal);
    for (SliceView* view : {&axial, &coronal, &sagittal})
        view->resize(400, 300);
    const QPointF before = coronal.pixelOf(model.cursor());
    QVERIFY(!model.isOblique());
    model.rotateCrosshair(ViewPlane::Axial, 33);
    model.rotateCrosshair(ViewPlane::Coronal, -21);
    QVERIFY(model.isOblique());
    QVERIFY(QLineF(coronal.pixelOf(model.cursor()), before).length() < 1e-6);
    for (const SliceView* view : {&axial, &coronal, &sagittal})
        for (const QPointF at : {QPointF(150, 120), QPointF(205.5, 160), QPointF(230, 171.25)}) {
            // Click to patient to pixel, both ways, and the value under the pointer.
            const PointLps place = view->patientPointAt(at);
            const QPointF back = view->pixelOf(place);
            QVERIFY(QLineF(back, at).length() < 1e-6);
            if (const auto value = view->valueAt(at)) {
                const PointLps voxel = grid.toPatient(grid.nearestVoxel(place));
                QVERIFY(std::abs(*value - rampAt(voxel)) < 0.5);
            }
        }
    // Views stay at right angles to each other.
    const auto normal = [&](ViewPlane plane) { return model.view(plane).directions.normal(); };
    QVERIFY(std::abs(dot(normal(ViewPlane::Axial), normal(ViewPlane::Axial)) - 1) < 1e-9);
    QVERIFY(std::abs(dot(normal(ViewPlane::Coronal), normal(ViewPlane::Sagittal))) < 1e-6);
    model.resetViews();
    QVERIFY(!model.isOblique());
}

void TestViewerLook::theHandleTurnsTheLines() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    model.setTool(Tool::Crosshair);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(500, 500);
    const QPointF centre = axial.pixelOf(model.cursor());
    const auto at = [&](double degrees) {
        const double a = degrees * std::numbers::pi / 180;
        return (centre + QPointF(std::cos(a), std::sin(a)) * 120).toPoint();
    };
    const VectorLps before = model.view(ViewPlane::Coronal).directions.normal();
    QTest::mousePress(&axial, Qt::LeftButton, {}, at(0));
    for (const double degrees : {5.0, 10.0, 15.0, 20.0, 25.0, 30.0})
        QTest::mouseMove(&axial, at(degrees));
    QTest::mouseRelease(&axial, Qt::LeftButton, {}, at(30));
    const VectorLps after = model.view(ViewPlane::Coronal).directions.normal();
    const double turned =
        std::acos(std::clamp(dot(before, after), -1.0, 1.0)) * 180 / std::numbers::pi;
    QVERIFY2(std::abs(turned - 30) < 2, qPrintable(QString::number(turned)));
    QCOMPARE(model.cursor(), model.volume()->geometry().centre());
    // Close to the point the same tool moves it.
    QTest::mouseClick(&axial, Qt::LeftButton, {}, (centre + QPointF(12, 9)).toPoint());
    QVERIFY(model.cursor() != model.volume()->geometry().centre());
}

void TestViewerLook::fourQuarterTurnsAreNone() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(300, 300);
    const PointLps place = axial.patientPointAt({80, 120});
    const ViewState before = model.view(ViewPlane::Axial);
    for (int turn = 0; turn < 4; ++turn)
        model.turnQuarter(ViewPlane::Axial);
    QVERIFY(QLineF(axial.pixelOf(place), QPointF(80, 120)).length() < 1e-6);
    QCOMPARE(model.view(ViewPlane::Axial).quarterTurns, before.quarterTurns);
}

void TestViewerLook::aQuarterTurnMovesTheUpperLetterToTheRight() {
    for (const bool flipped : {false, true}) {
        ViewerModel model;
        model.setVolume(test::makeNeckPhantom().volume);
        if (flipped)
            model.toggleFlip(ViewPlane::Axial);
        SliceView axial(&model, ViewPlane::Axial);
        axial.resize(300, 300);
        const QPointF middle(150, 150);
        const PointLps top = axial.patientPointAt({150, 90});
        model.turnQuarter(ViewPlane::Axial);
        // What was above the middle lies to the right of it now, as far away.
        const QPointF now = axial.pixelOf(top) - middle;
        QVERIFY2(std::abs(now.x() - 60) < 1e-6 && std::abs(now.y()) < 1e-6,
                 qPrintable(QStringLiteral("%1 %2").arg(now.x()).arg(now.y())));
    }
}

void TestViewerLook::linkedViewersShowTheSamePlace() {
    ViewerModel ct, mr;
    ct.setVolume(test::makeNeckPhantom().volume);
    mr.setVolume(
        rampVolume(GridGeometry::axisAligned({80, 90, 40}, {1.5, 1.5, 3}, {-60, -70, -58})));
    ViewerLink link(ct, mr);
    const PointLps place{12, -6, 8};
    ct.setCursor(place);
    QVERIFY(distance(mr.cursor(), place) > 1);
    link.setOn(true);
    QVERIFY(distance(mr.cursor(), place) < 1e-6);
    mr.setCursor({-9, 4, -12});
    QVERIFY(distance(ct.cursor(), {-9, 4, -12}) < 1e-6);
    ct.zoomBy(ViewPlane::Axial, 2, {100, 100}, {300, 200});
    SliceView a(&ct, ViewPlane::Axial), b(&mr, ViewPlane::Axial);
    a.resize(300, 200);
    b.resize(300, 200);
    for (const QPointF at : {QPointF(40, 60), QPointF(220, 110)})
        QVERIFY(distance(a.patientPointAt(at), b.patientPointAt(at)) < 1e-6);
    link.setOn(false);
    ct.setCursor({0, 0, 0});
    QVERIFY(distance(mr.cursor(), {0, 0, 0}) > 1);
}

void TestViewerLook::coloursRunFromDarkToBright() {
    for (const ColourMap map : {ColourMap::Gray, ColourMap::HotMetal, ColourMap::Viridis}) {
        double before = -1;
        for (int gray = 0; gray < 256; ++gray) {
            const QColor colour = colourOf(map, gray);
            const double light =
                0.2126 * colour.red() + 0.7152 * colour.green() + 0.0722 * colour.blue();
            QVERIFY(light >= before - 1.0);
            before = light;
        }
    }
    std::vector<std::uint32_t> pixels{0xff000000, 0xff808080, 0xffffffff};
    paintColours(pixels, ColourMap::HotMetal);
    QCOMPARE(pixels[0], colourOf(ColourMap::HotMetal, 0).rgb());
    QCOMPARE(pixels[2], colourOf(ColourMap::HotMetal, 255).rgb());
}

void TestViewerLook::fusionCutsTheSecondVolumeAtTheSamePlace() {
    // A hot spot in a volume of another grid shows at its own place.
    const auto grid = GridGeometry::axisAligned({40, 40, 30}, {4, 4, 4}, {-78, -78, -58});
    CtVolume::FloatVoxels voxels(grid.voxelCount(), 0);
    const PointLps spot{22, -14, 6};
    const VoxelIndex at = grid.nearestVoxel(spot);
    for (int k = -1; k <= 1; ++k)
        for (int j = -1; j <= 1; ++j)
            for (int i = -1; i <= 1; ++i)
                voxels[grid.offset({at.i + i, at.j + j, at.k + k})] = 1000;
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    model.setCursor(spot);
    Fusion fusion;
    fusion.volume = CtVolume::create(grid, std::move(voxels), VoxelMeaning::Suv).value();
    fusion.window = {1000, 500, false};
    fusion.share = 1;
    model.setFusion(fusion);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(400, 400);
    const SliceScene scene = sceneOf(model, ViewPlane::Axial, {400, 400}, 1);
    const QImage picture = renderImage(scene);
    const QPoint hot = axial.pixelOf(spot).toPoint();
    const QColor colour = picture.pixelColor(hot);
    QVERIFY2(colour.red() > 200 && colour.blue() < colour.red() + 1, qPrintable(colour.name()));
    // Away from it the anatomy stays gray.
    const QColor plain = picture.pixelColor(axial.pixelOf(spot + VectorLps{-30, 0, 0}).toPoint());
    QCOMPARE(plain.red(), plain.green());
    QCOMPARE(plain.green(), plain.blue());
}

void TestViewerLook::keyImagesAreStarredShownAndRemoved() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    QSignalSpy changed(&model, &ViewerModel::keyImagesChanged);
    model.setCursor({5, 5, 10});
    model.setWindow({150, 60, false});
    model.toggleKeyImage(ViewPlane::Axial);
    QCOMPARE(model.keyImages().size(), std::size_t{1});
    model.setCursor({0, 0, -20});
    model.applyPreset(4);
    model.showKeyImage(model.keyImages()[0].id);
    QVERIFY(distance(model.cursor(), {5, 5, 10}) < 1e-6);
    QCOMPARE(model.window().width, 150.0);
    // The star on the same slice takes it away again.
    model.toggleKeyImage(ViewPlane::Axial);
    QVERIFY(model.keyImages().empty());
    QCOMPARE(changed.count(), 2);
}

void TestViewerLook::profilesChangeTheButtons() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    model.setTool(Tool::Window);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(400, 400);
    const auto windowBefore = model.window();
    const double zBefore = model.cursor().z;
    model.setMouseProfile(MouseProfile::ScrollLeft);
    tests::drag(axial, {200, 200}, {200, 120});
    QCOMPARE(model.window(), windowBefore);
    QVERIFY(model.cursor().z != zBefore);
    tests::drag(axial, {200, 200}, {240, 200}, Qt::MiddleButton);
    QVERIFY(model.window() != windowBefore);
    model.setMouseProfile(MouseProfile::WindowLeft);
    const auto before = model.window();
    tests::drag(axial, {200, 200}, {240, 200});
    QVERIFY(model.window() != before);
}

void TestViewerLook::polygonGivesTheNumbersOfItsVoxels() {
    const auto phantom = test::makeNeckPhantom();
    ViewerModel model;
    model.setVolume(phantom.volume);
    model.setCursor(phantom.nodeCentre);
    model.setTool(Tool::Polygon);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(600, 600);
    const auto at = [&](double dx, double dy) {
        return axial.pixelOf(phantom.nodeCentre + VectorLps{dx, dy, 0}).toPoint();
    };
    for (const QPoint corner : {at(-3, -3), at(3, -3), at(3, 3), at(-3, 3)})
        QTest::mouseClick(&axial, Qt::LeftButton, {}, corner);
    QVERIFY(model.measurements().empty());
    QTest::mouseClick(&axial, Qt::LeftButton, {}, at(-3, -3));
    QCOMPARE(model.measurements().size(), std::size_t{1});
    const auto values = measurementValues(model.measurements()[0], phantom.volume.get());
    QVERIFY(values.region.has_value());
    QVERIFY2(std::abs(values.region->areaMm2 - 36) < 2,
             qPrintable(QString::number(values.region->areaMm2)));
    // The same over the voxels by hand.
    double sum = 0;
    std::size_t count = 0;
    const GridGeometry& grid = phantom.volume->geometry();
    for (std::size_t n = 0; n < grid.voxelCount(); ++n) {
        const PointLps p = grid.toPatient(grid.indexOf(n));
        if (std::abs(p.x - phantom.nodeCentre.x) < 3 && std::abs(p.y - phantom.nodeCentre.y) < 3 &&
            p.z - model.cursor().z >= -1 && p.z - model.cursor().z < 1) {
            sum += phantom.volume->value(grid.indexOf(n));
            ++count;
        }
    }
    QVERIFY(std::abs(static_cast<double>(values.region->voxels) - static_cast<double>(count)) <= 9);
    QVERIFY(std::abs(values.region->mean - sum / static_cast<double>(count)) < 4);
    model.undoStack()->undo();
    QVERIFY(model.measurements().empty());
    // Escape gives up a line that is not closed.
    QTest::mouseClick(&axial, Qt::LeftButton, {}, at(0, 0));
    QTest::mouseClick(&axial, Qt::LeftButton, {}, at(9, 0));
    QTest::keyClick(&axial, Qt::Key_Escape);
    QTest::mouseClick(&axial, Qt::LeftButton, {}, at(4, 4));
    QVERIFY(model.measurements().empty());
}

void TestViewerLook::windowComesFromARegion() {
    const auto phantom = test::makeNeckPhantom();
    ViewerModel model;
    model.setVolume(phantom.volume);
    QVERIFY(model.windowFromRegion(ViewPlane::Axial, {-60, -70, model.cursor().z},
                                   {60, 70, model.cursor().z}));
    QVERIFY(model.window().width > 800);
    model.setCursor(phantom.nodeCentre);
    QVERIFY(model.windowFromRegion(ViewPlane::Axial, phantom.nodeCentre + VectorLps{2, 2, 0},
                                   phantom.nodeCentre + VectorLps{4, 4, 0}));
    QVERIFY2(
        std::abs(model.window().level - 95) < 12 && model.window().width < 80,
        qPrintable(QStringLiteral("%1 %2").arg(model.window().width).arg(model.window().level)));
    QVERIFY(!model.windowFromRegion(ViewPlane::Axial, {900, 900, 0}, {950, 950, 0}));
}

void TestViewerLook::drawnMeasurementsSurviveTheFile() {
    std::vector<Measurement> drawn;
    Measurement pair = makePair({1, 2, 3}, {11, 2, 3}, {0, 0, 1});
    pair.markNumber = 2;
    drawn.push_back(pair);
    Measurement polygon;
    polygon.kind = MeasurementKind::Polygon;
    polygon.points = {{0, 0, 0}, {5, 0, 0}, {5, 5, 0}, {0, 5, 0}};
    polygon.normal = {0, 0, 1};
    drawn.push_back(polygon);
    const auto text = serial::toJsonText(toJson(drawn));
    const auto json = serial::parseJson(text);
    QVERIFY(json.has_value());
    const auto back = measurementsFromJson(*json);
    QCOMPARE(back.size(), drawn.size());
    for (std::size_t n = 0; n < back.size(); ++n) {
        QCOMPARE(back[n].kind, drawn[n].kind);
        QCOMPARE(back[n].points, drawn[n].points);
        QCOMPARE(back[n].markNumber, drawn[n].markNumber);
    }
    QVERIFY(
        measurementsFromJson(
            *serial::parseJson(
                R"([{"kind":"spiral"},{"kind":"ruler","points":[[1,2,3]],"normal":[0,0,1]},7])"))
            .empty());
}

void TestViewerLook::theLoupeIsThereWhileTheKeyIsHeld() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(400, 400);
    axial.show();
    QTest::mouseMove(&axial, {200, 200});
    const QImage before = axial.grab().toImage();
    QTest::keyPress(&axial, Qt::Key_L);
    QVERIFY(axial.loupe());
    QVERIFY(axial.grab().toImage() != before);
    QTest::keyRelease(&axial, Qt::Key_L);
    QVERIFY(!axial.loupe());
    QCOMPARE(axial.grab().toImage(), before);
}

void TestViewerLook::aSplineGoesThroughItsPoints() {
    // Twelve points of a circle: the smooth line stays on it within a hundredth
    // of the radius.
    std::vector<PointLps> corners;
    for (int n = 0; n < 12; ++n)
        corners.push_back(
            {10 * std::cos(n * std::numbers::pi / 6), 10 * std::sin(n * std::numbers::pi / 6), 3});
    const auto line = smoothLine(corners, 10);
    QCOMPARE(line.size(), std::size_t{120});
    for (const PointLps& p : line)
        QVERIFY(std::abs(std::hypot(p.x, p.y) - 10) < 0.1);
    for (std::size_t n = 0; n < corners.size(); ++n)
        QVERIFY(distance(line[10 * n], corners[n]) < 1e-9);
}

void TestViewerLook::activityIsGivenInSuv() {
    const auto grid = GridGeometry::axisAligned({4, 4, 4}, {4, 4, 4});
    const auto pet =
        CtVolume::create(grid, CtVolume::FloatVoxels(64, 8000), VoxelMeaning::Becquerel).value();
    ViewerModel model;
    model.setVolume(pet);
    model.setSuvFactor(0.0005);
    QCOMPARE(sceneOf(model, ViewPlane::Axial, {100, 100}, 1).suvFactor, 0.0005);
    model.setVolume(pet);
    QCOMPARE(model.suvFactor(), 0.0);
}

QTEST_MAIN(TestViewerLook)
#include "tst_viewer_look.moc"
