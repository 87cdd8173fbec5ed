#include "analytics/resident.h"
#include "support/reading_samples.h"
#include <QElapsedTimer>
#include <QtTest>

using namespace nodewise;
using namespace nodewise::analytics;
using namespace nodewise::tests;
using session::CallRecord;

namespace {

int s_next = 0;

CallRecord made(double probability, Grade given, Grade reference) {
    const auto opened = sampleCase("s");
    CallRecord record;
    record.id = session::CallId("c-" + std::to_string(++s_next));
    record.ref = opened.ref;
    record.ref.caseId = CaseId("case-" + std::to_string(s_next / 2));
    record.node = opened.nodes[0];
    record.answer = sampleCall(probability, given);
    record.committed = Timestamp(std::chrono::minutes(s_next));
    record.score = sampleScore(reference, probability,
                               given == reference ? Verdict::Agrees : Verdict::Differs);
    record.score->errors.clear();
    return record;
}

// `count` calls, every second one positive, 75 % for what is so.
std::vector<CallRecord> fair(int count) {
    std::vector<CallRecord> result;
    for (int i = 0; i < count; ++i)
        result.push_back(i % 2 ? made(0.75, Grade::G1, Grade::G1)
                               : made(0.25, Grade::G0, Grade::G0));
    return result;
}

// Twenty calls of one probability for ENE, the first `right` of them right.
void addTwenty(std::vector<CallRecord>& calls, double probability, int right) {
    for (int i = 0; i < 20; ++i)
        calls.push_back(made(probability, Grade::G1, i < right ? Grade::G1 : Grade::G0));
}

}  // namespace

class TestResident : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyProgressHasNoFigures();
    void saysNothingBeforeTwentyNodes();
    void givesFiguresFromTwentyNodesOn();
    void hidesTheAreaBelowTenOfAClass();
    void leavesOutWhatDoesNotCount();
    void countsGradesByReferenceAndCall();
    void listsConfidentMissesFarthestFirst();
    void theEdgeOfConfidenceCounts();
    void countsRightCallsWithWrongReasons();
    void givesBiasAndLimitsOfSize();
    void listsTheWeakestConceptsFirst();
    void namesOverAndUnderConfidence_data();
    void namesOverAndUnderConfidence();
    void onlyTheLastTwentyAreJudged();
    void oneSureCallIsNoUnderConfidence_data();
    void oneSureCallIsNoUnderConfidence();
    void theOrderOfCallsDoesNotMatter();
    void aThousandCallsAreQuick();
};

void TestResident::emptyProgressHasNoFigures() {
    const ResidentSummary s = summarise({});
    QVERIFY(s.calls == 0 && s.scored == 0 && !s.firstScored);
    QCOMPARE(s.brier.reason, Reason::NoData);
    QCOMPARE(s.skill.reason, Reason::TooFewScored);
    QCOMPARE(s.auc.reason, Reason::TooFewPerClass);
    QVERIFY(s.trend.empty() && s.confidentMisses.empty() && s.concepts.empty());
    QCOMPARE(s.reliability.size(), std::size_t(5));
}

void TestResident::saysNothingBeforeTwentyNodes() {
    const ResidentSummary s = summarise(fair(19));
    QCOMPARE(s.scored, 19);
    QCOMPARE(s.skill.reason, Reason::TooFewScored);
    QCOMPARE(s.gradeKappa.reason, Reason::TooFewScored);
    QVERIFY(!s.skill.value && !s.gradeKappa.value && !s.auc.value);
    QVERIFY(!s.trend.empty());  // the line is drawn, the figure waits
}

void TestResident::givesFiguresFromTwentyNodesOn() {
    const auto calls = fair(20);
    const ResidentSummary s = summarise(calls);
    // Brier 0.0625 against 0.25: skill 0.75.
    QCOMPARE(*s.brier.value, 0.0625);
    QCOMPARE(*s.skill.value, 0.75);
    QCOMPARE(*s.auc.value, 1.0);
    QCOMPARE(*s.gradeKappa.value, 1.0);
    QVERIFY(s.positives == 10 && s.negatives == 10);
    QVERIFY(*s.firstScored == calls.front().committed && *s.lastScored == calls.back().committed);
    QVERIFY(s.cases >= 10 && s.cases <= 11);
}

void TestResident::hidesTheAreaBelowTenOfAClass() {
    auto calls = fair(20);
    calls.pop_back();  // a positive
    for (int i = 0; i < 10; ++i)
        calls.push_back(made(0.3, Grade::G0, Grade::G0));
    const ResidentSummary s = summarise(calls);
    QCOMPARE(s.positives, 9);
    QCOMPARE(s.auc.reason, Reason::TooFewPerClass);
    QVERIFY(s.skill.value.has_value());
}

