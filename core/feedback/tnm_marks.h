/// tnm_marks.h: the N category of the reference and of the call, and the errors of staging.
#pragma once
#include "feedback/feedback.h"
#include "feedback/node_match.h"
#include <array>
#include <optional>

namespace nodewise::feedback {

struct TnmOutcome {
    std::array<TnmComparison, 2> editions;  ///< TNM8, TNM9.
    MarkResult mark;
    std::optional<DetectedError> error;  ///< E10, E11 or E12.
};

/// Errors: those of staging::stageEdition.
[[nodiscard]] Result<TnmOutcome> compareStaging(const CaseCall& call, const CaseTruth& truth,
                                                const Matching& matching,
                                                const FeedbackContext& context);

}  // namespace nodewise::feedback
