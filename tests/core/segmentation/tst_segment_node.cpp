#include "node_phantom.h"
#include "segmentation/segment_node.h"
#include <QtTest>
#include <limits>

using namespace nodewise;
using namespace nodewise::segmentation;

namespace {

class Cancelled final : public JobControl {
public:
    void report(double, std::string_view) override {}
    [[nodiscard]] bool cancelled() const override { return true; }
};

Result<NodeSegmentation> segment(const CtVolume& volume, PointLps click) {
    NullJobControl job;
    return segmentNode(volume, click, {}, job);
}

/// Muscle fills x > 8 mm but for the node; a vessel of 5 mm runs along z at y = -14 mm.
double neighbourhood(PointLps p) {
    if (std::hypot(p.x, p.y + 14) < 5)
        return kBloodHu;
    return p.x > 8 ? kMuscleHu : kFatHu;
}

}  // namespace

class TestSegmentNode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAnEllipsoidInFat_data();
    void findsAnEllipsoidInFat();
    void stopsAtMuscleAndVessel();
    void takesCoreAndRim_data();
    void takesCoreAndRim();
    void bridgesAHilum();
    void anotherClickGivesTheSame();
    void proposesASplit();
    void threadsDoNotChangeTheAnswer();
    void worksInOneSlice();
    void saysWhenTheVolumeCutsTheNode();
    void refusesWhatIsNoNode_data();
    void refusesWhatIsNoNode();
    void refusesBadInput();
    void stopsWhenCancelled();
};

void TestSegmentNode::findsAnEllipsoidInFat_data() {
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("pixel");
    QTest::addColumn<double>("slice");
    QTest::addColumn<double>("noise");
    QTest::addColumn<double>("least");
    QTest::newRow("6 mm, thin") << 3.0 << 0.4 << 0.6 << 8.0 << 0.85;
    QTest::newRow("10 mm, thin") << 5.0 << 0.5 << 1.0 << 8.0 << 0.92;
    QTest::newRow("10 mm, noisy") << 5.0 << 0.5 << 1.0 << 20.0 << 0.88;
    QTest::newRow("20 mm, 3 mm slices") << 10.0 << 0.5 << 3.0 << 8.0 << 0.92;
    QTest::newRow("20 mm, 5 mm slices") << 10.0 << 0.5 << 5.0 << 8.0 << 0.88;
    QTest::newRow("40 mm, 2 mm slices") << 20.0 << 0.8 << 2.0 << 8.0 << 0.95;
}

void TestSegmentNode::findsAnEllipsoidInFat() {
    QFETCH(double, radius);
    QFETCH(double, pixel);
    QFETCH(double, slice);
    QFETCH(double, noise);
    QFETCH(double, least);
    const std::array radii{radius, 0.85 * radius, 1.2 * radius};
    const GridGeometry grid = phantomGrid({pixel, pixel, slice});
    const auto inside = [&](PointLps p) { return ellipsoid(p, {1, 2, 0.3}, radii) <= 1; };
    const auto image = draw(
        grid, [&](PointLps p) { return inside(p) ? kNodeHu : kFatHu; }, noise);
    const auto found = segment(*image, PointLps{1, 2, 0.3} + VectorLps{0.3 * radius, 0, 0});
    QVERIFY2(found.has_value(), found ? "" : found.error().detail.c_str());
    const double score = dice(found->mask, maskWhere(grid, inside));
    QVERIFY2(score >= least, qPrintable(QString::number(score)));
    QCOMPARE(found->parts.size(), std::size_t{1});
    QVERIFY(found->edgeShare > 0.9);
    QVERIFY(distance(found->centre, {1, 2, 0.3}) < 0.15 * radius + 0.3 * slice);
}

void TestSegmentNode::stopsAtMuscleAndVessel() {
    const GridGeometry grid = phantomGrid({0.5, 0.5, 1});
    const auto inside = [](PointLps p) { return ellipsoid(p, {0, 0, 0}, {9, 9, 11}) <= 1; };
    const auto image = draw(
        grid, [&](PointLps p) { return inside(p) ? kNodeHu : neighbourhood(p); }, 8);
    const auto found = segment(*image, {-1, 0, 0});
    QVERIFY2(found.has_value(), found ? "" : found.error().detail.c_str());
    const double score = dice(found->mask, maskWhere(grid, inside));
    QVERIFY2(score >= 0.93, qPrintable(QString::number(score)));
    for (std::size_t n = 0; n < grid.voxelCount(); ++n) {
        const VoxelIndex v = grid.indexOf(n);
        const PointLps p = grid.toPatient(v);
        if (found->mask.at(v))
            QVERIFY(std::hypot(p.x, p.y + 14) > 4 && p.x < 11);
    }
}

