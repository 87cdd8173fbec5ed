// Regions and lines drawn on a picture: each by number.
#include "support/neck_phantom.h"
#include "ui/viewer/drawn_json.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_model.h"
#include <QtTest>
#include <cmath>
#include <numbers>

using namespace nodewise;
using namespace nodewise::viewer;

class TestRegions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void polygonGivesTheNumbersOfItsVoxels();
    void windowComesFromARegion();
    void drawnMeasurementsSurviveTheFile();
    void aSplineGoesThroughItsPoints();
    void activityIsGivenInSuv();
};

void TestRegions::polygonGivesTheNumbersOfItsVoxels() {
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

void TestRegions::windowComesFromARegion() {
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

void TestRegions::drawnMeasurementsSurviveTheFile() {
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

void TestRegions::aSplineGoesThroughItsPoints() {
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

void TestRegions::activityIsGivenInSuv() {
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

QTEST_MAIN(TestRegions)
#include "tst_regions.moc"
