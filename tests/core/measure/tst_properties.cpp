#include "measure/measurements_json.h"
#include "neck_scene.h"
#include "volume/volume_io.h"
#include <QTemporaryDir>
#include <QtTest>
#include <limits>

using namespace nodewise;
using namespace nodewise::measure;

namespace {

/// An egg with a soft core, a blurred left third, haze in front and a muscle behind. Everything is
/// a formula, so that it can be turned, mirrored and moved at will. A third and no half: the median
/// of two widths in equal parts is either of them.
struct Scene {
    std::function<PointLps(PointLps)> toOwn = [](PointLps p) { return p; };
    double noiseHu = 0;

    static double eggMm(PointLps p) { return (std::hypot(p.x / 9, p.y / 7.5, p.z / 8) - 1) * 8; }
    [[nodiscard]] bool node(PointLps q) const { return eggMm(toOwn(q)) <= 0; }
    [[nodiscard]] bool muscle(PointLps q) const {
        const PointLps p = toOwn(q);
        return p.y > 6.5 && p.y < 20 && eggMm(p) > 0;
    }
    [[nodiscard]] double hu(PointLps q) const {
        const PointLps p = toOwn(q);
        const double mm = eggMm(p);
        const double fat = p.y < -6 && mm < 5 ? -45.0 : -100.0;
        const double solid = std::hypot(p.x, p.y, p.z) < 4 ? 20.0 : 95.0;
        const double outside = muscle(q) ? 60.0 : fat;
        return outside + (solid - outside) * blurredEdge(mm, p.x > 3 ? 1.6 : 0.5);
    }
    [[nodiscard]] Measurements measure(const GridGeometry& grid) const {
        SteadyNoise noise;
        const auto image =
            paintVolume(grid, [&](PointLps p) { return hu(p) + noiseHu * noise.next(); });
        const auto labels = paintLabels(grid, [&](PointLps p) { return node(p); });
        LabelMap map = paintLabels(
            grid, [&](PointLps p) { return muscle(p); }, 3);
        map.setName(3, "sternocleidomastoid_left");
        NullJobControl job;
        return *measureNode(*image, labels, 1, &map, job);
    }
};

GridGeometry usual() {
    return centredGrid({92, 92, 60}, {0.5, 0.5, 0.8});
}

/// How far two sets of numbers may lie apart.
struct Bounds {
    double widthMm, share, hu, lengthMm, areaPart;
    bool contact = true;  ///< The area of contact and the lost plane count.
};

void compare(const Measurements& a, const Measurements& b, const Bounds& bounds) {
    const auto near = [](const char* what, double x, double y, double bound) {
        if (std::abs(x - y) <= bound)
            return true;
        qWarning("%s: %g against %g", what, x, y);
        return false;
    };
    QVERIFY(near("long", a.size->longAxis->lengthMm, b.size->longAxis->lengthMm, 1.1));
    QVERIFY(near("short", a.size->shortAxis->lengthMm, b.size->shortAxis->lengthMm, 1.1));
    QVERIFY(near("greatest", a.size->greatest->lengthMm, b.size->greatest->lengthMm, 1.1));
    QVERIFY(near("height", *a.size->craniocaudalMm, *b.size->craniocaudalMm, 1.1));
    QVERIFY(near("volume", a.size->volumeMl / b.size->volumeMl, 1, 0.03));
    QVERIFY(near("sphericity", *a.shape->sphericityCorrected, *b.shape->sphericityCorrected, 0.02));
    QVERIFY(near("rough shape", *a.shape->roughnessMm, *b.shape->roughnessMm, 0.1));
    QVERIFY(near("hollow", *a.shape->concaveFraction, *b.shape->concaveFraction, 0.05));
    QVERIFY(near("p90", a.margin->widthP90Mm, b.margin->widthP90Mm, 2 * bounds.widthMm));
    QVERIFY(near("width", a.margin->widthMedianMm, b.margin->widthMedianMm, bounds.widthMm));
    QVERIFY(near("step", a.margin->stepHu, b.margin->stepHu, 2 * bounds.hu));
    QVERIFY(near("indistinct", a.margin->indistinctFraction, b.margin->indistinctFraction,
                 2 * bounds.share));
    QVERIFY(near("shell", a.fat->shellHu, b.fat->shellHu, bounds.hu));
    QVERIFY(near("stranding", a.fat->strandingIndex, b.fat->strandingIndex, bounds.share));
    QVERIFY(near("reference", a.fat->referenceHu.value_or(0), b.fat->referenceHu.value_or(0),
                 bounds.hu));
    QVERIFY(near("necrosis", a.necrosis->fraction, b.necrosis->fraction, bounds.share));
    QVERIFY(near("depth", a.extension->depthMm, b.extension->depthMm, bounds.lengthMm));
    QVERIFY(near("necrosis HU", a.necrosis->hu.value_or(0), b.necrosis->hu.value_or(0), 6));
    QVERIFY(near("sector", a.extension->sectorDeg, b.extension->sectorDeg, 10));
    const auto &ca = a.contacts.at(0), &cb = b.contacts.at(0);
    if (bounds.contact) {
        QVERIFY(near("area", ca.areaMm2 / cb.areaMm2, 1, bounds.areaPart));
        QVERIFY(near("arc", ca.arcDeg, cb.arcDeg, 0.2 * cb.arcDeg + 5));
        QVERIFY(near("lost plane", ca.lostPlaneMm, cb.lostPlaneMm, bounds.lengthMm));
    }
    QVERIFY(near("roughness", *ca.roughnessMm, *cb.roughnessMm, 0.08));
    QVERIFY(near("penetration", *ca.penetrationMm, *cb.penetrationMm, bounds.lengthMm));
    QVERIFY(
        near("inside", ca.insideHuChange.value_or(0), cb.insideHuChange.value_or(0), bounds.hu));
}

/// Two nodes with a septum of fat between that is lost on one side of y = 0.
Coalescence septumOf(const GridGeometry& grid, const std::function<PointLps(PointLps)>& toOwn,
                     double noiseHu) {
    const Inside left = ball(8, {-7, 0, 0}), right = ball(8, {7, 0, 0});
    const auto labelAt = [&](PointLps p) {
        return left(p) && p.x < -0.2 ? 1 : right(p) && p.x > 0.2 ? 2 : 0;
    };
    SteadyNoise noise;
    const auto image = paintVolume(grid, [&](PointLps q) {
        const PointLps p = toOwn(q);
        const bool between = std::abs(p.x) <= 1.25 && std::hypot(p.y, p.z) < 3.9;
        const double hu = between && p.y > 0 ? -100.0 : between || labelAt(p) != 0 ? 90.0 : -100.0;
        return hu + noiseHu * noise.next();
    });
    LabelMap labels = paintLabels(grid, [&](PointLps p) { return labelAt(toOwn(p)) == 1; });
    addLabels(
        labels, [&](PointLps p) { return labelAt(toOwn(p)) == 2; }, 2);
    NullJobControl job;
    return measureNode(*image, labels, 1, nullptr, job)->coalescence.at(0);
}

ErrorCode codeOf(const CtVolume& image, const LabelMap& labels, LabelValue node) {
    NullJobControl job;
    const auto result = measureNode(image, labels, node, nullptr, job);
    return result ? ErrorCode::Internal : result.error().code;
}

}  // namespace

