#include "support/kept_readings.h"
#include <QtTest>
#include <SQLiteCpp/SQLiteCpp.h>
#include <atomic>
#include <thread>

using namespace nodewise;
using namespace nodewise::progress;
using namespace nodewise::tests;
using namespace std::chrono_literals;

class TestProgressStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void profilesAreKeptAndRenamed();
    void aKeptCallIsThereAfterARestart();
    void aScoreComesWithTheCallOrLater();
    void refusesASecondCallOnTheSameNode();
    void refusesWhatDoesNotBelongTogether();
    void draftsAreNoSubmissions();
    void theLogCannotBeChanged();
    void rebuildGivesTheSameTables();
    void twoStoresOnOneFileAgree();
    void twoThreadsWriteThroughOneStore();
    void aLockedFileIsBusyAndNothingIsLost();
    void copiesTheWholeFile();
    void refusesValuesThatCannotBeKept();
};

void TestProgressStore::profilesAreKeptAndRenamed() {
    TempStore store;
    QVERIFY(store->profiles()->empty());
    const auto first = store->createProfile("M\u00e4ra");
    store.clock.advance(1s);
    const auto second = store->createProfile("Jon");
    QVERIFY(first && second && first->id != second->id);
    QVERIFY(store->renameProfile(second->id, "John"));
    store.reopen();
    const auto all = store->profiles();
    QCOMPARE(all->size(), std::size_t(2));
    QVERIFY((*all)[0] == *first);
    QCOMPARE((*all)[1].name, std::string("John"));
    QCOMPARE(codeOf(store->renameProfile(ProfileId("x"), "A")), ErrorCode::ProfileNotFound);
    QCOMPARE(store->createProfile("  ").error().code, ErrorCode::InvalidArgument);
    QCOMPARE(store->createProfile(std::string(81, 'a')).error().code, ErrorCode::InvalidArgument);
}

void TestProgressStore::aKeptCallIsThereAfterARestart() {
    TempStore store;
    const OpenedReading o = openOne(store);
    const auto call = sampleCommit(o.reading, 1);
    QVERIFY(store->commitNodeCall(o.profile.id, call));
    store.reopen();
    const auto calls = store->calls(o.profile.id);
    QVERIFY(calls);
    QCOMPARE(calls->size(), std::size_t(1));
    const session::CallRecord& kept = calls->front();
    QVERIFY(kept.id == call.call && kept.answer == call.answer && kept.trace == call.trace);
    QVERIFY(kept.caseAnswer == call.caseAnswer);
    QVERIFY(kept.ref == o.reading.ref && kept.node == o.reading.nodes[1]);
    QVERIFY(kept.caseTitle == o.reading.caseTitle && kept.committed == store.clock.now());
    QVERIFY(!kept.score && !kept.feedbackSeen);
    QCOMPARE(store->events()->size(), std::size_t(3));
}

void TestProgressStore::aScoreComesWithTheCallOrLater() {
    TempStore store;
    const OpenedReading o = openOne(store);
    const auto first = sampleCommit(o.reading, 0), second = sampleCommit(o.reading, 1);
    const auto score = sampleScore();
    QVERIFY(store->commitNodeCall(o.profile.id, first, &score));
    QVERIFY(store->commitNodeCall(o.profile.id, second));
    const auto open = store->ungradedCalls(o.profile.id);
    QVERIFY(open && open->size() == 1 && open->front().id == second.call);
    QVERIFY(store->recordScore(second.call, score));
    QVERIFY(store->ungradedCalls(o.profile.id)->empty());
    QCOMPARE(codeOf(store->recordScore(first.call, score)), ErrorCode::AlreadyCommitted);
    QCOMPARE(codeOf(store->recordScore(session::CallId("x"), score)), ErrorCode::NodeNotFound);
    QVERIFY(*store->call(first.call)->score == score);
    QVERIFY(store->calls(o.profile.id)->front().score->feedbackJson.empty());  // long, on request
    QVERIFY(store->recordFeedbackSeen(first.call));
    QVERIFY(store->recordFeedbackSeen(first.call));
    QVERIFY(store->call(first.call)->feedbackSeen);
    QCOMPARE(store->call(session::CallId("x")).error().code, ErrorCode::NodeNotFound);
    QCOMPARE(store->events()->size(), std::size_t(7));
}

