/// answer_log.h: whether lines of a log fit together. Private to the module.
#pragma once
#include "base/result.h"
#include "session/events.h"
#include <vector>

namespace nodewise::exchange {

/// The lines of one profile from its beginning: created once and first, each reading opened once
/// and before its calls, each call of a node that was asked and once, each score, view and
/// objection after its call. FormatDamaged, place = "events.jsonl line N". Pure.
[[nodiscard]] Result<void> checkAnswerLog(const ProfileId& profile,
                                          const std::vector<session::Event>& events);

}  // namespace nodewise::exchange
