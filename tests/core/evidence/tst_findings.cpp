#include "evidence/assess.h"
#include "evidence/evidence_json.h"
#include "evidence/thresholds.h"
#include <QtTest>
#include <cmath>
#include <random>

using namespace nodewise;
using namespace nodewise::evidence;

namespace {

/// A node in clean fat, everything measured, nothing found.
measure::Measurements cleanNode() {
    measure::Measurements m;
    m.node = 1;
    m.spacingMm = {0.5, 0.5, 1.25};
    m.size = measure::SizeMeasurement{};
    m.size->shortAxis = measure::AxisLine{{}, {}, 12};
    m.size->longAxis = measure::AxisLine{{}, {}, 15};
    m.margin = measure::MarginMeasurement{};
    m.fat = measure::FatShell{};
    m.fat->strandingIndex = 0.22;
    m.extension = measure::Extension{};
    m.necrosis = measure::Necrosis{};
    m.shape = measure::ShapeMeasurement{};
    m.shape->sphericityCorrected = 0.98;
    m.shape->roughnessMm = 0.1;
    return m;
}

measure::StructureContact muscle(double lostMm) {
    measure::StructureContact contact;
    contact.structure = "sternocleidomastoid_left";
    contact.kind = StructureKind::Muscle;
    contact.areaMm2 = 80;
    contact.lostPlaneMm = lostMm;
    contact.roughnessMm = 0.1;
    contact.penetrationMm = 0.0;
    contact.insideHuChange = 1.0;
    return contact;
}

Grade gradeOf(const measure::Measurements& m, const PatientContext& patient = {}) {
    return assessNode(m, patient).opinion.grade;
}

void setStrands(measure::Measurements& m, double share) {
    m.fat->strandingIndex = share;
}

/// What no rule may listen to: sizes, shape, depth of extension, necrosis, counts.
void varyWhatIsNoCriterion(measure::Measurements& m, std::mt19937& random) {
    const auto draw = [&](double most) {
        return most * static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
    };
    m.size->shortAxis->lengthMm = 5 + draw(60);
    m.size->longAxis->lengthMm = 8 + draw(80);
    m.size->volumeMl = draw(90);
    m.necrosis->fraction = draw(1);
    m.necrosis->hu = draw(60) - 20;
    m.necrosis->cystLike = draw(1) > 0.5;
    m.necrosis->hilumFraction = draw(0.5);
    m.shape->sphericity = draw(1);
    m.shape->sphericityCorrected = draw(1);
    m.shape->concaveFraction = draw(1);
    m.extension->depthMm = draw(30);
    m.extension->sectorDeg = draw(180);
}

/// Measurements that fire a rule 30 % beyond their lines and miss it 30 % short of them.
template <class Change>
void check(const Change& change, Grade fired, Grade missed) {
    auto over = cleanNode(), under = cleanNode();
    change(over, 1.3);
    change(under, 0.7);
    QCOMPARE(gradeNumber(gradeOf(over)), gradeNumber(fired));
    QCOMPARE(gradeNumber(gradeOf(under)), gradeNumber(missed));
}

}  // namespace

class TestFindings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gradesACleanNodeZero();
    void firesEachRuleAndNearlyMissesIt();
    void firesOnWhatCountsOnlyTogether();
    void aRaggedOutlineInvadesNothingItDoesNotGrowInto();
    void neverListensToWhatIsNoCriterion();
    void numberOfStructuresAndNodesChangesNothing();
    void qualityLowersCertaintyAndNeverTheGrade_data();
    void qualityLowersCertaintyAndNeverTheGrade();
    void biopsyAndInfectionLeaveTheNumbersAlone();
    void thresholdsGrowWithTheSlices();
    void everyFindingCarriesItsNumbers();
    void refusesBadThresholds();
    void writesWhatTheContractAsks();
};

void TestFindings::gradesACleanNodeZero() {
    const auto evidence = assessNode(cleanNode(), {});
    QVERIFY(evidence.opinion.grade == Grade::G0);
    QVERIFY(evidence.opinion.certainty == Certainty::Doubtful);
    QCOMPARE(evidence.opinion.decisive().rule, std::string("G0.none"));
    QVERIFY(assessNode(measure::Measurements{}, {}).opinion.grade == Grade::G0);
}

/// Each HNCIG rule: measurements that fire it, and the same a little short of it.
void TestFindings::firesEachRuleAndNearlyMissesIt() {
    const double spacing = 1.25;
    const auto line = [&](const char* id) { return threshold(id).at(spacing); };
    check(
        [&](auto& m, double f) {
            m.margin->indistinctFraction = f * line("margin.indistinct_fraction");
            setStrands(m, 0.8);
        },
        Grade::G1, Grade::G0);
    check(
        [&](auto& m, double f) {
            m.shape->roughnessMm = f * line("margin.roughness_mm");
            setStrands(m, 0.45);
        },
        Grade::G1, Grade::G0);
    check(
        [&](auto& m, double f) {
            m.margin->indistinctFraction = 0.8;
            setStrands(m, f * line("fat.stranding_index"));
        },
        Grade::G1, Grade::G0);
    check(
        [&](auto& m, double f) {
            m.coalescence.push_back({});
            m.coalescence.back().lostSeptumFraction = f * line("coalescence.lost_septum_fraction");
        },
        Grade::G2, Grade::G0);
    check(
        [&](auto& m, double f) {
            m.contacts.push_back(muscle(9));
            m.contacts.back().penetrationMm = f * line("contact.penetration_mm");
        },
        Grade::G3, Grade::G0);
    check(
        [&](auto& m, double f) {
            m.shape->roughnessMm = f * 0.52;
            setStrands(m, f * 0.42);
        },
        Grade::G1, Grade::G0);
}

