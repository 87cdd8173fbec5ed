#include "casepack/outline_size.h"
#include <QTest>
#include <cmath>
#include <functional>

using namespace nodewise;
using namespace nodewise::casepack;

namespace {

LabelMap drawn(const GridGeometry& grid, const std::function<bool(PointLps)>& inside) {
    LabelMap labels = LabelMap::empty(grid);
    for (std::size_t at = 0; at < grid.voxelCount(); ++at)
        if (inside(grid.toPatient(grid.indexOf(at))))
            labels.set(grid.indexOf(at), 2);
    return labels;
}

}  // namespace

/// Closed forms: a box of n voxels measures n times the spacing between the midpoints of its outer
/// faces; curved bodies come within a voxel.
class TestOutlineSize : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void measuresASingleVoxel() {
        LabelMap labels = LabelMap::empty(GridGeometry::axisAligned({5, 5, 5}, {2, 2, 3}));
        labels.set({2, 2, 2}, 1);
        const OutlineSize size = sizeOfOutline(labels, 1);
        QCOMPARE(size.longAxisMm, 2.0);
        QCOMPARE(size.shortAxisMm, 2.0);
        QCOMPARE(size.greatestMm, 3.0);
        QCOMPARE(centreOfOutline(labels, 1), (PointLps{4, 4, 6}));
    }

    void measuresABar() {
        const auto grid = GridGeometry::axisAligned({40, 10, 10}, {0.5, 0.5, 2});
        LabelMap labels = LabelMap::empty(grid);
        for (int i = 5; i < 35; ++i)
            labels.set({i, 4, 4}, 1);
        const OutlineSize size = sizeOfOutline(labels, 1);
        QCOMPARE(size.longAxisMm, 15.0);
        QCOMPARE(size.shortAxisMm, 0.5);
        QCOMPARE(size.greatestMm, 15.0);
    }

    void measuresEllipsoids_data() {
        QTest::addColumn<double>("a");
        QTest::addColumn<double>("b");
        QTest::addColumn<double>("c");
        QTest::addColumn<double>("turnDeg");
        QTest::newRow("ball") << 8.0 << 8.0 << 8.0 << 0.0;
        QTest::newRow("flat") << 12.0 << 6.0 << 5.0 << 0.0;
        QTest::newRow("turned") << 12.0 << 6.0 << 5.0 << 33.0;
        QTest::newRow("tall") << 7.0 << 5.0 << 14.0 << 70.0;
    }
    void measuresEllipsoids() {
        QFETCH(double, a);
        QFETCH(double, b);
        QFETCH(double, c);
        QFETCH(double, turnDeg);
        const auto grid = GridGeometry::axisAligned({80, 80, 60}, {0.5, 0.5, 1}, {-20, -20, -30});
        const double turn = turnDeg * 3.14159265358979 / 180;
        const LabelMap labels = drawn(grid, [&](PointLps p) {
            const double u = p.x * std::cos(turn) + p.y * std::sin(turn);
            const double v = p.y * std::cos(turn) - p.x * std::sin(turn);
            return u * u / (a * a) + v * v / (b * b) + p.z * p.z / (c * c) <= 1;
        });
        const OutlineSize size = sizeOfOutline(labels, 2);
        QVERIFY(std::abs(size.longAxisMm - 2 * std::max(a, b)) < 0.51);
        QVERIFY(std::abs(size.shortAxisMm - 2 * std::min(a, b)) < 0.7);
        QVERIFY(std::abs(size.greatestMm - 2 * std::max({a, b, c})) < 1.01);
    }

    /// Sagittal stacks: the axial slice is that of the patient, not of the file.
    void measuresInThePatientsAxialPlane() {
        const GridGeometry::Axes sagittal{VectorLps{0, 1, 0}, VectorLps{0, 0, -1},
                                          VectorLps{1, 0, 0}};
        const auto grid =
            GridGeometry::create({60, 80, 40}, {0.5, 0.5, 1}, {-20, -15, 20}, sagittal);
        QVERIFY(grid.has_value());
        const LabelMap labels = drawn(*grid, [](PointLps p) {
            return p.x * p.x / 36 + p.y * p.y / 64 + p.z * p.z / 225 <= 1;
        });
        const OutlineSize size = sizeOfOutline(labels, 2);
        QVERIFY(std::abs(size.longAxisMm - 16) < 1.01);
        QVERIFY(std::abs(size.shortAxisMm - 12) < 1.01);
        QVERIFY(std::abs(size.greatestMm - 30) < 1.01);
    }

    void putsTheCentreOfABentOutlineIntoIt() {
        const auto grid = GridGeometry::axisAligned({40, 40, 3}, {1, 1, 1}, {-20, -20, 0});
        const LabelMap labels = drawn(grid, [](PointLps p) {
            const double radius = std::hypot(p.x, p.y);
            return radius > 12 && radius < 16 && p.y > -4;
        });
        QCOMPARE(labels.at(centreOfOutline(labels, 2)), LabelValue{2});
    }
};

QTEST_APPLESS_MAIN(TestOutlineSize)
#include "tst_outline_size.moc"