void TestResident::leavesOutWhatDoesNotCount() {
    auto calls = fair(20);
    const ResidentSummary before = summarise(calls);
    CallRecord teaching = made(0.0, Grade::G0, Grade::G3);
    teaching.score->counts = false;
    CallRecord ungraded = made(0.0, Grade::G0, Grade::G3);
    ungraded.score.reset();
    CallRecord silent = made(0.0, Grade::G0, Grade::G3);
    silent.answer.probability.reset();
    calls.insert(calls.end(), {teaching, ungraded, silent});
    const ResidentSummary after = summarise(calls);
    QCOMPARE(after.calls, 23);
    QCOMPARE(after.scored, 20);
    QVERIFY(after.skill == before.skill && after.grades == before.grades);
    QVERIFY(after.confidentMisses.empty());
}

void TestResident::countsGradesByReferenceAndCall() {
    const std::vector<CallRecord> calls{
        made(0.6, Grade::G1, Grade::G3), made(0.6, Grade::G1, Grade::G3),
        made(0.9, Grade::G3, Grade::G3), made(0.2, Grade::G0, Grade::G2)};
    const ResidentSummary s = summarise(calls);
    QCOMPARE(s.grades[3][1], 2);
    QCOMPARE(s.grades[3][3], 1);
    QCOMPARE(s.grades[2][0], 1);
    QCOMPARE(s.grades[1][3], 0);
}

void TestResident::listsConfidentMissesFarthestFirst() {
    const std::vector<CallRecord> calls{
        made(0.85, Grade::G1, Grade::G0), made(0.03, Grade::G0, Grade::G2),
        made(0.85, Grade::G2, Grade::G0), made(0.5, Grade::G1, Grade::G0)};
    const auto misses = summarise(calls).confidentMisses;
    QCOMPARE(misses.size(), std::size_t(3));
    QVERIFY(misses[0].call == calls[1].id);
    QVERIFY(misses[1].call == calls[2].id);  // as far as the first, but newer
    QVERIFY(std::abs(misses[0].distance - 0.97) < 1e-12);
}

void TestResident::theEdgeOfConfidenceCounts() {
    const std::vector<CallRecord> calls{made(0.2, Grade::G0, Grade::G1),
                                        made(0.8, Grade::G1, Grade::G0),
                                        made(0.79, Grade::G1, Grade::G0)};
    QCOMPARE(summarise(calls).confidentMisses.size(), std::size_t(2));
}

void TestResident::countsRightCallsWithWrongReasons() {
    auto calls = fair(6);
    for (const std::size_t i : {1U, 3U}) {
        calls[i].score->wrongReason = true;
        calls[i].score->errors = {TraineeError::E01};
    }
    calls.push_back(made(0.7, Grade::G2, Grade::G1));
    const ResidentSummary s = summarise(calls);
    QCOMPARE(s.gradesRight, 6);
    QCOMPARE(s.wrongReasons, 2);
    QVERIFY(s.commonWrongReason == TraineeError::E01);
}

void TestResident::givesBiasAndLimitsOfSize() {
    auto calls = fair(4);
    const double errors[] = {-1.0, 0.0, 1.0, 2.0};
    for (std::size_t i = 0; i < 4; ++i)
        calls[i].score->shortAxisErrorMm = errors[i];
    calls[0].score->longAxisErrorMm = 0.4;
    const ResidentSummary s = summarise(calls);
    QCOMPARE(s.shortAxis.count, 4);
    QCOMPARE(*s.shortAxis.bias.value, 0.5);
    // SD of -1, 0, 1, 2 is sqrt(5/3).
    const double half = 1.959963984540054 * std::sqrt(5.0 / 3.0);
    QVERIFY(std::abs(s.shortAxis.limits->low - (0.5 - half)) < 1e-9);
    QVERIFY(std::abs(s.shortAxis.limits->high - (0.5 + half)) < 1e-9);
    QCOMPARE(s.longAxis.count, 1);
    QVERIFY(s.longAxis.bias.value && !s.longAxis.limits);
}