void TestProgressStore::refusesASecondCallOnTheSameNode() {
    TempStore store;
    const OpenedReading o = openOne(store);
    QVERIFY(store->commitNodeCall(o.profile.id, sampleCommit(o.reading)));
    const auto again = sampleCommit(o.reading, 0, sampleCall(0.1, Grade::G0));
    QCOMPARE(codeOf(store->commitNodeCall(o.profile.id, again)), ErrorCode::AlreadyCommitted);
    QCOMPARE(*store->calls(o.profile.id)->front().answer.probability, 0.72);
    QCOMPARE(codeOf(store->openCase(o.profile.id, o.reading)), ErrorCode::AlreadyCommitted);
}

void TestProgressStore::refusesWhatDoesNotBelongTogether() {
    TempStore store;
    const OpenedReading o = openOne(store);
    const auto other = store->createProfile("Jon").value();
    const auto call = sampleCommit(o.reading);
    QCOMPARE(codeOf(store->commitNodeCall(ProfileId("x"), call)), ErrorCode::ProfileNotFound);
    QCOMPARE(codeOf(store->commitNodeCall(other.id, call)), ErrorCode::CaseNotFound);
    auto stray = call;
    stray.session = session::SessionId("s-9");
    QCOMPARE(codeOf(store->commitNodeCall(o.profile.id, stray)), ErrorCode::CaseNotFound);
    stray = call;
    stray.node = NodeId("node-9");
    QCOMPARE(codeOf(store->commitNodeCall(o.profile.id, stray)), ErrorCode::NodeNotFound);
    QCOMPARE(codeOf(store->finishCase(o.reading.session)), ErrorCode::StepNotAllowed);
    QCOMPARE(codeOf(store->openCase(ProfileId("x"), sampleCase("s-2"))),
             ErrorCode::ProfileNotFound);
    QCOMPARE(store->calls(ProfileId("x")).error().code, ErrorCode::ProfileNotFound);
    QVERIFY(store->calls(o.profile.id)->empty());
    QCOMPARE(store->events()->size(), std::size_t(3));
}

void TestProgressStore::draftsAreNoSubmissions() {
    TempStore store;
    const OpenedReading o = openOne(store);
    Draft draft{
        o.reading.nodes[0].id, sampleCall(), {"N1", Edition::Tnm9, {}, ""}, sampleTrace(), {}};
    QVERIFY(store->saveDraft(o.reading.session, draft));
    draft.call.grade.reset();
    store.clock.advance(5s);
    QVERIFY(store->saveDraft(o.reading.session, draft));
    store.reopen();
    const auto drafts = store->drafts(o.reading.session);
    QVERIFY(drafts && drafts->size() == 1);
    draft.saved = store.clock.now();
    QVERIFY(drafts->front() == draft);
    QVERIFY(store->calls(o.profile.id)->empty());
    QCOMPARE(store->counts(o.profile.id, {})->calls, 0);
    QVERIFY(store->commitNodeCall(o.profile.id, sampleCommit(o.reading)));
    QVERIFY(store->drafts(o.reading.session)->empty());
    QCOMPARE(codeOf(store->saveDraft(o.reading.session, draft)), ErrorCode::AlreadyCommitted);
    draft.node = NodeId("node-9");
    QCOMPARE(codeOf(store->saveDraft(o.reading.session, draft)), ErrorCode::NodeNotFound);
    draft.node = o.reading.nodes[1].id;
    QVERIFY(store->saveDraft(o.reading.session, draft));
    QVERIFY(store->dropDrafts(o.reading.session));
    QVERIFY(store->drafts(o.reading.session)->empty());
}

void TestProgressStore::theLogCannotBeChanged() {
    TempStore store;
    openOne(store);
    SQLite::Database raw(store.file().string(), SQLite::OPEN_READWRITE);
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, raw.exec("UPDATE event SET at_ms = 0"));
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, raw.exec("DELETE FROM event"));
    QCOMPARE(store->events()->size(), std::size_t(2));
}

