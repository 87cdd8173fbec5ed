// The reference is made while the case is read; nothing of it can be had before a call is kept.
#include "support/temp_store.h"
#include "ui/models/reading_desk.h"
#include "ui/models/reading_model.h"
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <set>
#include <thread>
#include <type_traits>

using namespace nodewise;
using models::MadeOnce;
using models::ReadingModel;
using models::ReadingState;
using models::SealedReference;

// Nobody makes a key, and what prepares tells nothing.
static_assert(!std::is_default_constructible_v<progress::TruthKey>);
static_assert(!std::is_constructible_v<progress::TruthKey, const session::CaseRef&, const NodeId&>);
static_assert(std::is_same_v<decltype(std::declval<SealedReference&>().prepare(
                                 std::declval<const SealedReference::Source&>(),
                                 std::declval<JobControl&>())),
                             Result<void>>);

namespace {

const std::filesystem::path kPack = NODEWISE_DEMO_PACK;

/// Unpacked packs and rendered volumes are shared: drawing a neck takes seconds.
std::filesystem::path sharedFolder() {
    static const QTemporaryDir folder;
    return std::filesystem::path(folder.path().toStdString());
}

/// Which stages were reported; can be told to stop.
class Stages final : public JobControl {
public:
    std::atomic<bool> stopped = false;
    void report(double, std::string_view stage) override {
        const std::scoped_lock guard(m_lock);
        m_seen.emplace(stage);
    }
    [[nodiscard]] bool cancelled() const override { return stopped; }
    [[nodiscard]] bool saw(const char* stage) const {
        const std::scoped_lock guard(m_lock);
        return m_seen.contains(stage);
    }
    /// Whether this work made labels or measured.
    [[nodiscard]] bool made() const { return saw("labels") || saw("measure"); }

private:
    mutable std::mutex m_lock;
    std::set<std::string> m_seen;
};

struct Desk {
    tests::TempStore store;
    progress::Profile profile = store->createProfile("Learner").value();
    jobs::ImmediateJobRunner jobs;
    models::ReadingDesk desk{
        *store,
        {sharedFolder() / "packs", sharedFolder() / "cache", sharedFolder() / "trust.json", {}},
        [this] { return profile.id; },
        [](const PackId&) { return kPack; }};
    casepack::PackPtr pack;

    Desk() {
        NullJobControl job;
        pack = *casepack::openPack(kPack, sharedFolder() / "packs", {}, job);
    }
    models::CaseLocator where(std::size_t index = 0) const {
        return {kPack, pack->cases()[index].id};
    }
    models::OpenedCase open(std::size_t index = 0) {
        NullJobControl job;
        return std::move(*desk.openCase(where(index), job));
    }
    /// A call on the first node, as it is asked to be compared; `keep` puts it on disk.
    models::GradingRequest call(const models::OpenedCase& opened, session::Mode mode, bool keep,
                                const session::ActivityId& activity = {}) {
        session::CaseOpened reading;
        reading.session = session::SessionId(newUuid());
        reading.ref = opened.ref;
        reading.mode = mode;
        reading.activity = activity;
        for (const auto& node : opened.record.nodes)
            reading.nodes.push_back({node.id, node.side, node.level});
        session::NodeCallCommitted made;
        made.session = reading.session;
        made.call = session::CallId(newUuid());
        made.node = reading.nodes.front().id;
        made.answer.mark = opened.volume->geometry().centre();
        made.answer.grade = Grade::G1;
        made.answer.probability = 0.7;
        if (!desk.begin(reading) || (keep && !desk.keepCall(made)))
            qFatal("the store refuses the call");
        models::GradingRequest request;
        request.where = opened.where;
        request.record = opened.record;
        request.volume = opened.volume;
        request.call = made.call;
        request.node = reading.nodes.front();
        request.kept = {made.answer};
        return request;
    }
};

template <class T>
ErrorCode codeOf(const Result<T>& result) {
    return result ? ErrorCode::Internal : result.error().code;
}

}  // namespace

class TestSealedReference : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void staysClosedUntilTheCallIsKept();
    void staysClosedWhileATestRuns();
    void opensForItsOwnCaseOnly();
    void isReadyWhenTheCallIsKept();
    void waitsForWhatIsBeingMade();
    void isForgottenWhenTheCaseIsClosed();
    void stopsWhenTheReaderLeaves();
    void aValueIsMadeOnce();
    void aFailureIsTriedAgain();
};

void TestSealedReference::staysClosedUntilTheCallIsKept() {
    Desk desk;
    const auto opened = desk.open();
    Stages prepared, asked;
    QVERIFY(desk.desk.prepareFeedback(opened.where, opened.volume, prepared));
    QVERIFY(prepared.saw("labels") && prepared.saw("measure"));
    const auto request = desk.call(opened, session::Mode::Learn, false);
    QCOMPARE(codeOf(desk.desk.gradeCall(request, asked)), ErrorCode::NodeNotFound);
    QCOMPARE(codeOf(desk.desk.requestFor(request.call)), ErrorCode::NodeNotFound);
    QCOMPARE(codeOf(desk.desk.keptFeedback(request.call)), ErrorCode::NodeNotFound);
    QCOMPARE(codeOf(progress::truthKeyOf(*desk.store, request.call)), ErrorCode::NodeNotFound);
    QVERIFY(!asked.made());
}

