#include "annotation/agreement.h"
#include <QtTest>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

using namespace nodewise;

namespace {

/// Numbers of one entry of the oracle file; this module has no JSON reader.
class Oracle {
public:
    explicit Oracle(const std::string& anchor) {
        std::ifstream file(NODEWISE_SHARED_DIR "/oracles/geometry/surface_distance.json");
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const auto at = text.find(anchor);
        m_text = at == std::string::npos ? "" : text.substr(at);
    }
    [[nodiscard]] bool found() const { return !m_text.empty(); }
    /// The n-th number after a key.
    [[nodiscard]] double number(const std::string& key, int nth = 0) const {
        auto at = m_text.find('"' + key + '"');
        if (at == std::string::npos)
            return std::numeric_limits<double>::quiet_NaN();
        at = m_text.find(':', at);
        for (int n = 0; n <= nth; ++n)
            at = m_text.find_first_of("-0123456789", n == 0 ? at : m_text.find(',', at));
        return std::stod(m_text.substr(at));
    }

private:
    std::string m_text;
};

LabelMap mapOf(std::array<int, 3> dims, std::array<double, 3> spacing, VoxelBox box) {
    LabelMap map = LabelMap::empty(GridGeometry::axisAligned(dims, spacing));
    for (int k = box.low.k; k <= box.high.k; ++k)
        for (int j = box.low.j; j <= box.high.j; ++j)
            for (int i = box.low.i; i <= box.high.i; ++i)
                map.set({i, j, k}, 1);
    return map;
}

Agreement held(const LabelMap& a, const LabelMap& b) {
    NullJobControl job;
    return *agreementOf(a, 1, b, 1, job);
}

LabelMap ballOf(const GridGeometry& grid, double radius, double x) {
    LabelMap map = LabelMap::empty(grid);
    for (std::size_t at = 0; at < grid.voxelCount(); ++at)
        if (distance(grid.toPatient(grid.indexOf(at)), PointLps{x, 0, 0}) <= radius)
            map.set(grid.indexOf(at), 1);
    return map;
}

void compare(const Agreement& agreement, const Oracle& oracle) {
    QVERIFY2(oracle.found(), "the oracle file is missing");
    for (std::size_t from : {0U, 1U}) {
        const int nth = static_cast<int>(from);
        QVERIFY(std::abs(agreement.averageMm(from) - oracle.number("avg_sd", nth)) < 6e-4);
        QVERIFY(std::abs(agreement.overlap(from, 1) - oracle.number("overlap_1mm", nth)) < 6e-4);
    }
    QVERIFY(std::abs(agreement.hausdorffMm() - oracle.number("hd100")) < 6e-4);
    QVERIFY(std::abs(agreement.hausdorffMm(95) - oracle.number("hd95")) < 6e-4);
    QVERIFY(std::abs(agreement.surfaceDice(1) - oracle.number("surface_dice_1mm")) < 6e-4);
    QVERIFY(std::abs(agreement.dice() - oracle.number("dice")) < 6e-4);
}

}  // namespace

class TestMaskAgreement : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesOnTwoPixels();
    void agreesOnTwoVoxels();
    void agreesOnTwoSlabs();
    void hasNoDistanceToNothing();
    void followsShiftedSpheres_data();
    void followsShiftedSpheres();
    void isNoughtForTheSameMask();
    void doesNotDependOnTheOrder();
    void refusesAnotherGrid();
};

/// oracles/geometry/surface_distance.json, exact cases, three decimals. Their arrays are stored
/// last index fastest, so that axis 0 of the file is the slowest here.
void TestMaskAgreement::agreesOnTwoPixels() {
    const std::array<int, 3> dims{128, 128, 1};
    const std::array<double, 3> spacing{1, 2, 1};
    compare(held(mapOf(dims, spacing, {{70, 50, 0}, {70, 50, 0}}),
                 mapOf(dims, spacing, {{72, 50, 0}, {72, 50, 0}})),
            Oracle("2d_two_pixels"));
}

void TestMaskAgreement::agreesOnTwoVoxels() {
    const std::array<int, 3> dims{128, 128, 128};
    const std::array<double, 3> spacing{1, 2, 3};
    compare(held(mapOf(dims, spacing, {{70, 60, 50}, {70, 60, 50}}),
                 mapOf(dims, spacing, {{72, 60, 50}, {72, 60, 50}})),
            Oracle("3d_two_voxels"));
}

