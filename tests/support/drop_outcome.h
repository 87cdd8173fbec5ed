/// drop_outcome.h: what came of files that were let go over the window.
#pragma once
#include "support/program.h"
#include <QTest>

namespace nodewise::tests {

/// "shown", "asked", "chosen" or the sentence that was told; empty = nothing.
inline QString outcomeOf(Program& program) {
    auto models = program.models();
    const auto asked = program.dialogs.asked.size();
    const auto told = program.dialogs.told.size();
    const bool done = QTest::qWaitFor(
        [&] {
            return models.measure.isOpen() || program.dialogs.told.size() > told ||
                   program.dialogs.asked.size() > asked ||
                   models.import.state() == models::ImportState::Choosing;
        },
        kLongWaitMs);
    if (!done)
        return {};
    if (program.dialogs.told.size() > told)
        return program.dialogs.told.back();
    if (models.measure.isOpen())
        return QStringLiteral("shown");
    return models.import.state() == models::ImportState::Choosing ? QStringLiteral("chosen")
                                                                  : QStringLiteral("asked");
}

/// Clicks once, as soon as it can be clicked.
inline bool clickSoon(Robot& robot, const QByteArray& name) {
    return QTest::qWaitFor([&] { return robot.click(name.constData()); }, kLongWaitMs);
}

}  // namespace nodewise::tests
