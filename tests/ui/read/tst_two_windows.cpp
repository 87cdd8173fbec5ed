// Two windows of one learner on one file: two reading models, two stores, one reading.
#include "support/fake_reading_services.h"
#include "support/temp_store.h"
#include "ui/models/reading_model.h"
#include <QSignalSpy>
#include <QTest>

using namespace nodewise;
using namespace nodewise::tests;
using models::ReadingModel;
using models::ReadingState;

namespace {

/// A reading whose steps go into a store.
class KeepingServices final : public FakeReadingServices {
public:
    KeepingServices(progress::ProgressStore& store, ProfileId profile)
        : m_store(store)
        , m_profile(std::move(profile)) {}
    Result<std::optional<progress::UnfinishedCase>>
    unfinished(const session::CaseRef& ref) override {
        const auto all = m_store.unfinishedCases(m_profile);
        if (!all)
            return fail(all.error());
        for (const auto& one : *all)
            if (one.opened.ref == ref)
                return std::optional(one);
        return std::nullopt;
    }
    Result<void> begin(const session::CaseOpened& opened) override {
        return m_store.openCase(m_profile, opened);
    }
    Result<void> keepCall(const session::NodeCallCommitted& call) override {
        return m_store.commitNodeCall(m_profile, call);
    }
    Result<void> saveDraft(const session::SessionId& session,
                           const progress::Draft& draft) override {
        return m_store.saveDraft(session, draft);
    }
    Result<void> keepScore(const session::CallId& call, const session::NodeScore& score) override {
        return m_store.recordScore(call, score);
    }
    Result<void> feedbackSeen(const session::CallId& call) override {
        return m_store.recordFeedbackSeen(call);
    }
    Result<void> finish(const session::SessionId& session) override {
        return m_store.finishCase(session);
    }

private:
    progress::ProgressStore& m_store;
    ProfileId m_profile;
};

/// One window: a store of its own on the file of all.
struct Window {
    Window(TempStore& file, const ProfileId& profile)
        : store(progress::ProgressStore::open(file.file(), file.clock).value())
        , services(store, profile)
        , model(services, jobs, file.clock) {}
    void open() { model.openCase({"/packs/demo.nwpack", CaseId("case-27")}); }
    /// The answers of one node, not committed.
    void answer(double probability) {
        NodeCall call = model.draft();
        call.mark = PointLps{1, 2, 3};
        call.grade = Grade::G1;
        call.probability = probability;
        model.setDraft(call);
    }
    progress::ProgressStore store;
    KeepingServices services;
    jobs::ImmediateJobRunner jobs;
    ReadingModel model;
};

struct Desk {
    TempStore file;
    ProfileId profile = file->createProfile("Mara").value().id;
    Window first{file, profile}, second{file, profile};
    [[nodiscard]] std::vector<session::CallRecord> calls() { return file->calls(profile).value(); }
};

}  // namespace

class TestTwoWindows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSecondTakesUpTheSameReading();
    void aNodeIsKeptOnce();
    void theRefusedWindowGoesOn();
    void eachKeepsAnotherNode();
    void theLastDraftCounts();
};

void TestTwoWindows::theSecondTakesUpTheSameReading() {
    Desk desk;
    desk.first.open();
    desk.first.answer(0.3);
    desk.first.model.selectNode(1);  // Saves the draft.
    desk.second.open();
    QCOMPARE(desk.second.model.state(), ReadingState::Calling);
    QCOMPARE(desk.second.model.draft().probability, std::optional(0.3));
    QCOMPARE(desk.file->unfinishedCases(desk.profile)->size(), std::size_t(1));
}

void TestTwoWindows::aNodeIsKeptOnce() {
    Desk desk;
    desk.first.open();
    desk.second.open();
    desk.first.answer(0.3);
    desk.second.answer(0.9);
    desk.first.model.commit();
    QCOMPARE(desk.first.model.state(), ReadingState::Reviewing);
    QSignalSpy refused(&desk.second.model, &ReadingModel::refused);
    desk.second.model.commit();
    QCOMPARE(refused.count(), 1);
    QVERIFY2(desk.second.model.problem().contains(QStringLiteral("stays as it is")),
             qPrintable(desk.second.model.problem()));
    // No truth for a call that is not kept; what was answered is still there.
    QCOMPARE(desk.second.model.state(), ReadingState::Calling);
    QVERIFY(!desk.second.model.graded());
    QCOMPARE(desk.second.model.draft().probability, std::optional(0.9));
    QCOMPARE(desk.calls().size(), std::size_t(1));
    QCOMPARE(desk.calls()[0].answer.probability, std::optional(0.3));
    QVERIFY(desk.file->checkIntegrity());
}

void TestTwoWindows::theRefusedWindowGoesOn() {
    Desk desk;
    desk.first.open();
    desk.second.open();
    desk.first.answer(0.3);
    desk.first.model.commit();
    desk.second.answer(0.9);
    desk.second.model.commit();
    desk.second.open();  // As the case is opened again: it takes up what is kept.
    QCOMPARE(desk.second.model.currentNode(), 1);
    QCOMPARE(desk.second.model.calledCount(), 1);
    desk.second.answer(0.6);
    desk.second.model.commit();
    QCOMPARE(desk.second.model.state(), ReadingState::Reviewing);
    desk.second.model.next();
    QCOMPARE(desk.second.model.state(), ReadingState::Finished);
    // The first window stands at the second node, which is kept by now.
    desk.first.model.next();
    desk.first.answer(0.1);
    QSignalSpy refused(&desk.first.model, &ReadingModel::refused);
    desk.first.model.commit();
    QCOMPARE(refused.count(), 1);
    QCOMPARE(desk.calls().size(), std::size_t(2));
    QVERIFY(desk.file->unfinishedCases(desk.profile)->empty());
    QVERIFY(desk.file->checkIntegrity());
}

void TestTwoWindows::eachKeepsAnotherNode() {
    Desk desk;
    desk.first.open();
    desk.second.open();
    desk.second.model.selectNode(1);
    desk.first.answer(0.3);
    desk.second.answer(0.9);
    desk.first.model.commit();
    desk.second.model.commit();
    QCOMPARE(desk.second.model.state(), ReadingState::Reviewing);
    QCOMPARE(desk.calls().size(), std::size_t(2));
    // Neither knows of the other's call; whoever opens the case again ends it.
    desk.second.model.next();
    desk.second.open();
    QCOMPARE(desk.second.model.calledCount(), 2);
    if (desk.second.model.state() == ReadingState::Reviewing)
        desk.second.model.next();
    QCOMPARE(desk.second.model.state(), ReadingState::Finished);
    QVERIFY(desk.file->unfinishedCases(desk.profile)->empty());
}

void TestTwoWindows::theLastDraftCounts() {
    Desk desk;
    desk.first.open();
    desk.second.open();
    desk.first.answer(0.3);
    desk.second.answer(0.9);
    desk.first.model.close();
    desk.second.model.close();
    desk.first.open();
    QCOMPARE(desk.first.model.draft().probability, std::optional(0.9));
    QVERIFY(desk.calls().empty());
}

QTEST_MAIN(TestTwoWindows)
#include "tst_two_windows.moc"
