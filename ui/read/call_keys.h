/// call_keys.h: the keyboard path of the whole call.
#pragma once
#include "ui/viewer/key_sheet.h"
#include "ui/viewer/key_text.h"
#include <QChar>
#include <QString>
#include <optional>

class QKeyEvent;

namespace nodewise::read {

enum class CallQuestion {
    Margin,       ///< Z X C
    Fat,          ///< V B G
    Contact,      ///< H J K
    Coalescence,  ///< O
    Necrosis,     ///< P
    Cystic,       ///< Y
    Hilum,        ///< U
    Grade,        ///< Shift+0 … 3
    Probability,  ///< [ ]
    NextNode,     ///< N
    Commit,       ///< Enter
    Sheet         ///< ?
};

/// What a key means for the call. `value` is the answer's place (0, 1, 2 …), the step in percent
/// for Probability.
struct CallKey {
    CallQuestion question = CallQuestion::Commit;
    int value = 0;
    friend bool operator==(const CallKey&, const CallKey&) = default;
};

/// Letters, brackets and digits count by their place on the keyboard (native scan code), else by
/// the key itself. Keys with Ctrl, Alt or Meta are none of these.
[[nodiscard]] std::optional<CallKey> callKeyFor(const QKeyEvent& event);

using viewer::printedLetter;

/// The places of the answers' keys, left to right: "ZXC" for the margin.
[[nodiscard]] QString keyPlaces(CallQuestion question);

/// The keys of the call, for a sheet.
[[nodiscard]] viewer::KeyGroup callKeyGroup();
/// What a key is for in a call: "Perinodal fat"; empty for keys that are none of these.
[[nodiscard]] QString callKeyMeaning(const QKeyEvent& event);

}  // namespace nodewise::read