void TestFindings::firesOnWhatCountsOnlyTogether() {
    // Neither depth nor a ragged interface alone, but together.
    check(
        [&](auto& m, double f) {
            m.contacts.push_back(muscle(9));
            m.contacts.back().penetrationMm = f * 2.6;
            m.contacts.back().raggedMm = f * 7.5;
        },
        Grade::G3, Grade::G0);
    check(
        [&](auto& m, double f) {
            m.contacts.push_back(muscle(9));
            m.contacts.back().penetrationMm = f * 2.6;
            m.contacts.back().roughnessMm = f * 0.4;
            m.shape->roughnessMm = f * 0.8;
        },
        Grade::G3, Grade::G0);
    // Neither a bulge nor an uneven outline alone, but together.
    check(
        [&](auto& m, double f) {
            m.extension->outwardMm = f * 1.2;
            m.shape->planeRoughnessMm = f * 0.12;
        },
        Grade::G1, Grade::G0);
}

/// A rough node touches five structures and has grown into one: the others are no part of it.
void TestFindings::aRaggedOutlineInvadesNothingItDoesNotGrowInto() {
    auto m = cleanNode();
    m.shape->roughnessMm = 1.8;
    for (const double depth : {0.0, 2.6, 0.9}) {
        m.contacts.push_back(muscle(9));
        m.contacts.back().structure = "muscle_" + std::to_string(m.contacts.size());
        m.contacts.back().roughnessMm = 0.45;
        m.contacts.back().raggedMm = 8;
        m.contacts.back().penetrationMm = depth;
    }
    const auto evidence = assessNode(m, {});
    QCOMPARE(evidence.opinion.decisive().rule, std::string("G3.invasion"));
    QCOMPARE(evidence.opinion.decisive().subject, std::string("muscle_2"));
    for (const auto& finding : evidence.findings)
        if (finding.code == FindingCode::StructureInvasion)
            QCOMPARE(finding.strength >= 0.5, finding.subject == "muscle_2");
}

/// Thousands of random nodes: change only what is no criterion; grade, strength and certainty stay.
void TestFindings::neverListensToWhatIsNoCriterion() {
    std::mt19937 random(7);
    const auto share = [&] {
        return static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
    };
    std::array<int, 4> seen{};
    for (int round = 0; round < 5000; ++round) {
        auto m = cleanNode();
        m.margin->indistinctFraction = share();
        m.fat->strandingIndex = share();
        m.shape->roughnessMm = share();
        m.shape->planeRoughnessMm = 0.2 * share();
        m.extension->outwardMm = 2 * share() - 0.5;
        if (share() < 0.4) {
            m.coalescence.push_back({});
            m.coalescence.back().lostSeptumFraction = share();
        }
        if (share() < 0.4) {
            m.contacts.push_back(muscle(8 * share()));
            m.contacts.back().penetrationMm = 6 * share();
            m.contacts.back().raggedMm = 10 * share();
        }
        const auto before = gradeFindings(findingsOf(m), conditionsOf(m, {}));
        varyWhatIsNoCriterion(m, random);
        const auto after = gradeFindings(findingsOf(m), conditionsOf(m, {}));
        QVERIFY(before.grade == after.grade);
        QCOMPARE(before.strength, after.strength);
        QVERIFY(before.certainty == after.certainty);
        ++seen[static_cast<std::size_t>(gradeNumber(before.grade))];
    }
    for (const int count : seen)
        QVERIFY(count > 100);
}

void TestFindings::numberOfStructuresAndNodesChangesNothing() {
    auto m = cleanNode();
    m.contacts.push_back(muscle(9));
    m.contacts.back().penetrationMm = 5;
    const auto one = assessNode(m, {}).opinion;
    for (int n = 0; n < 6; ++n) {
        m.contacts.push_back(muscle(6));
        m.coalescence.push_back({});
    }
    const auto many = assessNode(m, {}).opinion;
    QVERIFY(one.grade == many.grade);
    QCOMPARE(one.strength, many.strength);
}

void TestFindings::qualityLowersCertaintyAndNeverTheGrade_data() {
    QTest::addColumn<int>("flag");
    QTest::addColumn<bool>("limits");
    for (const auto& [flag, name] : allWords<measure::QualityFlag>()) {
        using Q = measure::QualityFlag;
        const bool only = flag == Q::StructuresNotMasked || flag == Q::MuscleAssumed ||
                          flag == Q::PhaseUnknown || flag == Q::BlurUnknown ||
                          flag == Q::NoOppositeSide;
        QTest::newRow(std::string(name).c_str()) << static_cast<int>(flag) << !only;
    }
}

