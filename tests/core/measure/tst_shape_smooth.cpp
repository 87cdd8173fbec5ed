#include "lobed_shapes.h"
#include "measure/shape.h"
#include "shape_masks.h"
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace nodewise;
using namespace nodewise::measure;

namespace {

constexpr double kPi = 3.14159265358979323846;

}  // namespace

/// Roundness, roughness and hollows of the surface without voxel steps, against closed forms.
class TestShapeSmooth : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scoresPerfectSpheresAlike_data();
    void scoresPerfectSpheresAlike();
    void comesNearTheClosedFormOfEllipsoids_data();
    void comesNearTheClosedFormOfEllipsoids();
    void tellsLobedFromRound_data();
    void tellsLobedFromRound();
    void measuresRoughnessOfBumps_data();
    void measuresRoughnessOfBumps();
    void findsNoRoughnessOnEllipsoids();
    void findsTheHollowOfTwoLobes_data();
    void findsTheHollowOfTwoLobes();
    void growsWithRoughnessAndLobes();
    void staysTheSameWhenFlippedOrTurned_data();
    void staysTheSameWhenFlippedOrTurned();
    void hardlyMovesWithAShiftOfAPartOfAVoxel_data();
    void hardlyMovesWithAShiftOfAPartOfAVoxel();
};

void TestShapeSmooth::scoresPerfectSpheresAlike_data() {
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("inPlane");
    QTest::addColumn<double>("slice");
    for (const double radius : {5.0, 8.0, 15.0, 25.0})
        for (const auto& [inPlane, slice] :
             {std::pair{0.5, 0.5}, std::pair{0.5, 1.25}, std::pair{0.43, 3.0}, std::pair{0.7, 0.7}})
            QTest::addRow("radius %.0f, %.2f x %.2f", radius, inPlane, slice)
                << radius << inPlane << slice;
}

/// The issue: at least 0.97 for r = 8 and 15 mm at 0.5, 1.25 and 3 mm; never above 1.005; rough by
/// less than 0.1 mm (0.25 mm on 3 mm slices); hollow on under 1 % (2 % on 3 mm slices).
void TestShapeSmooth::scoresPerfectSpheresAlike() {
    QFETCH(double, radius);
    QFETCH(double, inPlane);
    QFETCH(double, slice);
    for (const VectorLps shift :
         {VectorLps{}, VectorLps{0.13, -0.21, 0.07}, VectorLps{0.2, 0.1, 0.5 * slice},
          VectorLps{0, 0, 0.25 * slice}}) {
        const auto shape = shapeOf(
            paintBox(roomy(radius, {inPlane, inPlane, slice}), ball(radius, PointLps{} + shift)));
        QVERIFY(shape.sphericityCorrected && shape.roughnessMm && shape.concaveFraction);
        qInfo("corrected %.4f raw %.4f roughness %.3f hollow %.4f", *shape.sphericityCorrected,
              shape.sphericity, *shape.roughnessMm, *shape.concaveFraction);
        QVERIFY(*shape.sphericityCorrected >= 0.97 && *shape.sphericityCorrected <= 1.005);
        QVERIFY(*shape.roughnessMm < (slice >= 3 ? 0.25 : 0.1));
        QVERIFY(*shape.concaveFraction < (slice >= 3 ? 0.02 : 0.01));
    }
}

void TestShapeSmooth::comesNearTheClosedFormOfEllipsoids_data() {
    QTest::addColumn<int>("index");
    const auto json = readJson(kShapes);
    const auto* shapes = json.find("shapes");
    QVERIFY2(shapes != nullptr, "the oracle file is missing");
    for (std::size_t i = 0; i < shapes->size(); ++i) {
        const serial::Reader r(shapes->elements()[i]);
        const auto spacing = r.numbers("spacing", 3);
        if (!r.string("name").starts_with("box"))
            QTest::addRow("%s at %.2f x %.2f", r.string("name").c_str(), spacing[0], spacing[2])
                << static_cast<int>(i);
    }
}

/// oracles/geometry/synthetic_shapes.json, analytic sphericity of rounded shapes: 3 %.
void TestShapeSmooth::comesNearTheClosedFormOfEllipsoids() {
    QFETCH(int, index);
    const auto json = readJson(kShapes);
    const serial::Reader r(json.find("shapes")->elements()[static_cast<std::size_t>(index)]);
    const auto shape = shapeOf(oracleMask(json, r));
    const double truth = r.at("analytic").number("sphericity");
    qInfo("corrected %.4f, closed form %.4f, raw %.4f, rough %.3f, hollow %.3f",
          *shape.sphericityCorrected, truth, shape.sphericity, *shape.roughnessMm,
          *shape.concaveFraction);
    QVERIFY(rel(*shape.sphericityCorrected, truth) < 0.03);
}

void TestShapeSmooth::tellsLobedFromRound_data() {
    QTest::addColumn<double>("slice");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("0.5 mm") << 0.5 << 0.01;
    QTest::newRow("1.25 mm") << 1.25 << 0.02;
    QTest::newRow("3 mm") << 3.0 << 0.05;
}

