#include "support/accessibility.h"
#include "support/screen_models.h"
#include "ui/today/today_screen.h"
#include "ui/widgets/action_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/theme.h"
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace nodewise;
using nodewise::tests::ScreenModels;

Q_DECLARE_METATYPE(nodewise::models::CaseLocator)

class TestTodayScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void firstStartLeadsToTheEasiestCase();
    void nameCanBeSkippedOrGiven();
    void wrongExamDateIsRefusedWithASentence();
    void withoutACaseThereIsNothingToStart();
    void afterTheFirstCallThePageIsShown();
    void lastCallsOpenTheirFeedback();
    void continueCardTellsWhereTheReaderStood();
    void skillAppearsAfterTwentyNodes();
    void bothPagesPassTheAccessibilityCheck();

private:
    widgets::KeyboardFocus m_focus;
};

void TestTodayScreen::initTestCase() {
    QLocale::setDefault(QLocale::c());
    widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
    qApp->installEventFilter(&m_focus);
}

void TestTodayScreen::firstStartLeadsToTheEasiestCase() {
    ScreenModels models;
    models.loadPack();
    today::TodayScreen screen(models.today, models.thumbnails);
    screen.resize(1376, 900);
    screen.show();
    QCOMPARE(models.today.state(), models::TodayState::FirstStart);
    QSignalSpy opened(&screen, &today::TodayScreen::openCaseRequested);
    auto* start = screen.findChild<widgets::Button*>(QStringLiteral("startButton"));
    QVERIFY(start->isVisible() && start->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(opened.count(), 1);
    // Difficulties are 5 4 3 2 1 5: the fifth is the easiest.
    QCOMPARE(opened[0][0].value<models::CaseLocator>().id, CaseId("case-5"));
}

void TestTodayScreen::nameCanBeSkippedOrGiven() {
    ScreenModels models;
    models.loadPack();
    today::TodayScreen screen(models.today, models.thumbnails);
    screen.show();
    auto* start = screen.findChild<widgets::Button*>(QStringLiteral("startButton"));
    QTest::mouseClick(start, Qt::LeftButton);
    QVERIFY(models.learner.name().isEmpty());
    QVERIFY(!models.today.greeting().contains(QLatin1Char(',')));
    auto* name = screen.findChild<QLineEdit*>(QStringLiteral("nameField"));
    QTest::keyClicks(name, QStringLiteral("Mara"));
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(models.learner.name(), QStringLiteral("Mara"));
    QVERIFY(models.today.greeting().endsWith(QStringLiteral(", Mara")));
    QCOMPARE(models.store->profiles()->size(), std::size_t(1));
}

void TestTodayScreen::wrongExamDateIsRefusedWithASentence() {
    ScreenModels models;
    today::TodayScreen screen(models.today, models.thumbnails);
    screen.show();
    auto* exam = screen.findChild<QLineEdit*>(QStringLiteral("examField"));
    auto* problem = screen.findChild<QLabel*>(QStringLiteral("examProblem"));
    exam->setText(QStringLiteral("2027-02-31"));
    Q_EMIT exam->editingFinished();
    QVERIFY(problem->isVisible());
    QVERIFY(models.learner.examDate().isEmpty());
    exam->setText(QStringLiteral("2027-02-17"));
    Q_EMIT exam->editingFinished();
    QVERIFY(!problem->isVisible());
    QCOMPARE(models.learner.examDate(), QStringLiteral("2027-02-17"));
}

void TestTodayScreen::withoutACaseThereIsNothingToStart() {
    ScreenModels models;
    today::TodayScreen screen(models.today, models.thumbnails);
    screen.show();
    auto* start = screen.findChild<widgets::Button*>(QStringLiteral("startButton"));
    QVERIFY(!start->isEnabled());
    models.loadPack();
    QVERIFY(start->isEnabled());
}

void TestTodayScreen::afterTheFirstCallThePageIsShown() {
    ScreenModels models;
    models.loadPack();
    today::TodayScreen screen(models.today, models.thumbnails);
    screen.resize(1376, 900);
    screen.show();
    models.addCall(0, Grade::G3, Grade::G1, 0.72);
    models.learner.refresh();
    auto* greeting = screen.findChild<QLabel*>(QStringLiteral("greetingLabel"));
    QVERIFY(greeting->isVisible());
    QVERIFY(screen.findChild<widgets::Button*>(QStringLiteral("continueButton"))->isVisible());
    QVERIFY(models.today.dateLine().contains(QStringLiteral("1 node")));
}

void TestTodayScreen::lastCallsOpenTheirFeedback() {
    ScreenModels models;
    models.loadPack();
    for (int i = 0; i < 6; ++i)
        models.addCall(i, Grade::G1, i == 5 ? Grade::G1 : Grade::G0, 0.3);
    models.learner.refresh();
    today::TodayScreen screen(models.today, models.thumbnails);
    screen.resize(1376, 900);
    screen.show();
    QSignalSpy review(&screen, &today::TodayScreen::reviewCallRequested);
    auto* newest = screen.findChild<widgets::ActionRow*>(QStringLiteral("lastCall_0"));
    QVERIFY(newest);
    QCOMPARE(newest->text(), QStringLiteral("Left Ib, case 6"));
    QVERIFY(newest->accessibleName().contains(QStringLiteral("reference G1")));
    QCOMPARE(newest->accessibleDescription(), QStringLiteral("agrees"));
    QVERIFY(!screen.findChild<widgets::ActionRow*>(QStringLiteral("lastCall_5")));
    QTest::mouseClick(newest, Qt::LeftButton);
    QCOMPARE(review.count(), 1);
    QCOMPARE(review[0][0].value<session::CallId>(), models.learner.state().calls.front().id);
}

void TestTodayScreen::continueCardTellsWhereTheReaderStood() {
    ScreenModels models;
    models.loadPack();
    session::CaseOpened opened;
    opened.session = session::SessionId(newUuid());
    opened.ref = {PackId("pack"), "1.0.0", CaseId("case-2")};
    opened.caseTitle = "Title 2";
    opened.nodes = {{NodeId("node-1"), Side::Left, Level::IIa},
                    {NodeId("node-2"), Side::Left, Level::III}};
    ScreenModels::check(models.store->openCase(models.learner.profile(), opened));
    session::NodeCallCommitted call;
    call.session = opened.session;
    call.call = session::CallId(newUuid());
    call.node = NodeId("node-1");
    call.answer.probability = 0.4;
    call.answer.grade = Grade::G0;
    call.trace.image = 31;
    call.trace.seconds = 240;
    ScreenModels::check(models.store->commitNodeCall(models.learner.profile(), call));
    models.learner.refresh();
    const auto card = models.today.nextCard();
    QVERIFY(card && card->unfinished);
    QCOMPARE(card->title, QStringLiteral("Case 2, node 2 of 2"));
    QCOMPARE(card->where.id, CaseId("case-2"));
    const QString standing = card->standing.join(QLatin1Char(' '));
    QVERIFY(standing.contains(QStringLiteral("image 31")));
    today::TodayScreen screen(models.today, models.thumbnails);
    screen.show();
    QSignalSpy went(&screen, &today::TodayScreen::openCaseRequested);
    QTest::mouseClick(screen.findChild<widgets::Button*>(QStringLiteral("continueButton")),
                      Qt::LeftButton);
    QCOMPARE(went.count(), 1);
}

void TestTodayScreen::skillAppearsAfterTwentyNodes() {
    ScreenModels models;
    models.loadPack();
    for (int i = 0; i < 19; ++i)
        models.addCall(i % 6, i % 2 ? Grade::G1 : Grade::G0, Grade::G0, i % 2 ? 0.8 : 0.2);
    models.learner.refresh();
    QVERIFY(!models.today.summary().skill.value);
    QVERIFY(models.today.missingFigures().contains(QStringLiteral("19 so far")));
    models.addCall(1, Grade::G1, Grade::G1, 0.8);
    models.learner.refresh();
    QVERIFY(models.today.summary().skill.value);
    // Brier 0.04 against 0.5 * 0.5 of the base rate: 1 - 0.04 / 0.25.
    QVERIFY(std::abs(*models.today.summary().skill.value - 0.84) < 1e-9);
}

void TestTodayScreen::bothPagesPassTheAccessibilityCheck() {
    ScreenModels models;
    models.loadPack();
    today::TodayScreen screen(models.today, models.thumbnails);
    screen.resize(1376, 900);
    screen.show();
    for (int round = 0; round < 2; ++round) {
        const QStringList faults = tests::accessibilityFaults(&screen);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        const QStringList missed = tests::notReachedByTab(&screen);
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
        models.addCall(0, Grade::G3, Grade::G1, 0.72);
        models.learner.refresh();
    }
}

QTEST_MAIN(TestTodayScreen)
#include "tst_today_screen.moc"
