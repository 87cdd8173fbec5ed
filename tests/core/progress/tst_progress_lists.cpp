// What the screens ask the store for: lists, counts, statuses, the schedule.
#include "support/kept_readings.h"
#include "support/many_calls.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::progress;
using namespace nodewise::tests;
using namespace std::chrono_literals;

class TestProgressLists : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void offersTheCaseToContinue();
    void aCaseSetAsideIsNotOffered();
    void listsNewestFirstAndFilters();
    void aLongListIsWholeAndInOrder();
    void knowsWhichCasesAreDone();
    void countsTheWeekAndTheClasses();
    void movesTheScheduleOfConcepts();
    void theExamBringsConceptsForward();
    void aTruthThatDoesNotCountMovesNothing();
    void anObjectionIsKeptWithTheCall();
    void settingsAreKeptByProfile();
};

void TestProgressLists::offersTheCaseToContinue() {
    TempStore store;
    const OpenedReading o = openOne(store);
    QVERIFY(store->commitNodeCall(o.profile.id, sampleCommit(o.reading)));
    store.clock.advance(1h);
    QVERIFY(store->openCase(o.profile.id, sampleCase("s-2", session::Mode::Learn, "case-28")));
    store.clock.advance(1h);
    Draft draft{o.reading.nodes[1].id, NodeCall{}, {}, sampleTrace(40), {}};
    draft.trace.image = 33;
    QVERIFY(store->saveDraft(o.reading.session, draft));
    const auto left = store->unfinishedCase(o.profile.id);
    QVERIFY(left && *left);
    const UnfinishedCase& one = **left;
    QVERIFY(one.opened == o.reading);
    QVERIFY(one.kept.size() == 1 && one.drafts.size() == 1);
    QVERIFY(one.nextNode == o.reading.nodes[1].id);
    QCOMPARE(*one.lastTrace.image, 33);
    QCOMPARE(one.secondsSoFar, 95.0 + 40.0);
    QVERIFY(one.lastTouched == store.clock.now());
    QCOMPARE(store->unfinishedCases(o.profile.id)->size(), std::size_t(2));
    QVERIFY(store->commitNodeCall(o.profile.id, sampleCommit(o.reading, 1)));
    QVERIFY(!(*store->unfinishedCase(o.profile.id))->nextNode);
    QVERIFY(store->finishCase(o.reading.session));
    QVERIFY((*store->unfinishedCase(o.profile.id))->opened.ref.caseId == CaseId("case-28"));
    QCOMPARE(codeOf(store->finishCase(o.reading.session)), ErrorCode::StepNotAllowed);
}

void TestProgressLists::aCaseSetAsideIsNotOffered() {
    TempStore store;
    const OpenedReading o = openOne(store);
    QVERIFY(store->commitNodeCall(o.profile.id, sampleCommit(o.reading)));
    QVERIFY(store->setAside(o.reading.session));
    QVERIFY(!*store->unfinishedCase(o.profile.id));
    QCOMPARE(store->calls(o.profile.id)->size(), std::size_t(1));
    QCOMPARE(codeOf(store->commitNodeCall(o.profile.id, sampleCommit(o.reading, 1))),
             ErrorCode::StepNotAllowed);
    QCOMPARE(codeOf(store->setAside(session::SessionId("x"))), ErrorCode::CaseNotFound);
}

void TestProgressLists::listsNewestFirstAndFilters() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    const Timestamp start = store.clock.now();
    for (int i = 0; i < 3; ++i)
        readWholeCase(store, profile.id, "s-" + std::to_string(i), "case-" + std::to_string(i),
                      sampleScore());
    const auto all = store->calls(profile.id);
    QCOMPARE(all->size(), std::size_t(6));
    QVERIFY(all->front().ref.caseId == CaseId("case-2"));
    QVERIFY(std::is_sorted(all->begin(), all->end(),
                           [](const auto& a, const auto& b) { return a.committed > b.committed; }));
    CallFilter filter;
    filter.limit = 5;
    QCOMPARE(store->calls(profile.id, filter)->size(), std::size_t(5));
    filter.since = start + 3min;
    QCOMPARE(store->calls(profile.id, filter)->size(), std::size_t(3));
    filter.pack = PackId("other");
    QVERIFY(store->calls(profile.id, filter)->empty());
    filter = {};
    filter.session = session::SessionId("s-1");
    QCOMPARE(store->calls(profile.id, filter)->size(), std::size_t(2));
    QVERIFY(store->calls(store->createProfile("Jon")->id)->empty());
}

