/// reading_draft.h: rules of an unfinished call: what is still missing, and what belongs together.
#pragma once
#include "assessment/call.h"
#include "ui/text/call_text.h"
#include <vector>

namespace nodewise::models {

/// What keeps the call from being committed, in the order of the panel. Mark, probability and grade
/// are asked for; sizes may be left out but must be possible (assessment::kSmallestMm and up to
/// kLargestMm, short not above long).
[[nodiscard]] std::vector<text::CallGap> gapsOf(const NodeCall& call);

/// Whether a node can be that long; true when nothing is given.
[[nodiscard]] bool isPossibleLength(const std::optional<double>& mm);

/// True when the question behind a feature is answered, so that it can be a reason.
[[nodiscard]] bool isAnswered(const NodeCall& call, Feature feature);
[[nodiscard]] bool isReason(const NodeCall& call, Feature feature);
/// Adds or takes away a reason; a feature that is not answered is never added.
void setReason(NodeCall& call, Feature feature, bool carried);
/// Drops reasons without an answer and the structure of "none".
void tidy(NodeCall& call);

/// The probability after a step of `percent` from the present one, in whole percents within 0..100;
/// the first step starts at 50.
[[nodiscard]] double steppedProbability(const std::optional<double>& present, int percent);

}  // namespace nodewise::models
