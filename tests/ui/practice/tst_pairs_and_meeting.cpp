// Pairs, the meeting and the atlas: on real widgets over a real store.
#include "support/accessibility.h"
#include "support/find_child.h"
#include "support/mode_desk.h"
#include "ui/atlas/atlas_screen.h"
#include "ui/practice/meeting_screen.h"
#include "ui/practice/pair_screen.h"
#include "ui/practice/test_result_screen.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace nodewise;
using namespace nodewise::tests;

class TestPairsAndMeeting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::applyTheme(*qApp, widgets::ThemeKind::Reading); }
    void aPairIsChosenByKeyBeforeItsReference();
    void withoutCallsThereIsNoPair();
    void aMeetingShowsTheSpreadBeforeTheReference();
    void theAtlasSpendsACase();
    void theAtlasFindsByGradeOnlyWhatIsKnown();
    void aCaseOfARunningTestIsNotInTheAtlas();
    void screensPassTheAccessibilityCheck();
};

void TestPairsAndMeeting::aPairIsChosenByKeyBeforeItsReference() {
    ModeDesk desk;
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

void TestPairsAndMeeting::withoutCallsThereIsNoPair() {
    ModeDesk desk;
    practice::PairScreen screen(desk.pairs);
    screen.show();
    desk.pairs.next();
    QCOMPARE(desk.pairs.state(), models::PairState::Nothing);
    QVERIFY(desk.pairs.nothing().contains(QStringLiteral("0 and 0")));
    QVERIFY(find<QWidget>(screen, "pairEmpty")->isVisible());
}

void TestPairsAndMeeting::aMeetingShowsTheSpreadBeforeTheReference() {
    ModeDesk desk;
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

void TestPairsAndMeeting::theAtlasSpendsACase() {
    ModeDesk desk;
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

void TestPairsAndMeeting::theAtlasFindsByGradeOnlyWhatIsKnown() {
    ModeDesk desk;
    desk.atlas.setSearch(QStringLiteral("G2"));
    QVERIFY(desk.atlas.rows().empty());
    desk.addCall(1, Grade::G2, Grade::G2, 0.9);
    desk.learner.refresh();
    QCOMPARE(desk.atlas.rows().size(), std::size_t(1));
    desk.atlas.setSearch(QStringLiteral("glottis"));
    QCOMPARE(desk.atlas.rows().size(), std::size_t(3));
}

void TestPairsAndMeeting::aCaseOfARunningTestIsNotInTheAtlas() {
    ModeDesk desk;
    QVERIFY(desk.tests.start({1, 1, 1}, 9));
    QCOMPARE(desk.atlas.rows().size(), std::size_t(3));
}

void TestPairsAndMeeting::screensPassTheAccessibilityCheck() {
    ModeDesk desk;
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

QTEST_MAIN(TestPairsAndMeeting)
#include "tst_pairs_and_meeting.moc"
