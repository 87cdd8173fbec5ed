// Slices between drawn ones: discs of two sizes give a cone, equal ones a
// cylinder.
#include "segmentation/fill_between.h"
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::segmentation;

namespace {

void drawDisc(LabelMap& map, double cx, double cy, double radius, int k) {
    for (int j = 0; j < map.geometry().dims()[1]; ++j)
        for (int i = 0; i < map.geometry().dims()[0]; ++i) {
            const PointLps p = map.geometry().toPatient(VoxelIndex{i, j, k});
            if (std::hypot(p.x - cx, p.y - cy) <= radius)
                map.set({i, j, k}, 1);
        }
}

double areaOf(const LabelMap& map, int k) {
    int count = 0;
    for (int j = 0; j < map.geometry().dims()[1]; ++j)
        for (int i = 0; i < map.geometry().dims()[0]; ++i)
            count += map.at(VoxelIndex{i, j, k}) == 1 ? 1 : 0;
    return count * map.geometry().spacing()[0] * map.geometry().spacing()[1];
}

}  // namespace

class TestFillBetween : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalDiscsGiveACylinder();
    void unequalDiscsGiveACone();
    void nothingIsAddedBeyondTheEnds();
    void otherLabelsStay();
    void nothingToFillIsEmpty();
};

void TestFillBetween::equalDiscsGiveACylinder() {
    LabelMap map = LabelMap::empty(GridGeometry::axisAligned({60, 70, 9}, {0.5, 0.8, 2}));
    drawDisc(map, 14, 25, 6, 1);
    drawDisc(map, 14, 25, 6, 6);
    redo(map, fillBetween(map, 1));
    for (int k = 1; k <= 6; ++k)
        QCOMPARE(areaOf(map, k), areaOf(map, 1));
}

void TestFillBetween::unequalDiscsGiveACone() {
    LabelMap map = LabelMap::empty(GridGeometry::axisAligned({80, 80, 9}, {0.5, 0.5, 2}));
    drawDisc(map, 20, 20, 4, 2);
    drawDisc(map, 20, 20, 10, 6);
    redo(map, fillBetween(map, 1));
    for (int k = 2; k <= 6; ++k) {
        const double radius = 4 + 6 * (k - 2) / 4.0;
        const double found = std::sqrt(areaOf(map, k) / 3.14159265);
        // A third of a pixel for the raster of the discs.
        QVERIFY2(std::abs(found - radius) < 0.17, qPrintable(QString::number(found - radius)));
    }
}

void TestFillBetween::nothingIsAddedBeyondTheEnds() {
    LabelMap map = LabelMap::empty(GridGeometry::axisAligned({40, 40, 9}, {1, 1, 2}));
    drawDisc(map, 20, 20, 5, 3);
    drawDisc(map, 22, 20, 5, 5);
    redo(map, fillBetween(map, 1));
    QCOMPARE(areaOf(map, 2), 0.0);
    QCOMPARE(areaOf(map, 6), 0.0);
    QVERIFY(areaOf(map, 4) > 50);
}

void TestFillBetween::otherLabelsStay() {
    LabelMap map = LabelMap::empty(GridGeometry::axisAligned({40, 40, 9}, {1, 1, 2}));
    drawDisc(map, 20, 20, 5, 3);
    drawDisc(map, 20, 20, 5, 5);
    map.set({20, 20, 4}, 7);
    redo(map, fillBetween(map, 1));
    QCOMPARE(map.at(VoxelIndex{20, 20, 4}), LabelValue{7});
    QCOMPARE(map.at(VoxelIndex{21, 20, 4}), LabelValue{1});
}

void TestFillBetween::nothingToFillIsEmpty() {
    LabelMap map = LabelMap::empty(GridGeometry::axisAligned({20, 20, 5}, {1, 1, 2}));
    QVERIFY(fillBetween(map, 1).empty());
    drawDisc(map, 10, 10, 4, 1);
    drawDisc(map, 10, 10, 4, 2);
    QVERIFY(fillBetween(map, 1).empty());
}

QTEST_APPLESS_MAIN(TestFillBetween)
#include "tst_fill_between.moc"
