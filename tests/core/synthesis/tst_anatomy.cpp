#include "coarse_necks.h"
#include "synthesis/neck_levels.h"
#include "synthesis/slice_painter.h"
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

/// An ordinary body: whatever is drawn by lot is set to its middle.
Recipe ordinary() {
    Recipe recipe = wholeNeck();
    PatientRecipe& p = recipe.patient;
    p.bodyScale = p.neckLength = p.glandScale = p.muscleScale = 1;
    p.fatScale = 0.45;
    p.yawDeg = p.tiltDeg = p.lordosisDeg = p.bifurcationMm = p.carotidMedial = p.asymmetry = 0;
    p.sex = "m";
    p.ageYears = 50;
    return recipe;
}

/// Voxels of each part, by name, mm³.
std::map<std::string, double> volumesOf(const Recipe& recipe) {
    const auto scene = sceneOf(recipe);
    const SliceStack stack = regularStack(recipe);
    SlicePainter painter(*scene);
    std::vector<std::uint16_t> labels;
    std::map<std::string, double> volumes;
    const ScannerRecipe& s = recipe.scanner;
    for (int k = 0; k < s.slices; ++k) {
        painter.label(stack.planeFrom({0, 0, k}), labels);
        for (const std::uint16_t label : labels)
            if (label >= SlicePainter::kFirstPartLabel)
                volumes[partName(static_cast<PartSide>(label - SlicePainter::kFirstPartLabel))] +=
                    s.pixelMm * s.pixelMm * s.sliceMm;
    }
    return volumes;
}

}  // namespace

class TestAnatomy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesFortyStructuresFromSkullToChest();
    void volumesAreThoseOfPeople_data();
    void volumesAreThoseOfPeople();
    void bodyParametersMoveWhatTheySay_data();
    void bodyParametersMoveWhatTheySay();
    void twoPeopleAreNoSiblings();
    void levelsFollowTheAnatomy_data();
    void levelsFollowTheAnatomy();
    void levelsMoveWithTheNeck();
    void skinAndPlatysmaAreNamed();
    void dissectionTakesWhatSurgeonsTake();
    void primaryTumourLiesWhereTheHistorySays();
};

void TestAnatomy::namesFortyStructuresFromSkullToChest() {
    const auto volumes = volumesOf(wholeNeck());
    std::set<std::string> kinds;
    for (const auto& [name, volume] : volumes)
        kinds.insert(name);
    QVERIFY2(kinds.size() >= 80, qPrintable(QString::number(kinds.size())));
    for (const char* name : {"sternocleidomastoid_left",
                             "trapezius_right",
                             "scalene_anterior_left",
                             "mandible",
                             "teeth",
                             "hyoid",
                             "thyroid_cartilage",
                             "cricoid_cartilage",
                             "trachea",
                             "larynx",
                             "oesophagus",
                             "parotid_gland_left",
                             "thyroid_gland_right",
                             "brachial_plexus_left",
                             "clavicle_left",
                             "lung_right",
                             "skull_base",
                             "brain",
                             "maxilla",
                             "rib_left",
                             "subclavian_artery_left",
                             "palatine_tonsil_left",
                             "epiglottis"})
        QVERIFY2(volumes.contains(name), name);
}

// Anatomy note 3 and 6 with the spread of patients; coarse voxels.

void TestAnatomy::volumesAreThoseOfPeople_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("submandibular") << "submandibular_gland_left" << 5000.0 << 15000.0;
    QTest::newRow("parotid") << "parotid_gland_left" << 15000.0 << 45000.0;
    QTest::newRow("thyroid lobe") << "thyroid_gland_left" << 2500.0 << 16000.0;
    QTest::newRow("sternocleidomastoid") << "sternocleidomastoid_left" << 25000.0 << 80000.0;
    QTest::newRow("mandible") << "mandible" << 25000.0 << 75000.0;
    QTest::newRow("tongue") << "tongue" << 30000.0 << 110000.0;
}

void TestAnatomy::volumesAreThoseOfPeople() {
    QFETCH(QString, name);
    QFETCH(double, low);
    QFETCH(double, high);
    static const auto volumes = volumesOf(ordinary());
    const double volume = volumes.at(name.toStdString());
    QVERIFY2(volume > low && volume < high, qPrintable(QString::number(volume)));
}

void TestAnatomy::bodyParametersMoveWhatTheySay_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("least");
    QTest::newRow("glands") << 0 << "parotid_gland_left" << 1.25;
    QTest::newRow("muscles") << 1 << "sternocleidomastoid_left" << 1.1;
    QTest::newRow("neck length") << 2 << "common_carotid_artery_left" << 1.05;
    QTest::newRow("size") << 3 << "mandible" << 1.15;
    QTest::newRow("sex") << 4 << "thyroid_cartilage" << 1.05;
}

