#include "measure/series_facts.h"
#include "neck_scene.h"
#include <QtTest>
#include <limits>

using namespace nodewise;
using namespace nodewise::measure;

namespace {

SeriesFacts factsOf(const GridGeometry& grid, const Hu& hu, unsigned threads = 0) {
    NullJobControl job;
    return *findSeriesFacts(*paintVolume(grid, hu), job, threads);
}

GridGeometry neckGrid() {
    return centredGrid({140, 150, 36}, {1.0, 1.0, 2.0});
}

/// Cancels at the first look.
class Cancelled final : public JobControl {
public:
    void report(double, std::string_view) override {}
    [[nodiscard]] bool cancelled() const override { return true; }
};

}  // namespace

class TestSeriesFacts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheBlurOfSkin_data();
    void findsTheBlurOfSkin();
    void findsTheMirrorPlane_data();
    void findsTheMirrorPlane();
    void findsNoMirrorInHalfANeck();
    void measuresNoise_data();
    void measuresNoise();
    void measuresNoiseOfLongWaves_data();
    void measuresNoiseOfLongWaves();
    void tellsThePhase_data();
    void tellsThePhase();
    void takesNoCouchForVessels();
    void findsStreaks();
    void knowsWhatIsNoHu();
    void leavesOutWhatIsNotThere();
    void isTheSameForAnyNumberOfThreads();
    void canBeCancelled();
};

void TestSeriesFacts::findsTheBlurOfSkin_data() {
    QTest::addColumn<double>("inPlane");
    QTest::addColumn<double>("across");
    QTest::newRow("alike") << 0.8 << 0.8;
    QTest::newRow("thick slices") << 0.7 << 1.6;
    QTest::newRow("soft kernel") << 1.2 << 1.0;
}

/// A ball of soft tissue in air, its edge blurred by an SD that depends on the direction: each SD
/// within 8 % or 0.08 mm.
void TestSeriesFacts::findsTheBlurOfSkin() {
    QFETCH(double, inPlane);
    QFETCH(double, across);
    const auto facts = factsOf(centredGrid({124, 124, 100}, {1.0, 1.0, 1.25}), [&](PointLps p) {
        const double r = distance(p, {});
        const double c2 = r > 0 ? p.z * p.z / (r * r) : 0.0;
        const double sigma = std::sqrt(inPlane * inPlane * (1 - c2) + across * across * c2);
        return -1000 + 1050 * blurredEdge(r - 55, sigma);
    });
    QVERIFY(facts.blur && facts.blur->acrossMeasured);
    QVERIFY(std::abs(facts.blur->inPlaneSdMm - inPlane) < std::max(0.08, 0.08 * inPlane));
    QVERIFY(std::abs(facts.blur->acrossSdMm - across) < std::max(0.08, 0.08 * across));
    QVERIFY(std::abs(facts.blur->alongMm({0, 0, 1}, {0, 0, 1}) - facts.blur->acrossSdMm) < 1e-9);
}

void TestSeriesFacts::findsTheMirrorPlane_data() {
    QTest::addColumn<double>("yaw");
    QTest::addColumn<double>("shift");
    QTest::newRow("straight") << 0.0 << 0.0;
    QTest::newRow("shifted") << 0.0 << 7.0;
    QTest::newRow("turned") << 9.0 << -3.0;
    QTest::newRow("turned the other way") << -6.0 << 2.0;
}

/// The normal within 1.5 degrees, the plane within 1 mm at the neck's middle.
void TestSeriesFacts::findsTheMirrorPlane() {
    QFETCH(double, yaw);
    QFETCH(double, shift);
    const Neck neck;
    const auto facts =
        factsOf(neckGrid(), [&](PointLps p) { return neck.hu(turned(p, yaw, shift)); });
    QVERIFY(facts.mirror.has_value());
    const VectorLps expected{std::cos(yaw * kDegree), std::sin(yaw * kDegree), 0};
    const double angle =
        std::acos(std::clamp(dot(facts.mirror->normal, expected), -1.0, 1.0)) / kDegree;
    QVERIFY2(angle < 1.5, qPrintable(QString::number(angle)));
    const PointLps middle{shift, 0, 0};
    QVERIFY(std::abs(dot(middle - facts.mirror->point, facts.mirror->normal)) < 1.0);
    QVERIFY(facts.mirror->agreement > 0.9);
    const PointLps left{40, 3, 1};
    QVERIFY(distance(facts.mirror->mirrored(facts.mirror->mirrored(left)), left) < 1e-9);
}

