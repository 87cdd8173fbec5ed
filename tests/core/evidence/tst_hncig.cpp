#include "evidence/hncig.h"
#include <QtTest>
#include <random>

using namespace nodewise;
using namespace nodewise::evidence;

Q_DECLARE_METATYPE(nodewise::evidence::FeatureSet)

namespace {

Finding finding(FindingCode code, double strength) {
    Finding made;
    made.code = code;
    made.strength = strength;
    return made;
}

FeatureSet features(Margin margin, PerinodalFat fat, Adjacency adjacency, bool coalescence) {
    FeatureSet set;
    set.margin = margin;
    set.fat = fat;
    set.adjacency = adjacency;
    set.coalescence = coalescence;
    return set;
}

constexpr auto kCriteria = std::to_array(
    {FindingCode::MarginIndistinct, FindingCode::MarginIrregular, FindingCode::FatStranding,
     FindingCode::FatExtension, FindingCode::Coalescence, FindingCode::StructureInvasion});
constexpr auto kOthers = std::to_array({FindingCode::StructureContact, FindingCode::Necrosis,
                                        FindingCode::Cystic, FindingCode::Hilum, FindingCode::Size,
                                        FindingCode::Shape, FindingCode::ExtensionDepth,
                                        FindingCode::NodeCount, FindingCode::StructureCount});

}  // namespace

class TestHncig : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gradesFeatures_data();
    void gradesFeatures();
    void namesTheRuleThatFired();
    void neverGradesByNecrosisSizeDepthOrCounts();
    void keepsTheGradeAtLowQuality();
    void trustsStrandingLessAfterABiopsy();
    void capsMarginAndFatAtProbable();
    void knowsTheCriteria();
    void turnsMeasurementsIntoFindings();
    void asksMoreStrandingOfThickSlices();
};

void TestHncig::gradesFeatures_data() {
    QTest::addColumn<FeatureSet>("set");
    QTest::addColumn<int>("grade");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char* name, const FeatureSet& set, int grade, const char* rule) {
        QTest::newRow(name) << set << grade << QString::fromLatin1(rule);
    };
    using M = Margin;
    using F = PerinodalFat;
    using A = Adjacency;
    row("clean", features(M::Smooth, F::Clean, A::None, false), 0, "G0.none");
    row("extension", features(M::Indistinct, F::Extended, A::None, false), 1, "G1.extension");
    row("irregular edge in stranded fat", features(M::Irregular, F::Stranded, A::None, false), 1,
        "G1.margin_and_fat");
    row("near miss: irregular edge, clean fat", features(M::Irregular, F::Clean, A::None, false), 0,
        "G0.none");
    row("near miss: stranded fat, smooth edge", features(M::Smooth, F::Stranded, A::None, false), 0,
        "G0.none");
    row("coalescence", features(M::Indistinct, F::Extended, A::None, true), 2, "G2.coalescence");
    row("near miss: clustered", features(M::Smooth, F::Clean, A::None, false), 0, "G0.none");
    row("invasion", features(M::Indistinct, F::Extended, A::Invaded, true), 3, "G3.invasion");
    row("near miss: contact", features(M::Indistinct, F::Extended, A::Contact, false), 1,
        "G1.extension");
    row("near miss: contact, coalescence", features(M::Smooth, F::Clean, A::Contact, true), 2,
        "G2.coalescence");
    FeatureSet cystic = features(M::Smooth, F::Clean, A::None, false);
    cystic.cystic = cystic.necrosis = true;
    row("cystic", cystic, 0, "G0.none");
    row("nothing said", FeatureSet{}, 0, "G0.none");
}

void TestHncig::gradesFeatures() {
    QFETCH(FeatureSet, set);
    QFETCH(int, grade);
    QFETCH(QString, rule);
    const auto opinion = gradeFromFeatures(set);
    QCOMPARE(gradeNumber(opinion.grade), grade);
    QCOMPARE(QString::fromStdString(opinion.decisive().rule), rule);
}

void TestHncig::namesTheRuleThatFired() {
    FeatureSet set = features(Margin::Indistinct, PerinodalFat::Extended, Adjacency::Invaded, true);
    set.structure = "sternocleidomastoid_left";
    const auto opinion = gradeFromFeatures(set);
    QCOMPARE(opinion.decisive().subject, std::string("sternocleidomastoid_left"));
    int fired = 0;
    for (const auto& step : opinion.trace)
        fired += step.fired ? 1 : 0;
    QCOMPARE(fired, 1);
    QCOMPARE(opinion.trace.size(), std::size_t(5));  // four criteria and the contact
    QVERIFY(opinion.certainty == Certainty::Unequivocal);
}

