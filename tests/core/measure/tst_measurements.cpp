#include "measure/distance_map.h"
#include "measure/measurements_json.h"
#include "measure/structure_names.h"
#include "serial/file_io.h"
#include "serial/json.h"
#include "shapes.h"
#include <QtTest>
#include <limits>

using namespace nodewise;
using namespace nodewise::measure;

namespace {

constexpr double kPi = 3.14159265358979323846;

Measurements measured(const CtVolume& image, const LabelMap& labels,
                      const LabelMap* structures = nullptr, LabelValue node = 1) {
    NullJobControl job;
    return *measureNode(image, labels, node, structures, job);
}

ErrorCode codeOf(const CtVolume& image, const LabelMap& labels, LabelValue node,
                 const LabelMap* structures = nullptr) {
    NullJobControl job;
    const auto result = measureNode(image, labels, node, structures, job);
    return result ? ErrorCode::Internal : result.error().code;
}

bool hasFlag(const Measurements& m, QualityFlag flag) {
    return std::find(m.flags.begin(), m.flags.end(), flag) != m.flags.end();
}

/// A node of 90 HU in fat of -100 HU.
double nodeInFat(PointLps p, double radius = 8) {
    return distance(p, {}) <= radius ? 90 : -100;
}

}  // namespace

class TestMeasurements : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void measuresDistancesFromTheSurface();
    void fillsTheShellOfASphere_data();
    void fillsTheShellOfASphere();
    void findsStrandingInAKnownShare();
    void masksOutStructuresAndOtherNodes();
    void findsNoReferenceWithoutFat();
    void findsNecrosisOfKnownShare_data();
    void findsNecrosisOfKnownShare();
    void tellsCentralFromEccentric();
    void takesFatInsideForAHilum();
    void measuresNecrosisAgainstMuscle();
    void staysTheSameWhenFlipped();
    void refusesBadInput();
    void leavesOutWhatCannotBeMeasured();
    void knowsStructuresByName_data();
    void knowsStructuresByName();
    void writesTheContractsKeys();
};

void TestMeasurements::measuresDistancesFromTheSurface() {
    NullJobControl job;
    // A wall up to x = 0: its surface lies half a voxel beyond the last centre.
    const auto grid = GridGeometry::axisAligned({24, 9, 7}, {0.5, 0.7, 3}, {-5.75, 0, 0});
    std::vector<std::uint8_t> wall(grid.voxelCount(), 0);
    for (std::size_t at = 0; at < wall.size(); ++at)
        wall[at] = grid.toPatient(grid.indexOf(at)).x < 0 ? 1 : 0;
    const auto flat = *distanceToMask(grid, wall, 5.0, job);
    for (std::size_t at = 0; at < wall.size(); ++at) {
        const VoxelIndex index = grid.indexOf(at);
        if (index.j < 3 || index.j > 5 || index.k < 2 || index.k > 4)
            continue;  // the wall ends at the edge of the grid
        const double expected = std::clamp(grid.toPatient(index).x, 0.0, 5.0);
        QVERIFY(std::abs(static_cast<double>(flat[at]) - expected) < 1e-3);
    }
    // A ball: right to a third of a voxel everywhere, and not biased on the whole.
    const auto round = centredGrid({60, 60, 60}, {0.5, 0.5, 0.5});
    const auto labels = paintLabels(round, ball(8));
    std::vector<std::uint8_t> mask(labels.labels().begin(), labels.labels().end());
    const auto curved = *distanceToMask(round, mask, 20.0, job);
    double sum = 0;
    int count = 0;
    for (std::size_t at = 0; at < mask.size(); ++at) {
        const double expected = distance(round.toPatient(round.indexOf(at)), {}) - 8;
        if (expected < 1 || expected > 5)
            continue;
        const double off = static_cast<double>(curved[at]) - expected;
        QVERIFY(std::abs(off) < 0.34 * 0.5 + 0.1);
        sum += off;
        ++count;
    }
    QVERIFY(std::abs(sum / count) < 0.05);
}

