#include "base/job_control.h"
#include "volume/region_statistics.h"
#include "volume/resample.h"
#include <QtTest>
#include <cmath>
#include <numbers>

using namespace nodewise;

namespace {

GridGeometry turnedGrid() {
    const double c = std::cos(0.2), s = std::sin(0.2);
    return *GridGeometry::create({20, 18, 12}, {0.8, 0.8, 2.0}, {5, -7, 40},
                                 {VectorLps{c, s, 0}, {-s, c, 0}, {0, 0, 1}});
}

double field(PointLps p) {
    return 3 * p.x - 2 * p.y + 5 * p.z + 10;
}

/// A linear field: trilinear interpolation gives it back exactly.
VolumePtr linearVolume(const GridGeometry& grid) {
    std::vector<float> voxels(grid.voxelCount());
    for (std::size_t n = 0; n < voxels.size(); ++n)
        voxels[n] = static_cast<float>(field(grid.toPatient(grid.indexOf(n))));
    return *CtVolume::create(grid, std::move(voxels));
}

class Cancelled final : public JobControl {
public:
    void report(double, std::string_view) override {}
    [[nodiscard]] bool cancelled() const override { return true; }
};

}  // namespace

class TestSliceResample : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reproducesALinearField();
    void keepsTheBoxForAnotherSpacing();
    void fillsOutsideWithTheGivenValue();
    void roundsWholeNumbers();
    void refusesBadSpacings_data();
    void refusesBadSpacings();
    void stopsWhenCancelled();
    void croppedVoxelsKeepTheirPlace();
    void refusesPartsBeyondTheVolume_data();
    void refusesPartsBeyondTheVolume();
    void reversedAxesKeepEveryVoxelInPlace();
    void ellipseCountsTheVoxelsInside();
    void ellipseMeanOfALinearFieldIsItsCentre();
    void ellipseIsTheSameOnAReversedVolume();
    void ellipseRefusesEmptyAndNan();
};

void TestSliceResample::reproducesALinearField() {
    const auto volume = linearVolume(turnedGrid());
    const auto target =
        GridGeometry::axisAligned({6, 6, 6}, {0.5, 0.6, 0.7}, volume->geometry().centre());
    NullJobControl job;
    const auto made = resampleToGrid(*volume, target, -1, job);
    QVERIFY(made.has_value());
    for (std::size_t n = 0; n < target.voxelCount(); ++n) {
        const VoxelIndex at = target.indexOf(n);
        QVERIFY(std::abs((*made)->value(at) - field(target.toPatient(at))) < 1e-3);
    }
}

void TestSliceResample::keepsTheBoxForAnotherSpacing() {
    const auto volume = linearVolume(turnedGrid());
    NullJobControl job;
    const auto made = resampleToSpacing(*volume, {0.4, 1.6, 1.0}, job);
    QVERIFY(made.has_value());
    const GridGeometry& to = (*made)->geometry();
    QCOMPARE(to.dims(), (std::array{40, 9, 24}));
    const PointLps face = volume->geometry().toPatient(ContinuousIndex{-0.5, -0.5, -0.5});
    QVERIFY(distance(face, to.toPatient(ContinuousIndex{-0.5, -0.5, -0.5})) < 1e-9);
    const PointLps far = volume->geometry().toPatient(ContinuousIndex{19.5, 17.5, 11.5});
    QVERIFY(distance(far, to.toPatient(ContinuousIndex{39.5, 8.5, 23.5})) < 1e-9);
    QVERIFY(std::abs((*made)->value({20, 4, 10}) - field(to.toPatient(VoxelIndex{20, 4, 10}))) <
            1e-3);
}

void TestSliceResample::fillsOutsideWithTheGivenValue() {
    const auto volume = linearVolume(turnedGrid());
    const auto far = GridGeometry::axisAligned({2, 2, 2}, {1, 1, 1}, {900, 0, 0});
    NullJobControl job;
    const auto made = resampleToGrid(*volume, far, -1024, job);
    QVERIFY(made.has_value());
    QCOMPARE((*made)->range(), (ValueRange{-1024, -1024}));
}

