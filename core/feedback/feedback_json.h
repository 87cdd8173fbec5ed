/// feedback_json.h: feedback as JSON, with the keys of the CLI's `grade`.
#pragma once
#include "feedback/feedback.h"
#include "serial/json.h"

namespace nodewise::feedback {

/// `marks{detection level size features grade n_category}` each `score verdict reference given`,
/// `items[]{code severity values place}`, `errors[]` of code words, `scores{brier rps}`, `nodes[]`,
/// `tnm{TNM8 TNM9}`. Thread-safe.
[[nodiscard]] serial::Json toJson(const CaseFeedback& feedback);

}  // namespace nodewise::feedback
