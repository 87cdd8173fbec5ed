#include "ui/viewer/viewer_keys.h"
#include "ui/viewer/viewer_habits.h"
#include <QKeyEvent>
#include <QtGlobal>
#include <array>
#include <utility>

namespace nodewise::viewer {
namespace {

using Pair = std::pair<int, char>;

/// Place of the letters on the keyboard, as Linux and Windows number them; X11
/// adds 8.
constexpr std::array kLetterPlaces{
    Pair{16, 'Q'}, Pair{17, 'W'}, Pair{18, 'E'}, Pair{19, 'R'}, Pair{20, 'T'}, Pair{21, 'Y'},
    Pair{22, 'U'}, Pair{23, 'I'}, Pair{24, 'O'}, Pair{25, 'P'}, Pair{30, 'A'}, Pair{31, 'S'},
    Pair{32, 'D'}, Pair{33, 'F'}, Pair{34, 'G'}, Pair{35, 'H'}, Pair{36, 'J'}, Pair{37, 'K'},
    Pair{38, 'L'}, Pair{44, 'Z'}, Pair{45, 'X'}, Pair{46, 'C'}, Pair{47, 'V'}, Pair{48, 'B'},
    Pair{49, 'N'}, Pair{50, 'M'}};

std::optional<ViewerCommand> letterCommand(const QKeyEvent& event, bool shift) {
    const auto letter = letterOfKey(event);
    return letter ? ViewerHabits::instance().keys().command({*letter, shift}) : std::nullopt;
}

std::optional<ViewerCommand> plainCommand(const QKeyEvent& event) {
    if (event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9)
        return static_cast<ViewerCommand>(static_cast<int>(ViewerCommand::Preset0) + event.key() -
                                          Qt::Key_0);
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Right:
        return ViewerCommand::SliceUp;
    case Qt::Key_Down:
    case Qt::Key_Left:
        return ViewerCommand::SliceDown;
    case Qt::Key_PageUp:
        return ViewerCommand::TenSlicesUp;
    case Qt::Key_PageDown:
        return ViewerCommand::TenSlicesDown;
    case Qt::Key_Home:
        return ViewerCommand::FirstSlice;
    case Qt::Key_End:
        return ViewerCommand::LastSlice;
    case Qt::Key_Space:
        return ViewerCommand::Maximise;
    case Qt::Key_Escape:
        return ViewerCommand::CancelTool;
    case Qt::Key_Insert:
        return ViewerCommand::PlaceMark;
    case Qt::Key_Delete:
        return ViewerCommand::RemoveLast;
    default:
        break;
    }
    return letterCommand(event, false);
}

std::optional<ViewerCommand> shiftedCommand(const QKeyEvent& event) {
    switch (event.key()) {
    case Qt::Key_Left:
        return ViewerCommand::NudgeLeft;
    case Qt::Key_Right:
        return ViewerCommand::NudgeRight;
    case Qt::Key_Up:
        return ViewerCommand::NudgeUp;
    case Qt::Key_Down:
        return ViewerCommand::NudgeDown;
    default:
        return letterCommand(event, true);
    }
}

}  // namespace

std::optional<QChar> letterOfKey(const QKeyEvent& event) {
#if defined(Q_OS_MACOS)
    const quint32 place = 0;  // macOS counts keys in another way; its own key is used.
#elif defined(Q_OS_WIN)
    const quint32 place = event.nativeScanCode();
#else
    const quint32 place = event.nativeScanCode() >= 8 ? event.nativeScanCode() - 8 : 0;
#endif
    for (const auto& [code, letter] : kLetterPlaces)
        if (place == static_cast<quint32>(code))
            return QLatin1Char(letter);
    if (place == 0 && event.key() >= Qt::Key_A && event.key() <= Qt::Key_Z)
        return QChar(event.key());
    return std::nullopt;
}

std::optional<ViewerCommand> viewerCommandFor(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    // Plus is a shifted key on some keyboards and a plain one on others.
    if (event.key() == Qt::Key_Plus || event.key() == Qt::Key_Equal)
        return ViewerCommand::ZoomIn;
    if (event.key() == Qt::Key_Minus && modifiers == Qt::NoModifier)
        return ViewerCommand::ZoomOut;
    if (event.matches(QKeySequence::Undo))
        return ViewerCommand::Undo;
    if (event.matches(QKeySequence::Redo))
        return ViewerCommand::Redo;
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_1)
        return ViewerCommand::OneToOne;
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_Left)
        return ViewerCommand::TurnLinesLeft;
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_Right)
        return ViewerCommand::TurnLinesRight;
    if (modifiers == Qt::ShiftModifier)
        return shiftedCommand(event);
    return modifiers == Qt::NoModifier ? plainCommand(event) : std::nullopt;
}

}  // namespace nodewise::viewer