void TestFindings::qualityLowersCertaintyAndNeverTheGrade() {
    QFETCH(int, flag);
    QFETCH(bool, limits);
    for (const double penetration : {0.0, 1.0, 2.0, 6.0}) {
        auto m = cleanNode();
        m.contacts.push_back(muscle(9));
        m.contacts.back().penetrationMm = penetration;
        const auto good = assessNode(m, {});
        m.flags.push_back(static_cast<measure::QualityFlag>(flag));
        const auto poor = assessNode(m, {});
        QVERIFY(good.opinion.grade == poor.opinion.grade);
        QCOMPARE(poor.conditions.limitedQuality, limits);
        const double before = std::abs(good.opinion.strength - 0.5);
        const double after = std::abs(poor.opinion.strength - 0.5);
        QVERIFY(limits ? after < before : after == before);
    }
}

void TestFindings::biopsyAndInfectionLeaveTheNumbersAlone() {
    auto m = cleanNode();
    m.margin->indistinctFraction = 0.7;
    setStrands(m, 0.8);
    PatientContext biopsied, infected, longAgo;
    biopsied.biopsyDays = 10;
    longAgo.biopsyDays = 200;
    infected.infection = true;
    const auto plain = assessNode(m, {});
    for (const auto& context : {biopsied, infected}) {
        const auto other = assessNode(m, context);
        QVERIFY(other.opinion.grade == plain.opinion.grade);
        QVERIFY(other.opinion.strength < plain.opinion.strength);
        QCOMPARE(other.findings.size(), plain.findings.size());
        for (std::size_t n = 0; n < plain.findings.size(); ++n) {
            QCOMPARE(other.findings[n].strength, plain.findings[n].strength);
            QVERIFY(other.findings[n].value == plain.findings[n].value);
        }
    }
    QCOMPARE(assessNode(m, longAgo).opinion.strength, plain.opinion.strength);
}

void TestFindings::thresholdsGrowWithTheSlices() {
    for (const auto& row : thresholds()) {
        QVERIFY(row.perMm >= 0 || row.id == "shape.sphericity");
        QVERIFY(row.at(5) >= row.at(1));
        QVERIFY(std::abs(row.strength(row.at(2.0), 2.0) - 0.5) < 1e-12);
        if (row.normalHigh && row.id.find("sphericity") == std::string::npos)
            QVERIFY2(*row.normalHigh <= row.value, row.id.c_str());
    }
    const auto& fat = threshold("fat.stranding_index");
    QVERIFY(fat.at(1.25) > 0.31 && fat.at(3.0) > 0.42);  // what clean nodes show
}

void TestFindings::everyFindingCarriesItsNumbers() {
    auto m = cleanNode();
    m.contacts.push_back(muscle(3));
    m.coalescence.push_back({});
    for (const auto& finding : findingsOf(m)) {
        QVERIFY(finding.strength >= 0 && finding.strength <= 1);
        QVERIFY(!finding.reason.empty());
        if (isCriterion(finding.code))
            QVERIFY(finding.value && finding.threshold && finding.referenceHigh);
    }
}

void TestFindings::refusesBadThresholds() {
    const std::string head = R"({"schema":"nodewise.thresholds/1","rows":[{"id":"a","at":1,)";
    const std::string tail = R"("ground":"phantom","source":"s"}]})";
    QVERIFY(parseThresholds(head + R"("softness":0.1,)" + tail).has_value());
    QVERIFY(!parseThresholds(head + R"("softness":0,)" + tail));
    QVERIFY(!parseThresholds(head + tail));
    QVERIFY(!parseThresholds(R"({"schema":"nodewise.thresholds/2","rows":[]})"));
}

void TestFindings::writesWhatTheContractAsks() {
    auto m = cleanNode();
    m.contacts.push_back(muscle(9));
    PatientContext patient;
    patient.site = Site::OralCavity;
    const auto json = toJson(assessNode(m, patient));
    QVERIFY(json.find("findings")->size() >= 8);
    for (const auto& finding : json.find("findings")->elements())
        for (const char* key : {"code", "strength", "reason", "value", "threshold"})
            QVERIFY(finding.find(key) != nullptr);
    for (const char* key : {"grade", "certainty", "trace"})
        QVERIFY(json.find("hncig")->find(key) != nullptr);
    for (const char* key : {"probability", "interval", "contributions", "abstained", "reason"})
        QVERIFY(json.find("pene")->find(key) != nullptr);
    QCOMPARE(json.find("pene")->find("interval")->size(), std::size_t(2));
    patient.site = Site::Salivary;
    const auto silent = toJson(assessNode(m, patient));
    QVERIFY(silent.find("pene")->find("probability")->isNull());
    QVERIFY(silent.find("pene")->find("interval")->isNull());
}

QTEST_APPLESS_MAIN(TestFindings)
#include "tst_findings.moc"
