// Pairs, meetings, atlas: commit before truth in each, every illegal step refused.
#include "session/atlas_visit.h"
#include "session/pair_drill.h"
#include "session/review_meeting.h"
#include "support/reading_samples.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::session;
using namespace nodewise::tests;
using namespace std::chrono_literals;

namespace {

const Timestamp kNow{std::chrono::milliseconds(1'800'000'000'000)};

CallRecord call(const std::string& id, Grade reference, double brier, int daysAgo,
                const std::string& concept_ = "margin/any/none") {
    CallRecord record;
    record.id = CallId(id);
    record.profile = ProfileId("p-1");
    record.ref = {PackId("pack"), "1", CaseId("case-" + id)};
    record.node = {NodeId("node-1"), Side::Left, Level::IIa};
    record.answer = sampleCall();
    record.committed = kNow - std::chrono::hours(24 * daysAgo);
    record.score = sampleScore(reference);
    record.score->brier = brier;
    record.score->concepts = {ConceptId(concept_)};
    return record;
}

Result<void> keepPair(const PairCompared&) {
    return {};
}
Result<void> keepVote(const MeetingVoted&) {
    return {};
}

PairDrill drill() {
    return PairDrill::open(ActivityId("a"),
                           {call("1", Grade::G0, 0.1, 9), call("2", Grade::G2, 0.8, 9)})
        .value();
}

MeetingNode node() {
    return {{PackId("pack"), "1", CaseId("one")}, "One", {NodeId("node-1")}, 3, 0.3};
}

ReviewMeeting meeting() {
    return ReviewMeeting::open(ActivityId("a"), node(), {2, 1, 0, 0}).value();
}

}  // namespace

class TestOtherModes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPairIsChosenBeforeItsTruth();
    void aChoiceThatIsNotKeptIsNone();
    void aPairNeedsBothClasses();
    void ownMissesComeFirstWithTheirConcept();
    void pairsAreNotDrawnTwiceNorFromOneCase();
    void freshCallsComeLast();
    void callsThatDoNotCountMakeNoPair();
    void everyStepOfAMeeting_data();
    void everyStepOfAMeeting();
    void aVoteThatIsNotKeptIsNone();
    void aVoteHasHands();
    void theSpreadCountsEachReaderOnce();
    void mostDisagreementFirst();
    void theAtlasSpendsBeforeItShows();
};

void TestOtherModes::aPairIsChosenBeforeItsTruth() {
    PairDrill pair = drill();
    QVERIFY(!pair.truthAllowed() && !pair.right());
    QCOMPARE(pair.showTruth().error().code, ErrorCode::StepNotAllowed);
    QVERIFY(pair.step() == PairStep::Looking);
    PairCompared kept;
    QVERIFY(pair.choose(true, 4.5, [&](const PairCompared& made) {
        kept = made;
        return Result<void>{};
    }));
    QVERIFY(kept.choseSecond && kept.secondPositive);
    QCOMPARE(kept.first, CallId("1"));
    QVERIFY(!pair.truthAllowed() && !pair.right());
    QCOMPARE(pair.choose(false, 1, keepPair).error().code, ErrorCode::StepNotAllowed);
    QVERIFY(pair.showTruth());
    QCOMPARE(pair.right(), std::optional(true));
    QCOMPARE(pair.showTruth().error().code, ErrorCode::StepNotAllowed);
    QCOMPARE(pair.choose(false, 1, keepPair).error().code, ErrorCode::StepNotAllowed);
}

void TestOtherModes::aChoiceThatIsNotKeptIsNone() {
    PairDrill pair = drill();
    QVERIFY(!pair.choose(
        true, 1, [](const PairCompared&) { return Result<void>(fail(ErrorCode::DiskFull, "")); }));
    QVERIFY(pair.step() == PairStep::Looking);
    QVERIFY(pair.choose(false, 1, keepPair) && pair.showTruth());
    QCOMPARE(pair.right(), std::optional(false));
}

void TestOtherModes::aPairNeedsBothClasses() {
    QVERIFY(!PairDrill::open(ActivityId("a"),
                             {call("1", Grade::G1, 0, 1), call("2", Grade::G2, 0, 1)}));
    QVERIFY(
        !PairDrill::open(ActivityId(), {call("1", Grade::G0, 0, 1), call("2", Grade::G2, 0, 1)}));
}

