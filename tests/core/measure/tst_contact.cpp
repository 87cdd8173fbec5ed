#include "measure/measurements.h"
#include "shapes.h"
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::measure;

namespace {

constexpr double kPi = 3.14159265358979323846;

struct Scene {
    GridGeometry grid;
    LabelMap labels, structures;
    VolumePtr image;

    /// A node (label 1) and, each if given, a second node (2) and a structure (5).
    Scene(const GridGeometry& g, const Inside& node, const Inside& second, const Inside& structure,
          double between = -100)
        : grid(g)
        , labels(paintLabels(g, node))
        , structures(LabelMap::empty(g)) {
        if (second)
            addLabels(labels, second, 2);
        labels.setName(2, "n2");
        if (structure)
            addLabels(structures, structure, 5);
        structures.setName(5, "sternocleidomastoid_left");
        image = paintVolume(g, [&](PointLps p) {
            if (node(p) || (second && second(p)))
                return 90.0;
            return structure && structure(p) ? 60.0 : between;
        });
    }
    [[nodiscard]] Measurements measure() const {
        NullJobControl job;
        return *measureNode(*image, labels, 1, &structures, job);
    }
};

/// A box of 20 x 12 x 10 mm with a slab `gap` mm in front of it (+y).
Inside box() {
    return [](PointLps p) { return std::abs(p.x) < 10 && std::abs(p.y) < 6 && std::abs(p.z) < 5; };
}
Inside slab(double gap) {
    return [=](PointLps p) { return p.y > 6 + gap && p.y < 14 + gap; };
}

GridGeometry ordinary() {
    return centredGrid({88, 96, 32}, {0.5, 0.5, 1.0});
}

}  // namespace

class TestContact : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void measuresAFlatContact();
    void losesNoPlaneAcrossFat();
    void seesNoContactFarAway();
    void measuresTheArcOfAVessel();
    void losesAPlaneWithoutTouching();
    void countsTheLostSeptum_data();
    void countsTheLostSeptum();
    void losesNoSeptumInAThickSlice_data();
    void losesNoSeptumInAThickSlice();
    void saysWhyThereIsNothing();
};

/// The face is 20 x 10 mm: 200 mm²; the plane is lost over its 20 mm. The outline rounds its
/// corners.
void TestContact::measuresAFlatContact() {
    const Scene scene(ordinary(), box(), {}, slab(0));
    const auto m = scene.measure();
    QCOMPARE(m.contacts.size(), std::size_t(1));
    const auto& contact = m.contacts.front();
    QCOMPARE(contact.structure, std::string("sternocleidomastoid_left"));
    QVERIFY(std::abs(contact.areaMm2 / 200 - 1) < 0.08);
    QVERIFY(std::abs(contact.lostPlaneMm - 20) < 1.6);
    QVERIFY(std::abs(*contact.interfaceStepHu - 30) < 1.0);
    QVERIFY(std::abs(contact.place->y - 6) < 0.6 && std::abs(contact.place->x) < 2);
    QVERIFY(contact.lostPlane.size() > 20);
}

void TestContact::losesNoPlaneAcrossFat() {
    const Scene scene(ordinary(), box(), {}, slab(2));
    const auto m = scene.measure();
    for (const auto& contact : m.contacts) {
        QCOMPARE(contact.lostPlaneMm, 0.0);
        QCOMPARE(contact.areaMm2, 0.0);
    }
}

void TestContact::seesNoContactFarAway() {
    const Scene scene(ordinary(), box(), {}, slab(6));
    const auto m = scene.measure();
    QVERIFY(m.contacts.empty() && !m.gaps.contains("contact"));
}

/// A vessel of 4 mm radius whose axis lies on the flat face of the node: it is touched over half
/// its outline, 180 degrees, to a voxel or two at either end.
void TestContact::measuresTheArcOfAVessel() {
    const Inside vessel = [](PointLps p) { return std::hypot(p.x, p.y - 6) <= 4; };
    const Inside node = [&](PointLps p) { return box()(p) && !vessel(p); };
    const Scene scene(ordinary(), node, {}, vessel);
    const auto m = scene.measure();
    QCOMPARE(m.contacts.size(), std::size_t(1));
    const double twoVoxels = 360.0 * 4 * 0.5 / (2 * kPi * 4);
    QVERIFY(std::abs(m.contacts.front().arcDeg - 180) < twoVoxels);
}