/// Six lobes of 2 mm on a radius of 10 mm: the smooth surface must not smooth them away. Closed
/// form by quadrature; clearly below a sphere on the same grid.
void TestShapeSmooth::tellsLobedFromRound() {
    QFETCH(double, slice);
    QFETCH(double, tolerance);
    const auto grid = roomy(13, {0.5, 0.5, slice});
    const auto round = shapeOf(paintBox(grid, ball(10, {0.13, -0.21, 0.07})));
    const auto rough = shapeOf(paintBox(grid, shifted(lobed(10, 0.2, 6), {0.13, -0.21, 0.07})));
    const double truth = sphericityOfLobed(10, 0.2, 6);
    qInfo("lobed %.4f, closed form %.4f, sphere %.4f", *rough.sphericityCorrected, truth,
          *round.sphericityCorrected);
    QVERIFY(rel(*rough.sphericityCorrected, truth) < tolerance);
    QVERIFY(*rough.sphericityCorrected < *round.sphericityCorrected - 0.05);
    QVERIFY(*rough.concaveFraction > 0.1);
    QVERIFY(*rough.roughnessMm > 3 * *round.roughnessMm);
}

void TestShapeSmooth::measuresRoughnessOfBumps_data() {
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("height");
    QTest::addColumn<int>("lobes");
    QTest::addColumn<double>("slice");
    QTest::newRow("3 lobes") << 10.0 << 0.1 << 3 << 0.5;
    QTest::newRow("6 lobes") << 10.0 << 0.1 << 6 << 0.5;
    QTest::newRow("6 lobes of 2 mm") << 10.0 << 0.2 << 6 << 0.5;
    QTest::newRow("8 lobes") << 15.0 << 0.05 << 8 << 0.5;
    QTest::newRow("6 lobes, 1.25 mm") << 10.0 << 0.1 << 6 << 1.25;
    QTest::newRow("3 lobes, 3 mm") << 10.0 << 0.2 << 3 << 3.0;
}

/// Closed form: R e rms(Y) with Y = cos(k phi) sin(theta)^k. Tolerance 10 %, 15 % from 1.25 mm up.
void TestShapeSmooth::measuresRoughnessOfBumps() {
    QFETCH(double, radius);
    QFETCH(double, height);
    QFETCH(int, lobes);
    QFETCH(double, slice);
    const auto shape = shapeOf(
        paintBox(roomy(radius * (1 + height), {0.5, 0.5, slice}), lobed(radius, height, lobes)));
    double square = 0;  // mean of sin(theta)^2k over the sphere, times mean of cos²
    constexpr int kSteps = 2000;
    for (int n = 0; n < kSteps; ++n) {
        const double theta = kPi * (n + 0.5) / kSteps;
        square += 0.25 * std::pow(std::sin(theta), 2 * lobes + 1) * kPi / kSteps;
    }
    const double truth = radius * height * std::sqrt(square);
    qInfo("roughness %.3f mm, closed form %.3f mm", *shape.roughnessMm, truth);
    QVERIFY(rel(*shape.roughnessMm, truth) < (slice > 1 ? 0.15 : 0.10));
}

void TestShapeSmooth::findsNoRoughnessOnEllipsoids() {
    for (const double slice : {0.5, 1.25})
        for (const char* name : {"ellipsoid_12_8_6", "ellipsoid_15_9_7_rot_z30"}) {
            const auto shape = shapeOf(paintBox(roomy(16, {0.5, 0.5, slice}),
                                                shifted(oracleShape(name), {0.13, -0.21, 0.07})));
            QVERIFY(*shape.roughnessMm < 0.12);
            QVERIFY(*shape.concaveFraction < 0.01);
        }
}

void TestShapeSmooth::findsTheHollowOfTwoLobes_data() {
    QTest::addColumn<double>("height");
    QTest::addColumn<double>("slice");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("deep waist") << 0.4 << 0.5 << 0.02;
    QTest::newRow("waist") << 0.3 << 0.5 << 0.02;
    QTest::newRow("deep waist, 1.25 mm") << 0.4 << 1.25 << 0.05;
    QTest::newRow("waist, 1.25 mm") << 0.3 << 1.25 << 0.05;
    QTest::newRow("deep waist, 3 mm") << 0.4 << 3.0 << 0.1;
}

/// Closed form from the sign of the curvature of r = R (1 + e cos 2t): within 0.02, 0.05 on 1.25 mm
/// and 0.1 on 3 mm slices, which spread the waist.
void TestShapeSmooth::findsTheHollowOfTwoLobes() {
    QFETCH(double, height);
    QFETCH(double, slice);
    QFETCH(double, tolerance);
    const auto shape =
        shapeOf(paintBox(roomy(10 * (1 + height), {0.5, 0.5, slice}), peanut(10, height)));
    qInfo("hollow %.3f, closed form %.3f", *shape.concaveFraction, hollowShareOfPeanut(height));
    QVERIFY(std::abs(*shape.concaveFraction - hollowShareOfPeanut(height)) < tolerance);
}

