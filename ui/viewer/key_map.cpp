#include "ui/viewer/key_map.h"
#include "base/require.h"
#include "ui/viewer/key_text.h"
#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <utility>

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
    Delivered{"preset8", "8"},        Delivered{"preset9", "9"},
    Delivered{"less", "["},           Delivered{"more", "]"},
    Delivered{"one_less", "+["},      Delivered{"one_more", "+]"},
    Delivered{"grade0", "+0"},        Delivered{"grade1", "+1"},
    Delivered{"grade2", "+2"},        Delivered{"grade3", "+3"},
    Delivered{"margin1", "Z"},        Delivered{"margin2", "X"},
    Delivered{"margin3", "C"},        Delivered{"fat1", "V"},
    Delivered{"fat2", "B"},           Delivered{"fat3", "G"},
    Delivered{"contact1", "H"},       Delivered{"contact2", "J"},
    Delivered{"contact3", "K"},       Delivered{"coalescence", "O"},
    Delivered{"necrosis", "P"},       Delivered{"cystic", "Y"},
    Delivered{"hilum", "U"},          Delivered{"commit", "Return"},
    Delivered{"next_node", "N"},      Delivered{"outline_node", "O"},
    Delivered{"brush", "B"}};
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

bool KeyMap::isPlain() const {
    for (std::size_t a = 0; a < m_keys.size(); ++a)
        for (std::size_t b = a + 1; b < m_keys.size(); ++b)
            if (m_keys[a] == m_keys[b] && m_keys[a].isSet() &&
                scopesMeet(scopeOf(kMovableCommands[a]), scopeOf(kMovableCommands[b])))
                return false;
    return true;
}

KeyMap KeyMap::fromText(const QString& text) {
    std::vector<std::pair<std::size_t, KeyPlace>> wanted;
    for (const QString& part : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto sign = part.indexOf(QLatin1Char('='));
        const auto key = sign > 0 ? keyOfCode(part.mid(sign + 1)) : std::nullopt;
        for (std::size_t n = 0; key && n < kDelivered.size(); ++n)
            if (part.left(sign) == QLatin1String(kDelivered[n].word))
                wanted.emplace_back(n, *key);
    }
    KeyMap map;
    for (const auto& [place, key] : wanted)
        map.m_keys[place] = key;
    if (map.isPlain())
        return map;
    // Written by hand, or by a program with fewer commands: as if the keys were given one by one.
    map = {};
    for (const auto& [place, key] : wanted)
        map.assign(kMovableCommands[place], key);
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

std::optional<ViewerCommand> KeyMap::command(KeyPlace key, KeyScope scope) const {
    if (!key.isSet())
        return std::nullopt;
    for (std::size_t n = 0; n < m_keys.size(); ++n)
        if (m_keys[n] == key && scopeOf(kMovableCommands[n]) == scope)
            return kMovableCommands[n];
    return std::nullopt;
}

std::vector<ViewerCommand> KeyMap::assign(ViewerCommand command, KeyPlace key) {
    const std::size_t own = placeOf(command);
    const KeyPlace before = m_keys[own];
    if (key == before)
        return {};
    // Who has one of the two keys and could be meant by it together with someone who gets it.
    const auto meets = [&](KeyScope scope, std::size_t n) {
        return n != own && scopesMeet(scope, scopeOf(kMovableCommands[n]));
    };
    std::vector<std::size_t> out, in;
    for (std::size_t n = 0; key.isSet() && n < m_keys.size(); ++n)
        if (m_keys[n] == key && meets(scopeOf(command), n))
            out.push_back(n);
    for (std::size_t n = 0; before.isSet() && n < m_keys.size(); ++n)
        if (m_keys[n] == before && std::ranges::any_of(out, [&](std::size_t one) {
                return meets(scopeOf(kMovableCommands[one]), n);
            }))
            in.push_back(n);
    std::vector<ViewerCommand> moved;
    for (const std::size_t n : out) {
        m_keys[n] = before;
        moved.push_back(kMovableCommands[n]);
    }
    // These shared the earlier key with this command, so they never meet it.
    for (const std::size_t n : in) {
        m_keys[n] = key;
        moved.push_back(kMovableCommands[n]);
    }
    m_keys[own] = key;
    return moved;
}

QString commandWord(ViewerCommand command) {
    return QLatin1String(kDelivered[placeOf(command)].word);
}

}  // namespace nodewise::viewer
