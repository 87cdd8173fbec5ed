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

#if defined(Q_OS_MACOS)
/// macOS counts keys in another way; its own key is used.
quint32 placeOf(const QKeyEvent&) {
    return 0;
}
#elif defined(Q_OS_WIN)
quint32 placeOf(const QKeyEvent& event) {
    return event.nativeScanCode();
}
#else
/// X11 and Wayland count from 8.
quint32 placeOf(const QKeyEvent& event) {
    return event.nativeScanCode() >= 8 ? event.nativeScanCode() - 8 : 0;
}
#endif

constexpr quint32 kOnePlace = 2, kZeroPlace = 11, kLeftBracketPlace = 26, kRightBracketPlace = 27;

/// The digit of a key that is pressed with Shift: by place, else by the sign of an American
/// keyboard.
std::optional<int> shiftedDigit(const QKeyEvent& event) {
    const quint32 place = placeOf(event);
    if (place >= kOnePlace && place <= kZeroPlace)
        return static_cast<int>(place - kOnePlace + 1) % 10;
    if (place != 0)
        return std::nullopt;
    if (event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9)
        return event.key() - Qt::Key_0;
    static constexpr std::array signs{Qt::Key_ParenRight,  Qt::Key_Exclam,    Qt::Key_At,
                                      Qt::Key_NumberSign,  Qt::Key_Dollar,    Qt::Key_Percent,
                                      Qt::Key_AsciiCircum, Qt::Key_Ampersand, Qt::Key_Asterisk,
                                      Qt::Key_ParenLeft};
    for (std::size_t n = 0; n < signs.size(); ++n)
        if (event.key() == signs[n])
            return static_cast<int>(n);
    return std::nullopt;
}

/// Qt::Key of the bracket that was written; 0 for other keys.
int writtenBracket(const QKeyEvent& event) {
    if (event.key() == Qt::Key_BracketLeft || event.key() == Qt::Key_BraceLeft)
        return Qt::Key_BracketLeft;
    if (event.key() == Qt::Key_BracketRight || event.key() == Qt::Key_BraceRight)
        return Qt::Key_BracketRight;
    return 0;
}

/// The bracket by the key's place.
std::optional<KeyPlace> bracketPlace(const QKeyEvent& event) {
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return std::nullopt;
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    if (placeOf(event) == kLeftBracketPlace)
        return KeyPlace{{}, shift, false, Qt::Key_BracketLeft};
    if (placeOf(event) == kRightBracketPlace)
        return KeyPlace{{}, shift, false, Qt::Key_BracketRight};
    return std::nullopt;
}

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
    const quint32 place = placeOf(event);
    for (const auto& [code, letter] : kLetterPlaces)
        if (place == static_cast<quint32>(code))
            return QLatin1Char(letter);
    if (place == 0 && event.key() >= Qt::Key_A && event.key() <= Qt::Key_Z)
        return QChar(event.key());
    return std::nullopt;
}

KeyScope scopeOf(ViewerCommand command) {
    if (command < ViewerCommand::ProbabilityLess)
        return KeyScope::Views;
    if (command < ViewerCommand::MarginFirst)
        return KeyScope::Call;
    return command < ViewerCommand::NodeTool ? KeyScope::Read : KeyScope::Measure;
}

bool scopesMeet(KeyScope a, KeyScope b) {
    return a == b || a == KeyScope::Views || b == KeyScope::Views || a == KeyScope::Call ||
           b == KeyScope::Call;
}

std::optional<KeyPlace> keyPlaceOf(const QKeyEvent& event) {
    // AltGr gives the brackets on many keyboards; some platforms report it as Ctrl+Alt.
    if (const int bracket = writtenBracket(event);
        bracket != 0 && !event.modifiers().testFlag(Qt::MetaModifier))
        return KeyPlace{{}, event.modifiers().testFlag(Qt::ShiftModifier), false, bracket};
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    if (isModifier(event.key()) || (modifiers & (Qt::AltModifier | Qt::MetaModifier)))
        return std::nullopt;
    KeyPlace place;
    place.shift = modifiers.testFlag(Qt::ShiftModifier);
    place.ctrl = modifiers.testFlag(Qt::ControlModifier);
    const auto letter = letterOfKey(event);
    const auto digit = place.shift && !place.ctrl && !(event.modifiers() & Qt::KeypadModifier)
                           ? shiftedDigit(event)
                           : std::nullopt;
    if (letter && !place.ctrl)
        place.letter = *letter;
    else if (digit)
        place.key = Qt::Key_0 + *digit;
    else
        place.key = event.key() == Qt::Key_Enter ? Qt::Key_Return : event.key();
    return place;
}

std::optional<ViewerCommand> placeCommandFor(const QKeyEvent& event, KeyScope place) {
    const KeyMap& keys = ViewerHabits::instance().keys();
    for (const auto& key : {bracketPlace(event), keyPlaceOf(event)})
        if (key)
            for (const KeyScope scope : {KeyScope::Call, place})
                if (const auto command = keys.command(*key, scope))
                    return command;
    return std::nullopt;
}

std::optional<ViewerCommand> viewerCommandFor(const QKeyEvent& event) {
    const auto key = keyPlaceOf(event);
    if (!key)
        return std::nullopt;
    if (const auto command = ViewerHabits::instance().keys().command(*key, KeyScope::Views))
        return command;
    if (*key == KeyPlace{{}, false, false, Qt::Key_Escape})
        return ViewerCommand::CancelTool;
    return secondMeaning(event, *key);
}

}  // namespace nodewise::viewer
