// Test, drill, pairs, meeting, atlas: on real widgets over a real store.
#include "support/accessibility.h"
#include "support/answer_files.h"
#include "support/find_child.h"
#include "support/store_services.h"
#include "ui/atlas/atlas_screen.h"
#include "ui/models/atlas_model.h"
#include "ui/models/drill_model.h"
#include "ui/models/group.h"
#include "ui/models/meeting_model.h"
#include "ui/models/next_draw.h"
#include "ui/models/pair_model.h"
#include "ui/models/rescoring.h"
#include "ui/models/test_model.h"
#include "ui/practice/meeting_screen.h"
#include "ui/practice/pair_screen.h"
#include "ui/practice/test_result_screen.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace nodewise;
using namespace nodewise::tests;
using models::ReadingState;

namespace {

struct Desk : ScreenModels {
    StoreServices desk{*this};
    models::ReadingModel reading{desk, jobs, store.clock};
    models::TestModel tests{learner, library, reading, desk, jobs};
    models::DrillModel drill{learner, library, reading};
    models::PairModel pairs{learner, library, desk, jobs};
    models::Group group{store.folder() / "group.sqlite", store.clock};
    models::MeetingModel meeting{group, learner, library, desk, jobs};
    models::AtlasModel atlas{learner, library, desk, jobs};
    /// Calls of `addCall` are always of version 1.0.0.
    explicit Desk(const char* version = "1.0.0") {
        shelf.pack.version = QLatin1String(version);
        loadPack();
        learner.refresh();
    }
    /// Calls the case that is open, as a reader would.
    void callIt(double probability = 0.8, Grade grade = Grade::G2) {
        QCOMPARE(reading.state(), ReadingState::Calling);
        reading.setDraft(finishedDraft(reading.draft(), probability, grade));
        store.clock.advance(std::chrono::seconds(70));
        reading.commit();
    }
};

/// The answers of one made-up reader on the second case.
QString answersOf(Desk& desk, const char* pseudonym, Grade grade, double probability) {
    return writeAnswerFile(
        desk, pseudonym,
        {{desk.shelf.pack.cases[1], finishedDraft({}, probability, grade), std::nullopt}});
}

}  // namespace

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
    void aPairIsChosenByKeyBeforeItsReference();
    void withoutCallsThereIsNoPair();
    void aMeetingShowsTheSpreadBeforeTheReference();
    void importingTwiceChangesNothing();
    void theAtlasSpendsACase();
    void theAtlasFindsByGradeOnlyWhatIsKnown();
    void aCaseOfARunningTestIsNotInTheAtlas();
    void aNewerTruthGivesANewResult();
    void anEqualTruthChangesNothing();
    void screensPassTheAccessibilityCheck();
};

void TestModes::initTestCase() {
    widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
}

void TestModes::aTestGivesNothingAwayUntilItsEnd() {
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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
    Desk desk;
    QCOMPARE(desk.tests.usableCases(), 6);
    QCOMPARE(desk.tests.start({3, 3, 2}, 1).error().code, ErrorCode::ValueOutOfRange);
    QVERIFY(desk.tests.start({1, 1, 1}, 1));
    QCOMPARE(desk.tests.start({1, 1, 1}, 1).error().code, ErrorCode::StepNotAllowed);
}

