#include "segmentation/brush.h"
#include <QtTest>
#include <cmath>
#include <limits>
#include <numbers>

using namespace nodewise;
using namespace nodewise::segmentation;

namespace {

GridGeometry grid() {
    return GridGeometry::axisAligned({80, 80, 40}, {0.5, 0.5, 1.0}, {-20, -20, -20});
}

BrushStroke ballAt(PointLps at, double radius, BrushMode mode = BrushMode::Add) {
    BrushStroke stroke;
    stroke.mode = mode;
    stroke.path = {at};
    stroke.radiusMm = radius;
    return stroke;
}

}  // namespace

class TestBrush : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ballHasItsVolume();
    void sweepHasTheVolumeOfACapsule();
    void discStaysInItsSlice();
    void discFollowsAnObliquePlane();
    void eraseTakesOnlyItsLabel();
    void addSparesOtherLabelsUnlessAsked();
    void undoAndRedoAreExact();
    void smallBrushTakesTheVoxelUnderIt();
    void strokeMayLeaveTheGrid();
    void refusesBadStrokes();
};

void TestBrush::ballHasItsVolume() {
    LabelMap map = LabelMap::empty(grid());
    const auto edit = applyBrush(map, 3, ballAt({0.2, -0.1, 0.3}, 8));
    QVERIFY(edit.has_value());
    const double volume = static_cast<double>(map.count(3)) * map.geometry().voxelVolumeMm3();
    const double expected = 4.0 / 3 * std::numbers::pi * 512;
    QVERIFY(std::fabs(volume - expected) < 0.02 * expected);
    QCOMPARE(edit->changes.size(), map.count(3));
}

void TestBrush::sweepHasTheVolumeOfACapsule() {
    LabelMap map = LabelMap::empty(grid());
    BrushStroke stroke = ballAt({-8, 0.1, 0.3}, 4);
    stroke.path = {{-8, 0.1, 0.3}, {0, 0.1, 0.3}, {8, 0.1, 0.3}};
    QVERIFY(applyBrush(map, 1, stroke).has_value());
    const double volume = static_cast<double>(map.count(1)) * map.geometry().voxelVolumeMm3();
    const double expected = std::numbers::pi * (16.0 * 16 + 4.0 / 3 * 64);
    QVERIFY(std::fabs(volume - expected) < 0.03 * expected);
}

void TestBrush::discStaysInItsSlice() {
    LabelMap map = LabelMap::empty(grid());
    BrushStroke stroke = ballAt({0, 0, 2}, 6);
    stroke.discNormal = VectorLps{0, 0, 1};
    QVERIFY(applyBrush(map, 1, stroke).has_value());
    const auto box = map.boxOf(1);
    QVERIFY(box.has_value());
    QCOMPARE(box->low.k, box->high.k);
    const double area = static_cast<double>(map.count(1)) * 0.25;
    QVERIFY(std::fabs(area - std::numbers::pi * 36) < 0.03 * std::numbers::pi * 36);
}

void TestBrush::discFollowsAnObliquePlane() {
    LabelMap map = LabelMap::empty(grid());
    BrushStroke stroke = ballAt({0, 0, 0}, 6);
    const VectorLps normal = normalized({0.5, 0.2, 1});
    stroke.discNormal = normal * 3.0;
    QVERIFY(applyBrush(map, 1, stroke).has_value());
    for (std::size_t n = 0; n < map.labels().size(); ++n)
        if (map.labels()[n] == 1) {
            const VectorLps d = map.geometry().toPatient(map.geometry().indexOf(n)) - PointLps{};
            QVERIFY(std::fabs(dot(d, normal)) < 0.75 && length(d) < 6.5);
        }
    QVERIFY(map.count(1) > 200);
}

void TestBrush::eraseTakesOnlyItsLabel() {
    LabelMap map = LabelMap::empty(grid());
    QVERIFY(applyBrush(map, 1, ballAt({-4, 0, 0}, 5)).has_value());
    QVERIFY(applyBrush(map, 2, ballAt({4, 0, 0}, 5)).has_value());
    const std::size_t two = map.count(2);
    QVERIFY(applyBrush(map, 1, ballAt({0, 0, 0}, 15, BrushMode::Erase)).has_value());
    QCOMPARE(map.count(1), std::size_t{0});
    QCOMPARE(map.count(2), two);
}

void TestBrush::addSparesOtherLabelsUnlessAsked() {
    LabelMap map = LabelMap::empty(grid());
    QVERIFY(applyBrush(map, 1, ballAt({0, 0, 0}, 5)).has_value());
    const std::size_t one = map.count(1);
    QVERIFY(applyBrush(map, 2, ballAt({3, 0, 0}, 5)).has_value());
    QCOMPARE(map.count(1), one);
    BrushStroke over = ballAt({3, 0, 0}, 5);
    over.overOthers = true;
    QVERIFY(applyBrush(map, 2, over).has_value());
    QVERIFY(map.count(1) < one);
}

void TestBrush::undoAndRedoAreExact() {
    LabelMap map = LabelMap::empty(grid());
    QVERIFY(applyBrush(map, 1, ballAt({0, 0, 0}, 6)).has_value());
    const LabelMap before = map;
    BrushStroke stroke = ballAt({4, 1, 0}, 5);
    stroke.path = {{4, 1, 0}, {6, 1, 3}, {2, -5, 3}};
    stroke.overOthers = true;
    const auto edit = applyBrush(map, 2, stroke);
    QVERIFY(edit.has_value() && !edit->empty());
    const LabelMap after = map;
    undo(map, *edit);
    QVERIFY(std::ranges::equal(map.labels(), before.labels()));
    redo(map, *edit);
    QVERIFY(std::ranges::equal(map.labels(), after.labels()));
}

void TestBrush::smallBrushTakesTheVoxelUnderIt() {
    LabelMap map = LabelMap::empty(grid());
    QVERIFY(applyBrush(map, 1, ballAt({0.24, 0.24, 0.4}, 0.1)).has_value());
    QCOMPARE(map.count(1), std::size_t{1});
    QCOMPARE(map.at(PointLps{0.24, 0.24, 0.4}), LabelValue{1});
}

void TestBrush::strokeMayLeaveTheGrid() {
    LabelMap map = LabelMap::empty(grid());
    QVERIFY(applyBrush(map, 1, ballAt({-21, -21, -21}, 4)).has_value());
    QVERIFY(map.count(1) > 0);
    const auto outside = applyBrush(map, 1, ballAt({400, 0, 0}, 4));
    QVERIFY(outside.has_value() && outside->empty());
}

void TestBrush::refusesBadStrokes() {
    LabelMap map = LabelMap::empty(grid());
    const double nan = std::numeric_limits<double>::quiet_NaN();
    BrushStroke empty = ballAt({}, 3);
    empty.path.clear();
    BrushStroke flat = ballAt({}, 3);
    flat.discNormal = VectorLps{};
    for (const BrushStroke& bad :
         {empty, flat, ballAt({}, 0), ballAt({}, 99), ballAt({}, nan), ballAt({nan, 0, 0}, 3)}) {
        const auto edit = applyBrush(map, 1, bad);
        QVERIFY(!edit.has_value());
        QCOMPARE(edit.error().code, ErrorCode::InvalidArgument);
    }
    QCOMPARE(applyBrush(map, 0, ballAt({}, 3)).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(map.count(1), std::size_t{0});
}

QTEST_APPLESS_MAIN(TestBrush)
#include "tst_brush.moc"