void TestProgressStore::rebuildGivesTheSameTables() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    QVERIFY(store->renameProfile(profile.id, "Mara R"));
    readWholeCase(store, profile.id, "s-1", "case-1", sampleScore());
    readWholeCase(store, profile.id, "s-2", "case-2",
                  sampleScore(Grade::G0, 0.72, Verdict::Differs));
    const auto third = sampleCase("s-3", session::Mode::Learn, "case-3");
    QVERIFY(store->openCase(profile.id, third));
    QVERIFY(store->saveDraft(third.session, {third.nodes[0].id, sampleCall(), {}, {}, {}}));
    CallFilter all;
    all.withFeedback = true;
    const auto calls = *store->calls(profile.id, all);
    const auto concept1 = store->concepts(profile.id)->front();
    SQLite::Database raw(store.file().string(), SQLite::OPEN_READWRITE);
    raw.exec("DELETE FROM score; DELETE FROM concept; UPDATE call SET seen_ms = NULL; "
             "UPDATE profile SET name = 'nobody'");
    QVERIFY(*store->calls(profile.id, all) != calls);
    QVERIFY(store->rebuild());
    QVERIFY(*store->calls(profile.id, all) == calls);
    QCOMPARE(store->profiles()->front().name, std::string("Mara R"));
    const auto concept2 = store->concepts(profile.id)->front();
    QVERIFY(concept1.due == concept2.due && concept1.recall == concept2.recall);
    QCOMPARE(store->drafts(third.session)->size(), std::size_t(1));
    QVERIFY(store->checkIntegrity());
}

void TestProgressStore::twoStoresOnOneFileAgree() {
    TempStore first;
    auto second = ProgressStore::open(first.file(), first.clock);
    QVERIFY(second);
    const OpenedReading o = openOne(first);
    QVERIFY(second->commitNodeCall(o.profile.id, sampleCommit(o.reading)));
    QCOMPARE(first->calls(o.profile.id)->size(), std::size_t(1));
    QCOMPARE(codeOf(first->commitNodeCall(o.profile.id, sampleCommit(o.reading))),
             ErrorCode::AlreadyCommitted);
}

void TestProgressStore::twoThreadsWriteThroughOneStore() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    std::atomic<int> failures{0};
    const auto work = [&](const std::string& prefix) {
        for (int i = 0; i < 10; ++i) {
            const auto opened = sampleCase(prefix + std::to_string(i));
            if (!store->openCase(profile.id, opened) ||
                !store->commitNodeCall(profile.id, sampleCommit(opened)) ||
                !store->calls(profile.id))
                ++failures;
        }
    };
    std::thread a(work, "a-"), b(work, "b-");
    a.join();
    b.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(store->calls(profile.id)->size(), std::size_t(20));
    QVERIFY(store->checkIntegrity());
}

void TestProgressStore::aLockedFileIsBusyAndNothingIsLost() {
    TempStore store;
    const OpenedReading o = openOne(store);
    store.reopen({std::chrono::milliseconds(50), 0});
    const auto call = sampleCommit(o.reading);
    {
        SQLite::Database other(store.file().string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        QCOMPARE(codeOf(store->commitNodeCall(o.profile.id, call)), ErrorCode::DatabaseBusy);
        QVERIFY(store->calls(o.profile.id)->empty());  // reading goes on meanwhile
        other.exec("ROLLBACK");
    }
    QVERIFY(store->commitNodeCall(o.profile.id, call));
}

void TestProgressStore::copiesTheWholeFile() {
    TempStore store;
    const OpenedReading o = openOne(store);
    QVERIFY(store->commitNodeCall(o.profile.id, sampleCommit(o.reading)));
    const auto copy = store.folder() / "copy.db";
    QVERIFY(store->backupTo(copy));
    auto opened = ProgressStore::open(copy, store.clock);
    QVERIFY(opened);
    QVERIFY(*opened->calls(o.profile.id) == *store->calls(o.profile.id));
    QCOMPARE(codeOf(store->backupTo(store.folder() / "no" / "such" / "copy.db")),
             ErrorCode::FileUnwritable);
}

void TestProgressStore::refusesValuesThatCannotBeKept() {
    TempStore store;
    const OpenedReading o = openOne(store);
    auto call = sampleCommit(o.reading);
    call.answer.probability = std::nan("");
    QVERIFY(!store->commitNodeCall(o.profile.id, call));
    call = sampleCommit(o.reading);
    call.trace.seconds = std::numeric_limits<double>::infinity();
    QVERIFY(!store->commitNodeCall(o.profile.id, call));
    QCOMPARE(store->createProfile("bad \xff name").error().code, ErrorCode::InvalidArgument);
    auto score = sampleScore();
    score.brier = std::nan("");
    call = sampleCommit(o.reading);
    QVERIFY(!store->commitNodeCall(o.profile.id, call, &score));
    QVERIFY(store->calls(o.profile.id)->empty());  // the call went back with its score
    QCOMPARE(store->events()->size(), std::size_t(2));
}

QTEST_APPLESS_MAIN(TestProgressStore)
#include "tst_progress_store.moc"
