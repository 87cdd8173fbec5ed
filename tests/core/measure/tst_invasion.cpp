#include "measure/measurements.h"
#include "neck_scene.h"
#include <QtTest>
#include <algorithm>

using namespace nodewise;
using namespace nodewise::measure;

namespace {

/// A node of 9 mm radius against a muscle whose face lies at x = 5; it dents the muscle, or fingers
/// of it grow into the muscle.
struct Against {
    double depthMm = 0;   ///< Of the fingers.
    double planeMm = 0;   ///< Fat between.
    double behindHu = 0;  ///< Added to the muscle within 5 mm of the node.
    double noiseHu = 0;
    bool mirrored = false;

    [[nodiscard]] PointLps own(PointLps p) const { return {mirrored ? -p.x : p.x, p.y, p.z}; }
    [[nodiscard]] static double ballMm(PointLps p) { return distance(p, {}) - 9; }
    [[nodiscard]] bool node(PointLps q) const {
        const PointLps p = own(q);
        if (ballMm(p) <= 0)
            return true;
        if (depthMm <= 0 || p.x < 5 || std::hypot(p.y, p.z) > 7.5)
            return false;
        // Fingers of uneven depth, some 3 mm wide, between 30 % and all of it.
        const double wave = 0.65 + 0.35 * std::sin(2.1 * p.y + 0.4) * std::cos(1.7 * p.z);
        return ballMm(p) <= depthMm * wave;
    }
    [[nodiscard]] bool muscle(PointLps q) const {
        const PointLps p = own(q);
        return p.x > 5 && p.x < 26 && ballMm(p) > planeMm && !node(q);
    }
    [[nodiscard]] double hu(PointLps q) const {
        if (node(q))
            return 95;
        if (muscle(q))
            return 60 + (ballMm(own(q)) < 5 + depthMm ? behindHu : 0.0);
        return -100;
    }
    /// As a scanner sees it: the mean of a few places round about, and noise.
    [[nodiscard]] VolumePtr picture(const GridGeometry& grid) const {
        SteadyNoise noise;
        return paintVolume(grid, [&](PointLps p) {
            double sum = 0;
            for (const double x : {-0.45, 0.0, 0.45})
                for (const double y : {-0.45, 0.0, 0.45})
                    sum += hu({p.x + x, p.y + y, p.z});
            return sum / 9 + noiseHu * noise.next();
        });
    }
    [[nodiscard]] Measurements measure(const GridGeometry& grid, bool withMap = true) const {
        NullJobControl job;
        const auto labels = paintLabels(grid, [&](PointLps p) { return node(p); });
        LabelMap map = paintLabels(
            grid, [&](PointLps p) { return muscle(p); }, 7);
        map.setName(7, "sternocleidomastoid_left");
        return *measureNode(*picture(grid), labels, 1, withMap ? &map : nullptr, job);
    }
};

GridGeometry usual(double slice = 1.25) {
    return centredGrid({116, 90, static_cast<int>(50 / slice)}, {0.5, 0.5, slice});
}

}  // namespace

class TestInvasion : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsContactFromInvasion_data();
    void tellsContactFromInvasion();
    void growsWithTheDepth_data();
    void growsWithTheDepth();
    void seesTumourBehindTheContact();
    void keepsAThinFatPlane_data();
    void keepsAThinFatPlane();
    void staysTheSameWhenMirrored();
    void namesNothingWithoutAMap();
    void measuresATongue_data();
    void measuresATongue();
    void findsNoTongueOnEllipsoids_data();
    void findsNoTongueOnEllipsoids();
    void measuresNoTongueOnCoarseGrids();
};

void TestInvasion::tellsContactFromInvasion_data() {
    QTest::addColumn<double>("slice");
    QTest::addColumn<double>("noise");
    for (const double slice : {0.5, 1.25, 2.5})
        for (const double noise : {0.0, 10.0})
            QTest::addRow("slices %.2f mm, noise %.0f HU", slice, noise) << slice << noise;
}

/// Pitfall P6 against G3: both lose the plane over more than 8 mm; only invasion is ragged and lies
/// in the muscle's own place.
void TestInvasion::tellsContactFromInvasion() {
    QFETCH(double, slice);
    QFETCH(double, noise);
    Against contact, invasion;
    contact.noiseHu = invasion.noiseHu = noise;
    invasion.depthMm = 7;
    const auto clean = contact.measure(usual(slice)).contacts.at(0);
    const auto invaded = invasion.measure(usual(slice)).contacts.at(0);
    QVERIFY(clean.lostPlaneMm > 8 && invaded.lostPlaneMm > 8);
    const auto say = QStringLiteral("clean %1 mm rough, %2 mm deep; invaded %3 mm, %4 mm")
                         .arg(*clean.roughnessMm)
                         .arg(*clean.penetrationMm)
                         .arg(*invaded.roughnessMm)
                         .arg(*invaded.penetrationMm);
    QVERIFY2(*clean.penetrationMm < 1.0 && *invaded.penetrationMm > 4.0, qPrintable(say));
    QVERIFY2(*clean.roughnessMm < 0.25, qPrintable(say));
    QVERIFY2(*invaded.roughnessMm > 1.8 * *clean.roughnessMm, qPrintable(say));
    QVERIFY(clean.penetrated.empty() && !invaded.penetrated.empty());
    QCOMPARE(clean.raggedMm, 0.0);
    QVERIFY(!clean.vertices.empty() && !clean.arc.empty());
}