void TestAnatomy::bodyParametersMoveWhatTheySay() {
    QFETCH(int, key);
    QFETCH(QString, name);
    QFETCH(double, least);
    Recipe small = ordinary(), large = ordinary();
    const std::array<std::pair<std::optional<double> PatientRecipe::*, std::array<double, 2>>, 4>
        keys{{{&PatientRecipe::glandScale, {0.8, 1.3}},
              {&PatientRecipe::muscleScale, {0.8, 1.2}},
              {&PatientRecipe::neckLength, {0.88, 1.12}},
              {&PatientRecipe::bodyScale, {0.88, 1.1}}}};
    if (key < 4) {
        const auto& [member, range] = keys[static_cast<std::size_t>(key)];
        small.patient.*member = range[0];
        large.patient.*member = range[1];
    } else {
        small.patient.sex = "f";
    }
    const double a = volumesOf(small).at(name.toStdString()),
                 b = volumesOf(large).at(name.toStdString());
    QVERIFY2(b > least * a, qPrintable(QStringLiteral("%1 -> %2").arg(a).arg(b)));
}

void TestAnatomy::twoPeopleAreNoSiblings() {
    // Body parameters of twenty seeds: every one spreads, and no two people share them.
    std::vector<CasePlan> plans;
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        Recipe recipe;
        recipe.seed = seed;
        plans.push_back(makePlan(recipe));
    }
    const auto spread = [&](auto member) {
        float low = 1e9F, high = -1e9F;
        for (const CasePlan& plan : plans) {
            low = std::min(low, static_cast<float>(plan.*member));
            high = std::max(high, static_cast<float>(plan.*member));
        }
        return high - low;
    };
    QVERIFY(spread(&CasePlan::bodyScale) > 0.12F);
    QVERIFY(spread(&CasePlan::fatScale) > 0.3F);
    QVERIFY(spread(&CasePlan::muscleScale) > 0.2F);
    QVERIFY(spread(&CasePlan::neckLength) > 0.12F);
    QVERIFY(spread(&CasePlan::lordosisMm) > 4);
    QVERIFY(spread(&CasePlan::tiltDeg) > 3);
    QVERIFY(spread(&CasePlan::bifurcationMm) > 8);
    QVERIFY(spread(&CasePlan::carotidMedialMm) > 1);
    QVERIFY(spread(&CasePlan::glandScale) > 0.2F);
    QVERIFY(spread(&CasePlan::larynxScale) > 0.12F);
    QVERIFY(spread(&CasePlan::ageYears) > 20);
    QVERIFY(spread(&CasePlan::asymmetry) > 0.5F);
    QVERIFY(spread(&CasePlan::larynxLevelMm) > 4);
    QVERIFY(spread(&CasePlan::chinMm) > 5);
    QVERIFY(spread(&CasePlan::jawAngleMm) > 3);
    QVERIFY(spread(&CasePlan::jawDepthMm) > 3);
    QVERIFY(spread(&CasePlan::shoulderDropMm) > 8);
    QVERIFY(std::any_of(plans.begin(), plans.end(), [](const auto& p) { return p.female; }) &&
            std::any_of(plans.begin(), plans.end(), [](const auto& p) { return !p.female; }));
}

// Places of the straight neck (anatomy note 5.2) and the level each belongs to.

void TestAnatomy::levelsFollowTheAnatomy_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("z");
    QTest::addColumn<QString>("level");
    QTest::newRow("submental") << 3.0 << -80.0 << 18.0 << "Ia";
    QTest::newRow("in front of the gland") << 31.0 << -64.0 << 18.0 << "Ib";
    QTest::newRow("before the vein") << 42.0 << -28.0 << 16.0 << "IIa";
    QTest::newRow("behind the vein") << 47.0 << -5.0 << 20.0 << "IIb";
    QTest::newRow("between hyoid and cricoid") << 44.0 << -20.0 << -22.0 << "III";
    QTest::newRow("below the cricoid") << 43.0 << -38.0 << -64.0 << "IVa";
    QTest::newRow("above the joint") << 34.0 << -48.0 << -100.0 << "IVb";
    QTest::newRow("behind the muscle") << 58.0 << 18.0 << -16.0 << "Va";
    QTest::newRow("behind it, low") << 62.0 << -14.0 << -66.0 << "Vb";
    QTest::newRow("below the vessels") << 66.0 << -20.0 << -84.0 << "Vc";
    QTest::newRow("before the straps") << 0.0 << -66.0 << -50.0 << "VIa";
    QTest::newRow("beside the windpipe") << 13.0 << -38.0 << -68.0 << "VIb";
    QTest::newRow("behind the pharynx") << 20.0 << -29.0 << 40.0 << "VIIa";
    QTest::newRow("beside the styloid") << 36.0 << -14.0 << 62.0 << "VIIb";
    QTest::newRow("in the parotid") << 59.0 << -22.0 << 44.0 << "VIII";
    QTest::newRow("vocal fold") << 4.0 << -46.0 << -33.0 << "";
    QTest::newRow("nape") << 20.0 << 45.0 << 12.0 << "";
    QTest::newRow("outside") << 110.0 << -60.0 << 10.0 << "";
}