class TestProperties : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void staysTheSameWhenTheGridIsFlipped();
    void staysTheSameWhenThePatientIsMirrored();
    void staysTheSameWhenTurnedBy90Degrees();
    void staysTheSameWhenMovedAway();
    void movesLittleWithAFractionOfAVoxel_data();
    void movesLittleWithAFractionOfAVoxel();
    void movesLittleWithNoise();
    void movesLittleWithTheSpacing_data();
    void movesLittleWithTheSpacing();
    void keepsTheSeptum_data();
    void keepsTheSeptum();
    void isTheSameForAnyNumberOfThreads();
    void refusesANumberThatIsNoneInANiftiFile();
    void measuresWhatItCanOnAFewVoxels_data();
    void measuresWhatItCanOnAFewVoxels();
    void measuresWhatItCanAtTheBorder();
    void measuresWhatItCanOnThickSlices();
    void keepsHandsOffStoredNumbers();
};

/// The same patient on a grid whose axes run the other way: nothing but rounding, save for the
/// blocks of a millimetre, which begin at another voxel.
void TestProperties::staysTheSameWhenTheGridIsFlipped() {
    const auto grid = usual();
    auto axes = grid.axes();
    axes[0] = axes[0] * -1.0;
    axes[2] = axes[2] * -1.0;
    const auto last = grid.toPatient(VoxelIndex{grid.dims()[0] - 1, 0, grid.dims()[2] - 1});
    const auto flipped =
        *GridGeometry::create(grid.dims(), grid.spacing(), {last.x, grid.origin().y, last.z}, axes);
    compare(Scene().measure(grid), Scene().measure(flipped), {0.08, 0.012, 0.5, 0.3, 0.02});
}

