#include "support/temp_store.h"
#include "ui/feedback/feedback_overlays.h"
#include "ui/models/reading_desk.h"
#include "ui/models/reading_model.h"
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace nodewise;
using models::ReadingModel;
using models::ReadingState;

namespace {

const std::filesystem::path kPack = NODEWISE_DEMO_PACK;

/// Unpacked packs and rendered volumes are shared: drawing a neck takes seconds.
std::filesystem::path sharedFolder() {
    static const QTemporaryDir folder;
    return std::filesystem::path(folder.path().toStdString());
}

/// The real services over the demo pack, with a store of their own.
struct Desk {
    tests::TempStore store;
    progress::Profile profile = store->createProfile("Learner").value();
    jobs::ImmediateJobRunner jobs;
    std::filesystem::path known = kPack;
    models::ReadingDesk desk{
        *store,
        {sharedFolder() / "packs", sharedFolder() / "cache", sharedFolder() / "trust.json", {}},
        [this] { return profile.id; },
        [this](const PackId&) { return known; }};
    ReadingModel model{desk, jobs, store.clock};
    casepack::PackPtr pack;

    Desk() {
        NullJobControl job;
        pack = *casepack::openPack(kPack, sharedFolder() / "packs", {}, job);
    }
    /// The case with two nodes: the N category comes with the last one.
    CaseId twoNodes() const {
        for (const auto& record : pack->cases())
            if (record.nodes.size() > 1)
                return record.id;
        qFatal("the demo pack has no case with two nodes");
    }
    /// A call with its mark in the middle of the reference node; the test knows it, the model not.
    void callInside(const casepack::OpenedTruth& truth) {
        const auto asked = model.nodes()[static_cast<std::size_t>(model.currentNode())].asked.id;
        for (const auto& node : truth.truth.nodes)
            if (node.id == asked)
                call(node.centre);
    }
    void call(PointLps mark) {
        NodeCall call;
        call.mark = mark;
        call.grade = Grade::G1;
        call.probability = 0.7;
        call.margin = Margin::Smooth;
        call.fat = PerinodalFat::Clean;
        model.setDraft(call);
        model.commit();
    }
};

}  // namespace

class TestReadingDesk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsACaseToItsEndAndKeepsEverything();
    void takesUpWhatWasLeftAndOpensFeedbackAgain();
    void showsWhatWasKeptWhenThePackIsGone();
};

void TestReadingDesk::readsACaseToItsEndAndKeepsEverything() {
    Desk desk;
    const CaseId id = desk.twoNodes();
    NullJobControl job;
    const auto truth = casepack::openCaseTruth(*desk.pack, id, job);
    QVERIFY(truth.has_value());
    desk.model.openCase({kPack, id});
    QCOMPARE(desk.model.state(), ReadingState::Calling);
    session::CaseAnswer answer;
    answer.nCategory = desk.model.nCategories().back();
    desk.model.setCaseAnswer(answer);
    const auto count = desk.model.nodes().size();
    for (std::size_t node = 0; node < count; ++node) {
        QElapsedTimer clock;
        clock.start();
        desk.callInside(*truth);
        qInfo("node %d: commit to feedback %lld ms", static_cast<int>(node + 1),
              static_cast<long long>(clock.elapsed()));
        QVERIFY2(desk.model.state() == ReadingState::Reviewing, qPrintable(desk.model.problem()));
        const auto& graded = *desk.model.graded();
        QVERIFY(graded.feedback.callIndex.has_value());
        QVERIFY(graded.measured && graded.measured->size);
        QVERIFY(feedback_screen::rolesOf(feedback_screen::overlaysOf(graded)).size() > 2);
        // What tells about nodes not yet read waits for the last one.
        QCOMPARE(graded.nMark.has_value(), node + 1 == count);
        QCOMPARE(graded.tnm.empty(), node + 1 != count);
        QCOMPARE(graded.teaching.has_value(), node + 1 == count);
        QCOMPARE(graded.recipe != nullptr, node + 1 == count);
        desk.model.next();
    }
    QCOMPARE(desk.model.state(), ReadingState::Finished);
    const auto calls = desk.store->calls(desk.profile.id).value();
    QCOMPARE(calls.size(), count);
    for (const auto& call : calls) {
        QVERIFY(call.score && call.score->brier);
        QVERIFY(call.feedbackSeen);
    }
}

