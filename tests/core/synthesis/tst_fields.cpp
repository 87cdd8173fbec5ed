#include "synthesis/eikonal.h"
#include "synthesis/mask_size.h"
#include "synthesis/noise_field.h"
#include "synthesis/shapes.h"
#include "synthesis/space_warp.h"
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::synthesis;

/// The building blocks against closed forms.
class TestFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void capsuleDistanceIsExact();
    void ellipseDistanceIsFirstOrderAtTheOutline();
    void angleAgreesWithTheLibrary();
    void noiseIsCentredAndPeriodic();
    void lineAndPointGiveTheSameNoise();
    void frontKeepsEuclidsDistance();
    void frontStopsAtWalls();
    void warpHasAnInverse();
    void pushKeepsTheAreaOfTheNode();
    void calipersMeasureABox();
};

void TestFields::capsuleDistanceIsExact() {
    const StrokePoint a{0, 0, 2}, b{10, 0, 2};
    QVERIFY(std::fabs(capsule(5, 5, a, b) - 3) < 1e-5);
    QVERIFY(std::fabs(capsule(-3, -4, a, b) - 3) < 1e-5);
    QVERIFY(std::fabs(capsule(5, 0, a, b) + 2) < 1e-5);
}

void TestFields::ellipseDistanceIsFirstOrderAtTheOutline() {
    for (int degree = 0; degree < 360; degree += 15) {
        const auto t = static_cast<float>(degree * 0.0174532925);
        const float x = 8 * std::cos(t), y = 4 * std::sin(t);
        QVERIFY(std::fabs(ellipseDistance(x, y, 8, 4)) < 1e-4);
        // A step of 0.2 mm along the normal changes the distance by 0.2 mm within 5 %.
        const float nx = std::cos(t) / 8, ny = std::sin(t) / 4, n = std::hypot(nx, ny);
        const float d = ellipseDistance(x + 0.2F * nx / n, y + 0.2F * ny / n, 8, 4);
        QVERIFY(std::fabs(d - 0.2F) < 0.01F);
    }
}

void TestFields::angleAgreesWithTheLibrary() {
    for (int degree = -179; degree < 180; degree += 7) {
        const double t = degree * 0.017453292519943295;
        const float a =
            angleDeg(static_cast<float>(40 * std::cos(t)), static_cast<float>(40 * std::sin(t)));
        QVERIFY(std::fabs(a - static_cast<float>(degree)) < 0.02F);
    }
}

void TestFields::noiseIsCentredAndPeriodic() {
    const NoiseTile tile(3);
    double sum = 0, squares = 0;
    int count = 0;
    for (float x = 0; x < 16; x += 0.37F)
        for (float y = 0; y < 16; y += 0.41F)
            for (float z = 0; z < 16; z += 0.43F) {
                const double n = tile.at(x, y, z);
                sum += n;
                squares += n * n;
                ++count;
            }
    QVERIFY(std::fabs(sum / count) < 0.01);
    const double sd = std::sqrt(squares / count);
    QVERIFY2(sd > 0.2 && sd < 0.3, qPrintable(QString::number(sd)));
    QVERIFY(std::fabs(tile.at(1.2F, 3.4F, 5.6F) - tile.at(17.2F, 3.4F, -10.4F)) < 1e-3F);
    QVERIFY(tile.at(1.2F, 3.4F, 5.6F) != NoiseTile(4).at(1.2F, 3.4F, 5.6F));
}

void TestFields::lineAndPointGiveTheSameNoise() {
    const NoiseTile tile(3);
    NoiseLine line(tile, 12, {6, 4, 9});
    line.setRow(-33.25F, 12.5F);
    for (float x = -100; x < 100; x += 3.3F)
        QVERIFY(std::fabs(line.at(x) - tile.at(x / 6, -33.25F / 4, 12.5F / 9, 12)) < 2e-3F);
}