void TestModes::theSameSeedAsksTheSameCases() {
    const auto casesOf = [](std::uint64_t seed) {
        Desk desk;
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
    Desk desk;
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
    Desk desk;
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

void TestModes::aPairIsChosenByKeyBeforeItsReference() {
    Desk desk;
    desk.addCall(0, Grade::G0, Grade::G0, 0.1);
    desk.addCall(1, Grade::G2, Grade::G0, 0.2);
    desk.learner.refresh();
    practice::PairScreen screen(desk.pairs);
    screen.resize(1376, 900);
    screen.show();
    desk.pairs.next();
    QCOMPARE(desk.pairs.state(), models::PairState::Looking);
    QVERIFY(find<QLabel>(screen, "pairReference_1")->text().isEmpty());
    QVERIFY(desk.pairs.reference(0).isEmpty() && !desk.pairs.right());
    QVERIFY(!find<widgets::Button>(screen, "nextPairButton")->isEnabled());
    const bool secondPositive = session::referencePositive(*desk.pairs.call(1)->score);
    QTest::keyClick(&screen, secondPositive ? Qt::Key_2 : Qt::Key_1);
    QCOMPARE(desk.pairs.state(), models::PairState::Truth);
    QCOMPARE(desk.pairs.right(), std::optional(true));
    QVERIFY(!find<QLabel>(screen, "pairReference_1")->text().isEmpty());
    const auto kept = desk.store->pairs(desk.learner.profile());
    QCOMPARE(kept->size(), std::size_t(1));
    QCOMPARE(kept->front().compared.choseSecond, secondPositive);
    QTest::keyClick(&screen, Qt::Key_Return);
    QCOMPARE(desk.pairs.state(), models::PairState::Nothing);
    QVERIFY(desk.pairs.nothing().contains(QStringLiteral("compared")));
}

void TestModes::withoutCallsThereIsNoPair() {
    Desk desk;
    practice::PairScreen screen(desk.pairs);
    screen.show();
    desk.pairs.next();
    QCOMPARE(desk.pairs.state(), models::PairState::Nothing);
    QVERIFY(desk.pairs.nothing().contains(QStringLiteral("0 and 0")));
    QVERIFY(find<QWidget>(screen, "pairEmpty")->isVisible());
}

void TestModes::aMeetingShowsTheSpreadBeforeTheReference() {
    Desk desk;
    QVERIFY(desk.group.import({answersOf(desk, "amy", Grade::G1, 0.7),
                               answersOf(desk, "ben", Grade::G0, 0.2),
                               answersOf(desk, "cleo", Grade::G2, 0.9)}));
    practice::MeetingScreen screen(desk.meeting);
    screen.resize(1376, 900);
    screen.show();
    QCOMPARE(find<widgets::DataTable>(screen, "meetingNodes")->rows(), 1);
    desk.meeting.open(0);
    auto* calls = find<widgets::DataTable>(screen, "meetingCalls");
    auto* step = find<widgets::Button>(screen, "meetingStepButton");
    QCOMPARE(calls->rows(), 0);
    QVERIFY(!desk.meeting.truth());
    QTest::mouseClick(step, Qt::LeftButton);
    QCOMPARE(calls->rows(), 3);
    QVERIFY(find<QLabel>(screen, "meetingTruth")->text().isEmpty());
    // No hand, no vote.
    QTest::mouseClick(step, Qt::LeftButton);
    QCOMPARE(desk.meeting.meeting()->step(), session::MeetingStep::Spread);
    find<QSpinBox>(screen, "hands_G2")->setValue(3);
    QTest::mouseClick(step, Qt::LeftButton);
    QCOMPARE(desk.meeting.meeting()->step(), session::MeetingStep::Voted);
    QVERIFY(!desk.meeting.truth());
    QTest::mouseClick(step, Qt::LeftButton);
    QVERIFY(desk.meeting.truth());
    QCOMPARE(desk.meeting.truth()->grade, Grade::G2);
    QVERIFY2(find<QLabel>(screen, "meetingTruth")->text().contains(QStringLiteral("1.00")),
             qPrintable(find<QLabel>(screen, "meetingTruth")->text()));
    const auto activities = desk.store->activities(desk.learner.profile());
    const auto votes = desk.store->votes(activities->front().started.activity);
    QCOMPARE(votes->size(), std::size_t(1));
    QVERIFY((votes->front().before == std::array{1, 1, 1, 0}));
    QVERIFY((votes->front().after == std::array{0, 0, 3, 0}));
}

void TestModes::importingTwiceChangesNothing() {
    Desk desk;
    const QString file = answersOf(desk, "amy", Grade::G1, 0.7);
    QVERIFY(desk.group.import({file})->added > 0);
    QCOMPARE(desk.group.import({file})->added, std::size_t(0));
    QCOMPARE(desk.group.calls().size(), std::size_t(1));
    QCOMPARE(desk.group.readers()[0].pseudonym, std::string("amy"));
    QVERIFY(!desk.group.import({file, QStringLiteral("/nowhere.nwanswers")}));
    // Own progress is another file.
    QCOMPARE(desk.store->profiles()->size(), std::size_t(1));
}

void TestModes::theAtlasSpendsACase() {
    Desk desk;
    atlas::AtlasScreen screen(desk.atlas);
    screen.resize(1376, 900);
    screen.show();
    auto* rows = find<widgets::DataTable>(screen, "atlasCases");
    QCOMPARE(rows->rows(), 6);
    desk.atlas.choose(desk.atlas.rows()[1].where);
    QCOMPARE(desk.atlas.state(), models::AtlasState::Asking);
    QVERIFY(!desk.atlas.reference());
    QVERIFY(std::find_if(desk.desk.steps.begin(), desk.desk.steps.end(), [](const auto& step) {
                return step.starts_with("reference");
            }) == desk.desk.steps.end());
    QTest::mouseClick(find<widgets::Button>(screen, "spendButton"), Qt::LeftButton);
    QCOMPARE(desk.atlas.state(), models::AtlasState::Open);
    QVERIFY(desk.atlas.reference());
    QCOMPARE(find<widgets::DataTable>(screen, "atlasNodes")->rows(), 1);
    QCOMPARE(desk.store->spentCases(desk.learner.profile())->size(), std::size_t(1));
    QCOMPARE(desk.tests.usableCases(), 5);
    // Known now: it opens at once.
    desk.atlas.choose(desk.atlas.rows()[1].where);
    QCOMPARE(desk.atlas.state(), models::AtlasState::Open);
}

void TestModes::theAtlasFindsByGradeOnlyWhatIsKnown() {
    Desk desk;
    desk.atlas.setSearch(QStringLiteral("G2"));
    QVERIFY(desk.atlas.rows().empty());
    desk.addCall(1, Grade::G2, Grade::G2, 0.9);
    desk.learner.refresh();
    QCOMPARE(desk.atlas.rows().size(), std::size_t(1));
    desk.atlas.setSearch(QStringLiteral("glottis"));
    QCOMPARE(desk.atlas.rows().size(), std::size_t(3));
}

void TestModes::aCaseOfARunningTestIsNotInTheAtlas() {
    Desk desk;
    QVERIFY(desk.tests.start({1, 1, 1}, 9));
    QCOMPARE(desk.atlas.rows().size(), std::size_t(3));
}

void TestModes::aNewerTruthGivesANewResult() {
    Desk desk("2.0.0");
    // Scored G2 by version 1.0.0; this desk's truth of case 1 is G0.
    desk.addCall(0, Grade::G2, Grade::G2, 0.9);
    desk.learner.refresh();
    models::Rescoring rescoring(desk.learner, desk.library, desk.desk, desk.jobs);
    QSignalSpy told(&rescoring, &models::Rescoring::rescored);
    rescoring.check();
    QCOMPARE(told.count(), 1);
    QCOMPARE(told[0][0].toInt(), 1);
    const auto call = desk.learner.state().calls.front();
    QCOMPARE(call.rescoredWith, std::string("2.0.0"));
    QCOMPARE(call.score->gradeReference, Grade::G0);
    QCOMPARE(call.ref.packVersion, std::string("1.0.0"));
    // Once a version.
    rescoring.check();
    QCOMPARE(told.count(), 1);
}

void TestModes::anEqualTruthChangesNothing() {
    Desk desk("2.0.0");
    desk.addCall(1, Grade::G2, Grade::G2, 0.9);
    desk.learner.refresh();
    models::Rescoring rescoring(desk.learner, desk.library, desk.desk, desk.jobs);
    QSignalSpy told(&rescoring, &models::Rescoring::rescored);
    rescoring.check();
    QCOMPARE(told.count(), 0);
    QVERIFY(desk.learner.state().calls.front().rescoredWith.empty());
}

void TestModes::screensPassTheAccessibilityCheck() {
    Desk desk;
    desk.addCall(0, Grade::G0, Grade::G0, 0.1);
    desk.addCall(1, Grade::G2, Grade::G0, 0.2);
    desk.learner.refresh();
    desk.pairs.next();
    QVERIFY(desk.group.import(
        {answersOf(desk, "amy", Grade::G1, 0.7), answersOf(desk, "ben", Grade::G0, 0.2)}));
    std::vector<std::unique_ptr<QWidget>> screens;
    screens.push_back(std::make_unique<practice::PairScreen>(desk.pairs));
    screens.push_back(std::make_unique<practice::MeetingScreen>(desk.meeting));
    screens.push_back(std::make_unique<practice::TestResultScreen>(desk.tests));
    screens.push_back(std::make_unique<atlas::AtlasScreen>(desk.atlas));
    for (const auto& screen : screens) {
        screen->resize(1376, 900);
        screen->show();
        const QStringList faults = accessibilityFaults(screen.get());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
}

QTEST_MAIN(TestModes)
#include "tst_modes.moc"
