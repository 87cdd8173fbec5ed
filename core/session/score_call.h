/// score_call.h: from the feedback of one kept call to the flat score that is kept and plotted.
#pragma once
#include "annotation/reference_truth.h"
#include "assessment/call.h"
#include "feedback/feedback.h"
#include "session/node_score.h"
#include <string>
#include <vector>

namespace nodewise::session {

/// What one score is made from. The references must outlive the call of `scoreOf` only.
struct ScoredNode {
    const NodeCall& call;
    const NodeTruth& truth;
    const feedback::NodeFeedback& feedback;
    const feedback::MarkResult* nCategory =
        nullptr;                      ///< With the last node of the case; else null.
    std::vector<ConceptId> concepts;  ///< Of the case.
    std::string feedbackJson;         ///< To open the feedback again; may be empty.
};

/// Marks become codes and numbers in one line each ("G1 72"); Brier, RPS and the second question
/// are the feedback's own. The log score is −ln of the probability given to the reference (its
/// share of grade 1 or more at least one half counts as positive), clipped at 1e-3 so that one
/// certain miss stays finite. A teaching draft counts in no statistic. `wrongReason`: the grade
/// agrees on G1 or more, a reason was named, and none of the named reasons is an HNCIG criterion.
/// Pure, thread-safe.
[[nodiscard]] NodeScore scoreOf(const ScoredNode& node);

}  // namespace nodewise::session