/// Longer than what one core reads at a stretch; an end that fills no stretch.
void TestProgressLists::aLongListIsWholeAndInOrder() {
    TempStore store;
    constexpr int kMany = 700;
    const ProfileId profile = addManyCalls(*store, store.clock.now(), kMany);
    const auto all = store->calls(profile);
    QVERIFY(all);
    QCOMPARE(all->size(), std::size_t(kMany));
    for (int i = 0; i < kMany; ++i)
        QCOMPARE(QString::fromStdString((*all)[static_cast<std::size_t>(i)].session.value),
                 QStringLiteral("s-%1").arg(kMany - 1 - i));
    for (const std::size_t at : {0U, 255U, 256U, 511U, 699U}) {
        auto one = store->call((*all)[at].id);
        QVERIFY(one && one->score && !one->score->feedbackJson.empty());
        one->score->feedbackJson.clear();
        QVERIFY(*one == (*all)[at]);
    }
}

void TestProgressLists::knowsWhichCasesAreDone() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    QVERIFY(store->caseStatuses(profile.id)->empty());
    readWholeCase(store, profile.id, "s-1", "case-1", sampleScore());
    store.clock.advance(1min);
    const auto second = sampleCase("s-2", session::Mode::Learn, "case-2");
    QVERIFY(store->openCase(profile.id, second));
    QVERIFY(store->commitNodeCall(profile.id, sampleCommit(second)));
    store.clock.advance(1min);
    QVERIFY(store->openCase(profile.id, sampleCase("s-3", session::Mode::Learn, "case-1")));
    const auto statuses = store->caseStatuses(profile.id);
    QCOMPARE(statuses->size(), std::size_t(2));
    const CaseStatus& again = (*statuses)[0];
    QVERIFY(again.caseId == CaseId("case-1") && again.state == CaseState::Done);
    QVERIFY(again.nodesAsked == 2 && again.nodesCalled == 0);
    const CaseStatus& started = (*statuses)[1];
    QVERIFY(started.caseId == CaseId("case-2") && started.state == CaseState::Started);
    QVERIFY(started.nodesAsked == 2 && started.nodesCalled == 1);
}

void TestProgressLists::countsTheWeekAndTheClasses() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    QVERIFY(!store->counts(profile.id, {})->firstCall);
    readWholeCase(store, profile.id, "s-1", "case-1", sampleScore(Grade::G0));
    const Timestamp monday = store.clock.now();
    readWholeCase(store, profile.id, "s-2", "case-2", sampleScore(Grade::G2));
    auto draftTruth = sampleScore(Grade::G3);
    draftTruth.counts = false;
    draftTruth.truthKind = TruthKind::TeachingDraft;
    readWholeCase(store, profile.id, "s-3", "case-3", draftTruth);
    const auto counts = store->counts(profile.id, monday);
    QVERIFY(counts);
    QCOMPARE(counts->calls, 6);
    QCOMPARE(counts->scored, 4);
    QCOMPARE(counts->positives, 2);
    QCOMPARE(counts->negatives, 2);
    QCOMPARE(counts->cases, 2);
    QCOMPARE(counts->callsThisWeek, 4);
    QVERIFY(*counts->firstCall == monday - 2min);
    CallFilter counted;
    counted.countedOnly = true;
    QCOMPARE(store->calls(profile.id, counted)->size(), std::size_t(4));
}

