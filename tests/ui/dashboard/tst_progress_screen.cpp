#include "support/accessibility.h"
#include "support/screen_models.h"
#include "ui/dashboard/chart_cell.h"
#include "ui/dashboard/progress_screen.h"
#include "ui/widgets/action_row.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/theme.h"
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace nodewise;
using nodewise::tests::ScreenModels;

class TestProgressScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void emptyStateSaysWhatIsMissing();
    void figuresSayWhatIsMissingBeforeTheyAreShown();
    void figuresOfTwentyNodes();
    void confidentMissesOpenTheirFeedback();
    void confusionSpeaksReferenceAndCall();
    void confusionNoteNamesTheLargestError();
    void passesTheAccessibilityCheck();

private:
    static void addTwenty(ScreenModels& models);
    widgets::KeyboardFocus m_focus;
};

void TestProgressScreen::initTestCase() {
    QLocale::setDefault(QLocale::c());
    widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
    qApp->installEventFilter(&m_focus);
}

/// Ten G0 called G0 at 20 %, six G1 called G1 at 80 %, four G3 called G1 at 10 %.
void TestProgressScreen::addTwenty(ScreenModels& models) {
    for (int i = 0; i < 10; ++i)
        models.addCall(i % 6, Grade::G0, Grade::G0, 0.2);
    for (int i = 0; i < 6; ++i)
        models.addCall(i % 6, Grade::G1, Grade::G1, 0.8);
    for (int i = 0; i < 4; ++i)
        models.addCall(i % 6, Grade::G3, Grade::G1, 0.1, {TraineeError::E16});
    models.learner.refresh();
}

void TestProgressScreen::emptyStateSaysWhatIsMissing() {
    ScreenModels models;
    models.loadPack();
    dashboard::ProgressScreen screen(models.progress, models.thumbnails);
    screen.resize(1376, 900);
    screen.show();
    auto* empty = screen.findChild<widgets::EmptyState*>(QStringLiteral("progressEmpty"));
    QVERIFY(empty->isVisible());
    QSignalSpy read(&screen, &dashboard::ProgressScreen::readRequested);
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(read.count(), 1);
}

void TestProgressScreen::figuresSayWhatIsMissingBeforeTheyAreShown() {
    ScreenModels models;
    models.loadPack();
    models.addCall(0, Grade::G1, Grade::G1, 0.7);
    models.learner.refresh();
    const auto figures = models.progress.figures();
    QCOMPARE(figures.size(), std::size_t(5));
    QCOMPARE(figures[0].value, QStringLiteral("–"));
    QCOMPARE(figures[0].interval, QStringLiteral("after 20 scored nodes: 1 so far"));
    QCOMPARE(figures[1].interval,
             QStringLiteral("after 10 positive and 10 negative nodes: 1 and 0 so far"));
    QCOMPARE(figures[2].value, QStringLiteral("–"));
    QCOMPARE(figures[3].value, QStringLiteral("0 of 1"));
    QCOMPARE(figures[4].value, QStringLiteral("–"));
}

void TestProgressScreen::figuresOfTwentyNodes() {
    ScreenModels models;
    models.loadPack();
    addTwenty(models);
    const auto figures = models.progress.figures();
    // Brier (16 * 0.04 + 4 * 0.81) / 20 = 0.194; base rate 0.25: skill 0.224.
    QCOMPARE(figures[0].value, QStringLiteral("+0.22"));
    QVERIFY(figures[0].interval.contains(QStringLiteral(" to ")));
    // AUC: six of ten positives above all negatives, four below all: 0.6.
    QCOMPARE(figures[1].value, QStringLiteral("0.60"));
    QVERIFY(figures[2].value != QStringLiteral("–"));
}

void TestProgressScreen::confidentMissesOpenTheirFeedback() {
    ScreenModels models;
    models.loadPack();
    addTwenty(models);
    dashboard::ProgressScreen screen(models.progress, models.thumbnails);
    screen.resize(1376, 900);
    screen.show();
    auto* row = screen.findChild<widgets::ActionRow*>(QStringLiteral("miss_0"));
    QVERIFY(row && row->isVisible());
    QVERIFY(row->accessibleDescription().contains(QStringLiteral("reference G3")));
    QVERIFY(!screen.findChild<widgets::ActionRow*>(QStringLiteral("miss_4")));
    QSignalSpy review(&screen, &dashboard::ProgressScreen::reviewCallRequested);
    QTest::keyClick(row, Qt::Key_Space);
    QCOMPARE(review.count(), 1);
}

void TestProgressScreen::confusionSpeaksReferenceAndCall() {
    ScreenModels models;
    models.loadPack();
    addTwenty(models);
    dashboard::ProgressScreen screen(models.progress, models.thumbnails);
    screen.resize(1376, 900);
    screen.show();
    auto* cell = screen.findChild<dashboard::ChartCell*>(QStringLiteral("gradeChart"));
    for (int i = 0; i < 14; ++i)
        QTest::keyClick(cell->view(), Qt::Key_Right);
    // The fourteenth cell, row by row: reference G3, called G1.
    QVERIFY2(cell->view()->spoken().startsWith(QStringLiteral("Reference G3, called G1: 4")),
             qPrintable(cell->view()->spoken()));
}

void TestProgressScreen::confusionNoteNamesTheLargestError() {
    ScreenModels models;
    models.loadPack();
    QVERIFY(models.progress.confusionNote().isEmpty());
    addTwenty(models);
    QVERIFY(models.progress.confusionNote().startsWith(QStringLiteral("G3 called G1 4")));
}

void TestProgressScreen::passesTheAccessibilityCheck() {
    ScreenModels models;
    models.loadPack();
    addTwenty(models);
    dashboard::ProgressScreen screen(models.progress, models.thumbnails);
    screen.resize(1376, 900);
    screen.show();
    const QStringList faults = tests::accessibilityFaults(&screen);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    const QStringList missed = tests::notReachedByTab(&screen);
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestProgressScreen)
#include "tst_progress_screen.moc"
