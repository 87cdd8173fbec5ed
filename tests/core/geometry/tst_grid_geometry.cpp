#include "geometry/grid_geometry.h"
#include <QtTest>

using namespace nodewise;

class TestGridGeometry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTripsObliquePoints();
    void refusesBadGrids_data();
    void refusesBadGrids();
};

void TestGridGeometry::roundTripsObliquePoints() {
    const double c = std::cos(0.3), s = std::sin(0.3);
    const auto grid = GridGeometry::create({40, 50, 60}, {0.5, 0.7, 2.0}, {-10, 20, 30},
                                           {VectorLps{c, s, 0}, {-s, c, 0}, {0, 0, -1}});
    QVERIFY(grid.has_value());
    QVERIFY(!grid->rightHanded());
    const ContinuousIndex given{3.25, 17.5, 41.75};
    const ContinuousIndex back = grid->toIndex(grid->toPatient(given));
    QVERIFY(std::abs(back.i - given.i) + std::abs(back.j - given.j) + std::abs(back.k - given.k) <
            1e-9);
    QCOMPARE(grid->indexOf(grid->offset({7, 8, 9})), (VoxelIndex{7, 8, 9}));
    QCOMPARE(grid->axisAlong(2), 2);
    QVERIFY(grid->part({1, 2, 3}, {4, 5, 6}).origin() == grid->toPatient(VoxelIndex{1, 2, 3}));
}

void TestGridGeometry::refusesBadGrids_data() {
    QTest::addColumn<int>("columns");
    QTest::addColumn<double>("spacing");
    QTest::addColumn<double>("axisX");
    QTest::newRow("no column") << 0 << 1.0 << 1.0;
    QTest::newRow("zero spacing") << 4 << 0.0 << 1.0;
    QTest::newRow("NaN spacing") << 4 << std::nan("") << 1.0;
    QTest::newRow("long axis") << 4 << 1.0 << 2.0;
}

void TestGridGeometry::refusesBadGrids() {
    QFETCH(int, columns);
    QFETCH(double, spacing);
    QFETCH(double, axisX);
    const auto grid = GridGeometry::create({columns, 4, 4}, {spacing, 1, 1}, {},
                                           {VectorLps{axisX, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    QVERIFY(!grid.has_value());
    QVERIFY(grid.error().code == ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestGridGeometry)
#include "tst_grid_geometry.moc"
