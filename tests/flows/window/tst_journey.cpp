// From an empty start to three graded calls, by keyboard alone, and back again the next day.
#include "progress/progress_store.h"
#include "support/keyboard_reader.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/mark_row.h"
#include <QElapsedTimer>
#include <QLabel>
#include <QRegularExpression>
#include <QtTest>

using namespace nodewise;
using models::ReadingState;
using tests::KeyboardReader;
using tests::kLongWaitMs;
using tests::Program;
using tests::Robot;

namespace {

const QString kDemoPack = QStringLiteral(NODEWISE_DEMO_PACK);

/// Everything a widget says in words, to the eye or to a screen reader.
QStringList wordsOf(const QWidget* widget) {
    QStringList words{widget->toolTip(), widget->whatsThis(), widget->statusTip(),
                      widget->accessibleName(), widget->accessibleDescription()};
    for (const char* property : {"text", "title", "placeholderText"})
        words << widget->property(property).toString();
    return words;
}

bool isInside(const QWidget* widget, const char* name) {
    for (; widget; widget = widget->parentWidget())
        if (widget->objectName() == QLatin1String(name))
            return true;
    return false;
}

/// Six rows, each with its name, what was given and what the reference says.
void checkSixMarks(Program& program) {
    const auto rows = program.window().findChildren<widgets::MarkRow*>();
    QCOMPARE(rows.size(), 6);
    for (const auto* row : rows) {
        const auto& mark = row->contents();
        QVERIFY2(row->isVisible(), qPrintable(row->objectName()));
        QVERIFY2(!mark.name.isEmpty(), qPrintable(row->objectName()));
        QVERIFY2(!mark.you.isEmpty(), qPrintable(row->objectName()));
        QVERIFY2(!mark.reference.isEmpty(), qPrintable(row->objectName()));
        QVERIFY2(!mark.sentence.isEmpty(), qPrintable(row->objectName()));
    }
}

}  // namespace

class TestJourney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void threeCallsByKeyboardAreThereTheNextDay();
    void aNewcomerReachesAGradedCallWithinAMinute();
    void nothingOfTheReferenceIsThereBeforeTheCall();
    void aReadingLeftOpenIsTakenUpAgain();
    void endsCleanlyWhileWorkIsRunning();

private:
    void readFromToday(Program& program, int grade);
    void checkStore(Program& program);
    void checkScreens(Program& program);
};

/// Goes to Today, starts what it offers and calls every node of that case.
void TestJourney::readFromToday(Program& program, int grade) {
    Robot robot = program.robot();
    KeyboardReader reader(program);
    robot.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(program.waitForPage("today"));
    QTRY_VERIFY(robot.sees("continueButton") || robot.sees("startButton"));
    robot.press(Qt::Key_Return);
    QVERIFY(program.waitForReading(ReadingState::Calling));
    const int nodes = static_cast<int>(program.models().reading.nodes().size());
    for (int node = 0; node < nodes; ++node) {
        QCOMPARE(program.window().currentPage(), QStringLiteral("read"));
        QVERIFY(reader.callPresentNode(grade));
        checkSixMarks(program);
        QCOMPARE(program.window()
                     .findChild<widgets::MarkRow*>(QStringLiteral("mark_detection"))
                     ->contents()
                     .kind,
                 std::optional(widgets::MarkKind::Agrees));
        robot.press(Qt::Key_Return);
    }
    QCOMPARE(program.reading(), ReadingState::Finished);
    QVERIFY(robot.sees("readEmpty"));
}

