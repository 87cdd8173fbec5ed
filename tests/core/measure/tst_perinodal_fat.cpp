#include "measure/measurements.h"
#include "neck_scene.h"
#include "serial/file_io.h"
#include "serial/json.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::measure;

namespace {

const PointLps kNode{30, -30, 0};

/// A neck with a node of 6 mm in the fat of the left side and haze round it on either side.
struct HazyNeck {
    double leftHu = 0, rightHu = 0;  ///< Added to the fat within `reachMm` of the node (its image).
    double reachMm = 6;
    double noiseHu = 0;

    [[nodiscard]] double hu(PointLps p) const {
        if (distance(p, kNode) <= 6)
            return 95;
        double value = Neck{}.hu(p);
        if (value < -90 && value > -110) {
            const double mm = distance({std::abs(p.x), p.y, p.z}, kNode) - 6;
            if (mm <= reachMm)
                value += p.x > 0 ? leftHu : rightHu;
        }
        return value;
    }
    [[nodiscard]] static LabelMap structures(const GridGeometry& grid) {
        LabelMap map = paintLabels(
            grid,
            [](PointLps p) {
                const double hu = Neck{}.hu(p);
                return hu > 40 && distance(p, kNode) > 6;
            },
            9);
        map.setName(9, "muscle");
        return map;
    }
    [[nodiscard]] Measurements measure(bool withFacts = true, bool withMap = true) const {
        const auto grid = centredGrid({140, 150, 36}, {1.0, 1.0, 2.0});
        SteadyNoise noise;
        const auto image = paintVolume(grid, [&](PointLps p) {
            const double own = hu(p);
            return own > -500 ? own + noiseHu * noise.next() : own;
        });
        NullJobControl job;
        const auto facts = *findSeriesFacts(*image, job);
        const auto labels = paintLabels(grid, ball(6, kNode));
        const auto map = structures(grid);
        MeasureOptions options;
        options.facts = withFacts ? &facts : nullptr;
        return *measureNode(*image, labels, 1, withMap ? &map : nullptr, options, job);
    }
};

bool hasFlag(const Measurements& m, QualityFlag flag) {
    return std::find(m.flags.begin(), m.flags.end(), flag) != m.flags.end();
}

}  // namespace

class TestPerinodalFat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fillsTheOraclesShells_data();
    void fillsTheOraclesShells();
    void seesHowFarHazeReaches();
    void comparesWithTheOppositeSide_data();
    void comparesWithTheOppositeSide();
    void takesFatFurtherOutWithoutAMirror();
    void raisesTheLineWithTheNoise();
    void leavesTissueOutWithoutAMap();
    void mapsEachVoxel();
    void saysWhenThereIsNoFat();
};

void TestPerinodalFat::fillsTheOraclesShells_data() {
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<double>("volumeMm3");
    const auto text =
        serial::readFile(NODEWISE_SHARED_DIR "/oracles/geometry/edge_and_texture_analytic.json");
    QVERIFY2(text.has_value(), "the oracle file is missing");
    const auto json = serial::parseJson(*text);
    // The rows give shells of 0 to t mm round a ball: what lies between two of them is ours.
    struct Row {
        double radius = 0, t = 0, volume = 0;
    };
    std::vector<Row> rows;
    for (const auto& one : json->find("perinodal_shell")->find("rows")->elements()) {
        const serial::Reader r(one);
        rows.push_back({r.number("R"), r.number("t"), r.number("volume")});
    }
    for (const Row& inner : rows)
        for (const Row& outer : rows)
            if (inner.radius == outer.radius && inner.t < outer.t)
                QTest::addRow("R %.0f, %.0f to %.0f mm", inner.radius, inner.t, outer.t)
                    << inner.radius << inner.t << outer.t << outer.volume - inner.volume;
}

/// Layers of a millimetre, added up between two rows of the oracle: within 5 %; all together 3 %
/// (tst_measurements).
void TestPerinodalFat::fillsTheOraclesShells() {
    QFETCH(double, radius);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(double, volumeMm3);
    const int wide = static_cast<int>(2 * (radius + 7) / 0.5);
    const auto grid = centredGrid({wide, wide, wide}, {0.5, 0.5, 0.5});
    const auto image =
        paintVolume(grid, [&](PointLps p) { return distance(p, {}) <= radius ? 95.0 : -100.0; });
    NullJobControl job;
    const auto m = *measureNode(*image, paintLabels(grid, ball(radius)), 1, nullptr, job);
    double volume = 0;
    for (const FatLayer& layer : m.fat->layers) {
        QCOMPARE(layer.toMm, layer.fromMm + 1);
        QCOMPARE(layer.hu, -100.0);
        QCOMPARE(layer.raisedShare, 0.0);
        if (layer.fromMm >= from && layer.toMm <= to)
            volume += static_cast<double>(layer.voxels) * 0.125;
    }
    QVERIFY2(std::abs(volume / volumeMm3 - 1) < 0.05,
             qPrintable(QString::number(volume / volumeMm3)));
}

