// Tests, drills and later results: on real widgets over a real store.
#include "support/find_child.h"
#include "support/mode_desk.h"
#include "ui/models/next_draw.h"
#include "ui/models/truth_changes.h"
#include "ui/practice/test_result_screen.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace nodewise;
using namespace nodewise::tests;
using models::ReadingState;

class TestModes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aTestGivesNothingAwayUntilItsEnd();
    void aTestGoesOnAfterARestart();
    void aSealedCallOpensNoFeedback();
    void theResultShowsEveryCall();
    void aTestNeedsUnreadCases();
    void theSameSeedAsksTheSameCases();
    void aDrillFollowsTheScheduleAndItsClock();
    void theDrawStopsAtTheCapAndKeepsTestCases();
    void importingTwiceChangesNothing();
    void aNewerTruthGivesANewResult();
    void anEqualTruthChangesNothing();
    void theGroupsAnswersGetNewResultsToo();
    void aReaderWithOtherTruthIsAddedLater();
};

void TestModes::initTestCase() {
    widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
}

void TestModes::aTestGivesNothingAwayUntilItsEnd() {
    ModeDesk desk;
    QSignalSpy ended(&desk.tests, &models::TestModel::ended);
    QVERIFY(desk.tests.start({1, 1, 1}, 7));
    desk.tests.goOn();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(ended.count(), 0);
        QCOMPARE(desk.reading.mode(), std::optional(session::Mode::Test));
        desk.callIt();
        QVERIFY(!desk.reading.graded());
        QVERIFY(std::find_if(desk.desk.steps.begin(), desk.desk.steps.end(), [](const auto& step) {
                    return step.starts_with("grade") || step.starts_with("reference");
                }) == desk.desk.steps.end());
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(!desk.tests.running());
    const auto results = desk.tests.results();
    QCOMPARE(results.size(), std::size_t(1));
    QCOMPARE(results[0].rows.size(), std::size_t(3));
    QVERIFY(results[0].graded);
    QVERIFY(!results[0].rows[0].reference.isEmpty());
    QCOMPARE(results[0].summary.scored, 3);
}

void TestModes::aTestGoesOnAfterARestart() {
    ModeDesk desk;
    QVERIFY(desk.tests.start({1, 1, 1}, 7));
    desk.tests.goOn();
    desk.callIt();
    QCoreApplication::processEvents();
    desk.reading.setDraft(finishedDraft(desk.reading.draft(), 0.33));
    const auto where = desk.reading.openedCase()->where;
    desk.reading.close();
    // The program ends here; another one begins on the same log.
    models::ReadingModel reading(desk.desk, desk.jobs, desk.store.clock);
    models::TestModel tests(desk.learner, desk.library, reading, desk.desk, desk.jobs);
    QVERIFY(tests.running());
    QCOMPARE(tests.running()->finishedCount(), std::size_t(1));
    QVERIFY(tests.wants(where));
    tests.goOn();
    QCOMPARE(reading.state(), ReadingState::Calling);
    QCOMPARE(reading.draft().probability, std::optional(0.33));
    QCOMPARE(reading.openedCase()->where, where);
}

void TestModes::aSealedCallOpensNoFeedback() {
    ModeDesk desk;
    QVERIFY(desk.tests.start({1, 1, 0}, 7));
    desk.tests.goOn();
    desk.callIt();
    const auto call = desk.store->calls(desk.learner.profile())->front().id;
    desk.reading.reviewCall(call);
    QCOMPARE(desk.reading.state(), ReadingState::Failed);
    QVERIFY(desk.reading.problem().contains(QStringLiteral("test")));
    QVERIFY(!desk.reading.graded());
}