void TestInvasion::growsWithTheDepth_data() {
    QTest::addColumn<double>("slice");
    for (const double slice : {0.5, 1.25, 2.5})
        QTest::addRow("slices %.2f mm", slice) << slice;
}

/// The deepest finger is the depth: within 1 mm, and never too deep by half of that.
void TestInvasion::growsWithTheDepth() {
    QFETCH(double, slice);
    double before = 0;
    for (const double depth : {2.0, 4.0, 6.0, 8.0}) {
        Against invasion;
        invasion.depthMm = depth;
        const auto contact = invasion.measure(usual(slice)).contacts.at(0);
        qInfo("%.0f mm reads %.2f mm", depth, *contact.penetrationMm);
        QVERIFY(*contact.penetrationMm > before + 0.3);
        before = *contact.penetrationMm;
        QVERIFY(before < depth + 0.5);
        QVERIFY2(std::abs(before - depth) < 1.0, qPrintable(QString::number(before)));
    }
}

/// The muscle is 20 HU denser within 5 mm: 20 within 3 HU.
void TestInvasion::seesTumourBehindTheContact() {
    Against plain, infiltrated;
    infiltrated.behindHu = 20;
    plain.noiseHu = infiltrated.noiseHu = 8;
    QVERIFY(std::abs(*plain.measure(usual()).contacts.at(0).insideHuChange) < 3);
    QVERIFY(std::abs(*infiltrated.measure(usual()).contacts.at(0).insideHuChange - 20) < 3);
}

void TestInvasion::keepsAThinFatPlane_data() {
    QTest::addColumn<double>("plane");
    QTest::addColumn<bool>("lost");
    QTest::newRow("none") << 0.0 << true;
    QTest::newRow("1 mm") << 1.0 << false;
    QTest::newRow("2 mm") << 2.0 << false;
}

/// Fat between, seen through the blur of the picture: its thickness within 0.35 mm.
void TestInvasion::keepsAThinFatPlane() {
    QFETCH(double, plane);
    QFETCH(bool, lost);
    Against near;
    near.planeMm = plane;
    near.noiseHu = 8;
    const auto contacts = near.measure(usual(0.5)).contacts;
    const auto& contact = contacts.at(0);
    QCOMPARE(contact.lostPlaneMm > 6, lost);
    if (contact.fatPlaneMm)
        QVERIFY2(std::abs(*contact.fatPlaneMm - plane) < 0.35,
                 qPrintable(QString::number(*contact.fatPlaneMm)));
}

/// Left and right: areas within 3 %, lengths within a pixel.
void TestInvasion::staysTheSameWhenMirrored() {
    Against one, other;
    one.depthMm = other.depthMm = 6;
    other.mirrored = true;
    const auto a = one.measure(usual()).contacts.at(0), b = other.measure(usual()).contacts.at(0);
    QVERIFY(std::abs(a.areaMm2 / b.areaMm2 - 1) < 0.03);
    QVERIFY(std::abs(a.lostPlaneMm - b.lostPlaneMm) < 0.6);
    QVERIFY(std::abs(*a.roughnessMm - *b.roughnessMm) < 0.05);
    QVERIFY(std::abs(*a.penetrationMm - *b.penetrationMm) < 0.6);
}

void TestInvasion::namesNothingWithoutAMap() {
    Against contact;
    contact.noiseHu = 8;
    const auto m = contact.measure(usual(), false);
    QCOMPARE(m.contacts.size(), std::size_t(1));
    const auto& own = m.contacts.at(0);
    QVERIFY(own.unnamed && own.structure == "unnamed");
    QVERIFY(own.areaMm2 > 60 && own.lostPlaneMm > 8);
    QVERIFY(!own.penetrationMm && !own.insideHuChange);
    QVERIFY(own.gaps.at("penetration_mm") == Gap::NamesNeeded);
    // Muscle is not taken for stranded fat.
    QVERIFY(m.fat->strandingIndex < 0.12);
    QVERIFY(m.margin->excludedRays > 0);
}