void TestProgressLists::movesTheScheduleOfConcepts() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    auto right = sampleScore();
    right.concepts = {ConceptId("fat/II/biopsy")};
    auto wrong = sampleScore(Grade::G0, 0.72, Verdict::Differs);
    readWholeCase(store, profile.id, "s-1", "case-1", right);
    readWholeCase(store, profile.id, "s-2", "case-2", wrong);
    QVERIFY(store->dueConcepts(profile.id)->empty());
    store.clock.advance(36h);
    const auto due = store->dueConcepts(profile.id);
    QCOMPARE(due->size(), std::size_t(1));
    QVERIFY(due->front().id == wrong.concepts.front());
    QVERIFY(due->front().reviews == 2 && due->front().lapses == 1);
    QVERIFY(due->front().recall > 0 && due->front().recall < 0.9);
    const auto all = store->concepts(profile.id);
    QCOMPARE(all->size(), std::size_t(2));
    QVERIFY((*all)[0].recall <= (*all)[1].recall);
}

void TestProgressLists::theExamBringsConceptsForward() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    auto easy = sampleScore();
    easy.concepts = {ConceptId("fat/II/biopsy")};
    for (int i = 0; i < 6; ++i) {
        readWholeCase(store, profile.id, "s-" + std::to_string(i), "case-1", easy);
        store.clock.advance(24h * 20);
    }
    const auto before = store->concepts(profile.id)->front();
    QVERIFY(before.due - before.lastReview > 24h * 20);
    const auto exam =
        std::chrono::floor<std::chrono::days>(before.lastReview) + std::chrono::days(31);
    const std::string day = toIso8601(Timestamp(exam)).substr(0, 10);
    QVERIFY(store->setSetting(kExamDateSetting, day, profile.id));
    const auto after = store->concepts(profile.id)->front();
    QVERIFY(after.due - after.lastReview <= 24h * 11);
    QVERIFY(store->setSetting(kExamDateSetting, "some day", profile.id));
    QVERIFY(store->concepts(profile.id)->front().due == before.due);
}

void TestProgressLists::aTruthThatDoesNotCountMovesNothing() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    auto score = sampleScore();
    score.counts = false;
    readWholeCase(store, profile.id, "s-1", "case-1", score);
    QVERIFY(store->concepts(profile.id)->empty());
}

void TestProgressLists::anObjectionIsKeptWithTheCall() {
    TempStore store;
    const OpenedReading o = openOne(store);
    const auto call = sampleCommit(o.reading);
    QVERIFY(store->commitNodeCall(o.profile.id, call));
    QVERIFY(store->call(call.call)->objection.empty());
    QVERIFY(store->recordDispute(call.call, "the fat line is there"));
    QVERIFY(store->recordDispute(call.call, "it is there on image 30"));
    QCOMPARE(store->call(call.call)->objection, std::string("it is there on image 30"));
    QVERIFY(store->rebuild());
    QCOMPARE(store->calls(o.profile.id)->front().objection, std::string("it is there on image 30"));
    QCOMPARE(codeOf(store->recordDispute(session::CallId("x"), "no")), ErrorCode::NodeNotFound);
    QCOMPARE(codeOf(store->recordDispute(call.call, "")), ErrorCode::InvalidArgument);
}

void TestProgressLists::settingsAreKeptByProfile() {
    TempStore store;
    const auto profile = store->createProfile("Mara").value();
    QVERIFY(!*store->setting("theme"));
    QVERIFY(store->setSetting("theme", "light"));
    QVERIFY(store->setSetting("theme", "reading", profile.id));
    QVERIFY(store->setSetting("theme", "dark", profile.id));
    store.reopen();
    QCOMPARE(**store->setting("theme"), std::string("light"));
    QCOMPARE(**store->setting("theme", profile.id), std::string("dark"));
}

QTEST_APPLESS_MAIN(TestProgressLists)
#include "tst_progress_lists.moc"