void TestProperties::staysTheSameWhenThePatientIsMirrored() {
    Scene mirrored;
    mirrored.toOwn = [](PointLps p) { return PointLps{-p.x, p.y, p.z}; };
    compare(Scene().measure(usual()), mirrored.measure(usual()), {0.08, 0.012, 0.5, 0.3, 0.02});
}

void TestProperties::staysTheSameWhenTurnedBy90Degrees() {
    Scene turned;
    turned.toOwn = [](PointLps p) { return PointLps{p.y, -p.x, p.z}; };
    compare(Scene().measure(usual()), turned.measure(usual()), {0.08, 0.012, 0.5, 0.3, 0.02});
}

void TestProperties::staysTheSameWhenMovedAway() {
    Scene moved;
    moved.toOwn = [](PointLps p) { return PointLps{p.x - 300, p.y + 120, p.z - 900}; };
    const auto grid = usual();
    const auto o = grid.origin();
    const auto far =
        GridGeometry::axisAligned(grid.dims(), grid.spacing(), {o.x + 300, o.y - 120, o.z + 900});
    compare(Scene().measure(grid), moved.measure(far), {0.01, 0.003, 0.1, 0.05, 0.005});
}

void TestProperties::movesLittleWithAFractionOfAVoxel_data() {
    QTest::addColumn<double>("share");
    QTest::addColumn<bool>("contact");
    for (const double share : {0.25, 0.5, 0.7})
        QTest::addRow("%.2f voxel", share) << share << (share != 0.5);
}

/// The area of contact within 12 % and the lost plane within 1 mm, but for half a voxel, where both
/// are open (README).
void TestProperties::movesLittleWithAFractionOfAVoxel() {
    QFETCH(double, share);
    QFETCH(bool, contact);
    Scene moved;
    moved.toOwn = [share](PointLps p) {
        return PointLps{p.x - 0.5 * share, p.y - 0.5 * share, p.z - 0.8 * share};
    };
    compare(Scene().measure(usual()), moved.measure(usual()),
            {0.12, 0.02, 1.5, 1.0, 0.12, contact});
}

/// 10 HU of white noise.
void TestProperties::movesLittleWithNoise() {
    Scene noisy;
    noisy.noiseHu = 10;
    compare(Scene().measure(usual()), noisy.measure(usual()), {0.25, 0.05, 2.0, 1.0, 0.02});
}

void TestProperties::movesLittleWithTheSpacing_data() {
    QTest::addColumn<double>("pixel");
    QTest::addColumn<double>("slice");
    QTest::newRow("0.4 x 0.4 x 1 mm") << 0.4 << 1.0;
    QTest::newRow("0.7 x 0.7 x 1.25 mm") << 0.7 << 1.25;
    QTest::newRow("0.8 x 0.8 x 2 mm") << 0.8 << 2.0;
}

void TestProperties::movesLittleWithTheSpacing() {
    QFETCH(double, pixel);
    QFETCH(double, slice);
    const auto grid = centredGrid(
        {static_cast<int>(46 / pixel), static_cast<int>(46 / pixel), static_cast<int>(48 / slice)},
        {pixel, pixel, slice});
    compare(Scene().measure(usual()), Scene().measure(grid), {0.35, 0.06, 6.0, 2.0, 0.25});
}

