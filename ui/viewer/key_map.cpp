#include "ui/viewer/key_map.h"
#include "base/require.h"
#include <QGuiApplication>
#include <QInputMethod>
#include <QLocale>
#include <QStringList>
#include <algorithm>

namespace nodewise::viewer {
namespace {

struct KeyMapTexts {
    Q_DECLARE_TR_FUNCTIONS(KeyMapTexts)
};

struct Delivered {
    const char* word;
    char letter;
};

/// In the order of kMovableCommands.
constexpr std::array<Delivered, kMovableCommands.size()> kDelivered{{{"axial", 'A'},
                                                                     {"coronal", 'S'},
                                                                     {"sagittal", 'D'},
                                                                     {"thinner", 'Q'},
                                                                     {"thicker", 'E'},
                                                                     {"fit", 'F'},
                                                                     {"reset", 'R'},
                                                                     {"invert", 'I'},
                                                                     {"pair", 'M'},
                                                                     {"turn", 'T'},
                                                                     {"loupe", 'L'},
                                                                     {"star", 'W'}}};

std::size_t placeOf(ViewerCommand command) {
    const auto* found = std::ranges::find(kMovableCommands, command);
    NODEWISE_REQUIRE(found != kMovableCommands.end());
    return static_cast<std::size_t>(found - kMovableCommands.begin());
}

bool isLetter(QChar letter) {
    return letter >= QLatin1Char('A') && letter <= QLatin1Char('Z');
}

bool inputIsQwertz() {
    switch (QGuiApplication::inputMethod()->locale().language()) {
    case QLocale::German:
    case QLocale::SwissGerman:
    case QLocale::Czech:
    case QLocale::Slovak:
    case QLocale::Slovenian:
    case QLocale::Croatian:
    case QLocale::Hungarian:
        return true;
    default:
        return false;
    }
}

}  // namespace

KeyMap::KeyMap() {
    for (std::size_t n = 0; n < m_keys.size(); ++n)
        m_keys[n] = {QLatin1Char(kDelivered[n].letter), false};
}

KeyMap KeyMap::fromText(const QString& text) {
    KeyMap map;
    for (const QString& part : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QStringList sides = part.split(QLatin1Char('='));
        if (sides.size() != 2 || sides[1].isEmpty())
            continue;
        const KeyPlace key{sides[1].back(), sides[1].startsWith(QLatin1Char('+'))};
        for (std::size_t n = 0; n < map.m_keys.size(); ++n)
            if (sides[0] == QLatin1String(kDelivered[n].word) && isLetter(key.letter))
                map.assign(kMovableCommands[n], key);
    }
    return map;
}

QString KeyMap::toText() const {
    const KeyMap delivered;
    QStringList parts;
    for (std::size_t n = 0; n < m_keys.size(); ++n)
        if (m_keys[n] != delivered.m_keys[n])
            parts << QLatin1String(kDelivered[n].word) + QLatin1Char('=') +
                         (m_keys[n].shift ? QStringLiteral("+") : QString()) + m_keys[n].letter;
    return parts.join(QLatin1Char(' '));
}

KeyPlace KeyMap::key(ViewerCommand command) const {
    return m_keys[placeOf(command)];
}

std::optional<ViewerCommand> KeyMap::command(KeyPlace key) const {
    const auto found = std::ranges::find(m_keys, key);
    if (found == m_keys.end())
        return std::nullopt;
    return kMovableCommands[static_cast<std::size_t>(found - m_keys.begin())];
}

std::optional<ViewerCommand> KeyMap::assign(ViewerCommand command, KeyPlace key) {
    NODEWISE_REQUIRE(isLetter(key.letter));
    KeyPlace& own = m_keys[placeOf(command)];
    const auto other = this->command(key);
    if (other == command)
        return std::nullopt;
    if (other)
        m_keys[placeOf(*other)] = own;
    own = key;
    return other;
}

QString commandName(ViewerCommand command) {
    switch (command) {
    case ViewerCommand::PlaneAxial:
        return KeyMapTexts::tr("Axial large");
    case ViewerCommand::PlaneCoronal:
        return KeyMapTexts::tr("Coronal large");
    case ViewerCommand::PlaneSagittal:
        return KeyMapTexts::tr("Sagittal large");
    case ViewerCommand::SlabThinner:
        return KeyMapTexts::tr("Thinner slab");
    case ViewerCommand::SlabThicker:
        return KeyMapTexts::tr("Thicker slab");
    case ViewerCommand::Fit:
        return KeyMapTexts::tr("Fit");
    case ViewerCommand::Reset:
        return KeyMapTexts::tr("Reset the views");
    case ViewerCommand::Invert:
        return KeyMapTexts::tr("Invert");
    case ViewerCommand::PairTool:
        return KeyMapTexts::tr("Short and long axis");
    case ViewerCommand::TurnQuarter:
        return KeyMapTexts::tr("Turn by 90°");
    case ViewerCommand::Loupe:
        return KeyMapTexts::tr("Magnifying glass while held");
    case ViewerCommand::KeyImage:
        return KeyMapTexts::tr("Star as key image");
    default:
        return {};
    }
}

QString commandWord(ViewerCommand command) {
    return QLatin1String(kDelivered[placeOf(command)].word);
}

QString printedLetter(QChar place) {
    if (inputIsQwertz()) {
        if (place == QLatin1Char('Z'))
            return QStringLiteral("Y");
        if (place == QLatin1Char('Y'))
            return QStringLiteral("Z");
    }
    return place;
}

QString keyText(KeyPlace key) {
    const QString letter = printedLetter(key.letter);
    return key.shift ? KeyMapTexts::tr("Shift + %1").arg(letter) : letter;
}

}  // namespace nodewise::viewer
