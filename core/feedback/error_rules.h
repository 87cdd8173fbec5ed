/// error_rules.h: the error codes of feedback, each by a stated rule (README.md).
#pragma once
#include "feedback/feedback.h"
#include "feedback/node_marks.h"
#include "feedback/node_match.h"
#include <vector>

namespace nodewise::feedback {

/// A biopsy this long before the examination can still blur a margin. Ours, not published.
constexpr int kRecentBiopsyDays = 28;
[[nodiscard]] bool recentBiopsy(const FeedbackContext& context);

/// E01 to E05, E08, E09, E16 for one node that was found.
[[nodiscard]] std::vector<DetectedError> nodeErrors(const NodeView& view, const CaseTruth& truth);

/// E06, E07, E15 for the case.
[[nodiscard]] std::vector<DetectedError> caseErrors(const CaseCall& call, const CaseTruth& truth,
                                                    const Matching& matching,
                                                    const FeedbackContext& context);

}  // namespace nodewise::feedback