void TestProperties::keepsTheSeptum_data() {
    QTest::addColumn<int>("change");
    QTest::addColumn<double>("share");
    const std::array<const char*, 7> names{"flipped",       "turned by 90 degrees", "moved away",
                                           "half a voxel",  "a third of a voxel",   "noise of 8 HU",
                                           "slices of 1 mm"};
    for (std::size_t n = 0; n < names.size(); ++n)
        QTest::newRow(names[n]) << static_cast<int>(n) << (n < 3 ? 0.02 : 0.12);
}

/// Coalescence: the lost share of the septum moves by at most 0.02 (flip, turn, move by whole
/// voxels) or 0.12, the septum's thickness by 0.1 or 0.4 mm, the shared area by 3 or 12 %.
void TestProperties::keepsTheSeptum() {
    QFETCH(int, change);
    QFETCH(double, share);
    const auto grid = centredGrid({84, 84, 84}, {0.5, 0.5, 0.5});
    const auto plain = septumOf(
        grid, [](PointLps p) { return p; }, 0);
    QVERIFY(plain.lostSeptumFraction > 0.1 && plain.lostSeptumFraction < 0.7);
    const auto coarse = centredGrid({84, 84, 42}, {0.5, 0.5, 1.0});
    const auto changed = septumOf(
        change == 6 ? coarse : grid,
        [&](PointLps p) {
            const std::array<PointLps, 7> from{PointLps{p.x, p.y, -p.z},
                                               PointLps{p.y, -p.x, p.z},
                                               PointLps{p.x - 2, p.y + 1.5, p.z - 1},
                                               PointLps{p.x + 0.25, p.y - 0.25, p.z + 0.25},
                                               PointLps{p.x - 0.17, p.y + 0.17, p.z - 0.17},
                                               p,
                                               p};
            return from[static_cast<std::size_t>(change)];
        },
        change == 5 ? 8.0 : 0.0);
    qInfo("lost %.3f and %.3f, septum %.2f and %.2f mm, area %.1f and %.1f",
          plain.lostSeptumFraction, changed.lostSeptumFraction, plain.septumMm.value_or(-1),
          changed.septumMm.value_or(-1), plain.sharedAreaMm2, changed.sharedAreaMm2);
    QVERIFY(std::abs(changed.lostSeptumFraction - plain.lostSeptumFraction) <= share);
    QVERIFY(std::abs(*changed.septumMm - *plain.septumMm) <= (share < 0.1 ? 0.1 : 0.4));
    QVERIFY(std::abs(changed.sharedAreaMm2 / plain.sharedAreaMm2 - 1) <=
            (share < 0.1 ? 0.03 : 0.12));
}

void TestProperties::isTheSameForAnyNumberOfThreads() {
    const auto grid = usual();
    const Scene scene;
    const auto image = paintVolume(grid, [&](PointLps p) { return scene.hu(p); });
    const auto labels = paintLabels(grid, [&](PointLps p) { return scene.node(p); });
    NullJobControl job;
    MeasureOptions one, four;
    one.threads = 1;
    four.threads = 4;
    QCOMPARE(serial::toJsonText(toJson(*measureNode(*image, labels, 1, nullptr, one, job))),
             serial::toJsonText(toJson(*measureNode(*image, labels, 1, nullptr, four, job))));
}

void TestProperties::refusesANumberThatIsNoneInANiftiFile() {
    const auto grid = centredGrid({30, 30, 30}, {1, 1, 1});
    const auto image = paintVolume(grid, [](PointLps p) {
        return distance(p, {4, 0, 0}) < 0.9 ? std::numeric_limits<double>::quiet_NaN()
               : distance(p, {}) <= 6       ? 90.0
                                            : -100.0;
    });
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("nan.nii.gz")).toStdString();
    QVERIFY(writeVolume(*image, file).has_value());
    NullJobControl job;
    const auto read = readVolume(file, job);
    QVERIFY(read.has_value());
    const auto labels = paintLabels((*read)->geometry(), ball(6));
    const auto result = measureNode(**read, labels, 1, nullptr, job);
    QVERIFY(!result && result.error().code == ErrorCode::NotANumber);
    QVERIFY(!result.error().place.empty());
    QVERIFY(codeOf(**read, labels, 5) == ErrorCode::LabelAbsent);
}

void TestProperties::measuresWhatItCanOnAFewVoxels_data() {
    QTest::addColumn<int>("side");
    for (const int side : {1, 2, 3})
        QTest::addRow("%d voxels a side", side) << side;
}

