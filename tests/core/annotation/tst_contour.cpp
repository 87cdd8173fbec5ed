#include "annotation/contour.h"
#include <QtTest>
#include <cmath>
#include <numbers>

using namespace nodewise;

namespace {

constexpr LabelValue kBall = 3, kHollow = 5;

template <class F>
LabelMap filled(const GridGeometry& grid, LabelValue label, F inside) {
    LabelMap map = LabelMap::empty(grid);
    for (std::size_t n = 0; n < grid.voxelCount(); ++n)
        if (inside(grid.toPatient(grid.indexOf(n))))
            map.set(grid.indexOf(n), label);
    return map;
}

GridGeometry grid(double spacing = 0.5, double thickness = 1.5) {
    const double c = std::cos(0.3), s = std::sin(0.3);
    return *GridGeometry::create({64, 60, 24}, {spacing, spacing, thickness}, {-10, 4, 50},
                                 {VectorLps{c, s, 0}, {-s, c, 0}, {0, 0, -1}});
}

SlicePlane planeThrough(PointLps point, VectorLps right, VectorLps down) {
    return {point - right * 37.3 - down * 11.9, right, down};
}

}  // namespace

class TestContour : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheRadiusOfABall_data();
    void findsTheRadiusOfABall();
    void keepsAHoleAsANegativeLine();
    void emptyWhereThePlaneMisses();
    void unsmoothedAreaOfABoxIsItsVoxels();
    void labelTouchingTheBorderStaysClosed();
    void linesLieOnThePlane();
};

void TestContour::findsTheRadiusOfABall_data() {
    QTest::addColumn<int>("view");
    QTest::addColumn<double>("offsetMm");
    QTest::addColumn<double>("toleranceMm");
    // A circle of radius √(r² − offset²); across thick slices the mask itself has steps.
    QTest::newRow("axial middle") << 0 << 0.0 << 0.1;
    QTest::newRow("axial between slices") << 0 << 3.3 << 0.25;
    QTest::newRow("coronal") << 1 << 0.0 << 0.3;
    QTest::newRow("sagittal") << 2 << 2.1 << 0.3;
    QTest::newRow("oblique") << 3 << 0.0 << 0.25;
}

void TestContour::findsTheRadiusOfABall() {
    QFETCH(int, view);
    QFETCH(double, offsetMm);
    QFETCH(double, toleranceMm);
    const GridGeometry g = grid();
    const PointLps centre = g.toPatient(VoxelIndex{31, 29, 11});
    const double radius = 8;
    const auto map = filled(g, kBall, [&](PointLps p) { return distance(p, centre) <= radius; });
    const std::array<std::array<VectorLps, 2>, 4> directions{
        {{g.axis(0), g.axis(1)},
         {g.axis(0), g.axis(2)},
         {g.axis(1), g.axis(2)},
         {normalized(g.axis(0) + g.axis(2)), g.axis(1)}}};
    const auto [right, down] = directions[static_cast<std::size_t>(view)];
    const VectorLps normal = normalized(cross(right, down));
    const SlicePlane plane = planeThrough(centre + normal * offsetMm, right * 0.2, down * 0.2);
    const auto lines = contoursOfLabel(map, kBall, plane);
    QCOMPARE(lines.size(), std::size_t{1});
    QVERIFY(lines.front().closed);
    const double wanted = std::sqrt(radius * radius - offsetMm * offsetMm);
    const double area = enclosedAreaMm2(lines, plane);
    const double got = std::sqrt(std::abs(area) / std::numbers::pi);
    QVERIFY2(std::abs(got - wanted) < toleranceMm, qPrintable(QString::number(got - wanted)));
    QVERIFY(area > 0);
}

void TestContour::keepsAHoleAsANegativeLine() {
    const GridGeometry g = grid();
    const PointLps centre = g.toPatient(VoxelIndex{31, 29, 11});
    const auto map = filled(g, kHollow, [&](PointLps p) {
        return distance(p, centre) <= 8 && distance(p, centre) > 4;
    });
    const SlicePlane plane = planeThrough(centre, g.axis(0), g.axis(1));
    const auto lines = contoursOfLabel(map, kHollow, plane);
    QCOMPARE(lines.size(), std::size_t{2});
    const double wanted = std::numbers::pi * (64 - 16);
    QVERIFY(std::abs(enclosedAreaMm2(lines, plane) - wanted) < 0.03 * wanted);
}

void TestContour::emptyWhereThePlaneMisses() {
    const GridGeometry g = grid();
    const PointLps centre = g.toPatient(VoxelIndex{31, 29, 11});
    const auto map = filled(g, kBall, [&](PointLps p) { return distance(p, centre) <= 5; });
    const SlicePlane above =
        planeThrough(centre + g.axis(2) * 12, g.axis(0) * 0.5, g.axis(1) * 0.5);
    QVERIFY(contoursOfLabel(map, kBall, above).empty());
    QVERIFY(
        contoursOfLabel(map, LabelValue{9}, planeThrough(centre, g.axis(0), g.axis(1))).empty());
}

void TestContour::unsmoothedAreaOfABoxIsItsVoxels() {
    const auto g = GridGeometry::axisAligned({30, 30, 10}, {1, 1, 2});
    LabelMap map = LabelMap::empty(g);
    for (int k = 3; k < 7; ++k)
        for (int j = 5; j < 15; ++j)
            for (int i = 8; i < 20; ++i)
                map.set({i, j, k}, kBall);
    const SlicePlane plane{{0, 0, 10}, {1, 0, 0}, {0, 1, 0}};
    const double area =
        enclosedAreaMm2(contoursOfLabel(map, kBall, plane, ContourSmoothing::None), plane);
    // Marching squares cuts each of the four corners by half a voxel in both directions: 4 · 1/8.
    QVERIFY(std::abs(area - (12 * 10 - 0.5)) < 1e-6);
}

void TestContour::labelTouchingTheBorderStaysClosed() {
    const auto g = GridGeometry::axisAligned({10, 10, 4}, {1, 1, 1});
    LabelMap map = LabelMap::empty(g);
    for (int j = 0; j < 10; ++j)
        for (int i = 0; i < 10; ++i)
            map.set({i, j, 2}, kBall);
    const SlicePlane plane{{0, 0, 2}, {1, 0, 0}, {0, 1, 0}};
    const auto lines = contoursOfLabel(map, kBall, plane);
    QCOMPARE(lines.size(), std::size_t{1});
    QVERIFY(lines.front().closed);
}

void TestContour::linesLieOnThePlane() {
    const GridGeometry g = grid();
    const PointLps centre = g.toPatient(VoxelIndex{31, 29, 11});
    const auto map = filled(g, kBall, [&](PointLps p) { return distance(p, centre) <= 6; });
    const SlicePlane plane = planeThrough(centre + g.axis(2) * 0.7, normalized({1, 0.4, 0.3}),
                                          normalized(cross({0, 0, 1}, {1, 0.4, 0.3})));
    const auto lines = contoursOfLabel(map, kBall, plane);
    QVERIFY(!lines.empty());
    for (const Contour& line : lines)
        for (const PointLps p : line.points)
            QVERIFY(std::abs(plane.signedDistanceMm(p)) < 1e-6);
}

QTEST_APPLESS_MAIN(TestContour)
#include "tst_contour.moc"