void TestSealedReference::staysClosedWhileATestRuns() {
    Desk desk;
    const auto opened = desk.open();
    session::ActivityStarted test;
    test.activity = session::ActivityId("t-1");
    test.kind = session::ActivityKind::Test;
    test.cases = {opened.ref};
    QVERIFY(desk.store->startActivity(desk.profile.id, test));
    const auto request = desk.call(opened, session::Mode::Test, true, test.activity);
    NullJobControl job;
    QCOMPARE(codeOf(progress::truthKeyOf(*desk.store, request.call)), ErrorCode::TruthSealed);
    QCOMPARE(codeOf(desk.desk.gradeCall(request, job)), ErrorCode::TruthSealed);
    QCOMPARE(codeOf(desk.desk.requestFor(request.call)), ErrorCode::TruthSealed);
}

void TestSealedReference::opensForItsOwnCaseOnly() {
    Desk desk;
    const auto read = desk.open(0);
    auto request = desk.call(read, session::Mode::Learn, true);
    // A kept call on one case does not open another.
    const auto other = desk.open(1);
    request.where = other.where;
    request.record = other.record;
    request.volume = other.volume;
    Stages asked;
    QCOMPARE(codeOf(desk.desk.gradeCall(request, asked)), ErrorCode::TruthSealed);
    QVERIFY(!asked.made());
}

void TestSealedReference::isReadyWhenTheCallIsKept() {
    Desk quick, slow;
    const auto opened = quick.open();
    NullJobControl job;
    QVERIFY(quick.desk.prepareFeedback(opened.where, opened.volume, job));
    Stages ready, late;
    const auto now = quick.desk.gradeCall(quick.call(opened, session::Mode::Learn, true), ready);
    QVERIFY2(now.has_value(), now ? "" : now.error().detail.c_str());
    QVERIFY(!ready.made());
    const auto then = slow.desk.gradeCall(slow.call(slow.open(), session::Mode::Learn, true), late);
    QVERIFY(then.has_value() && late.made());
    // Made on one thread beforehand or on all of them now: the same numbers.
    QCOMPARE(now->measured->size->volumeMl, then->measured->size->volumeMl);
    QVERIFY(now->score.marks == then->score.marks);
    QVERIFY(std::ranges::equal(now->labels->labels(), then->labels->labels()));
}

void TestSealedReference::waitsForWhatIsBeingMade() {
    Desk desk;
    const auto opened = desk.open();
    Stages prepared, asked;
    std::thread behind([&] {
        if (!desk.desk.prepareFeedback(opened.where, opened.volume, prepared))
            qWarning("not prepared");
    });
    QTRY_VERIFY_WITH_TIMEOUT(prepared.saw("plan") || prepared.saw("labels"), 30000);
    const auto graded = desk.desk.gradeCall(desk.call(opened, session::Mode::Learn, true), asked);
    behind.join();
    QVERIFY(graded.has_value());
    QVERIFY(!asked.saw("labels"));
}

void TestSealedReference::isForgottenWhenTheCaseIsClosed() {
    Desk desk;
    const auto opened = desk.open();
    NullJobControl job;
    QVERIFY(desk.desk.prepareFeedback(opened.where, opened.volume, job));
    desk.desk.caseClosed();
    // Nobody reads it: nothing is made for it any more.
    Stages nobody;
    QVERIFY(desk.desk.prepareFeedback(opened.where, opened.volume, nobody));
    QVERIFY(!nobody.made());
    Stages again;
    QVERIFY(desk.desk.gradeCall(desk.call(opened, session::Mode::Learn, true), again));
    QVERIFY(again.made());
}

void TestSealedReference::stopsWhenTheReaderLeaves() {
    Desk desk;
    // In the cache, so that the next opening is short.
    static_cast<void>(desk.open());
    jobs::ThreadJobRunner threads;
    ReadingModel model(desk.desk, threads, desk.store.clock);
    model.openCase(desk.where());
    QTRY_COMPARE_WITH_TIMEOUT(model.state(), ReadingState::Calling, 60000);
    model.close();
    QElapsedTimer clock;
    clock.start();
    threads.stop();
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    // The desk prepares nothing for a case that is closed.
    Stages later;
    QVERIFY(desk.desk.prepareFeedback(desk.where(), desk.open(1).volume, later));
    QVERIFY(!later.made());
}

void TestSealedReference::aValueIsMadeOnce() {
    MadeOnce<int> once;
    std::atomic<int> made = 0;
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            NullJobControl job;
            const auto value = once.get(job, [&]() -> Result<int> {
                std::this_thread::sleep_for(std::chrono::milliseconds(30));
                return ++made;
            });
            right += value && **value == 1 ? 1 : 0;
        });
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(made.load(), 1);
    QCOMPARE(right.load(), 8);
}

void TestSealedReference::aFailureIsTriedAgain() {
    MadeOnce<int> once;
    NullJobControl job;
    std::atomic<bool> started = false, finish = false;
    std::thread cancelled([&] {
        const auto none = once.get(job, [&]() -> Result<int> {
            started = true;
            while (!finish)
                std::this_thread::yield();
            return fail(ErrorCode::Cancelled, "left");
        });
        if (none)
            qWarning("a failure gives no value");
    });
    QTRY_VERIFY(started);
    // Who waits may leave.
    Stages impatient;
    impatient.stopped = true;
    QCOMPARE(codeOf(once.get(impatient, []() -> Result<int> { return 1; })), ErrorCode::Cancelled);
    finish = true;
    const auto value = once.get(job, []() -> Result<int> { return 2; });
    cancelled.join();
    QVERIFY(value && **value == 2);
}

QTEST_MAIN(TestSealedReference)
#include "tst_sealed_reference.moc"
