#include "annotation/label_map.h"
#include <QtTest>

using namespace nodewise;

class TestLabelMap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesLabelsThatDoNotFitTheGrid();
    void knowsCountBoxAndCentroid();
    void outsideIsBackground();
};

void TestLabelMap::refusesLabelsThatDoNotFitTheGrid() {
    const auto map =
        LabelMap::create({GridGeometry::axisAligned({2, 2, 2}, {1, 1, 1}), {1, 2, 3}, {}});
    QVERIFY(!map.has_value());
    QVERIFY(map.error().code == ErrorCode::GridMismatch);
}

void TestLabelMap::knowsCountBoxAndCentroid() {
    LabelMap map =
        LabelMap::empty(GridGeometry::axisAligned({8, 9, 10}, {0.5, 1, 2}, {10, 20, 30}));
    QVERIFY(!map.boxOf(4).has_value());
    QVERIFY(!map.centroidOf(4).has_value());
    map.set({1, 2, 3}, 4);
    map.set({3, 2, 5}, 4);
    map.setName(4, "node-1");
    QCOMPARE(map.count(4), std::size_t{2});
    QVERIFY(*map.boxOf(4) == (VoxelBox{{1, 2, 3}, {3, 2, 5}}));
    QVERIFY(distance(*map.centroidOf(4), {11, 22, 38}) < 1e-9);
    QCOMPARE(*map.labelNamed("node-1"), LabelValue{4});
    QVERIFY(!map.labelNamed("node-2").has_value());
}

void TestLabelMap::outsideIsBackground() {
    LabelMap map = LabelMap::empty(GridGeometry::axisAligned({2, 2, 2}, {1, 1, 1}));
    map.set({1, 1, 1}, 9);
    QCOMPARE(map.at(PointLps{1.2, 0.9, 1.4}), LabelValue{9});
    QCOMPARE(map.at(PointLps{50, 0, 0}), LabelValue{0});
    QCOMPARE(map.at(PointLps{1e30, 0, 0}), LabelValue{0});
}

QTEST_APPLESS_MAIN(TestLabelMap)
#include "tst_label_map.moc"