void TestSliceResample::roundsWholeNumbers() {
    const auto grid = GridGeometry::axisAligned({2, 1, 1}, {1, 1, 1});
    const auto volume = *CtVolume::create(grid, std::vector<std::int16_t>{-3, 0});
    const auto target = GridGeometry::axisAligned({4, 1, 1}, {0.25, 1, 1});
    NullJobControl job;
    const auto made = resampleToGrid(*volume, target, 0, job);
    QVERIFY(made.has_value());
    QVERIFY((*made)->isInt16());
    const auto voxels = (*made)->int16Voxels();
    QCOMPARE(std::vector<std::int16_t>(voxels.begin(), voxels.end()),
             (std::vector<std::int16_t>{-3, -2, -2, -1}));
}

void TestSliceResample::refusesBadSpacings_data() {
    QTest::addColumn<double>("spacing");
    QTest::newRow("zero") << 0.0;
    QTest::newRow("negative") << -1.0;
    QTest::newRow("NaN") << std::nan("");
    QTest::newRow("too fine") << 1e-5;
}

void TestSliceResample::refusesBadSpacings() {
    QFETCH(double, spacing);
    const auto volume = linearVolume(turnedGrid());
    NullJobControl job;
    const auto made = resampleToSpacing(*volume, {spacing, spacing, spacing}, job);
    QVERIFY(!made.has_value());
    QVERIFY(made.error().code == ErrorCode::InvalidArgument);
}

void TestSliceResample::stopsWhenCancelled() {
    const auto volume = linearVolume(turnedGrid());
    Cancelled job;
    const auto made = resampleToSpacing(*volume, {1, 1, 1}, job);
    QVERIFY(!made.has_value());
    QVERIFY(made.error().code == ErrorCode::Cancelled);
}

void TestSliceResample::croppedVoxelsKeepTheirPlace() {
    const auto volume = linearVolume(turnedGrid());
    const auto part = cropVolume(*volume, {3, 4, 5}, {6, 5, 4});
    QVERIFY(part.has_value());
    const GridGeometry& grid = (*part)->geometry();
    QCOMPARE(grid.dims(), (std::array{6, 5, 4}));
    for (std::size_t n = 0; n < grid.voxelCount(); ++n) {
        const VoxelIndex at = grid.indexOf(n);
        QCOMPARE((*part)->value(at), volume->value({at.i + 3, at.j + 4, at.k + 5}));
        QVERIFY(std::abs((*part)->value(at) - field(grid.toPatient(at))) < 1e-3);
    }
}

void TestSliceResample::refusesPartsBeyondTheVolume_data() {
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("size");
    QTest::newRow("before the first") << -1 << 3;
    QTest::newRow("empty") << 0 << 0;
    QTest::newRow("past the last") << 18 << 3;
    QTest::newRow("overflow") << 3 << 2147483647;
}

void TestSliceResample::refusesPartsBeyondTheVolume() {
    QFETCH(int, start);
    QFETCH(int, size);
    const auto volume = linearVolume(turnedGrid());
    const auto part = cropVolume(*volume, {start, 0, 0}, {size, 1, 1});
    QVERIFY(!part.has_value());
    QVERIFY(part.error().code == ErrorCode::InvalidArgument);
}

void TestSliceResample::reversedAxesKeepEveryVoxelInPlace() {
    const auto volume = linearVolume(turnedGrid());
    for (int axis = 0; axis < 3; ++axis) {
        const auto turned = reverseAxis(*volume, axis);
        const GridGeometry& grid = turned->geometry();
        QVERIFY(grid.rightHanded() != volume->geometry().rightHanded());
        for (std::size_t n = 0; n < grid.voxelCount(); n += 7) {
            const VoxelIndex at = grid.indexOf(n);
            QVERIFY(std::abs(turned->value(at) - field(grid.toPatient(at))) < 1e-3);
        }
        const auto back = reverseAxis(*turned, axis);
        QVERIFY(back->geometry().sameGridAs(volume->geometry(), 1e-9));
        QCOMPARE(back->value({1, 2, 3}), volume->value({1, 2, 3}));
    }
}