void TestSegmentNode::takesCoreAndRim_data() {
    QTest::addColumn<double>("core");
    QTest::addColumn<double>("wall");
    QTest::addColumn<double>("clickX");
    QTest::newRow("necrotic, click in the core") << 22.0 << 3.0 << 0.0;
    QTest::newRow("necrotic, click in the rim") << 22.0 << 3.0 << -8.5;
    QTest::newRow("cystic, click in the fluid") << 12.0 << 1.6 << 0.0;
}

void TestSegmentNode::takesCoreAndRim() {
    QFETCH(double, core);
    QFETCH(double, wall);
    QFETCH(double, clickX);
    const GridGeometry grid = phantomGrid({0.5, 0.5, 1});
    const auto inside = [](PointLps p) { return ellipsoid(p, {0, 0, 0}, {10, 9, 12}) <= 1; };
    const auto image = draw(
        grid,
        [&](PointLps p) {
            if (ellipsoid(p, {0, 0, 0}, {10 - wall, 9 - wall, 12 - wall}) <= 1)
                return core;
            return inside(p) ? kNodeHu + 12 : (p.x > 8 ? kMuscleHu : kFatHu);
        },
        8);
    const auto found = segment(*image, {clickX, 0, 0});
    QVERIFY2(found.has_value(), found ? "" : found.error().detail.c_str());
    const double score = dice(found->mask, maskWhere(grid, inside));
    QVERIFY2(score >= 0.93, qPrintable(QString::number(score)));
}

void TestSegmentNode::bridgesAHilum() {
    const GridGeometry grid = phantomGrid({0.5, 0.5, 1});
    const auto inside = [](PointLps p) { return ellipsoid(p, {0, 0, 0}, {10, 9, 12}) <= 1; };
    const auto image = draw(
        grid,
        [&](PointLps p) {
            const bool hilum = ellipsoid(p, {7, 0, 0}, {7, 3, 5}) <= 1;
            return inside(p) && !hilum ? 86.0 : kFatHu;
        },
        8);
    const auto found = segment(*image, {-5, 0, 0});
    QVERIFY2(found.has_value(), found ? "" : found.error().detail.c_str());
    const double score = dice(found->mask, maskWhere(grid, inside));
    QVERIFY2(score >= 0.9, qPrintable(QString::number(score)));
    QVERIFY(found->mask.at(grid.nearestVoxel({4, 0, 0})));
}

void TestSegmentNode::anotherClickGivesTheSame() {
    const GridGeometry grid = phantomGrid({0.5, 0.5, 1});
    const auto image = draw(
        grid,
        [](PointLps p) {
            return ellipsoid(p, {0, 0, 0}, {7, 6, 9}) <= 1 ? kNodeHu : neighbourhood(p);
        },
        10);
    const auto first = segment(*image, {0, 0, 0});
    QVERIFY(first.has_value());
    for (const VectorLps moved : {VectorLps{2, 0, 0}, {-2, 0, 0}, {0, 2, 0}, {0, 0, -2}}) {
        const auto other = segment(*image, PointLps{} + moved);
        QVERIFY(other.has_value());
        QVERIFY(dice(first->mask, other->mask) >= 0.97);
    }
}

void TestSegmentNode::proposesASplit() {
    const GridGeometry grid = phantomGrid({0.5, 0.5, 1});
    const auto upper = [](PointLps p) { return ellipsoid(p, {0, 0, 8}, {8, 8, 9}) <= 1; };
    const auto lower = [](PointLps p) { return ellipsoid(p, {1, 0, -8}, {8, 7, 9}) <= 1; };
    const auto image = draw(
        grid, [&](PointLps p) { return upper(p) || lower(p) ? kNodeHu : kFatHu; }, 8);
    const auto found = segment(*image, {0, 0, 9});
    QVERIFY(found.has_value());
    QVERIFY(found->has(SegmentationFlag::Conglomerate));
    QCOMPARE(found->parts.size(), std::size_t{2});
    QVERIFY(found->parts[0].at(grid.nearestVoxel({0, 0, 9})));
    QVERIFY(found->parts[1].at(grid.nearestVoxel({1, 0, -9})));
    QCOMPARE(found->parts[0].count() + found->parts[1].count(), found->mask.count());
    const auto both = maskWhere(grid, [&](PointLps p) { return upper(p) || lower(p); });
    QVERIFY(dice(found->mask, both) >= 0.93);
    SegmentOptions alone;
    alone.joinNeighbours = false;
    NullJobControl job;
    const auto single = segmentNode(*image, {0, 0, 9}, alone, job);
    QVERIFY(single.has_value());
    QVERIFY(dice(single->mask, maskWhere(grid, upper)) >= 0.9);
}

