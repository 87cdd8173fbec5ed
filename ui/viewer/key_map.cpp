#include "ui/viewer/key_map.h"
#include "base/require.h"
#include "ui/viewer/key_text.h"
#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace nodewise::viewer {
namespace {

struct Delivered {
    const char *word, *code;
};

/// In the order of kMovableCommands; the code is that of `keyCode`.
constexpr std::array kDelivered{
    Delivered{"axial", "A"},          Delivered{"coronal", "S"},
    Delivered{"sagittal", "D"},       Delivered{"thinner", "Q"},
    Delivered{"thicker", "E"},        Delivered{"fit", "F"},
    Delivered{"reset", "R"},          Delivered{"invert", "I"},
    Delivered{"pair", "M"},           Delivered{"turn", "T"},
    Delivered{"loupe", "L"},          Delivered{"star", "W"},
    Delivered{"one_to_one", "+F"},    Delivered{"zoom_in", "+"},
    Delivered{"zoom_out", "-"},       Delivered{"flip", "+I"},
    Delivered{"maximise", "Space"},   Delivered{"layout", "+S"},
    Delivered{"lines", "+D"},         Delivered{"cine", "+E"},
    Delivered{"slice_up", "Up"},      Delivered{"slice_down", "Down"},
    Delivered{"ten_up", "PgUp"},      Delivered{"ten_down", "PgDown"},
    Delivered{"first", "Home"},       Delivered{"last", "End"},
    Delivered{"nudge_left", "+Left"}, Delivered{"nudge_right", "+Right"},
    Delivered{"nudge_up", "+Up"},     Delivered{"nudge_down", "+Down"},
    Delivered{"turn_left", "^Left"},  Delivered{"turn_right", "^Right"},
    Delivered{"scroll_tool", "none"}, Delivered{"window_tool", "none"},
    Delivered{"pan_tool", "none"},    Delivered{"zoom_tool", "none"},
    Delivered{"ruler", "+M"},         Delivered{"angle", "+A"},
    Delivered{"ellipse", "none"},     Delivered{"polygon", "none"},
    Delivered{"probe", "none"},       Delivered{"crosshair", "none"},
    Delivered{"auto_window", "none"}, Delivered{"mark", "Ins"},
    Delivered{"remove", "Del"},       Delivered{"undo", "^Z"},
    Delivered{"redo", "^+Z"},         Delivered{"copy", "^C"},
    Delivered{"preset0", "0"},        Delivered{"preset1", "1"},
    Delivered{"preset2", "2"},        Delivered{"preset3", "3"},
    Delivered{"preset4", "4"},        Delivered{"preset5", "5"},
    Delivered{"preset6", "6"},        Delivered{"preset7", "7"},
    Delivered{"preset8", "8"},        Delivered{"preset9", "9"}};
static_assert(kDelivered.size() == kMovableCommands.size());

std::size_t placeOf(ViewerCommand command) {
    const auto* found = std::ranges::find(kMovableCommands, command);
    NODEWISE_REQUIRE(found != kMovableCommands.end());
    return static_cast<std::size_t>(found - kMovableCommands.begin());
}

}  // namespace

KeyMap::KeyMap() {
    static const auto delivered = [] {
        std::array<KeyPlace, kMovableCommands.size()> keys;
        for (std::size_t n = 0; n < keys.size(); ++n)
            keys[n] = keyOfCode(QLatin1String(kDelivered[n].code)).value();
        return keys;
    }();
    m_keys = delivered;
}

KeyMap KeyMap::fromText(const QString& text) {
    KeyMap map;
    for (const QString& part : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto sign = part.indexOf(QLatin1Char('='));
        const auto key = sign > 0 ? keyOfCode(part.mid(sign + 1)) : std::nullopt;
        for (std::size_t n = 0; key && n < map.m_keys.size(); ++n)
            if (part.left(sign) == QLatin1String(kDelivered[n].word))
                map.assign(kMovableCommands[n], *key);
    }
    return map;
}

QString KeyMap::toText() const {
    const KeyMap delivered;
    QStringList parts;
    for (std::size_t n = 0; n < m_keys.size(); ++n)
        if (m_keys[n] != delivered.m_keys[n])
            parts << QLatin1String(kDelivered[n].word) + QLatin1Char('=') + keyCode(m_keys[n]);
    return parts.join(QLatin1Char(' '));
}

KeyPlace KeyMap::key(ViewerCommand command) const {
    return m_keys[placeOf(command)];
}

std::optional<ViewerCommand> KeyMap::command(KeyPlace key) const {
    const auto found = std::ranges::find(m_keys, key);
    if (!key.isSet() || found == m_keys.end())
        return std::nullopt;
    return kMovableCommands[static_cast<std::size_t>(found - m_keys.begin())];
}

std::optional<ViewerCommand> KeyMap::assign(ViewerCommand command, KeyPlace key) {
    KeyPlace& own = m_keys[placeOf(command)];
    const auto other = this->command(key);
    if (other == command)
        return std::nullopt;
    if (other)
        m_keys[placeOf(*other)] = own;
    own = key;
    return other;
}

QString commandWord(ViewerCommand command) {
    return QLatin1String(kDelivered[placeOf(command)].word);
}

}  // namespace nodewise::viewer
