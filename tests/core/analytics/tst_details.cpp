// Learning curve, features, categories, cohort: closed forms.
#include "analytics/agreement.h"
#include "analytics/cohort.h"
#include "analytics/details.h"
#include "support/reading_samples.h"
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::analytics;
using namespace nodewise::tests;

namespace {

bool near(double a, double b, double tolerance = 1e-12) {
    return std::abs(a - b) <= tolerance;
}

session::CallRecord record(int index, Grade reference, Grade given, double probability) {
    session::CallRecord call;
    call.id = session::CallId("c-" + std::to_string(index));
    call.profile = ProfileId("p");
    call.ref = {PackId("pack"), "1", CaseId("case-" + std::to_string(index))};
    call.node = {NodeId("node-1"), Side::Left, Level::IIa};
    call.answer = sampleCall(probability, given);
    call.committed = Timestamp(std::chrono::milliseconds(1'000'000LL * index));
    const int apart = std::abs(gradeNumber(reference) - gradeNumber(given));
    call.score = sampleScore(reference, probability,
                             apart == 0   ? Verdict::Agrees
                             : apart == 1 ? Verdict::Close
                                          : Verdict::Differs);
    return call;
}

/// The line as score_call writes it: one word a feature in the order of their names.
session::MarkSummary features(const char* reference) {
    return {Mark::Features, Verdict::Close, 0.5, "", reference};
}

CohortReader reader(const char* name, int nodes, bool good) {
    CohortReader result{ProfileId(name), name, {}};
    for (int i = 0; i < nodes; ++i) {
        const Grade reference = i % 2 ? Grade::G2 : Grade::G0;
        const bool positive = i % 2 != 0;
        const double said = good == positive ? 0.9 : 0.1;
        auto call = record(i, reference, good ? reference : positive ? Grade::G0 : Grade::G2, said);
        call.profile = ProfileId(name);
        call.id = session::CallId(std::string(name) + std::to_string(i));
        result.calls.push_back(call);
    }
    return result;
}

}  // namespace

class TestDetails : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCusumFollowsItsWeights();
    void competenceIsShownAndLost();
    void refusesSharesThatAreNone();
    void ac2WithoutWeightsIsAc1();
    void ac2OfAClosedForm();
    void featuresAreCountedAgainstTheirReference();
    void aLineOfAnotherKindIsLeftOut();
    void categoriesMoveUpAndDown();
    void sizesGiveTheirPlot();
    void theCurveNeedsTenOfEach();
    void nothingGivesNothing();
    void noStandingBelowTwentyNodes();
    void outliersLieOutsideTheirInterval();
    void theFirstCallOfANodeCounts();
    void itemsHardestFirst();
    void discriminationIsACorrelation();
    void theOrderOfReadersSaysNothing();
};

void TestDetails::theCusumFollowsItsWeights() {
    const CusumSetting s{0.1, 0.3, 100};
    const auto curve = learningCurve({true, false, false, true}, s);
    const double up = std::log(3.0), down = std::log(0.7 / 0.9);
    QCOMPARE(curve.points.size(), std::size_t(4));
    QVERIFY(near(curve.points[3].observed, 2 - 4 * 0.1));
    QVERIFY(near(curve.points[0].inadequate, up));
    QVERIFY(near(curve.points[2].inadequate, up + 2 * down));
    QVERIFY(near(curve.points[3].inadequate, 2 * up + 2 * down));
    QVERIFY(near(curve.points[0].adequate, 0));
    QVERIFY(near(curve.points[2].adequate, -2 * down));
    QVERIFY(near(curve.points[3].adequate, 0));
    QVERIFY(!curve.competentAt && !curve.lostAt);
}

void TestDetails::competenceIsShownAndLost() {
    std::vector<bool> wrong(40, false);
    const double down = -std::log(0.65 / 0.85);
    const int expected = static_cast<int>(std::ceil(2.772588722239781 / down));
    const auto curve = learningCurve(wrong);
    QCOMPARE(curve.competentAt, std::optional(expected));
    QVERIFY(!curve.lostAt);
    wrong.insert(wrong.end(), 10, true);
    const auto lost = learningCurve(wrong);
    QVERIFY(lost.lostAt);
    QCOMPARE(*lost.lostAt,
             40 + static_cast<int>(std::ceil(2.772588722239781 / std::log(0.35 / 0.15))));
}

void TestDetails::refusesSharesThatAreNone() {
    QCOMPARE(learningCurve({true}, {0.3, 0.2, 1}).reason, Reason::InvalidInput);
    QCOMPARE(learningCurve({true}, {0, 0.2, 1}).reason, Reason::InvalidInput);
    QCOMPARE(learningCurve({}).reason, Reason::NoData);
}