void TestOtherModes::ownMissesComeFirstWithTheirConcept() {
    const std::vector<CallRecord> calls{call("good", Grade::G0, 0.01, 40, "fat/any/biopsy"),
                                        call("miss", Grade::G2, 0.81, 30, "margin/any/thick"),
                                        call("other", Grade::G0, 0.04, 50, "margin/any/thick"),
                                        call("plain", Grade::G1, 0.02, 60, "fat/any/biopsy")};
    const auto task = drawPair(calls, {kNow, 0, {}});
    QVERIFY(task);
    QCOMPARE(task->first.id, CallId("miss"));
    QCOMPARE(task->second.id, CallId("other"));
    const auto swapped = drawPair(calls, {kNow, 1, {}});
    QCOMPARE(swapped->first.id, CallId("other"));
}

void TestOtherModes::pairsAreNotDrawnTwiceNorFromOneCase() {
    std::vector<CallRecord> calls{call("a", Grade::G0, 0.3, 20), call("b", Grade::G3, 0.7, 20)};
    PairCompared done;
    done.first = CallId("a");
    done.second = CallId("b");
    QVERIFY(drawPair(calls, {kNow, 0, {}}));
    QVERIFY(!drawPair(calls, {kNow, 0, {done}}));
    calls[1].ref = calls[0].ref;
    QVERIFY(!drawPair(calls, {kNow, 0, {}}));
}

void TestOtherModes::freshCallsComeLast() {
    const std::vector<CallRecord> calls{call("new", Grade::G2, 0.9, 1),
                                        call("a", Grade::G0, 0.1, 20),
                                        call("b", Grade::G1, 0.2, 20)};
    const auto task = drawPair(calls, {kNow, 0, {}});
    QCOMPARE(task->first.id, CallId("b"));
    const auto fresh = drawPair({calls[0], calls[1]}, {kNow, 0, {}});
    QVERIFY(fresh);
    QCOMPARE(fresh->first.id, CallId("new"));
}

void TestOtherModes::callsThatDoNotCountMakeNoPair() {
    std::vector<CallRecord> calls{call("a", Grade::G0, 0.3, 20), call("b", Grade::G3, 0.7, 20)};
    calls[0].score->counts = false;
    QVERIFY(!drawPair(calls, {kNow, 0, {}}));
    calls[0].score->counts = true;
    calls[1].answer.mark.reset();
    QVERIFY(!drawPair(calls, {kNow, 0, {}}));
}

void TestOtherModes::everyStepOfAMeeting_data() {
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("allowed");
    const QStringList order = QStringLiteral("spread vote truth").split(QLatin1Char(' '));
    for (int steps = 0; steps <= 3; ++steps)
        for (int action = 0; action < 3; ++action)
            QTest::addRow("after %d steps, %s", steps, qPrintable(order[action]))
                << steps << order[action] << (action == steps);
}

void TestOtherModes::everyStepOfAMeeting() {
    QFETCH(int, steps);
    QFETCH(QString, action);
    QFETCH(bool, allowed);
    ReviewMeeting meet = meeting();
    const auto take = [&meet](const QString& what) {
        return what == QLatin1String("spread") ? meet.showSpread()
               : what == QLatin1String("vote") ? meet.vote({0, 3, 0, 0}, keepVote)
                                               : meet.showTruth();
    };
    const QStringList order = QStringLiteral("spread vote truth").split(QLatin1Char(' '));
    for (int i = 0; i < steps; ++i)
        QVERIFY(take(order[i]));
    QCOMPARE(meet.spreadAllowed(), steps >= 1);
    QCOMPARE(meet.truthAllowed(), steps == 3);
    const MeetingStep before = meet.step();
    const auto done = take(action);
    QCOMPARE(done.has_value(), allowed);
    if (!allowed) {
        QCOMPARE(done.error().code, ErrorCode::StepNotAllowed);
        QVERIFY(meet.step() == before);
    }
}

