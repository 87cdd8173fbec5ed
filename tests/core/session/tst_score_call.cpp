#include "session/score_call.h"
#include "support/reading_samples.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::session;
using namespace nodewise::tests;

namespace {

// Feedback on one node: grade and size, as compareCall gives them.
feedback::NodeFeedback feedbackWith(Verdict gradeVerdict) {
    feedback::NodeFeedback node;
    node.id = NodeId("node-1");
    feedback::MarkResult size;
    size.mark = Mark::Size;
    size.verdict = Verdict::Close;
    size.score = 0.5;
    size.given = {{"long_axis_mm", 21.0}, {"short_axis_mm", 14.2}};
    feedback::MarkResult grade;
    grade.mark = Mark::Grade;
    grade.verdict = gradeVerdict;
    grade.score = 0.75;
    grade.given = {{"grade", std::string("G1")}};
    grade.reference = {{"grade", std::string("G3")}};
    node.marks = {size, grade};
    node.scores = {0.0784, 0.11, 0.2};
    node.errors = {{TraineeError::E01, node.id, {}, {}}};
    return node;
}

NodeTruth truthOf(Grade grade) {
    NodeTruth truth;
    truth.grade = grade;
    truth.distribution = {0, 0, 0, 0};
    truth.distribution[static_cast<std::size_t>(gradeNumber(grade))] = 1;
    truth.shortAxisMm = 14.0;
    return truth;
}

NodeScore scoreWith(const NodeCall& call, const NodeTruth& truth, Verdict verdict) {
    const auto node = feedbackWith(verdict);
    return scoreOf({call, truth, node, nullptr, {ConceptId("a")}, "{}"});
}

}  // namespace

class TestScoreCall : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void carriesMarksScoresAndErrors();
    void addsTheNCategoryOfTheCase();
    void aTeachingDraftDoesNotCount();
    void theLogScoreFollowsItsFormula_data();
    void theLogScoreFollowsItsFormula();
    void namesWrongReasons_data();
    void namesWrongReasons();
    void sizesWithoutAReferenceHaveNoError();
};

void TestScoreCall::carriesMarksScoresAndErrors() {
    const NodeScore score = scoreWith(sampleCall(), truthOf(Grade::G3), Verdict::Differs);
    QVERIFY(score.counts && score.gradeReference == Grade::G3);
    QCOMPARE(score.marks.size(), std::size_t(2));
    QCOMPARE(gradeVerdict(score), std::optional(Verdict::Differs));
    QCOMPARE(score.marks[1].given, std::string("G1"));
    QCOMPARE(score.marks[1].reference, std::string("G3"));
    QCOMPARE(*score.marks[1].score, 0.75);
    QVERIFY(*score.brier == 0.0784 && *score.rps == 0.11 && *score.peneBrier == 0.2);
    QVERIFY(score.errors == std::vector{TraineeError::E01});
    QVERIFY(score.concepts == std::vector{ConceptId("a")});
    QCOMPARE(score.feedbackJson, std::string("{}"));
    QVERIFY(std::abs(*score.shortAxisErrorMm - 0.2) < 1e-12);
}

void TestScoreCall::addsTheNCategoryOfTheCase() {
    feedback::MarkResult n;
    n.mark = Mark::NCategory;
    n.verdict = Verdict::Agrees;
    const auto node = feedbackWith(Verdict::Agrees);
    const NodeCall call = sampleCall();
    const NodeTruth truth = truthOf(Grade::G1);
    const NodeScore score = scoreOf({call, truth, node, &n, {}, {}});
    QCOMPARE(score.marks.size(), std::size_t(3));
    QVERIFY(score.marks.back().mark == Mark::NCategory);
}

void TestScoreCall::aTeachingDraftDoesNotCount() {
    NodeTruth truth = truthOf(Grade::G1);
    truth.kind = TruthKind::TeachingDraft;
    QVERIFY(!scoreWith(sampleCall(), truth, Verdict::Agrees).counts);
    truth.kind = TruthKind::IenePanel;
    QVERIFY(scoreWith(sampleCall(), truth, Verdict::Agrees).counts);
}

void TestScoreCall::theLogScoreFollowsItsFormula_data() {
    QTest::addColumn<double>("probability");
    QTest::addColumn<bool>("positive");
    QTest::addColumn<double>("expected");
    QTest::newRow("fair") << 0.5 << true << std::log(2.0);
    QTest::newRow("right") << 0.8 << true << -std::log(0.8);
    QTest::newRow("wrong") << 0.8 << false << -std::log(0.2);
    QTest::newRow("certain and wrong stays finite") << 1.0 << false << -std::log(1e-3);
}

void TestScoreCall::theLogScoreFollowsItsFormula() {
    QFETCH(double, probability);
    QFETCH(bool, positive);
    QFETCH(double, expected);
    const NodeScore score = scoreWith(sampleCall(probability),
                                      truthOf(positive ? Grade::G1 : Grade::G0), Verdict::Agrees);
    QVERIFY(std::abs(*score.logScore - expected) < 1e-12);
    NodeCall silent = sampleCall();
    silent.probability.reset();
    QVERIFY(!scoreWith(silent, truthOf(Grade::G1), Verdict::Agrees).logScore);
}

void TestScoreCall::namesWrongReasons_data() {
    QTest::addColumn<int>("grade");
    QTest::addColumn<QList<int>>("reasons");
    QTest::addColumn<bool>("agrees");
    QTest::addColumn<bool>("wrong");
    const auto list = [](std::initializer_list<Feature> features) {
        QList<int> result;
        for (const Feature f : features)
            result.append(static_cast<int>(f));
        return result;
    };
    QTest::newRow("necrosis alone") << 1 << list({Feature::Necrosis}) << true << true;
    QTest::newRow("size and cyst") << 2 << list({Feature::Size, Feature::Cystic}) << true << true;
    QTest::newRow("margin too") << 1 << list({Feature::Necrosis, Feature::Margin}) << true << false;
    QTest::newRow("none named") << 1 << list({}) << true << false;
    QTest::newRow("the grade differs") << 1 << list({Feature::Necrosis}) << false << false;
    QTest::newRow("hilum speaks for G0") << 0 << list({Feature::Hilum}) << true << false;
}

void TestScoreCall::namesWrongReasons() {
    QFETCH(int, grade);
    QFETCH(QList<int>, reasons);
    QFETCH(bool, agrees);
    QFETCH(bool, wrong);
    NodeCall call = sampleCall(0.7, gradeFromNumber(grade));
    call.reasons.clear();
    for (const int reason : reasons)
        call.reasons.push_back(static_cast<Feature>(reason));
    const NodeScore score = scoreWith(call, truthOf(gradeFromNumber(grade)),
                                      agrees ? Verdict::Agrees : Verdict::Differs);
    QCOMPARE(score.wrongReason, wrong);
}

void TestScoreCall::sizesWithoutAReferenceHaveNoError() {
    NodeTruth truth = truthOf(Grade::G1);
    truth.shortAxisMm = 0;
    const NodeScore score = scoreWith(sampleCall(), truth, Verdict::Agrees);
    QVERIFY(!score.shortAxisErrorMm && !score.longAxisErrorMm);
}

QTEST_APPLESS_MAIN(TestScoreCall)
#include "tst_score_call.moc"
