/// screen_round.h: brings up every screen of the real window, one after the other.
#pragma once
#include "support/keyboard_reader.h"

namespace nodewise::tests {

/// Calls `look(name)` on every screen and state there is: first start, empty screens, a case being
/// called, its feedback, the end of a case, the path of its search, and the places with something
/// in them. The program must be started and fresh, with the demo pack. False when a screen did not
/// come up.
template <class Look>
[[nodiscard]] bool goRoundScreens(Program& program, Look look) {
    Robot robot = program.robot();
    const auto show = [&](const char* name) {
        QCoreApplication::processEvents();  // Layouts of new texts wait for this.
        look(name);
    };
    const auto place = [&](int key, const char* page, const char* name) {
        robot.press(key, Qt::ControlModifier);
        if (!program.waitForPage(page))
            return false;
        show(name);
        return true;
    };
    if (!place(Qt::Key_2, "cases", "cases, all new") || !place(Qt::Key_1, "today", "first start") ||
        !place(Qt::Key_3, "read", "read, empty") ||
        !place(Qt::Key_4, "progress", "progress, empty") ||
        !place(Qt::Key_5, "measure", "measure, empty") || !place(Qt::Key_6, "atlas", "atlas") ||
        !place(Qt::Key_7, "settings", "settings"))
        return false;

    // The second case of the pack asks about two nodes.
    program.workspace().openCase(program.models().library.entries()[1].where);
    if (!program.waitForReading(models::ReadingState::Calling) || !program.waitForPage("read"))
        return false;
    show("read, nothing answered");
    KeyboardReader reader(program);
    reader.answer(1);
    show("read, answered");
    robot.press(Qt::Key_Return);
    if (!program.waitForReading(models::ReadingState::Reviewing) ||
        !program.waitForPage("feedback"))
        return false;
    show("feedback");
    robot.press(Qt::Key_Return);
    if (!reader.callPresentNode(0))
        return false;
    show("feedback, last node");
    robot.press(Qt::Key_Return);
    if (!program.waitForReading(models::ReadingState::Finished))
        return false;
    show("read, finished");
    // How the node was searched, as the result of a test leads to it.
    const auto& calls = program.models().learner.state().calls;
    if (calls.empty())
        return false;
    program.models().replay.open(calls.front().id);
    if (!QTest::qWaitFor([&] { return program.models().replay.replay().has_value(); }, kLongWaitMs))
        return false;
    program.window().goTo(QStringLiteral("replay"));
    show("search path");
    return place(Qt::Key_1, "today", "today") && place(Qt::Key_2, "cases", "cases") &&
           place(Qt::Key_4, "progress", "progress");
}

}  // namespace nodewise::tests