void TestOtherModes::aVoteThatIsNotKeptIsNone() {
    ReviewMeeting meet = meeting();
    QVERIFY(meet.showSpread());
    QVERIFY(!meet.vote({1, 0, 0, 0}, [](const MeetingVoted&) {
        return Result<void>(fail(ErrorCode::DiskFull, ""));
    }));
    QVERIFY(meet.step() == MeetingStep::Spread);
    MeetingVoted kept;
    QVERIFY(meet.vote({0, 2, 1, 0}, [&](const MeetingVoted& made) {
        kept = made;
        return Result<void>{};
    }));
    QVERIFY((kept.before == std::array{2, 1, 0, 0} && kept.after == std::array{0, 2, 1, 0}));
}

void TestOtherModes::aVoteHasHands() {
    ReviewMeeting meet = meeting();
    QVERIFY(meet.showSpread());
    QCOMPARE(meet.vote({0, 0, 0, 0}, keepVote).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(meet.vote({2, -1, 0, 0}, keepVote).error().code, ErrorCode::InvalidArgument);
    QVERIFY(!ReviewMeeting::open(ActivityId("a"), node(), {0, 0, 0, 0}));
}

void TestOtherModes::theSpreadCountsEachReaderOnce() {
    std::vector<CallRecord> calls;
    const double said[] = {0.1, 0.4, 0.6, 0.9};
    for (int reader = 0; reader < 4; ++reader) {
        CallRecord record = call("c" + std::to_string(reader), Grade::G0, 0, 5);
        record.ref = node().ref;
        record.profile = ProfileId("p" + std::to_string(reader));
        record.answer.grade = gradeFromNumber(reader == 3 ? 3 : 1);
        record.answer.probability = said[reader];
        calls.push_back(record);
    }
    // The second call of the same reader knew the truth.
    CallRecord again = calls[0];
    again.committed += 24h;
    again.answer.grade = Grade::G0;
    calls.push_back(again);
    const Spread spread = spreadOf(calls, node().ref, NodeId("node-1"));
    QCOMPARE(spread.readers, 4);
    QVERIFY((spread.grades == std::array{0, 3, 0, 1}));
    // R: quantile(c(.1,.4,.6,.9), c(.25,.5,.75)) = 0.325 0.500 0.675
    QVERIFY(std::abs(spread.lower - 0.325) < 1e-12 && std::abs(spread.median - 0.5) < 1e-12 &&
            std::abs(spread.upper - 0.675) < 1e-12);
}

void TestOtherModes::mostDisagreementFirst() {
    std::vector<CallRecord> calls;
    const auto add = [&](const char* caseId, const char* reader, int grade) {
        CallRecord record = call(std::string(caseId) + reader, Grade::G0, 0, 5);
        record.ref.caseId = CaseId(caseId);
        record.profile = ProfileId(reader);
        record.answer.grade = gradeFromNumber(grade);
        calls.push_back(record);
    };
    for (const char* reader : {"a", "b", "c", "d"}) {
        add("agreed", reader, 1);
        add("split", reader, reader[0] % 2);
    }
    add("alone", "a", 2);
    const auto nodes = meetingNodes(calls);
    QCOMPARE(nodes.size(), std::size_t(2));
    QCOMPARE(nodes[0].ref.caseId, CaseId("split"));
    QCOMPARE(nodes[0].disagreement, 0.5);
    QCOMPARE(nodes[1].readers, 4);
}

void TestOtherModes::theAtlasSpendsBeforeItShows() {
    AtlasVisit visit(node().ref, false);
    QCOMPARE(visit.requireTruthAllowed().error().code, ErrorCode::TruthSealed);
    QVERIFY(
        !visit.spend([](const CaseSpent&) { return Result<void>(fail(ErrorCode::DiskFull, "")); }));
    QVERIFY(!visit.truthAllowed());
    QVERIFY(visit.spend([](const CaseSpent&) { return Result<void>{}; }));
    QVERIFY(visit.requireTruthAllowed());
    QCOMPARE(visit.spend([](const CaseSpent&) { return Result<void>{}; }).error().code,
             ErrorCode::StepNotAllowed);
    QVERIFY(AtlasVisit(node().ref, true).truthAllowed());
}

QTEST_APPLESS_MAIN(TestOtherModes)
#include "tst_other_modes.moc"
