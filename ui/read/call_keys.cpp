#include "ui/read/call_keys.h"
#include <QCoreApplication>
#include <QKeyEvent>
#include <QStringList>
#include <array>
#include <utility>

namespace nodewise::read {

namespace {

struct CallTexts {
    Q_DECLARE_TR_FUNCTIONS(CallTexts)
};

constexpr std::array kLetterRows{
    std::pair{CallQuestion::Margin, "ZXC"},  std::pair{CallQuestion::Fat, "VBG"},
    std::pair{CallQuestion::Contact, "HJK"}, std::pair{CallQuestion::Coalescence, "O"},
    std::pair{CallQuestion::Necrosis, "P"},  std::pair{CallQuestion::Cystic, "Y"},
    std::pair{CallQuestion::Hilum, "U"},     std::pair{CallQuestion::NextNode, "N"},
};

// Scan codes of keys that are no letters; X11 and Wayland count from 8, Windows from 0. On macOS
// the code is not given and the key itself decides.
#ifdef Q_OS_WIN
constexpr quint32 kScanOffset = 0;
#else
constexpr quint32 kScanOffset = 8;
#endif
constexpr quint32 kScanOne = 2 + kScanOffset;  // 1 … 9 follow each other, then 0.
constexpr quint32 kScanZero = 11 + kScanOffset;
constexpr quint32 kScanLeft = 26 + kScanOffset;
constexpr quint32 kScanRight = 27 + kScanOffset;

/// 0 … 3 by place; −1 for other keys.
int digitOf(const QKeyEvent& event) {
    const quint32 scan = event.nativeScanCode();
    if (scan == kScanZero)
        return 0;
    if (scan >= kScanOne && scan < kScanOne + 3)
        return static_cast<int>(scan - kScanOne) + 1;
    if (scan != 0)
        return -1;
    switch (event.key()) {
    case Qt::Key_0:
    case Qt::Key_ParenRight:
        return 0;
    case Qt::Key_1:
    case Qt::Key_Exclam:
        return 1;
    case Qt::Key_2:
    case Qt::Key_At:
        return 2;
    case Qt::Key_3:
    case Qt::Key_NumberSign:
        return 3;
    default:
        return -1;
    }
}

/// −1 for [, +1 for ], 0 for other keys.
int bracketOf(const QKeyEvent& event) {
    if (event.key() == Qt::Key_BracketLeft || event.key() == Qt::Key_BraceLeft)
        return -1;
    if (event.key() == Qt::Key_BracketRight || event.key() == Qt::Key_BraceRight)
        return 1;
    if (event.nativeScanCode() == kScanLeft)
        return -1;
    return event.nativeScanCode() == kScanRight ? 1 : 0;
}

std::optional<CallKey> letterKey(const QKeyEvent& event) {
    const auto letter = viewer::letterOfKey(event);
    if (!letter)
        return std::nullopt;
    for (const auto& [question, places] : kLetterRows) {
        const auto at = QString::fromLatin1(places).indexOf(*letter);
        if (at >= 0)
            return CallKey{question, static_cast<int>(at)};
    }
    return std::nullopt;
}

QString letters(const char* places) {
    QStringList printed;
    for (const QChar place : QString::fromLatin1(places))
        printed << printedLetter(place);
    return printed.join(QLatin1Char(' '));
}

}  // namespace

std::optional<CallKey> callKeyFor(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const bool shift = modifiers == Qt::ShiftModifier;
    // AltGr gives the brackets on many keyboards; some platforms report it as Ctrl+Alt.
    if (const int bracket = bracketOf(event); bracket != 0 && !(modifiers & Qt::MetaModifier))
        return CallKey{CallQuestion::Probability, bracket * (shift ? 1 : 5)};
    if (modifiers != Qt::NoModifier && !shift)
        return std::nullopt;
    if (event.key() == Qt::Key_Question)
        return CallKey{CallQuestion::Sheet, 0};
    if (shift) {
        const int digit = digitOf(event);
        return digit < 0 ? std::nullopt : std::optional(CallKey{CallQuestion::Grade, digit});
    }
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        return CallKey{CallQuestion::Commit, 0};
    return letterKey(event);
}

QString keyPlaces(CallQuestion question) {
    for (const auto& [row, places] : kLetterRows)
        if (row == question)
            return QString::fromLatin1(places);
    return {};
}

viewer::KeyGroup callKeyGroup() {
    return {CallTexts::tr("For the call"),
            {{CallTexts::tr("[ ]"), CallTexts::tr("ENE probability ± 5, with Shift ± 1")},
             {CallTexts::tr("Shift + 0 … 3"), CallTexts::tr("iENE grade")},
             {letters("ZXC"), CallTexts::tr("Margin, left to right")},
             {letters("VBG"), CallTexts::tr("Perinodal fat")},
             {letters("HJK"), CallTexts::tr("Adjacent structure")},
             {letters("OPYU"), CallTexts::tr("Coalescence, necrosis, cystic, fatty hilum")},
             {CallTexts::tr("Insert"), CallTexts::tr("Mark the node at the crosshair")},
             {CallTexts::tr("Enter"), CallTexts::tr("Commit the node")},
             {letters("N"), CallTexts::tr("Next open node")}}};
}

QString callKeyMeaning(const QKeyEvent& event) {
    const auto key = callKeyFor(event);
    if (!key)
        return {};
    switch (key->question) {
    case CallQuestion::Margin:
        return CallTexts::tr("Margin");
    case CallQuestion::Fat:
        return CallTexts::tr("Perinodal fat");
    case CallQuestion::Contact:
        return CallTexts::tr("Adjacent structure");
    case CallQuestion::Coalescence:
        return CallTexts::tr("Coalescence");
    case CallQuestion::Necrosis:
        return CallTexts::tr("Necrosis");
    case CallQuestion::Cystic:
        return CallTexts::tr("Cystic");
    case CallQuestion::Hilum:
        return CallTexts::tr("Fatty hilum");
    case CallQuestion::Grade:
        return CallTexts::tr("iENE grade");
    case CallQuestion::Probability:
        return CallTexts::tr("ENE probability");
    case CallQuestion::NextNode:
        return CallTexts::tr("Next open node");
    case CallQuestion::Commit:
        return CallTexts::tr("Commit the node");
    case CallQuestion::Sheet:
        break;
    }
    return CallTexts::tr("Sheet of keys");
}

}  // namespace nodewise::read