void TestJourney::threeCallsByKeyboardAreThereTheNextDay() {
    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    QVERIFY(robot.sees("firstStartPage"));
    QVERIFY(!robot.find("startButton")->isEnabled());
    QCOMPARE(program.models().cases.totalCount(), 0);

    program.dialogs.file = kDemoPack;
    robot.press(Qt::Key_O, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(program.models().cases.totalCount(), 3, kLongWaitMs);
    QCOMPARE(program.dialogs.asked.size(), 1);
    QTRY_VERIFY(robot.find("startButton")->isEnabled());

    while (program.models().learner.state().counts.calls < 3) {
        const int before = program.models().learner.state().counts.calls;
        readFromToday(program, before == 0 ? 0 : 1);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(program.models().learner.state().counts.calls > before);
    }
    program.end();
    checkStore(program);
    QVERIFY(program.start());
    checkScreens(program);
}

/// Exactly three calls, all graded, and a whole database.
void TestJourney::checkStore(Program& program) {
    auto store = progress::ProgressStore::open(program.paths.database, program.clock());
    QVERIFY(store.has_value());
    const auto profiles = store->profiles();
    QVERIFY(profiles && profiles->size() == 1);
    const auto calls = store->calls(profiles->front().id);
    QVERIFY(calls.has_value());
    QCOMPARE(calls->size(), std::size_t(3));
    for (const auto& call : *calls) {
        QVERIFY(call.score.has_value());
        QVERIFY(call.feedbackSeen);
        QVERIFY(call.answer.mark && call.answer.probability && call.answer.grade);
        QVERIFY(call.score->brier.has_value());
        QVERIFY(call.score->marks.size() >= 5);
    }
    QVERIFY(store->checkIntegrity().has_value());
    const auto unfinished = store->unfinishedCase(profiles->front().id);
    QVERIFY(unfinished && !unfinished->has_value());
}

void TestJourney::checkScreens(Program& program) {
    Robot robot = program.robot();
    QTRY_VERIFY(robot.sees("todayPage"));
    for (const char* row : {"lastCall_0", "lastCall_1", "lastCall_2"}) {
        QVERIFY2(robot.sees(row), row);
        QVERIFY2(!robot.find(row)->accessibleName().isEmpty(), row);
    }
    QVERIFY(!robot.sees("lastCall_3"));
    // Two of the three cases of the pack are read: one with one node, one with two.
    int done = 0;
    for (const auto& entry : program.models().library.entries())
        done += program.models().cases.progressOf(entry) == models::CaseProgress::Done;
    QCOMPARE(done, 2);
    robot.press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(program.waitForPage("progress"));
    QVERIFY(robot.sees("progressFigures"));
    QVERIFY2(program.models().progress.headline().startsWith(QStringLiteral("3 scored nodes")),
             qPrintable(program.models().progress.headline()));
    // A call of yesterday opens with its whole feedback again.
    robot.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(robot.click("lastCall_0"));
    QVERIFY(program.waitForPage("feedback"));
    checkSixMarks(program);
    robot.press(Qt::Key_Return);
    QVERIFY(program.waitForPage("today"));
}

// The limit of 60 s is what is promised to a newcomer, from the start of the program on.
void TestJourney::aNewcomerReachesAGradedCallWithinAMinute() {
    QElapsedTimer timer;
    timer.start();
    Program program({kDemoPack});
    QVERIFY(program.start());
    Robot robot = program.robot();
    QVERIFY(robot.sees("firstStartPage"));
    QTRY_VERIFY_WITH_TIMEOUT(robot.find("startButton")->isEnabled(), kLongWaitMs);
    QVERIFY(robot.click("startButton"));
    QVERIFY(program.waitForReading(ReadingState::Calling));
    QVERIFY(KeyboardReader(program).callPresentNode(0));
    checkSixMarks(program);
    const auto passed = timer.elapsed();
    QTest::setBenchmarkResult(static_cast<qreal>(passed), QTest::WalltimeMilliseconds);
    QVERIFY2(passed < 60000 * tests::kSlower, qPrintable(QStringLiteral("%1 ms").arg(passed)));
}

void TestJourney::nothingOfTheReferenceIsThereBeforeTheCall() {
    Program program({kDemoPack});
    QVERIFY(program.start());
    Robot robot = program.robot();
    static const QRegularExpression grade(QStringLiteral("\\bG[0-3]\\b|\\bi?ENE ?[+-]"));
    for (const auto& entry : program.models().library.entries()) {
        program.workspace().openCase(entry.where);
        QVERIFY(program.waitForReading(ReadingState::Calling));
        QVERIFY(program.models().reading.graded() == nullptr);
        const auto& overlays = program.viewer().overlays();
        QVERIFY(overlays.lines.empty() && overlays.labels.empty() && overlays.surfaces.empty());
        QVERIFY(program.viewer().marks().empty());
        for (const QWidget* widget : program.window().findChildren<QWidget*>()) {
            // The question itself names the grades.
            if (isInside(widget, "gradeChoice") || isInside(widget, "ownGrade") ||
                isInside(widget, "keySheet") || isInside(widget, "meetingHands"))
                continue;
            for (const QString& words : wordsOf(widget))
                QVERIFY2(!words.contains(grade),
                         qPrintable(widget->objectName() + QStringLiteral(": ") + words));
        }
        for (const auto* row : program.window().findChildren<widgets::MarkRow*>())
            QVERIFY(row->contents().reference.isEmpty());
        robot.press(Qt::Key_2, Qt::ControlModifier);
        const auto& cases = program.models().cases;
        for (int row = 0; row < cases.rowCount(); ++row)
            for (int role = 0; role <= models::CasesModel::PictureRole; ++role)
                QVERIFY(!cases.data(cases.index(row), role).toString().contains(grade));
    }
}

void TestJourney::aReadingLeftOpenIsTakenUpAgain() {
    Program program({kDemoPack});
    QVERIFY(program.start());
    program.workspace().openCase(program.models().library.entries().back().where);
    QVERIFY(program.waitForReading(ReadingState::Calling));
    KeyboardReader(program).answer(1);
    const NodeCall draft = program.models().reading.draft();
    QVERIFY(draft.grade == Grade::G1 && draft.mark);
    program.end();
    QVERIFY(program.start());
    QCOMPARE(program.models().learner.state().counts.calls, 0);
    Robot robot = program.robot();
    QTRY_VERIFY(robot.sees("continueButton"));
    robot.press(Qt::Key_Return);
    QVERIFY(program.waitForReading(ReadingState::Calling));
    QVERIFY(program.models().reading.draft() == draft);
    QCOMPARE(program.viewer().marks().size(), std::size_t(1));
}

// Packs are being read, pictures drawn and a case opened when the window is closed.
void TestJourney::endsCleanlyWhileWorkIsRunning() {
    for (int round = 0; round < 3; ++round) {
        Program program({kDemoPack});
        QVERIFY(program.start());
        program.workspace().openPaths({kDemoPack});
        program.workspace().openCase(program.models().library.entries().front().where);
        QCOMPARE(program.reading(), ReadingState::Opening);
        program.end();
        QCoreApplication::processEvents();
    }
}

QTEST_MAIN(TestJourney)
#include "tst_journey.moc"