void TestPerinodalFat::seesHowFarHazeReaches() {
    const auto grid = centredGrid({80, 80, 80}, {0.5, 0.5, 0.5});
    const auto image = paintVolume(grid, [](PointLps p) {
        const double r = distance(p, {});
        return r <= 8 ? 95.0 : r <= 11 ? -30.0 : -100.0;
    });
    NullJobControl job;
    const auto m = *measureNode(*image, paintLabels(grid, ball(8)), 1, nullptr, job);
    const auto& layers = m.fat->layers;
    QVERIFY(layers[0].raisedShare > 0.99 && layers[1].raisedShare > 0.93);
    QVERIFY(layers[2].raisedShare < 0.07 && layers[3].raisedShare == 0.0);
    QVERIFY(layers[0].hu > -32 && layers[3].hu < -98);
}

void TestPerinodalFat::comparesWithTheOppositeSide_data() {
    QTest::addColumn<double>("left");
    QTest::addColumn<double>("right");
    QTest::newRow("clean") << 0.0 << 0.0;
    QTest::newRow("stranded") << 60.0 << 0.0;
    QTest::newRow("both sides alike") << 60.0 << 60.0;
}

/// The mirrored shell gives the HU the other side has, within 4; the excess is what differs, within
/// 0.06.
void TestPerinodalFat::comparesWithTheOppositeSide() {
    QFETCH(double, left);
    QFETCH(double, right);
    HazyNeck neck;
    neck.leftHu = left;
    neck.rightHu = right;
    const auto m = neck.measure();
    QVERIFY(m.fat->reference == FatReference::Opposite);
    QVERIFY(!hasFlag(m, QualityFlag::NoOppositeSide));
    QVERIFY2(std::abs(*m.fat->referenceHu - (right - 100)) < 4,
             qPrintable(QString::number(*m.fat->referenceHu)));
    QVERIFY(std::abs(m.fat->shellHu - (left - 100)) < 4);
    QVERIFY(std::abs(*m.fat->excessIndex - (left > right ? 1.0 : 0.0)) < 0.06);
    for (const FatLayer& layer : m.fat->referenceLayers)
        QVERIFY(layer.voxels > 20 && std::abs(layer.hu - (right - 100)) < 6);
}

void TestPerinodalFat::takesFatFurtherOutWithoutAMirror() {
    HazyNeck neck;
    neck.leftHu = 60;
    const auto m = neck.measure(false);
    QVERIFY(m.fat->reference == FatReference::Remote);
    QVERIFY(std::abs(*m.fat->referenceHu + 100) < 3);
    QVERIFY(m.fat->referenceLayers[0].voxels == 0);
}

/// Noise of 18 HU lifts a tenth of clean fat over -80: the line rises with it.
void TestPerinodalFat::raisesTheLineWithTheNoise() {
    HazyNeck quiet, loud;
    loud.noiseHu = 18;
    QCOMPARE(quiet.measure().fat->raisedFromHu, -80.0);
    const auto m = loud.measure();
    QVERIFY(m.fat->raisedFromHu > -70 && m.fat->raisedFromHu < -56);
    QVERIFY2(m.fat->strandingIndex < 0.05, qPrintable(QString::number(m.fat->strandingIndex)));
    QVERIFY(std::abs(*m.noiseHu - 18) < 3);
}

void TestPerinodalFat::leavesTissueOutWithoutAMap() {
    HazyNeck neck;
    neck.noiseHu = 6;
    const auto named = neck.measure(true, true), bare = neck.measure(true, false);
    QVERIFY(hasFlag(bare, QualityFlag::StructuresNotMasked));
    QVERIFY(!hasFlag(named, QualityFlag::StructuresNotMasked));
    QVERIFY(std::abs(bare.fat->shellHu - named.fat->shellHu) < 6);
    QVERIFY(std::abs(bare.fat->strandingIndex - named.fat->strandingIndex) < 0.06);
}

void TestPerinodalFat::mapsEachVoxel() {
    HazyNeck neck;
    neck.leftHu = 60;
    const auto m = neck.measure();
    QCOMPARE(m.fat->map.size(), m.fat->shellVoxels);
    for (const FatVoxel& voxel : m.fat->map) {
        QVERIFY(voxel.soft >= 0 && voxel.soft <= 1);
        QVERIFY(std::abs(static_cast<double>(voxel.soft) -
                         std::clamp((static_cast<double>(voxel.hu) + 100) / 160, 0.0, 1.0)) < 1e-5);
    }
}

void TestPerinodalFat::saysWhenThereIsNoFat() {
    const auto grid = centredGrid({60, 60, 60}, {1, 1, 1});
    const auto image =
        paintVolume(grid, [](PointLps p) { return distance(p, {}) <= 8 ? 95.0 : 55.0; });
    NullJobControl job;
    const auto m = *measureNode(*image, paintLabels(grid, ball(8)), 1, nullptr, job);
    QVERIFY(!m.fat && m.gaps.at("fat") == Gap::NoFatAround);
    QVERIFY(hasFlag(m, QualityFlag::NoFatAround));
}

QTEST_APPLESS_MAIN(TestPerinodalFat)
#include "tst_perinodal_fat.moc"
