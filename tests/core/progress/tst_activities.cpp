// Tests, pairs, meetings, spent cases and later results in the log.
#include "support/reading_samples.h"
#include "support/temp_store.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::progress;
using namespace nodewise::session;
using namespace nodewise::tests;
using namespace std::chrono_literals;

namespace {

struct Desk {
    TempStore store;
    ProfileId profile = store->createProfile("Mara").value().id;

    CaseOpened open(const std::string& id, const std::string& caseId,
                    const ActivityId& activity = {}) {
        store.clock.advance(1min);
        CaseOpened opened = sampleCase(id, activity.empty() ? Mode::Learn : Mode::Test, caseId);
        opened.activity = activity;
        if (!store->openCase(profile, opened))
            qFatal("open");
        return opened;
    }
    CallId commit(const CaseOpened& opened, std::size_t node, const NodeScore* score = nullptr) {
        store.clock.advance(1min);
        const auto call = sampleCommit(opened, node);
        if (!store->commitNodeCall(profile, call, score))
            qFatal("commit");
        return call.call;
    }
    ActivityStarted test() {
        return {ActivityId("a-1"),
                ActivityKind::Test,
                42,
                "Test",
                {sampleCase("", Mode::Test, "one").ref, sampleCase("", Mode::Test, "two").ref},
                0};
    }
};

}  // namespace

class TestActivities : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTestEndsWhenEveryCaseIsFinished();
    void theTruthOfARunningTestIsSealed();
    void aTestSurvivesARestart();
    void refusesUnknownAndDouble();
    void aSpentCaseCountsNoMore();
    void pairsAndVotesAreKept();
    void aLaterTruthGivesANewResultAndSaysSo();
    void everythingIsRebuiltFromTheLog();
};

void TestActivities::aTestEndsWhenEveryCaseIsFinished() {
    Desk desk;
    QVERIFY(desk.store->startActivity(desk.profile, desk.test()));
    for (const char* id : {"one", "two"}) {
        QCOMPARE(desk.store->endActivity(ActivityId("a-1")).error().code,
                 ErrorCode::StepNotAllowed);
        const auto opened = desk.open(std::string("s-") + id, id, ActivityId("a-1"));
        desk.commit(opened, 0);
        desk.commit(opened, 1);
        QVERIFY(desk.store->finishCase(opened.session));
    }
    const auto running = desk.store->activities(desk.profile);
    QVERIFY(running && running->size() == 1);
    QCOMPARE(running->front().calls, 4);
    QVERIFY(running->front().finished == desk.test().cases);
    QVERIFY(!running->front().ended);
    QVERIFY(desk.store->endActivity(ActivityId("a-1")));
    QVERIFY(desk.store->activities(desk.profile)->front().ended.has_value());
    QCOMPARE(desk.store->endActivity(ActivityId("a-1")).error().code, ErrorCode::StepNotAllowed);
}

void TestActivities::theTruthOfARunningTestIsSealed() {
    Desk desk;
    ActivityStarted test = desk.test();
    test.cases.pop_back();
    QVERIFY(desk.store->startActivity(desk.profile, test));
    const auto opened = desk.open("s-1", "one", ActivityId("a-1"));
    const CallId first = desk.commit(opened, 0);
    desk.commit(opened, 1);
    QVERIFY(desk.store->finishCase(opened.session));
    QVERIFY(*desk.store->truthSealed(first));
    QVERIFY(desk.store->endActivity(ActivityId("a-1")));
    QVERIFY(!*desk.store->truthSealed(first));
    const CallId learnt = desk.commit(desk.open("s-2", "three"), 0);
    QVERIFY(!*desk.store->truthSealed(learnt));
}

void TestActivities::aTestSurvivesARestart() {
    Desk desk;
    QVERIFY(desk.store->startActivity(desk.profile, desk.test()));
    const auto opened = desk.open("s-1", "one", ActivityId("a-1"));
    const CallId call = desk.commit(opened, 0);
    desk.store.reopen();
    const auto running = desk.store->activities(desk.profile);
    QVERIFY(running && running->front().started == desk.test());
    QVERIFY(running->front().finished.empty());
    QVERIFY(*desk.store->truthSealed(call));
    QCOMPARE(desk.store->call(call)->activity, ActivityId("a-1"));
    const auto left = desk.store->unfinishedCase(desk.profile);
    QVERIFY(left && *left && (*left)->opened == opened);
}

void TestActivities::refusesUnknownAndDouble() {
    Desk desk;
    ActivityStarted empty = desk.test();
    empty.cases.clear();
    QCOMPARE(desk.store->startActivity(desk.profile, empty).error().code,
             ErrorCode::InvalidArgument);
    QCOMPARE(desk.store->startActivity(ProfileId("nobody"), desk.test()).error().code,
             ErrorCode::ProfileNotFound);
    QVERIFY(desk.store->startActivity(desk.profile, desk.test()));
    QCOMPARE(desk.store->startActivity(desk.profile, desk.test()).error().code,
             ErrorCode::AlreadyCommitted);
    QCOMPARE(desk.store->endActivity(ActivityId("other")).error().code, ErrorCode::CaseNotFound);
}