/// Rows of oracles/geometry/edge_and_texture_analytic.json, lobulated_outline_2d: the order of
/// height and number of lobes.
void TestShapeSmooth::growsWithRoughnessAndLobes() {
    const auto grid = roomy(12.5, {0.5, 0.5, 0.5});
    double roughBefore = -1, roundBefore = 2;
    for (const double height : {0.0, 0.05, 0.1, 0.2}) {
        const auto shape = shapeOf(paintBox(grid, lobed(10, height, 6)));
        QVERIFY(*shape.roughnessMm > roughBefore && *shape.sphericityCorrected < roundBefore);
        roughBefore = *shape.roughnessMm;
        roundBefore = *shape.sphericityCorrected;
    }
}

void TestShapeSmooth::staysTheSameWhenFlippedOrTurned_data() {
    QTest::addColumn<int>("change");
    QTest::newRow("flipped along x") << 0;
    QTest::newRow("flipped along z") << 1;
    QTest::newRow("turned by 90 degrees about z") << 2;
    QTest::newRow("moved by whole voxels") << 3;
}

/// The smooth values agree to 1e-4, the raw mesh to 1e-9 but for saddles of the marching cubes,
/// which depend on which corner comes last (1e-3).
void TestShapeSmooth::staysTheSameWhenFlippedOrTurned() {
    QFETCH(int, change);
    const auto grid = roomy(12, {0.5, 0.5, 1.0});
    const Inside lopsided = [](PointLps p) {
        return ball(6, {-2, 1, 0.5})(p) || ball(4, {3.3, 2.2, -3.1})(p);
    };
    const auto plain = shapeOf(paintBox(grid, lopsided));
    const auto changed = shapeOf(paintBox(grid, [&](PointLps p) {
        const std::array<PointLps, 4> from{PointLps{-p.x, p.y, p.z}, PointLps{p.x, p.y, -p.z},
                                           PointLps{p.y, -p.x, p.z},
                                           PointLps{p.x - 1.5, p.y + 2, p.z - 3}};
        return lopsided(from[static_cast<std::size_t>(change)]);
    }));
    QVERIFY(rel(changed.meshVolumeMl, plain.meshVolumeMl) < 1e-3);
    QVERIFY(rel(changed.meshAreaMm2, plain.meshAreaMm2) < 1e-3);
    QVERIFY(std::abs(changed.meshGreatestMm - plain.meshGreatestMm) < 1e-9);
    QVERIFY(std::abs(*changed.sphericityCorrected - *plain.sphericityCorrected) < 1e-3);
    QVERIFY(std::abs(*changed.roughnessMm - *plain.roughnessMm) < 2e-3);
    QVERIFY(std::abs(*changed.concaveFraction - *plain.concaveFraction) < 0.01);
}

void TestShapeSmooth::hardlyMovesWithAShiftOfAPartOfAVoxel_data() {
    QTest::addColumn<double>("slice");
    QTest::addColumn<double>("round");
    QTest::addColumn<double>("rough");
    QTest::addColumn<double>("hollow");
    QTest::newRow("0.5 mm") << 0.5 << 0.005 << 0.02 << 0.02;
    QTest::newRow("1.25 mm") << 1.25 << 0.01 << 0.05 << 0.04;
    QTest::newRow("3 mm") << 3.0 << 0.03 << 0.15 << 0.08;
}

/// A lopsided body moved by fractions of a voxel: spread of each value within the stated bound.
void TestShapeSmooth::hardlyMovesWithAShiftOfAPartOfAVoxel() {
    QFETCH(double, slice);
    QFETCH(double, round);
    QFETCH(double, rough);
    QFETCH(double, hollow);
    const auto grid = roomy(14, {0.5, 0.5, slice});
    std::vector<double> spheres, bumps, hollows;
    for (const double part : {0.0, 0.2, 0.4, 0.6, 0.8}) {
        const VectorLps by{0.5 * part, -0.5 * part, slice * part};
        const auto shape = shapeOf(paintBox(grid, [&](PointLps p) {
            return ball(8, PointLps{-3, 1, 0.5} + by)(p) ||
                   ball(6, PointLps{5.3, 2.2, -1.1} + by)(p);
        }));
        spheres.push_back(*shape.sphericityCorrected);
        bumps.push_back(*shape.roughnessMm);
        hollows.push_back(*shape.concaveFraction);
    }
    const auto spread = [](const std::vector<double>& values) {
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        return *high - *low;
    };
    qInfo("spread: sphericity %.4f, roughness %.4f mm, hollow %.4f", spread(spheres), spread(bumps),
          spread(hollows));
    QVERIFY(spread(spheres) < round);
    QVERIFY(spread(bumps) < rough);
    QVERIFY(spread(hollows) < hollow);
}

QTEST_APPLESS_MAIN(TestShapeSmooth)
#include "tst_shape_smooth.moc"
