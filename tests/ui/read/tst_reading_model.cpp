#include "support/fake_reading_services.h"
#include "support/fixed_clock.h"
#include "ui/models/reading_draft.h"
#include "ui/models/reading_model.h"
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <map>

using namespace nodewise;
using namespace nodewise::models;

namespace {

NodeCall wholeCall() {
    NodeCall call;
    call.mark = PointLps{1, 2, 3};
    call.probability = 0.72;
    call.grade = Grade::G1;
    call.side = Side::Left;
    call.level = Level::IIb;
    return call;
}

struct Desk {
    tests::FakeReadingServices services;
    tests::FixedClock clock;
    jobs::ImmediateJobRunner jobs;
    ReadingModel model{services, jobs, clock};

    void open() { model.openCase({"/packs/demo.nwpack", CaseId("case-27")}); }
};

}  // namespace

class TestReadingModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensWithNothingAnswered();
    void tellsWhyACaseDoesNotOpen();
    void asksForMarkProbabilityAndGrade();
    void refusesImpossibleSizes();
    void keepsReasonsOnlyWhereAnswered();
    void firstStepOfTheProbabilityIsFifty();
    void opensTheTruthOnlyAfterTheCallIsKept();
    void sideAndLevelFollowFromTheCase();
    void staysWhenTheCallCannotBeKept();
    void goesOnWhenTheComparisonFails();
    void leadsThroughAllNodesToTheEnd();
    void sendsTheCaseAnswerWithTheLastNodeOnly();
    void savesDraftsBySelf();
    void takesUpAnUnfinishedReading();
    void countsOnlyTheTimeOnScreen();
    void aClockSetBackTakesNoTimeAway();
    void keepsWhereTheReaderLooked();
    void keepsWhatWasScrolledThroughOnce();
    void showsASeriesWithoutACase();
    void keepsAnObjection();
    void reopensFeedback();
};

void TestReadingModel::opensWithNothingAnswered() {
    Desk desk;
    QCOMPARE(desk.model.state(), ReadingState::Empty);
    desk.open();
    QCOMPARE(desk.model.state(), ReadingState::Calling);
    QCOMPARE(desk.model.nodes().size(), std::size_t(2));
    QVERIFY(desk.model.draft() == NodeCall{});
    QVERIFY(!desk.model.caseAnswer().quality);
    QVERIFY(desk.model.caseAnswer().nCategory.empty());
    QVERIFY(!desk.model.canCommit());
    QVERIFY(desk.model.graded() == nullptr);
}

void TestReadingModel::tellsWhyACaseDoesNotOpen() {
    Desk desk;
    desk.services.openFails = ErrorCode::HashMismatch;
    desk.open();
    QCOMPARE(desk.model.state(), ReadingState::Failed);
    QVERIFY(desk.model.problem().startsWith(QStringLiteral("demo.nwpack was changed")));
}

void TestReadingModel::asksForMarkProbabilityAndGrade() {
    using text::CallGap;
    NodeCall call;
    QVERIFY((gapsOf(call) == std::vector{CallGap::Mark, CallGap::Probability, CallGap::Grade}));
    call.mark = PointLps{};
    call.probability = 0.0;
    QVERIFY((gapsOf(call) == std::vector{CallGap::Grade}));
    call.grade = Grade::G0;
    QVERIFY(gapsOf(call).empty());
}

void TestReadingModel::refusesImpossibleSizes() {
    using text::CallGap;
    NodeCall call = wholeCall();
    call.shortAxisMm = 21;
    call.longAxisMm = 14;
    QVERIFY((gapsOf(call) == std::vector{CallGap::AxisOrder}));
    call.longAxisMm = 140;
    QVERIFY((gapsOf(call) == std::vector{CallGap::AxisRange}));
    call.longAxisMm = 21.5;
    QVERIFY(gapsOf(call).empty());
}

void TestReadingModel::keepsReasonsOnlyWhereAnswered() {
    Desk desk;
    desk.open();
    NodeCall call = wholeCall();
    call.margin = Margin::Indistinct;
    setReason(call, Feature::Margin, true);
    setReason(call, Feature::Fat, true);
    QVERIFY(call.reasons == std::vector{Feature::Margin});
    call.margin.reset();
    desk.model.setDraft(call);
    QVERIFY(desk.model.draft().reasons.empty());
}