void TestMaskAgreement::agreesOnTwoSlabs() {
    const std::array<int, 3> dims{100, 100, 100};
    const std::array<double, 3> spacing{1, 1, 2};
    compare(held(mapOf(dims, spacing, {{0, 0, 0}, {99, 99, 49}}),
                 mapOf(dims, spacing, {{0, 0, 0}, {99, 99, 50}})),
            Oracle("3d_two_slabs"));
}

/// The same file, "empty_prediction" and "both_empty": infinite or not a number, never 0.
void TestMaskAgreement::hasNoDistanceToNothing() {
    const std::array<int, 3> dims{20, 20, 20};
    const LabelMap some = mapOf(dims, {1, 1, 1}, {{5, 5, 5}, {8, 8, 8}});
    const LabelMap none = LabelMap::empty(some.geometry());
    const Agreement one = held(some, none);
    QVERIFY(std::isinf(one.averageMm(0)) && std::isnan(one.averageMm(1)));
    QVERIFY(std::isinf(one.hausdorffMm()) && std::isinf(one.hausdorffMm(95)));
    QCOMPARE(one.dice(), 0.0);
    QCOMPARE(one.surfaceDice(1), 0.0);
    const Agreement both = held(none, none);
    QVERIFY(std::isnan(both.averageMm(0)) && std::isnan(both.averageMm(1)));
    QVERIFY(std::isinf(both.hausdorffMm()) && std::isnan(both.dice()) &&
            std::isnan(both.jaccard()));
}

void TestMaskAgreement::followsShiftedSpheres_data() {
    QTest::addColumn<int>("shift");
    for (const int shift : {1, 2, 4, 8, 12})
        QTest::addRow("%d mm", shift) << shift;
}

/// analytic_shifted_spheres: Dice pi (4R+d)(2R-d)²/12 over the ball's volume, Hausdorff = shift.
/// On voxels of 0.5 mm: Dice within 0.01, Hausdorff within one voxel diagonal.
void TestMaskAgreement::followsShiftedSpheres() {
    QFETCH(int, shift);
    const Oracle oracle("\"shift\": " + std::to_string(shift) + ",");
    QVERIFY2(oracle.found(), "the oracle file is missing");
    const auto grid =
        GridGeometry::axisAligned({80, 44, 44}, {0.5, 0.5, 0.5}, {-10.13, -10.6, -10.8});
    const Agreement agreement = held(ballOf(grid, 8, 0), ballOf(grid, 8, shift));
    QVERIFY(std::abs(agreement.dice() - oracle.number("dice")) < 0.01);
    QVERIFY(std::abs(agreement.jaccard() - oracle.number("jaccard")) < 0.01);
    QVERIFY(std::abs(agreement.hausdorffMm() - oracle.number("hausdorff")) < 0.87);
}

void TestMaskAgreement::isNoughtForTheSameMask() {
    const auto grid = GridGeometry::axisAligned({40, 40, 20}, {0.5, 0.5, 1.25}, {-10, -10, -12});
    const LabelMap map = ballOf(grid, 6, 1);
    const Agreement same = held(map, map);
    QCOMPARE(same.dice(), 1.0);
    QCOMPARE(same.jaccard(), 1.0);
    QCOMPARE(same.averageMm(0), 0.0);
    QCOMPARE(same.hausdorffMm(), 0.0);
    QCOMPARE(same.surfaceDice(0), 1.0);
}

void TestMaskAgreement::doesNotDependOnTheOrder() {
    const auto grid = GridGeometry::axisAligned({50, 40, 20}, {0.5, 0.5, 1.25}, {-10, -10, -12});
    const LabelMap a = ballOf(grid, 6, 0), b = ballOf(grid, 5, 2.3);
    const Agreement there = held(a, b), back = held(b, a);
    QCOMPARE(there.dice(), back.dice());
    QCOMPARE(there.averageMm(0), back.averageMm(1));
    QCOMPARE(there.hausdorffMm(95), back.hausdorffMm(95));
    QVERIFY(std::abs(there.surfaceDice(1) - back.surfaceDice(1)) < 1e-12);
}

void TestMaskAgreement::refusesAnotherGrid() {
    NullJobControl job;
    const LabelMap a = mapOf({10, 10, 10}, {1, 1, 1}, {{2, 2, 2}, {4, 4, 4}});
    const LabelMap b = mapOf({10, 10, 11}, {1, 1, 1}, {{2, 2, 2}, {4, 4, 4}});
    QVERIFY(agreementOf(a, 1, b, 1, job).error().code == ErrorCode::GridMismatch);
}

QTEST_APPLESS_MAIN(TestMaskAgreement)
#include "tst_mask_agreement.moc"
