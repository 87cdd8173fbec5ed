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

/// The second key of a command.
std::optional<ViewerCommand> secondMeaning(const QKeyEvent& event, const KeyPlace& key) {
    if (event.matches(QKeySequence::Undo))
        return ViewerCommand::Undo;
    if (event.matches(QKeySequence::Redo))
        return ViewerCommand::Redo;
    // Plus is a shifted key on some keyboards and a plain one on others.
    if (!key.ctrl && (key.key == Qt::Key_Equal || key.key == Qt::Key_Plus))
        return ViewerCommand::ZoomIn;
    if (key == KeyPlace{{}, false, false, Qt::Key_Right})
        return ViewerCommand::SliceUp;
    if (key == KeyPlace{{}, false, false, Qt::Key_Left})
        return ViewerCommand::SliceDown;
    return std::nullopt;
}

bool isModifier(int key) {
    return key == 0 || key == Qt::Key_unknown ||
           (key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock) || key == Qt::Key_AltGr ||
           (key >= Qt::Key_Super_L && key <= Qt::Key_Direction_R);
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

std::optional<KeyPlace> keyPlaceOf(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    if (isModifier(event.key()) || (modifiers & (Qt::AltModifier | Qt::MetaModifier)))
        return std::nullopt;
    KeyPlace place;
    place.shift = modifiers.testFlag(Qt::ShiftModifier);
    place.ctrl = modifiers.testFlag(Qt::ControlModifier);
    const auto letter = letterOfKey(event);
    if (letter && !place.ctrl)
        place.letter = *letter;
    else
        place.key = event.key();
    return place;
}

std::optional<ViewerCommand> viewerCommandFor(const QKeyEvent& event) {
    const auto key = keyPlaceOf(event);
    if (!key)
        return std::nullopt;
    if (const auto command = ViewerHabits::instance().keys().command(*key))
        return command;
    if (*key == KeyPlace{{}, false, false, Qt::Key_Escape})
        return ViewerCommand::CancelTool;
    return secondMeaning(event, *key);
}

}  // namespace nodewise::viewer