void TestSeriesFacts::findsNoMirrorInHalfANeck() {
    const Neck neck;
    const auto facts = factsOf(GridGeometry::axisAligned({55, 150, 36}, {1, 1, 2}, {12, -75, -35}),
                               [&](PointLps p) { return neck.hu(p); });
    QVERIFY(!facts.mirror || facts.mirror->agreement < 0.8);
}

void TestSeriesFacts::measuresNoise_data() {
    QTest::addColumn<double>("sd");
    for (const double sd : {4.0, 10.0, 22.0})
        QTest::addRow("%.0f HU", sd) << sd;
}

/// White noise on a neck: within 12 % or 1 HU.
void TestSeriesFacts::measuresNoise() {
    QFETCH(double, sd);
    const Neck neck;
    SteadyNoise noise;
    const auto facts =
        factsOf(neckGrid(), [&](PointLps p) { return neck.hu(p) + sd * noise.next(); });
    QVERIFY(facts.noiseHu.has_value());
    QVERIFY2(std::abs(*facts.noiseHu - sd) < std::max(1.0, 0.12 * sd),
             qPrintable(QString::number(*facts.noiseHu)));
    QVERIFY(facts.streakSlices.empty());
}

void TestSeriesFacts::measuresNoiseOfLongWaves_data() {
    QTest::addColumn<double>("waves");
    QTest::addColumn<double>("sd");
    QTest::addColumn<double>("pixel");
    for (const double waves : {0.6, 1.0, 1.5})
        for (const double sd : {4.0, 10.0, 22.0})
            QTest::addRow("%.1f mm, %.0f HU", waves, sd) << waves << sd << 1.0;
    QTest::newRow("fine pixels") << 1.0 << 10.0 << 0.5;
}

/// White noise through a Gaussian of known SD in the plane, scaled to a known SD (closed form: the
/// sum of the squared weights is the variance that is left), on soft tissue within fat: 12 % or
/// 1 HU. Patches of 3 mm alone would show a quarter to two thirds of it.
void TestSeriesFacts::measuresNoiseOfLongWaves() {
    QFETCH(double, waves);
    QFETCH(double, sd);
    QFETCH(double, pixel);
    constexpr int side = 128, slices = 8;
    const int reach = static_cast<int>(std::ceil(4 * waves / pixel));
    std::vector<double> weights;
    double squares = 0;
    for (int d = -reach; d <= reach; ++d) {
        weights.push_back(std::exp(-0.5 * d * d * pixel * pixel / (waves * waves)));
        squares += weights.back() * weights.back();
    }
    SteadyNoise noise;
    std::vector<double> field(side * side * slices), half(field.size());
    for (double& value : field)
        value = sd / squares * noise.next();
    const auto blur = [&](const std::vector<double>& in, std::vector<double>& out, int u, int v) {
        for (int k = 0; k < slices; ++k)
            for (int j = 0; j < side; ++j)
                for (int i = 0; i < side; ++i) {
                    double sum = 0;
                    for (int d = -reach; d <= reach; ++d) {
                        const int x = (i + u * d + side) % side, y = (j + v * d + side) % side;
                        sum += weights[static_cast<std::size_t>(d + reach)] *
                               in[static_cast<std::size_t>((k * side + y) * side + x)];
                    }
                    out[static_cast<std::size_t>((k * side + j) * side + i)] = sum;
                }
    };
    blur(field, half, 1, 0);
    blur(half, field, 0, 1);
    const auto grid = GridGeometry::axisAligned({side, side, slices}, {pixel, pixel, 3.0});
    CtVolume::FloatVoxels voxels(field.size());
    for (std::size_t n = 0; n < voxels.size(); ++n) {
        const VoxelIndex at = grid.indexOf(n);
        const double tissue = std::hypot(at.i - 64, at.j - 64) < 58 ? 60 : -100;
        voxels[n] = static_cast<float>(tissue + field[n]);
    }
    NullJobControl job;
    const auto facts = findSeriesFacts(**CtVolume::create(grid, std::move(voxels)), job);
    QVERIFY(facts && facts->noiseHu.has_value());
    QVERIFY2(std::abs(*facts->noiseHu - sd) < std::max(1.0, 0.12 * sd),
             qPrintable(QString::number(*facts->noiseHu)));
}

void TestSeriesFacts::tellsThePhase_data() {
    QTest::addColumn<double>("vessel");
    QTest::addColumn<QString>("phase");
    QTest::newRow("enhanced") << 190.0 << "enhanced";
    QTest::newRow("unenhanced") << 45.0 << "unenhanced";
}