void TestReadingModel::firstStepOfTheProbabilityIsFifty() {
    QCOMPARE(steppedProbability(std::nullopt, 5), 0.5);
    QCOMPARE(steppedProbability(std::nullopt, -1), 0.5);
    QCOMPARE(steppedProbability(0.5, -5), 0.45);
    QCOMPARE(steppedProbability(0.98, 5), 1.0);
    QCOMPARE(steppedProbability(0.02, -5), 0.0);
}

void TestReadingModel::opensTheTruthOnlyAfterTheCallIsKept() {
    Desk desk;
    desk.open();
    desk.model.setDraft(wholeCall());
    QVERIFY(desk.services.requests.empty());
    desk.model.commit();
    const auto& steps = desk.services.steps;
    const auto kept = std::find(steps.begin(), steps.end(), "keep");
    const auto graded = std::find(steps.begin(), steps.end(), "grade");
    QVERIFY(kept != steps.end());
    QVERIFY(graded != steps.end());
    QVERIFY(kept < graded);
    QCOMPARE(desk.services.requests.size(), std::size_t(1));
    QCOMPARE(desk.model.state(), ReadingState::Reviewing);
    QVERIFY(desk.model.graded() != nullptr);
    QVERIFY(std::find(steps.begin(), steps.end(), "score") > graded);
    QVERIFY(desk.services.kept.back().answer.level == Level::IIb);
}

void TestReadingModel::sideAndLevelFollowFromTheCase() {
    Desk desk;
    desk.open();
    NodeCall call = wholeCall();
    call.side.reset();
    call.level.reset();
    desk.model.setDraft(call);
    desk.model.commit();
    QVERIFY(desk.services.kept.back().answer.side == Side::Left);
    QVERIFY(desk.services.kept.back().answer.level == Level::IIa);
}

void TestReadingModel::staysWhenTheCallCannotBeKept() {
    Desk desk;
    desk.open();
    desk.model.setDraft(wholeCall());
    desk.services.keepFails = ErrorCode::DiskFull;
    QSignalSpy refused(&desk.model, &ReadingModel::refused);
    desk.model.commit();
    QCOMPARE(refused.count(), 1);
    QCOMPARE(desk.model.state(), ReadingState::Calling);
    QVERIFY(desk.model.draft() == wholeCall());
    QVERIFY(desk.services.requests.empty());
    desk.services.keepFails.reset();
    desk.model.commit();
    QCOMPARE(desk.model.state(), ReadingState::Reviewing);
}

void TestReadingModel::goesOnWhenTheComparisonFails() {
    Desk desk;
    desk.open();
    desk.model.setDraft(wholeCall());
    desk.services.gradeFails = ErrorCode::FileNotFound;
    desk.model.commit();
    QCOMPARE(desk.model.state(), ReadingState::Ungraded);
    QCOMPARE(desk.services.kept.size(), std::size_t(1));
    desk.services.gradeFails.reset();
    desk.model.gradeAgain();
    QCOMPARE(desk.model.state(), ReadingState::Reviewing);
    QCOMPARE(desk.services.kept.size(), std::size_t(1));
}

void TestReadingModel::leadsThroughAllNodesToTheEnd() {
    Desk desk;
    desk.open();
    for (int node = 0; node < 2; ++node) {
        QCOMPARE(desk.model.currentNode(), node);
        QCOMPARE(desk.model.calledCount(), node);
        QVERIFY(desk.model.draft() == NodeCall{});
        desk.model.setDraft(wholeCall());
        desk.model.commit();
        QCOMPARE(desk.model.state(), ReadingState::Reviewing);
        desk.model.setDraft(NodeCall{});
        QVERIFY(desk.model.draft() == wholeCall());
        desk.model.next();
    }
    QCOMPARE(desk.model.state(), ReadingState::Finished);
    QCOMPARE(desk.services.steps.back(), std::string("finish"));
}