void TestReadingDesk::takesUpWhatWasLeftAndOpensFeedbackAgain() {
    Desk desk;
    const CaseId id = desk.twoNodes();
    desk.model.openCase({kPack, id});
    desk.call(desk.model.volume()->geometry().centre());
    QCOMPARE(desk.model.state(), ReadingState::Reviewing);
    desk.model.dispute(QStringLiteral("Partial volume."));
    const auto first = desk.model.graded();
    desk.model.next();
    NodeCall draft;
    draft.margin = Margin::Irregular;
    desk.model.setDraft(draft);
    desk.model.close();
    const auto kept = desk.store->calls(desk.profile.id).value();
    QCOMPARE(kept.front().objection, std::string("Partial volume."));

    ReadingModel tomorrow(desk.desk, desk.jobs, desk.store.clock);
    tomorrow.openCase({kPack, id});
    QCOMPARE(tomorrow.state(), ReadingState::Calling);
    QCOMPARE(tomorrow.calledCount(), 1);
    QCOMPARE(tomorrow.currentNode(), 1);
    QVERIFY(tomorrow.draft().margin == Margin::Irregular);

    tomorrow.reviewCall(kept.front().id);
    QVERIFY2(tomorrow.state() == ReadingState::Reviewing, qPrintable(tomorrow.problem()));
    const auto again = tomorrow.graded();
    QVERIFY(again->answer == first->answer);
    QVERIFY(again->score.marks == first->score.marks);
    QCOMPARE(again->measured->size->volumeMl, first->measured->size->volumeMl);
    // Looking again makes no second call.
    QCOMPARE(desk.store->calls(desk.profile.id).value().size(), kept.size());
}

void TestReadingDesk::showsWhatWasKeptWhenThePackIsGone() {
    Desk desk;
    const CaseId id = desk.twoNodes();
    desk.model.openCase({kPack, id});
    session::CaseAnswer answer;
    answer.nCategory = desk.model.nCategories().back();
    desk.model.setCaseAnswer(answer);
    std::vector<models::GradedCallPtr> then;
    while (desk.model.state() == ReadingState::Calling) {
        desk.call(desk.model.volume()->geometry().centre());
        QVERIFY(desk.model.state() == ReadingState::Reviewing);
        then.push_back(desk.model.graded());
        desk.model.next();
    }
    const auto calls = desk.store->calls(desk.profile.id).value();
    desk.known.clear();
    for (std::size_t n = 0; n < then.size(); ++n) {
        desk.model.reviewCall(calls[calls.size() - 1 - n].id);
        QVERIFY2(desk.model.state() == ReadingState::Reviewing, qPrintable(desk.model.problem()));
        const auto& now = *desk.model.graded();
        const auto& before = *then[n];
        QVERIFY(!now.volume && !now.labels && !now.measured);
        QVERIFY(now.nodeIndex == n && now.record.nodes.size() == then.size());
        QCOMPARE(now.feedback.marks.size(), before.feedback.marks.size());
        for (std::size_t mark = 0; mark < now.feedback.marks.size(); ++mark) {
            QVERIFY(now.feedback.marks[mark].verdict == before.feedback.marks[mark].verdict);
            QVERIFY(now.feedback.marks[mark].given == before.feedback.marks[mark].given);
            QVERIFY(now.feedback.marks[mark].reference == before.feedback.marks[mark].reference);
            QCOMPARE(now.feedback.marks[mark].items.size(),
                     before.feedback.marks[mark].items.size());
        }
        QCOMPARE(now.feedback.rule.decisive().rule, before.feedback.rule.decisive().rule);
        QCOMPARE(now.feedback.evidence.size(), before.feedback.evidence.size());
        QCOMPARE(now.feedback.measured.size(), before.feedback.measured.size());
        QCOMPARE(now.truth.longAxisMm, before.truth.longAxisMm);
        QVERIFY(now.truth.grade == before.truth.grade && now.truth.fat == before.truth.fat);
        QCOMPARE(now.nMark.has_value(), before.nMark.has_value());
        QCOMPARE(now.tnm.size(), before.tnm.size());
        if (now.nMark)
            QVERIFY(now.nMark->verdict == before.nMark->verdict);
    }
    // A call that was never compared has nothing to show.
    desk.model.reviewCall(session::CallId("unknown"));
    QCOMPARE(desk.model.state(), ReadingState::Failed);
    QVERIFY(!desk.model.problem().isEmpty());
}

QTEST_MAIN(TestReadingDesk)
#include "tst_reading_desk.moc"