void TestAnatomy::levelsFollowTheAnatomy() {
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(double, z);
    QFETCH(QString, level);
    const auto scene = sceneOf(ordinary());
    for (const double side : {1.0, -1.0}) {
        const auto at = scene->warp.patient(static_cast<float>(side * x), static_cast<float>(y),
                                            static_cast<float>(z));
        const auto found = levelAt(*scene, {at[0], at[1], z});
        QCOMPARE(found ? QString::fromStdString(std::string(word(*found))) : QString(), level);
    }
}

void TestAnatomy::levelsMoveWithTheNeck() {
    // 48 mm below the hyoid: level III in a long neck, below the cricoid in a short one.
    Recipe tall = ordinary(), brief = ordinary();
    tall.patient.neckLength = 1.12;
    brief.patient.neckLength = 0.88;
    const auto levelIn = [](const Recipe& recipe) {
        const auto scene = sceneOf(recipe);
        const auto at = scene->warp.patient(43, -37, -59);
        return levelAt(*scene, {at[0], at[1], -59});
    };
    QCOMPARE(levelIn(tall), std::optional(Level::III));
    QCOMPARE(levelIn(brief), std::optional(Level::IVa));
}

void TestAnatomy::primaryTumourLiesWhereTheHistorySays() {
    Recipe recipe = ordinary();
    recipe.primary = PrimaryRecipe{"tongue_base", Side::Left, 14};
    const auto volumes = volumesOf(recipe);
    const double ball = 4.19 * 14 * 14 * 14;
    QVERIFY(volumes.contains("primary_tumour"));
    QVERIFY(volumes.at("primary_tumour") > 0.3 * ball && volumes.at("primary_tumour") < 1.6 * ball);
    QVERIFY(!volumesOf(ordinary()).contains("primary_tumour"));
}

void TestAnatomy::skinAndPlatysmaAreNamed() {
    const auto volumes = volumesOf(ordinary());
    QVERIFY(volumes.contains("skin") && volumes.contains("platysma_left") &&
            volumes.contains("platysma_right"));
    // 1.8 mm about the neck and the shoulders in the picture; a thin sheet of 1 to 2 mm.
    QVERIFY2(volumes.at("skin") > 6e4 && volumes.at("skin") < 4e5,
             qPrintable(QString::number(volumes.at("skin"))));
    for (const char* side : {"platysma_left", "platysma_right"})
        QVERIFY2(volumes.at(side) > 1500 && volumes.at(side) < 25000,
                 qPrintable(QString::number(volumes.at(side))));
}

void TestAnatomy::dissectionTakesWhatSurgeonsTake() {
    Recipe recipe = ordinary();
    const auto before = volumesOf(recipe);
    recipe.history.dissection = Side::Left;
    const auto after = volumesOf(recipe);
    for (const char* gone : {"submandibular_gland_left", "external_jugular_vein_left",
                             "facial_vein_left", "omohyoid_left"})
        QVERIFY2(before.contains(gone) && !after.contains(gone), gone);
    QVERIFY(after.at("sternocleidomastoid_left") < 0.85 * before.at("sternocleidomastoid_left"));
    QVERIFY(after.at("internal_jugular_vein_left") < 0.6 * before.at("internal_jugular_vein_left"));
    for (const char* kept : {"submandibular_gland_right", "external_jugular_vein_right",
                             "common_carotid_artery_left", "internal_jugular_vein_right"})
        QVERIFY2(std::fabs(after.at(kept) - before.at(kept)) < 0.05 * before.at(kept), kept);
    QVERIFY(difference(sliceOf(ordinary(), 0), sliceOf(recipe, 0)) > 1);
}

QTEST_APPLESS_MAIN(TestAnatomy)
#include "tst_anatomy.moc"
