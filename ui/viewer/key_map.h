/// key_map.h: which letter does what on the views, as far as a person may change it.
#pragma once
#include "ui/viewer/viewer_keys.h"
#include <QChar>
#include <QString>
#include <array>
#include <optional>

namespace nodewise::viewer {

/// A letter by its place on a QWERTY keyboard, alone or with Shift.
struct KeyPlace {
    QChar letter;
    bool shift = false;
    friend bool operator==(const KeyPlace&, const KeyPlace&) = default;
};

/// What may lie on another letter; all other keys are the same for everybody.
inline constexpr std::array kMovableCommands{
    ViewerCommand::PlaneAxial,  ViewerCommand::PlaneCoronal, ViewerCommand::PlaneSagittal,
    ViewerCommand::SlabThinner, ViewerCommand::SlabThicker,  ViewerCommand::Fit,
    ViewerCommand::Reset,       ViewerCommand::Invert,       ViewerCommand::PairTool,
    ViewerCommand::TurnQuarter, ViewerCommand::Loupe,        ViewerCommand::KeyImage};

/// A key for every movable command, never one key for two. Value type.
class KeyMap {
public:
    KeyMap();  ///< As delivered.
    /// Words apart by blanks, "fit=G loupe=+L" (+ is Shift): only what differs from the delivered
    /// keys. What is not understood is left out.
    [[nodiscard]] static KeyMap fromText(const QString& text);
    [[nodiscard]] QString toText() const;

    /// @pre `command` is movable.
    [[nodiscard]] KeyPlace key(ViewerCommand command) const;
    [[nodiscard]] std::optional<ViewerCommand> command(KeyPlace key) const;
    /// Gives the command that key. The command that had it takes the earlier key of this one, and
    /// is given back. @pre `command` is movable, `key` is a letter A to Z.
    std::optional<ViewerCommand> assign(ViewerCommand command, KeyPlace key);

    friend bool operator==(const KeyMap&, const KeyMap&) = default;

private:
    std::array<KeyPlace, kMovableCommands.size()> m_keys;
};

/// What the command does, as a row of a list: "Thicker slab".
[[nodiscard]] QString commandName(ViewerCommand command);
/// Code word of a movable command: "fit"; for object names and files.
[[nodiscard]] QString commandWord(ViewerCommand command);
/// The letter printed on the key at a place of the QWERTY keyboard, as far as the input language
/// tells: Z and Y change places on QWERTZ.
[[nodiscard]] QString printedLetter(QChar place);
/// As printed on the keyboard: "G", "Shift + G".
[[nodiscard]] QString keyText(KeyPlace key);

}  // namespace nodewise::viewer
