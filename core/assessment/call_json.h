/// call_json.h: a call as JSON (cases/schema/call.schema.json), and the check of its values.
#pragma once
#include "assessment/call.h"
#include "serial/json.h"

namespace nodewise::assessment {

/// Sizes a reader can have measured, mm.
constexpr double kSmallestMm = 0.5, kLargestMm = 120.0;

/// Reads a call, strictly: unknown keys, unknown words and values out of range are errors that
/// carry the JSON pointer. `grade` is 0…3 or "G0"…"G3"; `n_category` may carry c or p, which is
/// dropped. Errors: JsonInvalid, UnknownKey, ValueOutOfRange.
[[nodiscard]] Result<CaseCall> callFromJson(const serial::Json& json, const std::string& path = {});
[[nodiscard]] Result<CaseCall> parseCall(std::string_view text, const std::string& path = {});

/// Answers that were not given are left out. Reading it back gives the same call.
[[nodiscard]] serial::Json toJson(const CaseCall& call);

/// The same checks on a value that did not come from JSON: probabilities within 0..1, sizes within
/// 0.5..120 mm and finite, short axis not above long axis is *not* asked (it is a reader's error),
/// a named structure when contact or invasion is said is not asked either.
/// Errors: ValueOutOfRange with the JSON pointer of the value.
[[nodiscard]] Result<void> checkCall(const CaseCall& call);

}  // namespace nodewise::assessment