/// Property: whatever else is found, findings that are no criterion change neither grade nor
/// certainty.
void TestHncig::neverGradesByNecrosisSizeDepthOrCounts() {
    std::mt19937 random(20240711);
    std::uniform_real_distribution<double> strength(0, 1);
    for (int round = 0; round < 2000; ++round) {
        std::vector<Finding> list;
        for (const FindingCode code : kCriteria)
            if (strength(random) < 0.6)
                list.push_back(finding(code, strength(random)));
        const auto plain = gradeFindings(list);
        for (const FindingCode code : kOthers) {
            list.push_back(finding(code, strength(random)));
            list.back().value = 1000 * strength(random);
        }
        std::shuffle(list.begin(), list.end(), random);
        const auto full = gradeFindings(list);
        QVERIFY(full.grade == plain.grade);
        QCOMPARE(full.strength, plain.strength);
        QVERIFY(full.certainty == plain.certainty);
    }
    for (const FindingCode code : kOthers) {
        const auto alone = gradeFindings({finding(code, 1.0)});
        QVERIFY(alone.grade == Grade::G0 && alone.strength == 0.0);
        QCOMPARE(alone.trace.back().rule, std::string("not_a_criterion"));
    }
}

void TestHncig::keepsTheGradeAtLowQuality() {
    for (const double strength : {0.0, 0.3, 0.49, 0.5, 0.51, 0.7, 0.95, 1.0}) {
        const std::vector<Finding> list{finding(FindingCode::StructureInvasion, strength)};
        ReadingConditions limited;
        limited.limitedQuality = true;
        const auto good = gradeFindings(list), poor = gradeFindings(list, limited);
        QVERIFY(good.grade == poor.grade);
        QVERIFY(std::abs(poor.strength - 0.5) <= std::abs(good.strength - 0.5));
        QVERIFY(poor.certainty != Certainty::Unequivocal);
    }
}

void TestHncig::trustsStrandingLessAfterABiopsy() {
    ReadingConditions biopsy;
    biopsy.recentBiopsy = true;
    const auto set = features(Margin::Irregular, PerinodalFat::Stranded, Adjacency::None, false);
    QVERIFY(gradeFromFeatures(set, biopsy).strength < gradeFromFeatures(set).strength);
    QVERIFY(gradeFromFeatures(set, biopsy).grade == Grade::G1);
    // Near miss: a muscle that is invaded does not depend on the biopsy.
    const auto deep =
        features(Margin::Irregular, PerinodalFat::Stranded, Adjacency::Invaded, false);
    QCOMPARE(gradeFromFeatures(deep, biopsy).strength, gradeFromFeatures(deep).strength);
}

void TestHncig::capsMarginAndFatAtProbable() {
    const auto opinion = gradeFromFeatures(
        features(Margin::Indistinct, PerinodalFat::Stranded, Adjacency::None, false));
    QVERIFY(opinion.certainty == Certainty::Probable);
}

void TestHncig::knowsTheCriteria() {
    QVERIFY(isCriterion(Feature::Margin) && isCriterion(Feature::Fat));
    QVERIFY(isCriterion(Feature::Adjacent) && isCriterion(Feature::Coalescence));
    for (const Feature feature :
         {Feature::Necrosis, Feature::Cystic, Feature::Hilum, Feature::Size})
        QVERIFY(!isCriterion(feature));
    for (const FindingCode code : kCriteria)
        QVERIFY(isCriterion(code));
    for (const FindingCode code : kOthers)
        QVERIFY(!isCriterion(code));
}

void TestHncig::turnsMeasurementsIntoFindings() {
    QVERIFY(findingsOf(measure::Measurements{}).empty());
    measure::Measurements m;
    m.spacingMm = {0.5, 0.5, 1.25};
    m.fat = measure::FatShell{};
    m.fat->strandingIndex = 0.55;
    m.necrosis = measure::Necrosis{};
    m.necrosis->fraction = 0.4;
    m.contacts.push_back({});
    m.contacts.back().structure = "sternocleidomastoid_left";
    m.contacts.back().lostPlaneMm = 9;
    m.contacts.back().areaMm2 = 90;
    const auto list = findingsOf(m);
    const auto strengthOf = [&](FindingCode code) {
        double best = -1;
        for (const auto& one : list)
            if (one.code == code)
                best = std::max(best, one.strength);
        return best;
    };
    QVERIFY(strengthOf(FindingCode::FatStranding) > 0.5);
    QVERIFY(strengthOf(FindingCode::Necrosis) > 0.5);
    QVERIFY(strengthOf(FindingCode::StructureContact) > 0.5);
    QVERIFY(strengthOf(FindingCode::StructureInvasion) < 0);  // nothing was measured of it
    const auto opinion = gradeFindings(list);
    QVERIFY(opinion.grade == Grade::G0);  // stranding, necrosis and a lost plane are not enough
    m.margin = measure::MarginMeasurement{};
    m.margin->indistinctFraction = 0.6;
    QVERIFY(gradeFindings(findingsOf(m)).grade == Grade::G1);
}

void TestHncig::asksMoreStrandingOfThickSlices() {
    const auto thresholdAt = [](double slice) {
        measure::Measurements m;
        m.spacingMm = {0.5, 0.5, slice};
        m.fat = measure::FatShell{};
        return findingsOf(m).front().threshold.value();
    };
    QVERIFY(thresholdAt(1.25) > 0.31);  // a clean node shows up to 0.31
    QVERIFY(thresholdAt(3.0) > 0.42);   // and up to 0.42 on thick slices
    QVERIFY(thresholdAt(5.0) > thresholdAt(3.0));
}

QTEST_APPLESS_MAIN(TestHncig)
#include "tst_hncig.moc"