void TestResident::listsTheWeakestConceptsFirst() {
    auto calls = fair(12);
    for (CallRecord& call : calls)
        call.score->concepts = {ConceptId("good")};
    for (int i = 0; i < 6; ++i) {
        calls.push_back(made(0.9, Grade::G3, i % 2 ? Grade::G1 : Grade::G0));
        calls.back().score->concepts = {ConceptId("weak"), ConceptId("good")};
        calls.back().score->errors = {TraineeError::E02};
    }
    calls.push_back(made(1.0, Grade::G3, Grade::G0));
    calls.back().score->concepts = {ConceptId("rare")};
    const auto concepts = summarise(calls).concepts;
    QCOMPARE(concepts.size(), std::size_t(2));
    QVERIFY(concepts[0].id == ConceptId("weak") && concepts[0].nodes == 6);
    QVERIFY(concepts[0].commonError == TraineeError::E02);
    QVERIFY(concepts[0].skill < 0 && concepts[0].skill < concepts[1].skill);
    QCOMPARE(concepts[1].nodes, 18);
}

void TestResident::namesOverAndUnderConfidence_data() {
    QTest::addColumn<double>("probability");
    QTest::addColumn<int>("rightOfTwenty");
    QTest::addColumn<QString>("code");
    QTest::newRow("sure, and half right") << 0.95 << 10 << QStringLiteral("E13");
    QTest::newRow("sure, and right") << 0.95 << 19 << QString();
    QTest::newRow("unsure, and right") << 0.6 << 18 << QStringLiteral("E14");
    QTest::newRow("as sure as right") << 0.7 << 14 << QString();
}

void TestResident::namesOverAndUnderConfidence() {
    QFETCH(double, probability);
    QFETCH(int, rightOfTwenty);
    QFETCH(QString, code);
    std::vector<CallRecord> calls;
    addTwenty(calls, probability, rightOfTwenty);
    const auto errors = summarise(calls).calibrationErrors;
    QCOMPARE(errors.empty(), code.isEmpty());
    if (!errors.empty())
        QVERIFY(QString::fromLatin1(word(errors.front()).data()) == code);
    calls.pop_back();
    QVERIFY(summarise(calls).calibrationErrors.empty());
}

void TestResident::onlyTheLastTwentyAreJudged() {
    std::vector<CallRecord> mended, worsened;
    addTwenty(mended, 0.95, 10);
    QVERIFY(summarise(mended).calibrationErrors == std::vector{TraineeError::E13});
    addTwenty(mended, 0.95, 19);
    QVERIFY(summarise(mended).calibrationErrors.empty());
    addTwenty(worsened, 0.95, 19);
    QVERIFY(summarise(worsened).calibrationErrors.empty());
    addTwenty(worsened, 0.95, 10);
    QVERIFY(summarise(worsened).calibrationErrors == std::vector{TraineeError::E13});
}

void TestResident::oneSureCallIsNoUnderConfidence_data() {
    QTest::addColumn<double>("probability");
    QTest::addColumn<bool>("before");
    QTest::addColumn<bool>("named");
    QTest::newRow("sure of ENE") << 0.95 << false << false;
    QTest::newRow("sure of none") << 0.05 << false << false;
    QTest::newRow("90 % is not above 90 %") << 0.9 << false << true;
    QTest::newRow("10 % is not below 10 %") << 0.1 << false << true;
    QTest::newRow("sure before the last twenty") << 0.95 << true << true;
}

void TestResident::oneSureCallIsNoUnderConfidence() {
    QFETCH(double, probability);
    QFETCH(bool, before);
    QFETCH(bool, named);
    const Grade right = probability > 0.5 ? Grade::G1 : Grade::G0;
    std::vector<CallRecord> calls;
    if (before)
        calls.push_back(made(probability, right, right));
    addTwenty(calls, 0.6, 20);
    if (!before)  // the nineteen newest of the twenty, and this one
        calls.push_back(made(probability, right, right));
    const auto errors = summarise(calls).calibrationErrors;
    QVERIFY(errors == (named ? std::vector{TraineeError::E14} : std::vector<TraineeError>()));
}

void TestResident::theOrderOfCallsDoesNotMatter() {
    auto calls = fair(31);
    const ResidentSummary forward = summarise(calls);
    std::reverse(calls.begin(), calls.end());
    const ResidentSummary backward = summarise(calls);
    QVERIFY(forward.skill == backward.skill && forward.grades == backward.grades);
    QCOMPARE(forward.trend.size(), backward.trend.size());
    const auto a = forecastsOf(calls);
    QCOMPARE(a.size(), std::size_t(31));
    QCOMPARE(a.front().probability, 0.25);
}

void TestResident::aThousandCallsAreQuick() {
    const auto calls = fair(1000);
    QElapsedTimer timer;
    timer.start();
    const ResidentSummary s = summarise(calls);
    QCOMPARE(s.scored, 1000);
    QVERIFY2(timer.elapsed() < 2000, "the Progress screen would stall");
    qInfo("summary of 1000 calls: %lld ms", static_cast<long long>(timer.elapsed()));
}

QTEST_APPLESS_MAIN(TestResident)
#include "tst_resident.moc"