void TestModes::theResultShowsEveryCall() {
    ModeDesk desk;
    practice::TestResultScreen screen(desk.tests);
    QVERIFY(desk.tests.start({1, 1, 1}, 3));
    desk.tests.goOn();
    for (int i = 0; i < 3; ++i) {
        desk.callIt(0.6, Grade::G1);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(!desk.tests.results().empty());
    screen.showResult(desk.tests.results()[0].activity);
    screen.resize(1376, 900);
    screen.show();
    auto* table = find<widgets::DataTable>(screen, "testTable");
    QCOMPARE(table->rows(), 3);
    QCOMPARE(table->text(0, 3), QStringLiteral("G1"));
    QVERIFY(table->copyText().contains(QLatin1Char('\t')));
    QSignalSpy review(&screen, &practice::TestResultScreen::reviewCallRequested);
    QTest::mouseClick(find<widgets::Button>(screen, "goThroughButton"), Qt::LeftButton);
    QCOMPARE(review.count(), 1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(review.count(), 2);
}

void TestModes::aTestNeedsUnreadCases() {
    ModeDesk desk;
    QCOMPARE(desk.tests.usableCases(), 6);
    QCOMPARE(desk.tests.start({3, 3, 2}, 1).error().code, ErrorCode::ValueOutOfRange);
    QVERIFY(desk.tests.start({1, 1, 1}, 1));
    QCOMPARE(desk.tests.start({1, 1, 1}, 1).error().code, ErrorCode::StepNotAllowed);
}

void TestModes::theSameSeedAsksTheSameCases() {
    const auto casesOf = [](std::uint64_t seed) {
        ModeDesk desk;
        if (!desk.tests.start({1, 1, 1}, seed))
            qFatal("start");
        return desk.tests.running()->test().cases;
    };
    QVERIFY(casesOf(11) == casesOf(11));
    int different = 0;
    for (std::uint64_t seed = 0; seed < 8; ++seed)
        different += casesOf(11) == casesOf(seed) ? 0 : 1;
    QVERIFY(different >= 6);
}

void TestModes::aDrillFollowsTheScheduleAndItsClock() {
    ModeDesk desk;
    QSignalSpy ended(&desk.drill, &models::DrillModel::ended);
    QVERIFY(desk.drill.isPossible());
    QVERIFY(desk.drill.start(2, std::chrono::seconds(60)));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(desk.reading.mode(), std::optional(session::Mode::Drill));
        QCOMPARE(desk.reading.timeLimit(), std::chrono::seconds(60));
        desk.callIt();
        QCOMPARE(desk.reading.state(), ReadingState::Reviewing);
        desk.reading.next();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(!desk.drill.isRunning());
    // 70 s each against a limit of 60.
    QVERIFY2(ended[0][0].toString().contains(QStringLiteral("2 over the time")),
             qPrintable(ended[0][0].toString()));
    QCOMPARE(desk.reading.timeLimit().count(), 0);
    QCOMPARE(desk.learner.state().counts.calls, 2);
}

void TestModes::theDrawStopsAtTheCapAndKeepsTestCases() {
    ModeDesk desk;
    desk.addCall(0, Grade::G1, Grade::G1, 0.9);
    QVERIFY(desk.learner.setDailyCap(1));
    desk.learner.refresh();
    const auto full = models::nextDraw(desk.learner, desk.library);
    QVERIFY(full && full->kind == schedule::DrawKind::DayIsFull);
    QVERIFY(desk.today.nextCard()->kicker.contains(QStringLiteral("today")));
    QVERIFY(desk.tests.start({1, 1, 1}, 5));
    const auto question = models::drawQuestion(desk.learner, desk.library);
    int kept = 0;
    for (const auto& offer : question.cases)
        kept += offer.spent ? 1 : 0;
    QCOMPARE(kept, 3);
}

void TestModes::importingTwiceChangesNothing() {
    ModeDesk desk;
    const QString file = answersOf(desk, "amy", Grade::G1, 0.7);
    QVERIFY(desk.group.import({file})->added > 0);
    QCOMPARE(desk.group.import({file})->added, std::size_t(0));
    QCOMPARE(desk.group.calls().size(), std::size_t(1));
    QCOMPARE(desk.group.readers()[0].pseudonym, std::string("amy"));
    QVERIFY(!desk.group.import({file, QStringLiteral("/nowhere.nwanswers")}));
    // Own progress is another file.
    QCOMPARE(desk.store->profiles()->size(), std::size_t(1));
}

void TestModes::aNewerTruthGivesANewResult() {
    ModeDesk desk("2.0.0");
    // Scored G2 by version 1.0.0; this desk's truth of case 1 is G0.
    desk.addCall(0, Grade::G2, Grade::G2, 0.9);
    desk.learner.refresh();
    models::Rescoring rescoring(*desk.store, desk.library, desk.desk, desk.jobs);
    const models::Rescoring::Calls own{desk.learner.profile(),
                                       [&desk] { return desk.learner.allCalls(); }};
    QSignalSpy told(&rescoring, &models::Rescoring::rescored);
    rescoring.check(own);
    QCOMPARE(told.count(), 1);
    QCOMPARE(told[0][0].toInt(), 1);
    desk.learner.refresh();
    const auto call = desk.learner.state().calls.front();
    QCOMPARE(call.rescoredWith, std::string("2.0.0"));
    QCOMPARE(call.score->gradeReference, Grade::G0);
    QCOMPARE(call.ref.packVersion, std::string("1.0.0"));
    // Once a version.
    rescoring.check(own);
    QCOMPARE(told.count(), 1);
}

void TestModes::anEqualTruthChangesNothing() {
    ModeDesk desk("2.0.0");
    desk.addCall(1, Grade::G2, Grade::G2, 0.9);
    desk.learner.refresh();
    models::Rescoring rescoring(*desk.store, desk.library, desk.desk, desk.jobs);
    const models::Rescoring::Calls own{desk.learner.profile(),
                                       [&desk] { return desk.learner.allCalls(); }};
    QSignalSpy told(&rescoring, &models::Rescoring::rescored);
    rescoring.check(own);
    QCOMPARE(told.count(), 0);
    desk.learner.refresh();
    QVERIFY(desk.learner.state().calls.front().rescoredWith.empty());
}

namespace {

/// The second case's reference is G2 now; this reader was scored against G0.
QString oldAnswersOf(ModeDesk& desk, const char* pseudonym) {
    return writeAnswerFile(desk, pseudonym,
                           {{desk.shelf.pack.cases[1], finishedDraft({}, 0.8, Grade::G2),
                             ScreenModels::scoreOf(Grade::G0, Grade::G2, 0.8, {})}});
}

models::TruthChanges::ServicesFor groupServices(ModeDesk& desk) {
    return [&desk](progress::ProgressStore& store) {
        return std::make_unique<StoreServices>(desk, &store);
    };
}

}  // namespace

void TestModes::theGroupsAnswersGetNewResultsToo() {
    ModeDesk desk("2.0.0");
    QVERIFY(desk.group.import({oldAnswersOf(desk, "amy"), oldAnswersOf(desk, "ben")}));
    models::TruthChanges changes(desk.learner, desk.group, desk.library, desk.desk,
                                 groupServices(desk), desk.jobs);
    QSignalSpy told(&changes, &models::TruthChanges::groupRescored);
    QSignalSpy own(&changes, &models::TruthChanges::ownRescored);
    changes.check();
    QCOMPARE(told.count(), 1);
    QCOMPARE(told[0][0].toInt(), 2);
    QCOMPARE(told[0][2].toString(), QStringLiteral("2.0.0"));
    QCOMPARE(own.count(), 0);
    QCOMPARE(desk.group.calls().size(), std::size_t(2));
    for (const auto& call : desk.group.calls()) {
        QCOMPARE(call.score->gradeReference, Grade::G2);
        QCOMPARE(call.rescoredWith, std::string("2.0.0"));
        QCOMPARE(call.ref.packVersion, std::string("1.0.0"));
    }
    // Once a version, and nothing of it in the learner's own file.
    changes.check();
    QCOMPARE(told.count(), 1);
    QCOMPARE(desk.learner.allCalls().size(), std::size_t(0));
}

void TestModes::aReaderWithOtherTruthIsAddedLater() {
    ModeDesk desk("2.0.0");
    models::TruthChanges changes(desk.learner, desk.group, desk.library, desk.desk,
                                 groupServices(desk), desk.jobs);
    QSignalSpy told(&changes, &models::TruthChanges::groupRescored);
    changes.check();
    const QString amy = oldAnswersOf(desk, "amy");
    QVERIFY(desk.group.import({amy}));
    QCOMPARE(told.count(), 1);
    QVERIFY(desk.group.import({amy}));
    QCOMPARE(told.count(), 1);
    QVERIFY(desk.group.import({oldAnswersOf(desk, "ben")}));
    QCOMPARE(told.count(), 2);
    QCOMPARE(told[1][0].toInt(), 1);
    for (const auto& call : desk.group.calls())
        QCOMPARE(call.rescoredWith, std::string("2.0.0"));
}

QTEST_MAIN(TestModes)
#include "tst_modes.moc"