void TestInvasion::measuresATongue_data() {
    QTest::addColumn<double>("depth");
    QTest::addColumn<double>("half");
    QTest::addColumn<double>("slice");
    for (const double slice : {0.5, 1.25})
        for (const double depth : {4.0, 6.0})
            for (const double half : {25.0, 30.0, 40.0, 55.0})
                QTest::addRow("%.0f mm, %.0f degrees, slices %.2f", depth, 2 * half, slice)
                    << depth << half << slice;
}

/// A ball of 9 mm with a round cap on a cone: depth within 1.2 mm, sector between a third of the
/// cone and 5 degrees more than it (the foot is not beyond the line). A smooth cap of 110 degrees
/// is no egg.
void TestInvasion::measuresATongue() {
    QFETCH(double, depth);
    QFETCH(double, half);
    QFETCH(double, slice);
    const auto grid = centredGrid({84, 84, static_cast<int>(42 / slice)}, {0.5, 0.5, slice});
    const VectorLps axis = normalized({0.6, 0.7, 0.3});
    const Inside node = [&](PointLps p) {
        const double r = distance(p, {});
        const double angle = r > 0 ? std::acos(dot(p - PointLps{}, axis) / r) / kDegree : 0.0;
        const double more = angle < half ? depth * std::cos(0.5 * 3.14159265 * angle / half) : 0.0;
        return r <= 9 + more;
    };
    const auto image = paintVolume(grid, [&](PointLps p) { return node(p) ? 95.0 : -100.0; });
    NullJobControl job;
    const auto m = *measureNode(*image, paintLabels(grid, node), 1, nullptr, job);
    QVERIFY(m.extension.has_value());
    const auto say = QStringLiteral("%1 mm, %2 degrees, radii %3 %4 %5")
                         .arg(m.extension->depthMm)
                         .arg(m.extension->sectorDeg)
                         .arg(m.extension->capsule.radiiMm[0])
                         .arg(m.extension->capsule.radiiMm[1])
                         .arg(m.extension->capsule.radiiMm[2]);
    QVERIFY2(std::abs(m.extension->depthMm - depth) < 1.2, qPrintable(say));
    QVERIFY2(m.extension->sectorDeg < 2 * half + 5 && m.extension->sectorDeg > 0.7 * half,
             qPrintable(say));
    QVERIFY(dot(normalized(m.extension->deepest->to - PointLps{}), axis) > 0.9);
    QCOMPARE(m.extension->beyondMm.size(), m.margin->surface.vertices.size());
}

void TestInvasion::findsNoTongueOnEllipsoids_data() {
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    QTest::addColumn<double>("c");
    QTest::newRow("ball") << 8.0 << 8.0 << 8.0;
    QTest::newRow("egg") << 6.0 << 8.0 << 10.0;
    QTest::newRow("long") << 5.0 << 6.0 << 12.0;
}

/// Radii within 4 %, nothing beyond; off the grid by a fraction of a voxel too.
void TestInvasion::findsNoTongueOnEllipsoids() {
    QFETCH(double, a);
    QFETCH(double, b);
    QFETCH(double, c);
    for (const double shift : {0.0, 0.23}) {
        const auto grid = centredGrid({60, 60, 36}, {0.5, 0.5, 1.0});
        const Inside node = [&](PointLps p) {
            return std::hypot((p.x - shift) / a, (p.y + shift) / b, (p.z - shift) / c) <= 1;
        };
        const auto image = paintVolume(grid, [&](PointLps p) { return node(p) ? 95.0 : -100.0; });
        NullJobControl job;
        const auto m = *measureNode(*image, paintLabels(grid, node), 1, nullptr, job);
        QCOMPARE(m.extension->depthMm, 0.0);
        QVERIFY(m.extension->voxels.empty() && !m.extension->deepest);
        std::array<double, 3> expected{a, b, c};
        std::sort(expected.rbegin(), expected.rend());
        for (std::size_t n = 0; n < 3; ++n)
            QVERIFY(std::abs(m.extension->capsule.radiiMm[n] / expected[n] - 1) < 0.04);
    }
}

void TestInvasion::measuresNoTongueOnCoarseGrids() {
    const auto grid = centredGrid({60, 60, 12}, {0.5, 0.5, 5.0});
    const auto image =
        paintVolume(grid, [&](PointLps p) { return distance(p, {}) <= 8 ? 95.0 : -100.0; });
    NullJobControl job;
    const auto m = *measureNode(*image, paintLabels(grid, ball(8)), 1, nullptr, job);
    QVERIFY(!m.extension && m.gaps.at("extension") == Gap::TooCoarse);
}

QTEST_APPLESS_MAIN(TestInvasion)
#include "tst_invasion.moc"
