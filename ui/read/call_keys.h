/// call_keys.h: the keyboard path of the whole call.
#pragma once
#include "ui/viewer/key_sheet.h"
#include <QStringList>
#include <optional>

class QKeyEvent;

namespace nodewise::read {

enum class CallQuestion {
    Margin,
    Fat,
    Contact,
    Coalescence,
    Necrosis,
    Cystic,
    Hilum,
    Grade,
    Probability,
    NextNode,
    Commit,
    Sheet  ///< ?
};

/// What a key means for the call. `value` is the answer's place (0, 1, 2 …), the step in percent
/// for Probability.
struct CallKey {
    CallQuestion question = CallQuestion::Commit;
    int value = 0;
    friend bool operator==(const CallKey&, const CallKey&) = default;
};

/// As the person has set the keys (`viewer/key_map.h`). Keys with Alt or Meta are none of these.
[[nodiscard]] std::optional<CallKey> callKeyFor(const QKeyEvent& event);

/// The keys of a question's answers, left to right, as they are printed: "Z", "X", "C" for the
/// margin. Longer ones ("Shift + V") are left empty: there is no room beside an answer.
[[nodiscard]] QStringList printedKeys(CallQuestion question);

/// The keys of the call, for a sheet.
[[nodiscard]] viewer::KeyGroup callKeyGroup();

}  // namespace nodewise::read
