// Thirty days of practice with a fixed clock: draw, read, score, back up, start anew each morning.
#include "progress/backups.h"
#include "schedule/draw.h"
#include "support/reading_samples.h"
#include "support/temp_store.h"
#include <QtTest>
#include <map>
#include <set>

using namespace nodewise;
using namespace nodewise::progress;
using namespace nodewise::tests;
using namespace std::chrono_literals;

namespace {

constexpr int kCases = 240, kConcepts = 12, kCap = 6, kDays = 30;

ConceptId conceptOf(int number) {
    return ConceptId("feature" + std::to_string(number) + "/any/none");
}

/// Two hundred and forty cases of one node: more than a month of full days asks for.
std::vector<schedule::CaseOffer> pack() {
    std::vector<schedule::CaseOffer> offers;
    for (int i = 0; i < kCases; ++i) {
        schedule::CaseOffer offer;
        offer.id = "case-" + std::to_string(100 + i);
        offer.concepts = {conceptOf(i % kConcepts)};
        offer.difficulty = 1 + i % 5;
        offers.push_back(offer);
    }
    return offers;
}

/// The reader calls every concept right except number 3, which takes eleven days to learn.
bool wrongOn(const ConceptId& id, int day) {
    return id == conceptOf(3) && day < 11;
}

/// The reader with his pack over the days.
struct Practice {
    TempStore store;
    ProfileId profile = store->createProfile("Mara").value().id;
    std::vector<schedule::CaseOffer> offers = pack();
    std::map<std::string, int> readOn;
    std::map<ConceptId, int> met;
    int calls = 0, probes = 0;

    [[nodiscard]] bool allRead() const { return readOn.size() == offers.size(); }

    std::optional<schedule::Draw> draw(int calledToday) {
        schedule::DrawSetup setup;
        setup.now = store.clock.now();
        setup.dailyCap = kCap;
        setup.calledToday = calledToday;
        setup.canGenerate = false;
        std::map<ConceptId, schedule::ConceptState> known;
        const auto concepts = store->concepts(profile);
        for (const auto& status : *concepts)
            known[status.id] = status.state;
        std::vector<schedule::ConceptNeed> needs;
        for (int i = 0; i < kConcepts; ++i)
            needs.push_back({conceptOf(i), known.contains(conceptOf(i))
                                               ? std::optional(known[conceptOf(i)])
                                               : std::nullopt});
        return schedule::drawNext(needs, offers, setup);
    }

    /// One call on the case; a finished reading with its score.
    void read(const schedule::Draw& draw, int day) {
        const bool wrong = wrongOn(draw.concept_, day);
        session::CaseOpened opened = sampleCase(newUuid(), session::Mode::Learn, draw.caseId);
        opened.nodes.resize(1);
        auto score =
            sampleScore(Grade::G2, wrong ? 0.1 : 0.9, wrong ? Verdict::Differs : Verdict::Agrees);
        score.concepts = {draw.concept_};
        const auto call = sampleCommit(opened, 0);
        if (!store->openCase(profile, opened) || !store->commitNodeCall(profile, call, &score) ||
            !store->finishCase(opened.session))
            qFatal("read");
        readOn[draw.caseId] = day;
        for (auto& offer : offers)
            if (offer.id == draw.caseId)
                offer.lastRead = store.clock.now();
        ++met[draw.concept_];
        ++calls;
        store.clock.advance(4min);
    }
};

}  // namespace

class TestThirtyDays : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMonthOfPracticeKeepsItsPromises();

private:
    static void oneDay(Practice& practice, int day);
};

void TestThirtyDays::oneDay(Practice& practice, int day) {
    for (int today = 0; !practice.allRead(); ++today) {
        const auto draw = practice.draw(today);
        QVERIFY(draw);
        if (draw->kind == schedule::DrawKind::DayIsFull) {
            QCOMPARE(today, kCap);
            return;
        }
        // Never the same case before it may come as a probe.
        if (practice.readOn.contains(draw->caseId)) {
            QVERIFY(draw->kind == schedule::DrawKind::Probe);
            QVERIFY(day - practice.readOn[draw->caseId] >= schedule::kProbeDays);
            ++practice.probes;
        }
        practice.read(*draw, day);
    }
}

void TestThirtyDays::aMonthOfPracticeKeepsItsPromises() {
    Practice practice;
    TempStore& store = practice.store;
    QVERIFY(store->setSetting(kExamDateSetting, "2027-03-01", practice.profile));
    const auto backups = store.folder() / "backups";
    for (int day = 0; day < kDays && !practice.allRead(); ++day) {
        store.reopen();  // The program starts anew every morning.
        QVERIFY(makeBackup(*store, backups, store.clock));
        const Timestamp morning = store.clock.now();
        oneDay(practice, day);
        store.clock.time = morning + 24h;
    }
    store.reopen();
    QCOMPARE(static_cast<int>(store->calls(practice.profile)->size()), practice.calls);
    QCOMPARE(practice.calls, std::min(kCases, kCap * kDays));
    QCOMPARE(practice.met.size(), std::size_t(kConcepts));
    // What was wrong came back more often than anything else.
    for (const auto& [id, count] : practice.met)
        QVERIFY2(count <= practice.met[conceptOf(3)], id.value.c_str());
    // The whole month can be told again from its log.
    const auto before = store->concepts(practice.profile);
    QVERIFY(store->rebuild());
    const auto after = store->concepts(practice.profile);
    QCOMPARE(before->size(), after->size());
    for (std::size_t i = 0; i < before->size(); ++i) {
        QCOMPARE(before->at(i).id, after->at(i).id);
        QCOMPARE(before->at(i).due, after->at(i).due);
    }
    QVERIFY(store->checkIntegrity());
    const auto copies = listBackups(backups);
    QVERIFY(copies && copies->size() >= 10 && copies->size() <= 32);
    qInfo("%d calls on %zu cases, %d probes, %zu copies kept", practice.calls,
          practice.readOn.size(), practice.probes, copies->size());
}

QTEST_APPLESS_MAIN(TestThirtyDays)
#include "tst_thirty_days.moc"