/// Two rails of a couch in air behind the neck are no vessels.
void TestSeriesFacts::takesNoCouchForVessels() {
    Neck neck;
    neck.vesselHu = 45;
    const auto facts = factsOf(neckGrid(), [&](PointLps p) {
        const bool rail = std::abs(std::abs(p.x) - 30) < 6 && p.y > 68 && p.y < 73;
        return rail ? 160.0 : neck.hu(p);
    });
    QVERIFY(facts.phase == ContrastPhase::Unenhanced);
}

void TestSeriesFacts::tellsThePhase() {
    QFETCH(double, vessel);
    QFETCH(QString, phase);
    Neck neck;
    neck.vesselHu = vessel;
    const auto facts = factsOf(neckGrid(), [&](PointLps p) { return neck.hu(p); });
    QCOMPARE(QString::fromStdString(std::string(word(facts.phase))), phase);
    QCOMPARE(facts.vesselHu.has_value(), vessel > 100);
    if (facts.vesselHu)
        QVERIFY(std::abs(*facts.vesselHu - vessel) < 25);
    QVERIFY(facts.plausibleHu && std::abs(facts.fatHu.value() + 100) < 6);
    QVERIFY(std::abs(facts.softTissueHu.value() - 60) < 6);
}

/// Metal with bright and dark bands in four slices.
void TestSeriesFacts::findsStreaks() {
    const Neck neck;
    SteadyNoise noise;
    const auto facts = factsOf(neckGrid(), [&](PointLps p) {
        double hu = neck.hu(p) + 8 * noise.next();
        const bool slice = p.z > 9.5 && p.z < 16.5;
        if (slice && std::abs(p.x) < 6 && std::abs(p.y + 40) < 6)
            return 3000.0;
        if (slice && hu > -300)
            hu += 60 * std::sin(1.7 * p.y);
        return hu;
    });
    QVERIFY(facts.streakSlices.size() >= 3 && facts.streakSlices.size() <= 5);
    for (const int slice : facts.streakSlices)
        QVERIFY(slice >= 22 && slice <= 26);
}

void TestSeriesFacts::knowsWhatIsNoHu() {
    const Neck neck;
    const auto stored = factsOf(neckGrid(), [&](PointLps p) { return neck.hu(p) + 1000; });
    QVERIFY(!stored.calibrated && !stored.noiseHu && !stored.blur);
    const auto drifted = factsOf(neckGrid(), [&](PointLps p) { return 0.85 * neck.hu(p); });
    QVERIFY(drifted.calibrated && !drifted.plausibleHu);
    NullJobControl job;
    const auto grid = neckGrid();
    const auto mr = *CtVolume::create(grid, CtVolume::FloatVoxels(grid.voxelCount(), 10.0F),
                                      VoxelMeaning::Arbitrary);
    QVERIFY(!findSeriesFacts(*mr, job)->calibrated);
}

void TestSeriesFacts::leavesOutWhatIsNotThere() {
    const auto facts = factsOf(centredGrid({40, 40, 20}, {1, 1, 1}),
                               [](PointLps p) { return distance(p, {}) < 8 ? 90.0 : -100.0; });
    QVERIFY(!facts.blur);
    QVERIFY(facts.phase == ContrastPhase::Unknown);
    QVERIFY(facts.calibrated && facts.plausibleHu);
    const auto broken = factsOf(centredGrid({40, 40, 20}, {1, 1, 1}),
                                [](PointLps) { return std::numeric_limits<double>::quiet_NaN(); });
    QVERIFY(!broken.blur && !broken.mirror && !broken.noiseHu && !broken.fatHu);
}

void TestSeriesFacts::isTheSameForAnyNumberOfThreads() {
    const Neck neck;
    const auto one = factsOf(
        neckGrid(), [&](PointLps p) { return neck.hu(p); }, 1);
    const auto four = factsOf(
        neckGrid(), [&](PointLps p) { return neck.hu(p); }, 4);
    QCOMPARE(one.blur->inPlaneSdMm, four.blur->inPlaneSdMm);
    QCOMPARE(one.mirror->agreement, four.mirror->agreement);
    QVERIFY(one.mirror->normal == four.mirror->normal);
    QCOMPARE(one.noiseHu.value(), four.noiseHu.value());
}

void TestSeriesFacts::canBeCancelled() {
    Cancelled job;
    const auto volume =
        paintVolume(centredGrid({20, 20, 20}, {1, 1, 1}), [](PointLps) { return 0; });
    QVERIFY(findSeriesFacts(*volume, job).error().code == ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestSeriesFacts)
#include "tst_series_facts.moc"