void TestActivities::aSpentCaseCountsNoMore() {
    Desk desk;
    const NodeScore score = sampleScore();
    const auto before = desk.open("s-1", "one");
    const CallId kept = desk.commit(before, 0, &score);
    QVERIFY(desk.store->spendCase(desk.profile, before.ref));
    QVERIFY(desk.store->spendCase(desk.profile, before.ref));
    QCOMPARE(desk.store->spentCases(desk.profile)->size(), std::size_t(1));
    const CallId later = desk.commit(before, 1, &score);
    QVERIFY(desk.store->call(kept)->score->counts);
    QVERIFY(!desk.store->call(later)->score->counts);
    QCOMPARE(desk.store->counts(desk.profile, {})->scored, 1);
}

void TestActivities::pairsAndVotesAreKept() {
    Desk desk;
    const ActivityId pairs("a-2"), meeting("a-3");
    QVERIFY(
        desk.store->startActivity(desk.profile, {pairs, ActivityKind::Pairs, 1, "Pairs", {}, 0}));
    QVERIFY(desk.store->startActivity(desk.profile,
                                      {meeting, ActivityKind::Meeting, 1, "Meet", {}, 0}));
    const auto opened = desk.open("s-1", "one");
    PairCompared pair{pairs, desk.commit(opened, 0), desk.commit(opened, 1), true, false, 2.5};
    QVERIFY(desk.store->recordPair(desk.profile, pair));
    QVERIFY(desk.store->pairs(desk.profile)->front().compared == pair);
    pair.first = CallId("nothing");
    QCOMPARE(desk.store->recordPair(desk.profile, pair).error().code, ErrorCode::NodeNotFound);
    const MeetingVoted vote{meeting, opened.ref, NodeId("node-1"), {1, 1, 0, 0}, {0, 2, 0, 0}};
    QVERIFY(desk.store->recordVote(vote));
    QVERIFY(desk.store->votes(meeting)->front() == vote);
    QVERIFY(desk.store->endActivity(meeting));
    QCOMPARE(desk.store->recordVote(vote).error().code, ErrorCode::StepNotAllowed);
}

void TestActivities::aLaterTruthGivesANewResultAndSaysSo() {
    Desk desk;
    const auto opened = desk.open("s-1", "one");
    const NodeScore first = sampleScore(Grade::G1, 0.72);
    const CallId call = desk.commit(opened, 0, &first);
    NodeScore second = sampleScore(Grade::G0, 0.72, Verdict::Close);
    QCOMPARE(desk.store->recordRescore(call, opened.ref.packVersion, second).error().code,
             ErrorCode::AlreadyCommitted);
    QVERIFY(desk.store->recordRescore(call, "1.3.0", second));
    const auto now = desk.store->call(call);
    QVERIFY(*now->score == second);
    QCOMPARE(now->rescoredWith, std::string("1.3.0"));
    QCOMPARE(desk.store->counts(desk.profile, {})->negatives, 1);
    QCOMPARE(desk.store->recordRescore(call, "1.3.0", second).error().code,
             ErrorCode::AlreadyCommitted);
    // The first result stays in the log.
    int scored = 0;
    const auto log = desk.store->events();
    for (const Event& event : *log)
        if (const auto* kept = std::get_if<NodeScored>(&event.body))
            scored += kept->score == first ? 1 : 0;
    QCOMPARE(scored, 1);
}

void TestActivities::everythingIsRebuiltFromTheLog() {
    Desk desk;
    QVERIFY(desk.store->startActivity(desk.profile, desk.test()));
    const auto opened = desk.open("s-1", "one", ActivityId("a-1"));
    const NodeScore score = sampleScore();
    const CallId call = desk.commit(opened, 0, &score);
    QVERIFY(desk.store->spendCase(desk.profile, opened.ref));
    QVERIFY(desk.store->recordRescore(call, "9", sampleScore(Grade::G3)));
    const auto calls = desk.store->calls(desk.profile);
    const auto activities = desk.store->activities(desk.profile);
    const auto spent = desk.store->spentCases(desk.profile);
    QVERIFY(desk.store->rebuild());
    QVERIFY(*desk.store->calls(desk.profile) == *calls);
    QVERIFY(*desk.store->activities(desk.profile) == *activities);
    QVERIFY(*desk.store->spentCases(desk.profile) == *spent);
}

QTEST_APPLESS_MAIN(TestActivities)
#include "tst_activities.moc"