void TestMeasurements::fillsTheShellOfASphere_data() {
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("slice");
    for (const double radius : {5.0, 8.0, 12.0})
        for (const double slice : {0.5, 1.25})
            QTest::addRow("R %.0f, slices %.2f", radius, slice) << radius << slice;
}

/// Shell from 1 to 5 mm: 4/3 pi ((R+5)^3 - (R+1)^3), the difference of two rows of the perinodal
/// shells in oracles/geometry/edge_and_texture_analytic.json; 3 %.
void TestMeasurements::fillsTheShellOfASphere() {
    QFETCH(double, radius);
    QFETCH(double, slice);
    const int wide = static_cast<int>(2 * (radius + 8) / 0.5);
    const auto grid =
        centredGrid({wide, wide, static_cast<int>(wide * 0.5 / slice)}, {0.5, 0.5, slice});
    const auto image = paintVolume(grid, [&](PointLps p) { return nodeInFat(p, radius); });
    const auto m = measured(*image, paintLabels(grid, ball(radius)));
    const auto cube = [](double r) { return 4.0 / 3 * kPi * r * r * r; };
    const double expected = (cube(radius + 5) - cube(radius + 1)) / 1000;
    QVERIFY(std::abs(m.fat->shellVolumeMl / expected - 1) < 0.03);
    QCOMPARE(m.fat->shellHu, -100.0);
    QCOMPARE(m.fat->strandingIndex, 0.0);
    QVERIFY(m.fat->stranded.empty() && !m.fat->worstPlace);
}

void TestMeasurements::findsStrandingInAKnownShare() {
    const auto grid = centredGrid({90, 90, 50}, {0.5, 0.5, 1.0});
    // The left half of the surroundings is hazy.
    const auto image = paintVolume(grid, [](PointLps p) {
        if (distance(p, {}) <= 8)
            return 90.0;
        return p.x > 0 && distance(p, {}) < 14 ? -35.0 : -100.0;
    });
    const auto m = measured(*image, paintLabels(grid, ball(8)));
    QVERIFY(std::abs(m.fat->strandingIndex - 0.5) < 0.01);
    QVERIFY(std::abs(m.fat->shellHu - -67.5) < 0.7);
    QCOMPARE(m.fat->referenceHu.value(), -100.0);
    QVERIFY(m.fat->worstPlace->x > 5);
    for (const VoxelIndex voxel : m.fat->stranded)
        QVERIFY(grid.toPatient(voxel).x > 0);
    QVERIFY(hasFlag(m, QualityFlag::StructuresNotMasked));
}

void TestMeasurements::masksOutStructuresAndOtherNodes() {
    const auto grid = centredGrid({90, 90, 40}, {0.5, 0.5, 1.0});
    // Too thin for what is left out without a map (-20 HU and more): only the names leave it out.
    const Inside vessel = [](PointLps p) { return p.x > 9 && p.x < 15; };
    const Inside second = ball(6, {0, -15, 0});
    const auto image = paintVolume(grid, [&](PointLps p) {
        return vessel(p) ? -40.0 : second(p) ? -30.0 : nodeInFat(p);
    });
    LabelMap labels = paintLabels(grid, ball(8));
    const double bare = measured(*image, labels).fat->strandingIndex;
    QVERIFY(bare > 0.05);
    LabelMap structures = paintLabels(grid, vessel, 5);
    structures.setName(5, "internal_jugular_vein_left");
    addLabels(labels, second, 2);
    const auto masked = measured(*image, labels, &structures);
    QCOMPARE(masked.fat->strandingIndex, 0.0);
    QCOMPARE(masked.fat->shellHu, -100.0);
    QVERIFY(!hasFlag(masked, QualityFlag::StructuresNotMasked));
    // One map may hold nodes and structures: the names tell them apart.
    addLabels(labels, vessel, 5);
    labels.setName(5, "internal_jugular_vein_left");
    QCOMPARE(measured(*image, labels, &labels).fat->strandingIndex, 0.0);
}