void TestSegmentNode::threadsDoNotChangeTheAnswer() {
    const GridGeometry grid = phantomGrid({0.6, 0.6, 1.2});
    const auto image = draw(
        grid,
        [](PointLps p) {
            return ellipsoid(p, {0, 0, 0}, {7, 6, 9}) <= 1 ? kNodeHu : neighbourhood(p);
        },
        8);
    NullJobControl job;
    SegmentOptions one, many;
    one.threads = 1;
    many.threads = 4;
    const auto a = segmentNode(*image, {0, 1, 0}, one, job);
    const auto b = segmentNode(*image, {0, 1, 0}, many, job);
    QVERIFY(a.has_value() && b.has_value());
    QVERIFY(a->mask.bits == b->mask.bits && a->mask.start == b->mask.start);
}

void TestSegmentNode::worksInOneSlice() {
    const auto grid = GridGeometry::axisAligned({120, 120, 1}, {0.5, 0.5, 5}, {-30, -30, 0});
    const auto inside = [](PointLps p) { return ellipsoid(p, {0, 0, 0}, {8, 6, 50}) <= 1; };
    const auto image = draw(
        grid, [&](PointLps p) { return inside(p) ? kNodeHu : kFatHu; }, 8);
    const auto found = segment(*image, {2, 1, 0});
    QVERIFY2(found.has_value(), found ? "" : found.error().detail.c_str());
    QVERIFY(found->has(SegmentationFlag::OneSlice));
    QVERIFY(dice(found->mask, maskWhere(grid, inside)) >= 0.93);
}

void TestSegmentNode::saysWhenTheVolumeCutsTheNode() {
    const GridGeometry grid = phantomGrid({0.5, 0.5, 1});
    const auto image = draw(
        grid,
        [](PointLps p) {
            return ellipsoid(p, {0, 0, 26}, {8, 8, 9}) <= 1 ? kNodeHu : kFatHu;
        },
        8);
    const auto found = segment(*image, {0, 0, 24});
    QVERIFY(found.has_value());
    QVERIFY(found->has(SegmentationFlag::CutByVolume));
}

void TestSegmentNode::refusesWhatIsNoNode_data() {
    QTest::addColumn<double>("hu");
    QTest::newRow("air") << -1000.0;
    QTest::newRow("fat") << -100.0;
    QTest::newRow("bone") << 700.0;
    QTest::newRow("vessel") << 200.0;
    QTest::newRow("muscle") << 62.0;
}

void TestSegmentNode::refusesWhatIsNoNode() {
    QFETCH(double, hu);
    const auto image = draw(
        phantomGrid({0.8, 0.8, 1.5}), [&](PointLps) { return hu; }, 8);
    const auto found = segment(*image, {0, 0, 0});
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::NoNodeHere);
    QVERIFY(found.error().detail.find("click inside the node") != std::string::npos);
}

void TestSegmentNode::refusesBadInput() {
    const auto grid = phantomGrid({1, 1, 2});
    const auto image = draw(
        grid,
        [](PointLps p) {
            return ellipsoid(p, {}, {8, 8, 8}) <= 1 ? kNodeHu : kFatHu;
        },
        0);
    NullJobControl job;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(segment(*image, {500, 0, 0}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(segment(*image, {nan, 0, 0}).error().code, ErrorCode::InvalidArgument);
    SegmentOptions tiny;
    tiny.largestMm = 1;
    QCOMPARE(segmentNode(*image, {}, tiny, job).error().code, ErrorCode::InvalidArgument);
    std::vector<float> values(grid.voxelCount(), 60.0F);
    const auto mr = *CtVolume::create(grid, values, VoxelMeaning::Arbitrary);
    QCOMPARE(segment(*mr, {}).error().code, ErrorCode::InvalidArgument);
    values[grid.offset(grid.nearestVoxel({3, 0, 0}))] = std::numeric_limits<float>::quiet_NaN();
    const auto holed = *CtVolume::create(grid, values);
    QCOMPARE(segment(*holed, {}).error().code, ErrorCode::NotANumber);
}

void TestSegmentNode::stopsWhenCancelled() {
    const auto image = draw(
        phantomGrid({1, 1, 2}),
        [](PointLps p) {
            return ellipsoid(p, {}, {8, 8, 8}) <= 1 ? kNodeHu : kFatHu;
        },
        0);
    Cancelled job;
    QCOMPARE(segmentNode(*image, {}, {}, job).error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestSegmentNode)
#include "tst_segment_node.moc"