void TestReadingModel::sendsTheCaseAnswerWithTheLastNodeOnly() {
    Desk desk;
    desk.open();
    session::CaseAnswer answer;
    answer.nCategory = "N2";
    desk.model.setCaseAnswer(answer);
    desk.model.setDraft(wholeCall());
    desk.model.commit();
    QVERIFY(!desk.services.requests.back().caseAnswer);
    desk.model.next();
    desk.model.setDraft(wholeCall());
    desk.model.commit();
    QVERIFY(desk.services.requests.back().caseAnswer);
    QCOMPARE(desk.services.requests.back().caseAnswer->nCategory, std::string("N2"));
    QVERIFY(desk.services.kept.back().caseAnswer);
}

void TestReadingModel::savesDraftsBySelf() {
    Desk desk;
    desk.open();
    QSignalSpy saved(&desk.model, &ReadingModel::saved);
    desk.model.setDraft(wholeCall());
    QVERIFY(desk.services.drafts.empty());
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(desk.services.drafts.back().call == wholeCall());
    QVERIFY(desk.model.savedAt() == desk.clock.time);
    NodeCall more = wholeCall();
    more.necrosis = true;
    desk.model.setDraft(more);
    desk.model.close();
    QVERIFY(desk.services.drafts.back().call == more);
}

void TestReadingModel::takesUpAnUnfinishedReading() {
    Desk desk;
    progress::UnfinishedCase left;
    left.opened.session = session::SessionId("earlier");
    left.opened.ref = {PackId("pack"), "1", CaseId("case-27")};
    for (const auto& node : desk.services.record.nodes)
        left.opened.nodes.push_back({node.id, node.side, node.level});
    session::CallRecord record;
    record.id = session::CallId("kept-call");
    record.node = left.opened.nodes[0];
    record.answer = wholeCall();
    record.feedbackSeen = true;
    left.kept.push_back(record);
    progress::Draft draft;
    draft.node = NodeId("node-2");
    draft.call.margin = Margin::Smooth;
    draft.trace.seconds = 100;
    left.drafts.push_back(draft);
    desk.services.left = left;
    desk.open();
    QCOMPARE(desk.model.state(), ReadingState::Calling);
    QCOMPARE(desk.model.currentNode(), 1);
    QCOMPARE(desk.model.calledCount(), 1);
    QVERIFY(desk.model.draft().margin == Margin::Smooth);
    QCOMPARE(desk.model.elapsed().count(), 100);
    const auto& steps = desk.services.steps;
    QVERIFY(std::find(steps.begin(), steps.end(), "begin") == steps.end());
}

void TestReadingModel::countsOnlyTheTimeOnScreen() {
    Desk desk;
    desk.open();
    desk.clock.advance(std::chrono::seconds(30));
    desk.model.setPaused(true);
    desk.clock.advance(std::chrono::hours(8));
    desk.model.setPaused(false);
    desk.clock.advance(std::chrono::seconds(12));
    QCOMPARE(desk.model.elapsed().count(), 42);
    desk.model.noteView(-177, 31);
    desk.model.noteView(-174, 32);
    desk.model.noteView(-177, 31);
    desk.model.setDraft(wholeCall());
    desk.model.commit();
    const auto& trace = desk.services.kept.back().trace;
    QCOMPARE(trace.seconds, 42.0);
    QCOMPARE(trace.slicesSeen, 2);
    QCOMPARE(trace.image.value_or(0), 31);
}

void TestReadingModel::aClockSetBackTakesNoTimeAway() {
    Desk desk;
    desk.open();
    desk.clock.advance(std::chrono::seconds(30));
    desk.model.setPaused(true);
    desk.model.setPaused(false);
    desk.clock.advance(std::chrono::hours(-2));
    QCOMPARE(desk.model.elapsed().count(), 30);
    desk.model.setDraft(wholeCall());
    desk.model.commit();
    QCOMPARE(desk.services.kept.back().trace.seconds, 30.0);
}