void TestMeasurements::findsNoReferenceWithoutFat() {
    // Thin fat round the node, tissue of 0 HU (too thin for muscle, too dense for fat) beyond.
    const auto grid = centredGrid({80, 80, 40}, {0.5, 0.5, 1.0});
    const auto image = paintVolume(grid, [](PointLps p) {
        return distance(p, {}) <= 8 ? 90.0 : distance(p, {}) <= 11 ? -100.0 : -40.0;
    });
    const auto m = measured(*image, paintLabels(grid, ball(8)));
    QVERIFY(m.fat && !m.fat->referenceHu);
    QVERIFY(m.gaps.at("fat.reference_hu") == Gap::NoReferenceFat);
}

void TestMeasurements::findsNecrosisOfKnownShare_data() {
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("inner");
    QTest::addColumn<double>("expected");
    const auto text =
        serial::readFile(NODEWISE_SHARED_DIR "/oracles/geometry/edge_and_texture_analytic.json");
    QVERIFY2(text.has_value(), "the oracle file is missing");
    const auto json = serial::parseJson(*text);
    for (const auto& row : json->find("necrosis")->find("rows")->elements()) {
        const serial::Reader r(row);
        // The outermost layer is never counted: leave out cores that reach into it.
        if (r.number("R") - r.number("rn") < 1.0)
            continue;
        QTest::addRow("R %g, rn %g", r.number("R"), r.number("rn"))
            << r.number("R") << r.number("rn") << r.number("volume_fraction");
    }
}

void TestMeasurements::findsNecrosisOfKnownShare() {
    QFETCH(double, radius);
    QFETCH(double, inner);
    QFETCH(double, expected);
    const int wide = static_cast<int>(2 * (radius + 4) / 0.5);
    const auto grid = centredGrid({wide, wide, wide}, {0.5, 0.5, 0.5});
    const auto image = paintVolume(grid, [&](PointLps p) {
        const double r = distance(p, {});
        return r <= inner ? 20.0 : r <= radius ? 90.0 : -100.0;
    });
    const auto m = measured(*image, paintLabels(grid, ball(radius)));
    QVERIFY(std::abs(m.necrosis->fraction - expected) < 0.02);
    QVERIFY(m.necrosis->central.value());
    QVERIFY(std::abs(*m.necrosis->hu - 20) < 6);
    QVERIFY(hasFlag(m, QualityFlag::MuscleAssumed));
}

void TestMeasurements::tellsCentralFromEccentric() {
    const auto grid = centredGrid({60, 60, 40}, {0.5, 0.5, 0.75});
    for (const double shift : {0.0, 1.5, 4.0}) {
        const Inside core = ball(3, {shift, 0, 0});
        const auto image =
            paintVolume(grid, [&](PointLps p) { return core(p) ? 20.0 : nodeInFat(p); });
        const auto m = measured(*image, paintLabels(grid, ball(8)));
        QCOMPARE(m.necrosis->central.value(), shift < 0.3 * 8);
        QVERIFY(std::abs(m.necrosis->fraction - 27.0 / 512) < 0.01);
    }
}

void TestMeasurements::takesFatInsideForAHilum() {
    const auto grid = centredGrid({60, 60, 40}, {0.5, 0.5, 0.75});
    const Inside hilum = ball(3, {3, 0, 0});
    const auto image =
        paintVolume(grid, [&](PointLps p) { return hilum(p) ? -80.0 : nodeInFat(p); });
    const auto m = measured(*image, paintLabels(grid, ball(8)));
    QCOMPARE(m.necrosis->fraction, 0.0);
    QVERIFY(!m.necrosis->hu && !m.necrosis->central);
}