void TestDetails::ac2WithoutWeightsIsAc1() {
    const CountTable table{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
    QVERIFY(gwetAc2(table, KappaWeights::None) == gwetAc1(table));
    // Two categories: all weights off the diagonal are 0, whatever their kind.
    const CountTable two{{40, 9}, {6, 45}};
    QVERIFY(near(*gwetAc2(two, KappaWeights::Quadratic).value, *gwetAc1(two).value));
}

void TestDetails::ac2OfAClosedForm() {
    // Three categories, linear weights 1, 1/2, 0. T_w = 3 + 4/2 = 5; shares 1/3 each:
    // pe = 5 / 6 * 2 / 3 = 5/9; pa = 0.5 + 0.5 * 0.5 = 0.75; AC2 = (0.75 - 5/9) / (4/9) = 0.4375.
    const CountTable table{{1, 1, 0}, {1, 1, 0}, {0, 1, 1}};
    const CountTable even{{10, 5, 0}, {5, 0, 5}, {0, 5, 10}};
    const auto value = gwetAc2(even, KappaWeights::Linear);
    const double pa = (20 + 0.5 * 20) / 40.0;
    const double p[] = {15 / 40.0, 10 / 40.0, 15 / 40.0};
    double spread = 0;
    for (const double share : p)
        spread += share * (1 - share);
    const double pe = 5.0 / 6 * spread;
    QVERIFY(near(*value.value, (pa - pe) / (1 - pe)));
    QVERIFY(gwetAc2(table, KappaWeights::Linear).value.has_value());
    QCOMPARE(gwetAc2({{1, 2}}, KappaWeights::Linear).reason, Reason::InvalidInput);
    QCOMPARE(gwetAc2({{0, 0}, {0, 0}}, KappaWeights::Linear).reason, Reason::NoData);
}

void TestDetails::featuresAreCountedAgainstTheirReference() {
    // sampleCall: margin indistinct, fat stranded, contact, no coalescence, necrosis.
    std::vector<session::CallRecord> calls{record(1, Grade::G1, Grade::G1, 0.7),
                                           record(2, Grade::G1, Grade::G1, 0.7)};
    calls[0].score->marks.push_back(features("contact no no stranded no indistinct no"));
    calls[1].score->marks.push_back(features("none yes no clean no smooth yes"));
    const auto details = detailsOf(calls);
    const auto find = [&](Feature feature) {
        for (const auto& skill : details.features)
            if (skill.feature == feature)
                return skill;
        return FeatureSkill{};
    };
    const auto margin = find(Feature::Margin), necrosis = find(Feature::Necrosis),
               coalescence = find(Feature::Coalescence);
    QCOMPARE(margin.truePositive, 1);
    QCOMPARE(margin.falsePositive, 1);
    QCOMPARE(necrosis.falsePositive, 1);
    QCOMPARE(necrosis.truePositive, 1);
    QCOMPARE(coalescence.falseNegative, 1);
    QCOMPARE(coalescence.trueNegative, 1);
    QCOMPARE(*margin.sensitivity.value, 1.0);
    QCOMPARE(*margin.specificity.value, 0.0);
    QCOMPARE(*coalescence.sensitivity.value, 0.0);
}

void TestDetails::aLineOfAnotherKindIsLeftOut() {
    std::vector<session::CallRecord> calls{record(1, Grade::G1, Grade::G1, 0.7)};
    calls[0].score->marks.push_back(features("contact stranded indistinct"));
    for (const auto& skill : detailsOf(calls).features)
        QCOMPARE(skill.sensitivity.reason, Reason::NoData);
}

void TestDetails::categoriesMoveUpAndDown() {
    std::vector<session::CallRecord> calls;
    const char* rows[][2] = {{"N2b TNM9 rule", "N2b"},
                             {"N2b TNM9 rule", "N3b"},
                             {"yes N1 TNM8 rule", "N0"},
                             {"N3b TNM8 rule", ""}};
    for (int i = 0; i < 4; ++i) {
        calls.push_back(record(i, Grade::G1, Grade::G1, 0.7));
        session::CaseAnswer answer;
        answer.nCategory = rows[i][1];
        calls.back().caseAnswer = answer;
        calls.back().score->marks.push_back(
            {Mark::NCategory, i == 0 ? Verdict::Agrees : Verdict::Differs, 0, "", rows[i][0]});
    }
    const auto moved = detailsOf(calls).categories;
    QCOMPARE(moved.total, 3);
    QCOMPARE(moved.exact, 1);
    QCOMPARE(moved.up, 1);
    QCOMPARE(moved.down, 1);
    QCOMPARE(moved.table[2][3], 1);
    QCOMPARE(moved.table[1][0], 1);
}

void TestDetails::sizesGiveTheirPlot() {
    std::vector<session::CallRecord> calls;
    const double errors[] = {-1, 0, 1, 2};
    for (int i = 0; i < 4; ++i) {
        calls.push_back(record(i, Grade::G1, Grade::G1, 0.7));
        calls.back().answer.shortAxisMm = 10;
        calls.back().score->shortAxisErrorMm = errors[i];
    }
    const auto details = detailsOf(calls);
    QCOMPARE(details.shortAxis.size(), std::size_t(4));
    QVERIFY(near(details.shortAxis[3].mean, 9) && near(details.shortAxis[3].difference, 2));
    QVERIFY(near(*details.shortAxisLimits.bias.value, 0.5));
}

void TestDetails::theCurveNeedsTenOfEach() {
    std::vector<session::CallRecord> calls;
    for (int i = 0; i < 19; ++i)
        calls.push_back(record(i, i % 2 ? Grade::G0 : Grade::G1, Grade::G1, 0.01 * i));
    QVERIFY(detailsOf(calls).roc.empty());
    calls.push_back(record(19, Grade::G0, Grade::G1, 0.5));
    const auto roc = detailsOf(calls).roc;
    QVERIFY(roc.size() >= 2);
    QCOMPARE(roc.front().truePositiveRate, 0.0);
    QCOMPARE(roc.back().truePositiveRate, 1.0);
}

void TestDetails::nothingGivesNothing() {
    const auto details = detailsOf({});
    QCOMPARE(details.rps.reason, Reason::NoData);
    QCOMPARE(details.gradeAc1.reason, Reason::NoData);
    QCOMPARE(details.learning.reason, Reason::NoData);
    QVERIFY(details.shortAxis.empty() && details.roc.empty());
    QCOMPARE(details.categories.total, 0);
    const auto cohort = cohortOf({});
    QVERIFY(cohort.readers.empty() && cohort.items.empty());
    QCOMPARE(cohort.brier.reason, Reason::NoData);
}

void TestDetails::noStandingBelowTwentyNodes() {
    const std::vector<CohortReader> readers{reader("a", 19, false), reader("b", 20, true)};
    const auto cohort = cohortOf(readers);
    QVERIFY(cohort.readers[0].standing == CohortRow::Standing::NotKnown);
    QCOMPARE(cohort.readers[0].skill.reason, Reason::TooFewScored);
    QCOMPARE(cohort.readers[0].brier.reason, Reason::TooFewScored);
    QVERIFY(cohort.readers[1].standing == CohortRow::Standing::Better);
}

void TestDetails::outliersLieOutsideTheirInterval() {
    std::vector<CohortReader> readers{reader("good-1", 30, true), reader("good-2", 30, true),
                                      reader("bad", 30, false)};
    // Some spread, else the interval has no width.
    for (auto& one : readers)
        for (std::size_t i = 0; i < one.calls.size(); i += 3)
            one.calls[i].answer.probability = 0.5;
    const auto cohort = cohortOf(readers);
    QVERIFY(cohort.readers[0].pseudonym == "bad");
    QVERIFY(cohort.readers[0].standing == CohortRow::Standing::Worse);
    QVERIFY(cohort.readers[1].standing == CohortRow::Standing::Better);
    QVERIFY(*cohort.readers[0].skill.value < 0 && *cohort.readers[1].skill.value > 0);
}

void TestDetails::theFirstCallOfANodeCounts() {
    CohortReader one = reader("a", 20, true);
    auto again = one.calls[0];
    again.id = session::CallId("later");
    again.committed += std::chrono::hours(1);
    again.answer.probability = 1.0;
    one.calls.insert(one.calls.begin(), again);
    const std::vector<CohortReader> readers{one};
    const auto cohort = cohortOf(readers);
    QCOMPARE(cohort.readers[0].nodes, 20);
    QVERIFY(near(*cohort.brier.value, 0.01));
}

void TestDetails::itemsHardestFirst() {
    const std::vector<CohortReader> readers{reader("a", 4, true), reader("b", 2, false)};
    const auto cohort = cohortOf(readers);
    QCOMPARE(cohort.nodes, 4);
    QCOMPARE(cohort.items.size(), std::size_t(4));
    QVERIFY(near(cohort.items[0].agreed, 0.5) && near(cohort.items[3].agreed, 1));
    QCOMPARE(cohort.items[0].readers, 2);
    QCOMPARE(cohort.items[0].commonError, std::optional(TraineeError::E01));
    QCOMPARE(cohort.items[0].discrimination.reason, Reason::TooFewScored);
}

void TestDetails::discriminationIsACorrelation() {
    std::vector<CohortReader> readers;
    for (int i = 0; i < 12; ++i)
        readers.push_back(reader(("r" + std::to_string(i)).c_str(), 6, i < 6));
    const auto cohort = cohortOf(readers);
    // Who agrees here agrees everywhere.
    QVERIFY(near(*cohort.items[0].discrimination.value, 1.0));
}

void TestDetails::theOrderOfReadersSaysNothing() {
    const std::vector<CohortReader> readers{reader("zed", 30, true), reader("amy", 30, false)};
    const auto cohort = cohortOf(readers);
    QCOMPARE(cohort.readers[0].pseudonym, std::string("amy"));
}

QTEST_APPLESS_MAIN(TestDetails)
#include "tst_details.moc"
