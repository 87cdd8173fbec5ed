/// keyboard_reader.h: reads and calls nodes in the real window without ever touching the mouse.
#pragma once
#include "casepack/truth.h"
#include "support/program.h"
#include <cmath>

namespace nodewise::tests {

/// Where a pack's reference has its nodes, for a reader who has learnt to find them. Nothing when
/// pack, case or node are not there.
[[nodiscard]] inline std::optional<PointLps> placeOfNode(const std::filesystem::path& packFile,
                                                         const CaseId& id, const NodeId& node) {
    QTemporaryDir work;
    NullJobControl job;
    const std::filesystem::path folder = work.path().toStdString();
    const auto pack = casepack::openPack(packFile, folder, folder / "keys.json", job);
    const auto truth = pack ? casepack::openCaseTruth(**pack, id, job)
                            : Result<casepack::OpenedTruth>(fail(pack.error()));
    if (!truth)
        return std::nullopt;
    for (const NodeTruth& one : truth->truth.nodes)
        if (one.id == node)
            return one.centre;
    return std::nullopt;
}

class KeyboardReader {
public:
    explicit KeyboardReader(Program& program)
        : m_program(program)
        , m_robot(program.robot()) {}

    /// Scrolls and moves the crosshair, key by key, to within half a voxel of the place.
    [[nodiscard]] bool walkTo(PointLps place) {
        const auto& viewer = m_program.viewer();
        const Spacing step = spacingOf(*viewer.volume());
        const auto walk = [&](auto coordinate, double target, double mm, int back, int forth,
                              Qt::KeyboardModifiers modifiers) {
            for (int i = 0; i < 600; ++i) {
                const double away = target - coordinate(viewer.cursor());
                if (std::abs(away) <= 0.51 * mm)
                    return true;
                m_robot.press(away > 0 ? forth : back, modifiers);
            }
            return false;
        };
        return walk([](PointLps p) { return p.z; }, place.z, step.z, Qt::Key_Down, Qt::Key_Up,
                    Qt::NoModifier) &&
               walk([](PointLps p) { return p.x; }, place.x, step.x, Qt::Key_Left, Qt::Key_Right,
                    Qt::ShiftModifier) &&
               walk([](PointLps p) { return p.y; }, place.y, step.y, Qt::Key_Up, Qt::Key_Down,
                    Qt::ShiftModifier);
    }

    /// Mark at the crosshair, then every answer that has a key; `grade` 0 … 3.
    void answer(int grade) {
        m_robot.press(Qt::Key_Insert);
        // The first bracket gives 50 %, each further one 5 more or less.
        m_robot.press(grade == 0 ? Qt::Key_BracketLeft : Qt::Key_BracketRight, Qt::NoModifier, 5);
        m_robot.press(Qt::Key_0 + grade, Qt::ShiftModifier);
        const int letters[2][7] = {
            {Qt::Key_Z, Qt::Key_V, Qt::Key_H, Qt::Key_O, Qt::Key_P, Qt::Key_Y, Qt::Key_U},
            {Qt::Key_C, Qt::Key_B, Qt::Key_J, Qt::Key_O, Qt::Key_P, Qt::Key_Y, Qt::Key_U}};
        for (int i = 0; i < 3; ++i)
            m_robot.press(letters[grade == 0 ? 0 : 1][i]);
        // Said, and taken back: a second press clears.
        for (int i = 3; i < 7; ++i)
            m_robot.press(letters[0][i], Qt::NoModifier, 2);
    }

    /// Walks to the reference's node, calls it and commits; true when its feedback is on screen.
    [[nodiscard]] bool callPresentNode(int grade) {
        const auto& reading = m_program.models().reading;
        const auto& opened = reading.openedCase();
        const auto rows = reading.nodes();
        const NodeId node = rows[static_cast<std::size_t>(reading.currentNode())].asked.id;
        const auto place = placeOfNode(opened->where.pack, opened->where.id, node);
        if (!place || !walkTo(*place))
            return false;
        answer(grade);
        m_robot.press(Qt::Key_Return);
        return m_program.waitForReading(models::ReadingState::Reviewing) &&
               m_program.waitForPage("feedback");
    }

private:
    struct Spacing {
        double x, y, z;
    };
    /// Along the patient's axes, of a volume whose grid runs along them.
    static Spacing spacingOf(const CtVolume& volume) {
        const auto& spacing = volume.geometry().spacing();
        return {spacing[0], spacing[1], spacing[2]};
    }

    Program& m_program;
    Robot m_robot;
};

}  // namespace nodewise::tests