void TestMeasurements::measuresNecrosisAgainstMuscle() {
    const auto grid = centredGrid({80, 80, 40}, {0.5, 0.5, 0.75});
    const Inside muscle = [](PointLps p) { return p.y > 12 && p.y < 18; };
    const auto image = paintVolume(grid, [&](PointLps p) {
        return muscle(p) ? 75.0 : distance(p, {}) <= 3 ? 50.0 : nodeInFat(p);
    });
    const auto labels = paintLabels(grid, ball(8));
    QCOMPARE(measured(*image, labels).necrosis->fraction, 0.0);  // 50 is not below 60 - 20
    LabelMap structures = paintLabels(grid, muscle, 3);
    structures.setName(3, "sternocleidomastoid_left");
    const auto m = measured(*image, labels, &structures);
    QCOMPARE(m.necrosis->muscleHu, 75.0);
    QVERIFY(m.necrosis->muscleMeasured && m.necrosis->fraction > 0.04);
}

void TestMeasurements::staysTheSameWhenFlipped() {
    const auto grid = centredGrid({80, 80, 40}, {0.5, 0.5, 1.0});
    const auto scene = [](PointLps p) {
        if (distance(p, {1, 2, 0}) <= 7)
            return distance(p, {2, 2, 0}) <= 3 ? 15.0 : 85.0;
        return p.x + 0.3 * p.z > 5 ? -40.0 : -105.0;
    };
    const auto plain = measured(*paintVolume(grid, scene), paintLabels(grid, ball(7, {1, 2, 0})));
    const auto mirror = [](PointLps p) { return PointLps{-p.x, p.y, -p.z}; };
    const auto flipped = measured(*paintVolume(grid, [&](PointLps p) { return scene(mirror(p)); }),
                                  paintLabels(grid, [&](PointLps p) {
                                      return ball(7, {1, 2, 0})(mirror(p));
                                  }));
    QVERIFY(std::abs(plain.fat->strandingIndex - flipped.fat->strandingIndex) < 1e-9);
    QVERIFY(std::abs(plain.fat->shellHu - flipped.fat->shellHu) < 1e-9);
    QVERIFY(std::abs(plain.necrosis->fraction - flipped.necrosis->fraction) < 1e-9);
    QCOMPARE(plain.necrosis->central, flipped.necrosis->central);
}

void TestMeasurements::refusesBadInput() {
    const auto grid = centredGrid({40, 40, 40}, {1, 1, 1});
    const auto image = paintVolume(grid, [](PointLps p) { return nodeInFat(p); });
    const auto labels = paintLabels(grid, ball(8));
    const auto other = centredGrid({40, 40, 40}, {1, 1, 1.1});
    QVERIFY(codeOf(*image, paintLabels(other, ball(8)), 1) == ErrorCode::GridMismatch);
    const auto structures = LabelMap::empty(other);
    QVERIFY(codeOf(*image, labels, 1, &structures) == ErrorCode::GridMismatch);
    QVERIFY(codeOf(*image, labels, 2) == ErrorCode::LabelAbsent);
    QVERIFY(codeOf(*image, labels, 0) == ErrorCode::InvalidArgument);
    QVERIFY(codeOf(*image, LabelMap::empty(grid), 1) == ErrorCode::EmptyMask);
    const auto broken = paintVolume(grid, [](PointLps p) {
        return distance(p, {}) < 1 ? std::numeric_limits<double>::quiet_NaN() : nodeInFat(p);
    });
    QVERIFY(codeOf(*broken, labels, 1) == ErrorCode::NotANumber);
}