void TestSliceResample::ellipseCountsTheVoxelsInside() {
    const auto grid = GridGeometry::axisAligned({41, 41, 5}, {0.5, 0.5, 2});
    const auto volume = linearVolume(grid);
    const PointLps centre = grid.toPatient(VoxelIndex{20, 20, 2});
    const auto got = ellipseStatistics(*volume, {centre, {6, 0, 0}, {0, 4, 0}});
    QVERIFY(got.has_value());
    std::size_t wanted = 0;
    for (int j = -20; j <= 20; ++j)
        for (int i = -20; i <= 20; ++i)
            wanted += std::pow(i * 0.5 / 6, 2) + std::pow(j * 0.5 / 4, 2) <= 1 ? 1 : 0;
    QCOMPARE(got->voxels, wanted);
    QVERIFY(std::abs(got->areaMm2 - std::numbers::pi * 24) < 1e-9);
    QVERIFY(std::abs(static_cast<double>(got->voxels) * 0.25 / got->areaMm2 - 1) < 0.03);
}

void TestSliceResample::ellipseMeanOfALinearFieldIsItsCentre() {
    const auto grid = GridGeometry::axisAligned({41, 41, 5}, {0.5, 0.5, 2});
    const auto volume = linearVolume(grid);
    const PointLps centre = grid.toPatient(VoxelIndex{18, 22, 2});
    const auto got = ellipseStatistics(*volume, {centre, {3, 3, 0}, {-2, 2, 0}});
    QVERIFY(got.has_value());
    QVERIFY(std::abs(got->mean - field(centre)) < 1e-3);
    // Along x the semi-axes project to √(3² + 2²), along y as well; variance of a uniform ellipse
    // is a quarter of each semi-axis squared: 9·(9+4)/4 + 4·(9+4)/4 + 2·(3·−2)·(9−4)/4.
    const double variance = (9 * 13 + 4 * 13 - 12 * 5) / 4.0;
    QVERIFY(std::abs(got->sd / std::sqrt(variance) - 1) < 0.05);
}

void TestSliceResample::ellipseIsTheSameOnAReversedVolume() {
    const auto volume = linearVolume(turnedGrid());
    const PointLps centre = volume->geometry().toPatient(VoxelIndex{10, 9, 6});
    const auto& grid = volume->geometry();
    const EllipseRegion region{centre, grid.axis(0) * 4.1, grid.axis(1) * 3.1};
    const auto wanted = ellipseStatistics(*volume, region);
    QVERIFY(wanted.has_value());
    for (int axis = 0; axis < 3; ++axis) {
        const auto got = ellipseStatistics(*reverseAxis(*volume, axis), region);
        QVERIFY(got.has_value());
        QCOMPARE(got->voxels, wanted->voxels);
        QVERIFY(std::abs(got->mean - wanted->mean) < 1e-6);
    }
}

void TestSliceResample::ellipseRefusesEmptyAndNan() {
    const auto grid = GridGeometry::axisAligned({4, 4, 4}, {1, 1, 1});
    std::vector<float> voxels(64, 1.0F);
    voxels[0] = std::nanf("");
    const auto volume = *CtVolume::create(grid, std::move(voxels));
    const auto far = ellipseStatistics(*volume, {{90, 0, 0}, {1, 0, 0}, {0, 1, 0}});
    QVERIFY(!far && far.error().code == ErrorCode::EmptyMask);
    const auto nan = ellipseStatistics(*volume, {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}});
    QVERIFY(!nan && nan.error().code == ErrorCode::NotANumber);
    const auto flat = ellipseStatistics(*volume, {{0, 0, 0}, {1, 0, 0}, {0, 0, 0}});
    QVERIFY(!flat && flat.error().code == ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestSliceResample)
#include "tst_slice_resample.moc"