/// Nothing that looks right where there are no two voxels: null with a reason.
void TestProperties::measuresWhatItCanOnAFewVoxels() {
    QFETCH(int, side);
    const auto grid = centredGrid({30, 30, 30}, {1, 1, 1});
    const auto image = paintVolume(grid, [](PointLps) { return -100.0; });
    LabelMap labels = LabelMap::empty(grid);
    for (int k = 0; k < side; ++k)
        for (int j = 0; j < side; ++j)
            for (int i = 0; i < side; ++i)
                labels.set({14 + i, 14 + j, 14 + k}, 1);
    NullJobControl job;
    const auto m = *measureNode(*image, labels, 1, nullptr, job);
    QVERIFY(!m.margin && m.gaps.contains("margin"));
    QVERIFY(!m.extension && m.gaps.contains("extension"));
    QCOMPARE(!m.necrosis, side < 3);
    if (side == 1)
        QVERIFY(!m.size->longAxis && !m.size->greatest);
}

void TestProperties::measuresWhatItCanAtTheBorder() {
    const auto grid = centredGrid({40, 40, 40}, {1, 1, 1});
    const PointLps corner{17, 16, 18};
    const auto image =
        paintVolume(grid, [&](PointLps p) { return distance(p, corner) <= 8 ? 90.0 : -100.0; });
    NullJobControl job;
    const auto m = *measureNode(*image, paintLabels(grid, ball(8, corner)), 1, nullptr, job);
    QVERIFY(std::find(m.flags.begin(), m.flags.end(), QualityFlag::TouchesBorder) != m.flags.end());
    QVERIFY(!m.size->longAxis && m.gaps.at("size.long_axis_mm") == Gap::TouchesBorder);
    // A mask that fills its volume has nothing round it.
    const auto full = paintLabels(grid, [](PointLps) { return true; });
    const auto all = *measureNode(*image, full, 1, nullptr, job);
    QVERIFY(!all.fat && !all.margin && all.gaps.contains("fat") && all.gaps.contains("margin"));
}

void TestProperties::measuresWhatItCanOnThickSlices() {
    const auto grid = centredGrid({60, 60, 12}, {0.7, 0.7, 5});
    const auto image =
        paintVolume(grid, [](PointLps p) { return distance(p, {}) <= 9 ? 90.0 : -100.0; });
    NullJobControl job;
    const auto m = *measureNode(*image, paintLabels(grid, ball(9)), 1, nullptr, job);
    QVERIFY(std::find(m.flags.begin(), m.flags.end(), QualityFlag::ThickSlices) != m.flags.end());
    QVERIFY(!m.extension && m.gaps.at("extension") == Gap::TooCoarse);
    // Lines that run along the stack are not counted; those in the plane are.
    QVERIFY(m.margin && m.margin->excludedRays > 0);
    for (const MarginProfile& profile : m.margin->profiles)
        QVERIFY(!profile.fitted || std::abs(profile.normal.z) < 0.52);
}

void TestProperties::keepsHandsOffStoredNumbers() {
    const Neck neck;
    const auto grid = centredGrid({140, 150, 24}, {1.0, 1.0, 2.0});
    const auto image = paintVolume(grid, [&](PointLps p) { return neck.hu(p) + 1000; });
    const auto labels = paintLabels(grid, ball(6, {30, -30, 0}));
    NullJobControl job;
    const auto facts = *findSeriesFacts(*image, job);
    MeasureOptions options;
    options.facts = &facts;
    const auto m = *measureNode(*image, labels, 1, nullptr, options, job);
    for (const char* part : {"fat", "margin", "necrosis", "extension", "contact", "coalescence"})
        QVERIFY2(m.gaps.at(part) == Gap::NotCalibrated, part);
    QVERIFY(!m.fat && !m.margin && !m.necrosis && !m.extension && m.contacts.empty());
    QVERIFY(m.size->longAxis.has_value());
    QVERIFY(std::find(m.flags.begin(), m.flags.end(), QualityFlag::NotCalibrated) != m.flags.end());
}

QTEST_APPLESS_MAIN(TestProperties)
#include "tst_properties.moc"