/// Between node and muscle lies tissue of 40 HU, 2 mm thick: no contact, but the plane is lost.
void TestContact::losesAPlaneWithoutTouching() {
    const Scene scene(ordinary(), box(), {}, slab(2), 40);
    const auto m = scene.measure();
    QCOMPARE(m.contacts.size(), std::size_t(1));
    QCOMPARE(m.contacts.front().areaMm2, 0.0);
    QVERIFY(m.contacts.front().lostPlaneMm > 17);
}

void TestContact::countsTheLostSeptum_data() {
    QTest::addColumn<double>("gap");
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    QTest::newRow("grown together")
        << 0.0 << 0.85 << 1.0;  // the rim of the face looks past it into fat
    QTest::newRow("fat between") << 2.0 << 0.0 << 0.02;
}

void TestContact::countsTheLostSeptum() {
    QFETCH(double, gap);
    QFETCH(double, lowest);
    QFETCH(double, highest);
    const Scene scene(ordinary(), box(), slab(gap), {});
    const auto m = scene.measure();
    QCOMPARE(m.coalescence.size(), std::size_t(1));
    QCOMPARE(m.coalescence.front().name, std::string("n2"));
    QVERIFY(m.coalescence.front().label == 2);
    QVERIFY(m.coalescence.front().lostSeptumFraction >= lowest);
    QVERIFY(m.coalescence.front().lostSeptumFraction <= highest);
    QVERIFY(std::abs(m.coalescence.front().gapMm - gap) <= 0.75);
}

void TestContact::losesNoSeptumInAThickSlice_data() {
    QTest::addColumn<double>("slice");
    QTest::addColumn<int>("between");
    QTest::addColumn<bool>("lost");
    QTest::newRow("3 mm, one slice apart") << 3.0 << 1 << false;
    QTest::newRow("3 mm, no slice apart") << 3.0 << 0 << true;
    QTest::newRow("2 mm, one slice apart") << 2.0 << 1 << false;
    QTest::newRow("2 mm, no slice apart") << 2.0 << 0 << true;
    QTest::newRow("1 mm, one slice apart") << 1.0 << 1 << true;
}

/// Two nodes one above the other, tissue of 40 HU between: a thick slice between their outlines
/// shows both in part, so that fat may hide in it; a thin one shows what is there.
void TestContact::losesNoSeptumInAThickSlice() {
    QFETCH(double, slice);
    QFETCH(int, between);
    QFETCH(bool, lost);
    const double face = 0.5 * slice * between;  // slice centres at whole slices
    const Inside above = [=](PointLps p) {
        return std::hypot(p.x, p.y) < 6 && p.z > face && p.z < face + 10;
    };
    const Inside below = [=](PointLps p) {
        return std::hypot(p.x, p.y) < 6 && p.z < -face && p.z > -face - 10;
    };
    const int slices = 2 * static_cast<int>(24 / slice) + (between == 1 ? 1 : 0);
    const Scene scene(centredGrid({48, 48, slices}, {0.5, 0.5, slice}), above, below, {}, 40);
    const auto m = scene.measure();
    QCOMPARE(m.coalescence.size(), std::size_t(1));
    const double share = m.coalescence.front().lostSeptumFraction;
    QVERIFY2(lost ? share > 0.6 : share < 0.2, qPrintable(QString::number(share)));
}

void TestContact::saysWhyThereIsNothing() {
    NullJobControl job;
    const Scene scene(ordinary(), box(), {}, {});
    const auto bare = *measureNode(*scene.image, scene.labels, 1, nullptr, job);
    QVERIFY(bare.gaps.at("contact") == Gap::NoStructures);
    QVERIFY(bare.gaps.at("coalescence") == Gap::OneNodeOnly);
}

QTEST_APPLESS_MAIN(TestContact)
#include "tst_contact.moc"
