/// kept_feedback.h: the feedback of one node, read back from the text that is kept with its score.
#pragma once
#include "feedback/feedback.h"
#include <string_view>

namespace nodewise::feedback {

struct KeptFeedback {
    NodeFeedback node;
    MarkResult nCategory;              ///< Over the whole case.
    std::array<TnmComparison, 2> tnm;  ///< TNM8, TNM9; without notes.
};

/// What `toJson` wrote about one node: marks with their items, the rule's trace, rows of evidence,
/// measured items, error codes, scores; and the N category of the case. What the text does not hold
/// (values of an error, rows of evidence that the table has dropped) stays empty. Errors:
/// JsonInvalid, ValueOutOfRange (an unknown word), NodeNotFound. Thread-safe.
[[nodiscard]] Result<KeptFeedback> readKeptFeedback(std::string_view text, const NodeId& node);

}  // namespace nodewise::feedback