void TestMeasurements::leavesOutWhatCannotBeMeasured() {
    const auto grid = centredGrid({40, 40, 40}, {1, 1, 1});
    const auto image = paintVolume(grid, [](PointLps p) { return nodeInFat(p, 1); });
    LabelMap tiny = LabelMap::empty(grid);
    tiny.set({20, 20, 20}, 1);
    const auto m = measured(*image, tiny);
    QVERIFY(!m.size->longAxis && m.gaps.at("size.long_axis_mm") == Gap::TooSmall);
    QVERIFY(!m.necrosis && m.gaps.at("necrosis") == Gap::TooSmall);
    const auto wholeImage = *CtVolume::create(grid, CtVolume::FloatVoxels(grid.voxelCount(), 1.0F),
                                              VoxelMeaning::Arbitrary);
    const auto mr = measured(*wholeImage, paintLabels(grid, ball(8)));
    QVERIFY(!mr.fat && mr.gaps.at("fat") == Gap::NotCalibrated);
    QVERIFY(mr.size->longAxis.has_value());
    const auto cut = measured(*image, paintLabels(grid, ball(8, {15, 0, 0})));
    QVERIFY(hasFlag(cut, QualityFlag::TouchesBorder));
    LabelMap two = paintLabels(grid, ball(4, {-6, 0, 0}));
    addLabels(two, ball(4, {6, 0, 0}), 1);
    QVERIFY(hasFlag(measured(*image, two), QualityFlag::SeveralPieces));
    const auto both = measured(*image, two);
    for (const char* part : {"size.long_axis_mm", "size.short_axis_mm", "extension",
                             "shape.sphericity_corrected", "shape.roughness_mm"})
        QVERIFY2(both.gaps.at(part) == Gap::SeveralPieces, part);
    QVERIFY(!both.size->longAxis && !both.extension && !both.shape->sphericityCorrected);
    QVERIFY(both.size->volumeMl > 0 && both.shape->meshVolumeMl > 0);
}

void TestMeasurements::knowsStructuresByName_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* name, const char* kind) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(kind);
    };
    row("sternocleidomastoid_left", "muscle");
    row("Internal jugular vein right", "vein");
    row("common_carotid_artery_left", "artery");
    row("submandibular_gland_right", "gland");
    row("thyroid_gland_left", "gland");
    row("thyroid_cartilage", "other");
    row("skin", "skin");
    row("spinal_cord", "nerve");
    row("mandible", "other");
    row("n1", "");
    row("node-2", "");
}

void TestMeasurements::knowsStructuresByName() {
    QFETCH(QString, name);
    QFETCH(QString, kind);
    const auto found = structureKindOf(name.toStdString());
    QCOMPARE(found ? QString::fromStdString(std::string(word(*found))) : QString(), kind);
}

void TestMeasurements::writesTheContractsKeys() {
    const auto grid = centredGrid({80, 80, 60}, {0.5, 0.5, 0.75});
    const auto image = paintVolume(grid, [](PointLps p) { return nodeInFat(p); });
    const auto json = toJson(measured(*image, paintLabels(grid, ball(8))));
    for (const char* key : {"size", "shape", "margin", "fat", "extension", "coalescence", "contact",
                            "necrosis", "quality"})
        QVERIFY2(json.find(key) != nullptr, key);
    const auto* size = json.find("size");
    for (const char* key : {"short_axis_mm", "long_axis_mm", "greatest_3d_mm", "craniocaudal_mm",
                            "volume_ml", "voxels"})
        QVERIFY2(size->find(key)->isNumber(), key);
    for (const char* key : {"shell_hu", "reference_hu", "stranding_index"})
        QVERIFY2(json.find("fat")->find(key)->isNumber(), key);
    for (const char* key : {"fraction", "hu", "central"})
        QVERIFY2(json.find("necrosis")->find(key) != nullptr, key);
    QVERIFY(json.find("quality")->find("flags")->isArray());
    // A part that is null has its reason.
    const auto* reasons = json.find("quality")->find("reasons");
    for (const auto& member : json.members())
        if (member.value.isNull())
            QVERIFY2(reasons->find(member.name) != nullptr, member.name.c_str());
    LabelMap voxel = LabelMap::empty(grid);
    voxel.set({40, 40, 30}, 1);
    const auto tiny = toJson(measured(*image, voxel));
    QVERIFY(tiny.find("size")->find("long_axis_mm")->isNull());
    QCOMPARE(tiny.find("quality")->find("reasons")->find("size.long_axis_mm")->string(),
             std::string("too_small"));
}

QTEST_APPLESS_MAIN(TestMeasurements)
#include "tst_measurements.moc"
