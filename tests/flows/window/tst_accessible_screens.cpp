// Every screen of the real window owes the keyboard and the screen reader the same.
#include "support/accessibility.h"
#include "support/screen_round.h"
#include <QtTest>

using namespace nodewise;
using tests::Program;
using tests::Robot;

namespace {

/// How many regions F6 meets before it is back where it began; 0 when it never is.
int regionsRound(Program& program, Qt::KeyboardModifiers modifiers) {
    Robot robot = program.robot();
    robot.press(Qt::Key_F6, modifiers);
    const QWidget* first = QApplication::focusWidget();
    for (int presses = 1; first && presses <= 20; ++presses) {
        robot.press(Qt::Key_F6, modifiers);
        if (QApplication::focusWidget() == first)
            return presses;
    }
    return 0;
}

}  // namespace

class TestAccessibleScreens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachControlHasANameAndAPlaceInTheTabOrder();
    void functionKeySixGoesRoundEachScreen();
};

void TestAccessibleScreens::eachControlHasANameAndAPlaceInTheTabOrder() {
    Program program({QStringLiteral(NODEWISE_DEMO_PACK)});
    QVERIFY(program.start());
    QStringList faults;
    int screens = 0;
    QVERIFY(tests::goRoundScreens(program, [&](const char* name) {
        ++screens;
        QWidget* window = &program.window();
        for (const QString& fault :
             tests::accessibilityFaults(window) + tests::notReachedByTab(window))
            faults << QLatin1String(name) + QStringLiteral(": ") + fault;
    }));
    QVERIFY(screens >= 12);
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestAccessibleScreens::functionKeySixGoesRoundEachScreen() {
    Program program({QStringLiteral(NODEWISE_DEMO_PACK)});
    QVERIFY(program.start());
    QStringList faults;
    QVERIFY(tests::goRoundScreens(program, [&](const char* name) {
        const int forth = regionsRound(program, Qt::NoModifier);
        const int back = regionsRound(program, Qt::ShiftModifier);
        // The rail and at least one region of the screen; the same number both ways.
        if (forth < 2 || forth != back)
            faults << QStringLiteral("%1: %2 on, %3 back")
                          .arg(QLatin1String(name))
                          .arg(forth)
                          .arg(back);
    }));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestAccessibleScreens)
#include "tst_accessible_screens.moc"