void TestFields::frontKeepsEuclidsDistance() {
    Block block{{0, 0, 0}, 0.5F, {41, 41, 41}};
    const std::vector<float> speed(block.count(), 1.0F);
    const auto centre = block.index(20, 20, 20);
    const auto time =
        arrivalTimes(block, speed, {centre}, [](std::size_t, float) { return false; });
    // First order: at most a cell too late at 8 mm.
    for (const auto& [i, j, k] : {std::array{36, 20, 20}, {32, 32, 20}, {30, 30, 30}}) {
        const float d = 0.5F * std::hypot(static_cast<float>(i - 20), static_cast<float>(j - 20),
                                          static_cast<float>(k - 20));
        const float t = time[block.index(i, j, k)];
        QVERIFY2(t >= d - 1e-3F && t < d + 0.9F, qPrintable(QString::number(t - d)));
    }
}

void TestFields::frontStopsAtWalls() {
    Block block{{0, 0, 0}, 1, {21, 5, 5}};
    std::vector<float> speed(block.count(), 1.0F);
    for (int k = 0; k < 5; ++k)
        for (int j = 0; j < 5; ++j)
            speed[block.index(10, j, k)] = 0;
    const auto time = arrivalTimes(block, speed, {block.index(0, 2, 2)},
                                   [](std::size_t, float) { return false; });
    QVERIFY(std::fabs(time[block.index(9, 2, 2)] - 9) < 0.01F);
    for (int i = 10; i < 21; ++i)
        QCOMPARE(time[block.index(i, 2, 2)], kNever);
}

void TestFields::warpHasAnInverse() {
    Recipe recipe;
    recipe.seed = 9;
    recipe.patient.yawDeg = 5;
    const CasePlan plan = makePlan(recipe);
    const NoiseTile tile(9);
    const SpaceWarp warp(plan, tile);
    for (const auto& [x, y, z] :
         {std::array{40.0F, -20.0F, 10.0F}, {-55.0F, 12.0F, -30.0F}, {5.0F, -60.0F, 0.0F}}) {
        const auto p = warp.patient(x, y, z);
        const auto q = warp.straight(p[0], p[1], z);
        QVERIFY(std::hypot(q[0] - x, q[1] - y) < 0.05F);
    }
}

void TestFields::pushKeepsTheAreaOfTheNode() {
    PushBody body;
    body.radii = {8, 8, 10};
    body.strength = 1;
    // All that lay inside 8 mm now lies outside: a point at the rim looks up the middle.
    const auto rim = pushAt(body, 8, 0, 0);
    QVERIFY(std::fabs(8 + rim[0]) < 0.05F);
    const auto near = pushAt(body, 10, 0, 0);
    QVERIFY(std::fabs((10 + near[0]) - std::sqrt(100.0F - 64.0F)) < 0.05F);
    const auto far = pushAt(body, 40, 0, 0);
    QCOMPARE(far[0], 0.0F);
    const auto above = pushAt(body, 10, 0, 12);
    QCOMPARE(above[0], 0.0F);
}

void TestFields::calipersMeasureABox() {
    LabelMap map = LabelMap::empty(GridGeometry::axisAligned({20, 20, 10}, {0.5, 0.5, 2}));
    for (int k = 2; k < 5; ++k)
        for (int j = 4; j < 10; ++j)
            for (int i = 3; i < 11; ++i)
                map.set({i, j, k}, 1);
    const MaskSize size = measureMask(map, 1);  // 4 × 3 × 6 mm
    QVERIFY(std::fabs(size.longAxisMm - 5.0) < 1e-9);
    QVERIFY(std::fabs(size.shortAxisMm - 2 * 4.0 * 3.0 / 5.0) < 1e-9);  // hull across the diagonal
    QVERIFY(std::fabs(size.greatestMm - std::sqrt(16.0 + 9 + 36)) < 1e-9);
    QVERIFY(std::fabs(size.volumeMm3 - 72) < 1e-9);
}

QTEST_APPLESS_MAIN(TestFields)
#include "tst_fields.moc"
