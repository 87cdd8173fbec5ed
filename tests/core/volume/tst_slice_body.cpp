#include "volume/body_extent.h"
#include "volume/resample.h"
#include <QtTest>
#include <cmath>

using namespace nodewise;

namespace {

/// A neck of 100 × 120 mm, shoulders below, a table that does not touch it.
VolumePtr neckOnATable() {
    const auto grid = GridGeometry::axisAligned({200, 200, 40}, {2, 2, 3}, {-199, -199, -60});
    std::vector<std::int16_t> voxels(grid.voxelCount(), -1000);
    for (std::size_t n = 0; n < voxels.size(); ++n) {
        const PointLps p = grid.toPatient(grid.indexOf(n));
        const double rx = p.z < -40 ? 180 : 50;
        if (std::hypot((p.x - 10) / rx, (p.y + 20) / 60) <= 1)
            voxels[n] = 40;
        if (p.y > 60 && p.y < 70)
            voxels[n] = 200;
    }
    return *CtVolume::create(grid, std::move(voxels));
}

}  // namespace

class TestSliceBody : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheNeckWithoutShouldersAndTable();
    void isTheSameForEveryWayOfStoring();
    void nothingInAirOrWithoutHounsfield();
};

void TestSliceBody::findsTheNeckWithoutShouldersAndTable() {
    const auto body = bodyExtent(*neckOnATable());
    QVERIFY(body.has_value());
    // The counts reach a twentieth a little inside the ellipse's tips.
    QVERIFY(std::abs(body->sizeMm[0] - 100) <= 6);
    QVERIFY(std::abs(body->sizeMm[1] - 120) <= 6);
    QCOMPARE(body->sizeMm[2], 120.0);
    QVERIFY(std::abs(body->centre.x - 10) <= 2 && std::abs(body->centre.y + 20) <= 2);
}

void TestSliceBody::isTheSameForEveryWayOfStoring() {
    const auto volume = neckOnATable();
    const auto wanted = bodyExtent(*volume);
    for (int axis = 0; axis < 3; ++axis) {
        const auto got = bodyExtent(*reverseAxis(*volume, axis));
        QVERIFY(got.has_value());
        QVERIFY(distance(got->centre, wanted->centre) <= 4.5);
        for (std::size_t side = 0; side < 3; ++side)
            QVERIFY(std::abs(got->sizeMm[side] - wanted->sizeMm[side]) <= 6);
    }
}

void TestSliceBody::nothingInAirOrWithoutHounsfield() {
    const auto grid = GridGeometry::axisAligned({5, 5, 5}, {1, 1, 1});
    QVERIFY(!bodyExtent(**CtVolume::create(grid, std::vector<std::int16_t>(125, -1000))));
    QVERIFY(!bodyExtent(
        **CtVolume::create(grid, std::vector<std::int16_t>(125, 50), VoxelMeaning::Arbitrary)));
}

QTEST_APPLESS_MAIN(TestSliceBody)
#include "tst_slice_body.moc"