void TestReadingModel::keepsWhereTheReaderLooked() {
    using session::PathPlane;
    using std::chrono::milliseconds;
    Desk desk;
    desk.open();
    const auto look = [&](PathPlane plane, double place, milliseconds time) {
        desk.model.notePlane(plane, place);
        desk.clock.advance(time);
    };
    look(PathPlane::Axial, -177, milliseconds(2000));
    look(PathPlane::Axial, -171, milliseconds(3000));
    look(PathPlane::Coronal, 12, milliseconds(1500));
    look(PathPlane::Coronal, 12, milliseconds(500));  // The same place goes on.
    desk.model.setPaused(true);
    desk.clock.advance(std::chrono::hours(8));
    desk.model.setPaused(false);
    desk.clock.advance(milliseconds(1000));
    look(PathPlane::Sagittal, 12, std::chrono::minutes(10));  // Gone for a coffee: a minute.
    look(PathPlane::Axial, -177, milliseconds(4000));
    look(PathPlane::Axial, -174, std::chrono::hours(-2));  // A clock set back is no look.
    desk.model.setDraft(wholeCall());
    desk.model.commit();
    const std::vector<session::ViewStep> expected{
        {PathPlane::Axial, -177, 2},   {PathPlane::Axial, -171, 3}, {PathPlane::Coronal, 12, 3},
        {PathPlane::Sagittal, 12, 60}, {PathPlane::Axial, -177, 4}, {PathPlane::Axial, -174, 0}};
    QVERIFY(desk.services.kept.back().trace.path == expected);
    // The feedback is no search.
    look(PathPlane::Axial, -100, milliseconds(2000));
    desk.model.next();
    look(PathPlane::Axial, -90, milliseconds(1000));
    desk.model.setDraft(wholeCall());
    desk.model.commit();
    const std::vector<session::ViewStep> second{{PathPlane::Axial, -90, 1}};
    QVERIFY(desk.services.kept.back().trace.path == second);
}

/// A stack that ran by at twenty pictures a second was on screen; a second run adds nothing.
void TestReadingModel::keepsWhatWasScrolledThroughOnce() {
    Desk desk;
    desk.open();
    const auto run = [&](std::chrono::milliseconds each) {
        for (int z = 0; z < 30; ++z) {
            desk.model.notePlane(session::PathPlane::Axial, z);
            desk.clock.advance(each);
        }
    };
    run(std::chrono::milliseconds(2));  // Faster than any screen.
    run(std::chrono::milliseconds(50));
    run(std::chrono::milliseconds(50));
    desk.model.notePlane(session::PathPlane::Axial, 7);
    desk.clock.advance(std::chrono::seconds(9));
    desk.model.setDraft(wholeCall());
    desk.model.commit();
    std::map<double, int> seen;
    double looked = 0;
    for (const auto& step : desk.services.kept.back().trace.path) {
        ++seen[step.positionMm];
        looked = std::max(looked, step.seconds);
    }
    QCOMPARE(seen.size(), std::size_t(30));
    QCOMPARE(seen[3], 1);
    QCOMPARE(seen[7], 2);  // Passed once, looked at once.
    QCOMPARE(looked, 9.0);
}

void TestReadingModel::showsASeriesWithoutACase() {
    Desk desk;
    desk.model.showSeries(tests::ballVolume(), QStringLiteral("Neck, soft tissue"));
    QCOMPARE(desk.model.state(), ReadingState::Viewing);
    QVERIFY(desk.model.volume() != nullptr);
    QVERIFY(!desk.model.canEdit());
    desk.model.setDraft(wholeCall());
    desk.model.commit();
    QVERIFY(desk.services.steps.empty());
}

void TestReadingModel::keepsAnObjection() {
    Desk desk;
    desk.open();
    desk.model.dispute(QStringLiteral("too early"));
    QVERIFY(desk.services.objections.empty());
    desk.model.setDraft(wholeCall());
    desk.model.commit();
    desk.model.dispute(QStringLiteral("  "));
    desk.model.dispute(QStringLiteral("The line is partial volume."));
    QVERIFY(desk.services.objections == std::vector<std::string>{"The line is partial volume."});
}

void TestReadingModel::reopensFeedback() {
    Desk desk;
    QSignalSpy ready(&desk.model, &ReadingModel::feedbackReady);
    desk.model.reviewCall(session::CallId("kept-call"));
    QCOMPARE(ready.count(), 1);
    QCOMPARE(desk.model.state(), ReadingState::Reviewing);
    QVERIFY(!desk.model.inReading());
    desk.services.gradeFails = ErrorCode::FileNotFound;
    desk.model.reviewCall(session::CallId("kept-call"));
    QCOMPARE(desk.model.state(), ReadingState::Failed);
}

QTEST_MAIN(TestReadingModel)
#include "tst_reading_model.moc"
