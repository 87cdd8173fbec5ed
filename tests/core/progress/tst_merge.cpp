// Events of other installations taken up: once, whole, in any order.
#include "session/events_json.h"
#include "support/reading_samples.h"
#include "support/temp_store.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::progress;
using namespace nodewise::tests;
using namespace std::chrono_literals;

namespace {

/// A log of one reader with two readings, as it grew on another machine.
std::vector<session::Event> logOf(const std::string& name) {
    TempStore store;
    const Profile profile = store->createProfile(name).value();
    for (const char* caseId : {"case-1", "case-2"}) {
        const auto opened = sampleCase(newUuid(), session::Mode::Learn, caseId);
        const bool right = caseId == std::string("case-1");
        const auto score = right ? sampleScore() : sampleScore(Grade::G3, 0.4, Verdict::Differs);
        store.clock.advance(1min);
        if (!store->openCase(profile.id, opened) ||
            !store->commitNodeCall(profile.id, sampleCommit(opened), &score) ||
            !store->commitNodeCall(profile.id, sampleCommit(opened, 1)))
            qFatal("sample log");
    }
    return store->events().value();
}

/// All that is kept of a call: answer, score and what became of it.
std::string textOf(const session::CallRecord& call) {
    std::string text = call.id.value + " " + call.session.value + " " + call.ref.caseId.value +
                       " " + std::string(word(call.mode)) + " " + call.activity.value + " " +
                       toIso8601(call.committed) + (call.feedbackSeen ? " seen " : " ") +
                       call.objection + call.rescoredWith + "\n";
    const session::NodeCallCommitted kept{call.session, call.id,         call.node.id,
                                          call.answer,  call.caseAnswer, call.trace};
    text += serial::toJsonText(session::toJson(session::EventBody(kept))) + "\n";
    return call.score ? text + serial::toJsonText(session::toJson(*call.score)) + "\n" : text;
}

std::string textOf(const ConceptStatus& status) {
    const auto& card = status.state.card;
    return status.id.value + " " + toIso8601(status.due) + " " + toIso8601(status.lastReview) +
           " " + std::to_string(status.reviews) + " " + std::to_string(status.lapses) + " " +
           std::to_string(card.stability.value_or(0)) + " " +
           std::to_string(card.difficulty.value_or(0)) + "\n";
}

/// Everything the tables tell about everybody, as text.
std::string contentOf(ProgressStore& store) {
    std::string text;
    const auto profiles = store.profiles().value();
    for (const Profile& profile : profiles) {
        text += profile.id.value + " " + profile.name + "\n";
        const auto calls = store.calls(profile.id).value();
        for (const session::CallRecord& call : calls)
            text += textOf(call);
        const auto concepts = store.concepts(profile.id).value();
        for (const ConceptStatus& status : concepts)
            text += textOf(status);
    }
    return text;
}

}  // namespace

class TestMerge : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesUpAnotherReader();
    void everyAnswerAndScoreArrives();
    void twiceIsOnce();
    void orderDoesNotMatter();
    void anOlderPartAfterANewerOneChangesNothing();
    void survivesARebuild();
    void refusesAnIdOfAnotherEvent();
    void refusesWhatDoesNotFitAndKeepsNothing();
};

void TestMerge::takesUpAnotherReader() {
    TempStore store;
    const auto log = logOf("reader-01");
    const auto count = store->merge(log);
    QVERIFY2(count, count ? "" : count.error().detail.c_str());
    QCOMPARE(count->added, log.size());
    QCOMPARE(store->profiles()->size(), std::size_t{1});
    QCOMPARE(store->calls(log.front().profile)->size(), std::size_t{4});
    QVERIFY(store->checkIntegrity());
}

void TestMerge::everyAnswerAndScoreArrives() {
    TempStore store;
    const auto log = logOf("reader-01");
    QVERIFY(store->merge(log));
    const auto calls = store->calls(log.front().profile).value();
    int committed = 0, scored = 0;
    for (const session::Event& event : log) {
        const auto* made = std::get_if<session::NodeCallCommitted>(&event.body);
        const auto* score = std::get_if<session::NodeScored>(&event.body);
        for (const session::CallRecord& call : calls) {
            if (made && made->call == call.id) {
                ++committed;
                QVERIFY(call.answer == made->answer && call.trace == made->trace);
                QVERIFY(call.committed == event.at);
            }
            if (score && score->call == call.id) {
                ++scored;
                QVERIFY(call.score && call.score->brier == score->score.brier);
                QVERIFY(call.score->marks == score->score.marks);
            }
        }
    }
    QVERIFY(committed == 4 && scored == 2);
    QVERIFY(!store->concepts(log.front().profile)->empty());
}

void TestMerge::twiceIsOnce() {
    TempStore store;
    const auto log = logOf("reader-01");
    QVERIFY(store->merge(log));
    const std::string before = contentOf(*store);
    const auto again = store->merge(log);
    QCOMPARE(again->added, std::size_t{0});
    QCOMPARE(again->known, log.size());
    QCOMPARE(contentOf(*store), before);
}

void TestMerge::orderDoesNotMatter() {
    const auto one = logOf("reader-01"), two = logOf("reader-02");
    TempStore first, second;
    QVERIFY(first->merge(one) && first->merge(two));
    QVERIFY(second->merge(two) && second->merge(one));
    QCOMPARE(contentOf(*second), contentOf(*first));
}

void TestMerge::anOlderPartAfterANewerOneChangesNothing() {
    const auto whole = logOf("reader-01");
    const std::vector<session::Event> part(whole.begin(), whole.begin() + 4);
    TempStore first, second;
    QVERIFY(first->merge(part) && first->merge(whole));
    QVERIFY(second->merge(whole) && second->merge(part));
    QCOMPARE(contentOf(*second), contentOf(*first));
}

void TestMerge::survivesARebuild() {
    TempStore store;
    QVERIFY(store->merge(logOf("reader-01")) && store->merge(logOf("reader-02")));
    const std::string before = contentOf(*store);
    QVERIFY(store->rebuild());
    QCOMPARE(contentOf(*store), before);
}

void TestMerge::refusesAnIdOfAnotherEvent() {
    TempStore store;
    auto log = logOf("reader-01");
    QVERIFY(store->merge(log));
    const std::string before = contentOf(*store);
    log.back().at += 1s;
    QCOMPARE(store->merge(log).error().code, ErrorCode::FormatDamaged);
    QCOMPARE(contentOf(*store), before);
}

void TestMerge::refusesWhatDoesNotFitAndKeepsNothing() {
    const auto log = logOf("reader-01");
    for (const std::size_t missing : {std::size_t{0}, std::size_t{1}}) {
        TempStore store;
        auto torn = log;
        torn.erase(torn.begin() + static_cast<std::ptrdiff_t>(missing));
        QCOMPARE(store->merge(torn).error().code, ErrorCode::FormatDamaged);
        QVERIFY(store->profiles()->empty());
        QVERIFY(store->events()->empty());
    }
}

QTEST_APPLESS_MAIN(TestMerge)
#include "tst_merge.moc"
