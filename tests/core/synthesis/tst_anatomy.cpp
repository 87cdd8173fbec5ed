#include "small_recipes.h"
#include "synthesis/generator_version.h"
#include "synthesis/neck_levels.h"
#include "synthesis/render.h"
#include "synthesis/scanner.h"
#include "synthesis/slice_painter.h"
#include <QCryptographicHash>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace nodewise;
using namespace nodewise::synthesis;

namespace {

/// Skull base to thoracic inlet in coarse voxels.
Recipe wholeNeck(std::uint32_t seed = 7) {
    Recipe recipe = smallRecipe(seed);
    recipe.scanner.columns = 128;
    recipe.scanner.pixelMm = 2;
    recipe.scanner.slices = 66;
    recipe.scanner.sliceMm = 3;
    recipe.scanner.topMm = 80;
    return recipe;
}

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

std::shared_ptr<const Scene> sceneOf(const Recipe& recipe) {
    NullJobControl job;
    return *makeScene(recipe, job, 1);
}

/// Voxels of each part, by name, mm³.
std::map<std::string, double> volumesOf(const Recipe& recipe) {
    const auto scene = sceneOf(recipe);
    const GridGeometry grid = gridOf(recipe);
    SlicePainter painter(*scene);
    std::vector<std::uint16_t> labels;
    std::map<std::string, double> volumes;
    const ScannerRecipe& s = recipe.scanner;
    for (int k = 0; k < s.slices; ++k) {
        painter.label(static_cast<float>(grid.origin().z + s.sliceMm * k),
                      static_cast<float>(grid.origin().x), static_cast<float>(grid.origin().y),
                      labels);
        for (const std::uint16_t label : labels)
            if (label >= SlicePainter::kFirstPartLabel)
                volumes[partName(static_cast<PartSide>(label - SlicePainter::kFirstPartLabel))] +=
                    s.pixelMm * s.pixelMm * s.sliceMm;
    }
    return volumes;
}

double sdOf(const std::vector<std::int16_t>& pixels, int columns, int i0, int j0, int side) {
    double sum = 0, squares = 0;
    for (int j = j0; j < j0 + side; ++j)
        for (int i = i0; i < i0 + side; ++i) {
            const double v = pixels[static_cast<std::size_t>(j * columns + i)];
            sum += v;
            squares += v * v;
        }
    const double n = side * side;
    return std::sqrt(squares / n - (sum / n) * (sum / n));
}

std::vector<std::int16_t> sliceOf(const Recipe& recipe, double z) {
    NullJobControl job;
    const auto& s = recipe.scanner;
    const int slice = static_cast<int>(std::lround((z - gridOf(recipe).origin().z) / s.sliceMm));
    return (*renderSlices(recipe, std::array{slice}, job))[0];
}

double difference(const std::vector<std::int16_t>& a, const std::vector<std::int16_t>& b) {
    double sum = 0;
    for (std::size_t n = 0; n < a.size(); ++n)
        sum += std::fabs(static_cast<double>(a[n]) - b[n]);
    return sum / static_cast<double>(a.size());
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
    void slicesComeOneByOneFromWhereOneLooks();
    void singleSlicesAreThoseOfTheVolume();
    void skinAndPlatysmaAreNamed();
    void dissectionTakesWhatSurgeonsTake();
    void primaryTumourLiesWhereTheHistorySays();
    void scannerKeysChangeThePicture_data();
    void scannerKeysChangeThePicture();
    void metalStreaksStayNearTheTeeth();
    void metalReachesDownToLevelTwo_data();
    void metalReachesDownToLevelTwo();
    void noiseIsThatOfFilteredBackProjection();
    void bytesAreThoseOfTheGeneratorVersion();
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

void TestAnatomy::slicesComeOneByOneFromWhereOneLooks() {
    NullJobControl job;
    const Recipe recipe = smallRecipe();
    std::vector<int> order;
    std::size_t pixels = 0;
    const auto volume = renderVolume(
        recipe, job, 1,
        [&](int slice, std::span<const std::int16_t> all) {
            order.push_back(slice);
            pixels = all.size();
        },
        9);
    QVERIFY(volume.has_value());
    QCOMPARE(order.size(), 16U);
    QCOMPARE(order[0], 9);
    QVERIFY(std::abs(order[1] - 9) == 1 && std::abs(order[2] - 9) == 1);
    QCOMPARE(std::set<int>(order.begin(), order.end()).size(), 16U);
    QCOMPARE(pixels, 230U * 230U);
    const auto plain = renderVolume(recipe, job, 2);
    QVERIFY(std::ranges::equal((*plain)->int16Voxels(), (*volume)->int16Voxels()));
}

void TestAnatomy::singleSlicesAreThoseOfTheVolume() {
    NullJobControl job;
    const Recipe recipe = smallRecipe();
    const auto volume = renderVolume(recipe, job);
    const auto slices = renderSlices(recipe, std::array{3, 12}, job);
    QVERIFY(volume && slices);
    const auto voxels = (*volume)->int16Voxels();
    QVERIFY(std::ranges::equal((*slices)[0], voxels.subspan(3U * 230 * 230, 230U * 230)));
    QVERIFY(std::ranges::equal((*slices)[1], voxels.subspan(12U * 230 * 230, 230U * 230)));
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

void TestAnatomy::scannerKeysChangeThePicture_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<double>("z");
    QTest::newRow("sharp kernel") << 0 << 10.0;
    QTest::newRow("dental metal") << 1 << 55.0;
    QTest::newRow("beam hardening") << 2 << 70.0;
    QTest::newRow("streaks of the shoulders") << 3 << -100.0;
    QTest::newRow("swallow") << 4 << -20.0;
}

void TestAnatomy::scannerKeysChangeThePicture() {
    QFETCH(int, key);
    QFETCH(double, z);
    Recipe plain = wholeNeck();
    plain.scanner.noiseHu = plain.scanner.streakHu = 0;
    Recipe other = plain;
    const std::array keys{&ScannerRecipe::sharpen, &ScannerRecipe::dentalHu,
                          &ScannerRecipe::hardening, &ScannerRecipe::streakHu,
                          &ScannerRecipe::motionMm};
    other.scanner.*keys[static_cast<std::size_t>(key)] = key == 1 ? 200 : (key >= 3 ? 4 : 1);
    double most = 0;
    for (double at = z - 24; at <= z + 24; at += 6)
        most = std::max(most, difference(sliceOf(plain, at), sliceOf(other, at)));
    QVERIFY2(most > 0.3, qPrintable(QString::number(most)));
}

void TestAnatomy::metalStreaksStayNearTheTeeth() {
    Recipe plain = wholeNeck();
    Recipe metal = plain;
    metal.scanner.dentalHu = 200;
    double most = 0;
    for (const double z : {44.0, 47.0, 50.0, 53.0, 56.0, 59.0})
        most = std::max(most, difference(sliceOf(plain, z), sliceOf(metal, z)));
    QVERIFY2(most > 5, qPrintable(QString::number(most)));
    QVERIFY(difference(sliceOf(plain, -30), sliceOf(metal, -30)) < 0.01);
}

void TestAnatomy::metalReachesDownToLevelTwo_data() {
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {7U, 8U, 9U, 10U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestAnatomy::metalReachesDownToLevelTwo() {
    QFETCH(unsigned, seed);
    // A screw is 4 mm thick: in voxels of 2 mm it would be no metal.
    Recipe plain = wholeNeck(seed);
    plain.scanner.columns = 256;
    plain.scanner.pixelMm = 0.9;
    Recipe metal = plain;
    metal.scanner.dentalHu = 200;
    const double streaks = difference(sliceOf(plain, 32), sliceOf(metal, 32));
    QVERIFY2(streaks > 0.6, qPrintable(QString::number(streaks)));
}

void TestAnatomy::noiseIsThatOfFilteredBackProjection() {
    // The ramp takes the low frequencies: means of blocks vary less than those of white noise, and
    // the kernel takes the high ones: neighbours are alike.
    ScannerRecipe recipe = smallRecipe().scanner;
    recipe.columns = 256;
    recipe.pixelMm = 0.5;
    recipe.noiseHu = 10;
    recipe.streakHu = 0;
    const Scanner scanner(recipe, 5, 1);
    std::vector<float> water(256U * 256U, 0.0F);
    std::vector<std::int16_t> out(water.size());
    ScannerDesk desk;
    scanner.scan(3, 128, 0, water, desk, out);
    const double all = sdOf(out, 256, 96, 96, 64);
    QVERIFY2(all > 7 && all < 12, qPrintable(QString::number(all)));
    double blocks = 0, neighbours = 0;
    for (int j = 64; j < 192; j += 8)
        for (int i = 64; i < 192; i += 8) {
            double mean = 0;
            for (int n = 0; n < 64; ++n)
                mean += out[static_cast<std::size_t>((j + n / 8) * 256 + i + n % 8)] / 64.0;
            blocks += mean * mean / 256;
        }
    for (int j = 96; j < 160; ++j)
        for (int i = 96; i < 160; ++i) {
            const auto p = static_cast<std::size_t>(j * 256 + i);
            neighbours += static_cast<double>(out[p]) * out[p + 1] / (64 * 64);
        }
    const double white = all * all / 64;
    QVERIFY2(neighbours / (all * all) > 0.3, qPrintable(QString::number(neighbours)));
    // The same kernel without the ramp would give 4 π σ² / pixel² = 12.6 times white.
    QVERIFY2(blocks < 6 * white, qPrintable(QString::number(blocks / white)));
}

void TestAnatomy::bytesAreThoseOfTheGeneratorVersion() {
    // Whoever changes a voxel raises kGeneratorVersion and writes the new hashes here.
    constexpr int kVersion = 3;
    const QByteArray labelsHash = "4736e092e176ba4c", voxelsHash = "6f111d331fad7e56";
    QCOMPARE(kGeneratorVersion, kVersion);
    Recipe recipe = wholeNeck();
    recipe.scanner.dentalHu = 100;
    recipe.scanner.hardening = recipe.scanner.sharpen = 0.5;
    NullJobControl job;
    const auto scene = sceneOf(recipe);
    const GridGeometry grid = gridOf(recipe);
    SlicePainter painter(*scene);
    QCryptographicHash labels(QCryptographicHash::Sha256), voxels(QCryptographicHash::Sha256);
    std::vector<std::uint16_t> slice;
    for (int k = 0; k < recipe.scanner.slices; ++k) {
        painter.label(static_cast<float>(grid.origin().z + recipe.scanner.sliceMm * k),
                      static_cast<float>(grid.origin().x), static_cast<float>(grid.origin().y),
                      slice);
        labels.addData(QByteArray(reinterpret_cast<const char*>(slice.data()),
                                  static_cast<qsizetype>(2 * slice.size())));
    }
    QCOMPARE(labels.result().toHex().left(16), labelsHash);
#if defined(__x86_64__)
    for (const unsigned threads : {1U, 2U, 8U}) {
        voxels.reset();
        const auto volume = renderVolume(recipe, job, threads);
        const auto all = (*volume)->int16Voxels();
        voxels.addData(QByteArray(reinterpret_cast<const char*>(all.data()),
                                  static_cast<qsizetype>(2 * all.size())));
        QCOMPARE(voxels.result().toHex().left(16), voxelsHash);
    }
#endif
}

QTEST_APPLESS_MAIN(TestAnatomy)
#include "tst_anatomy.moc"
