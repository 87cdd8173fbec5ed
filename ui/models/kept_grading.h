/// kept_grading.h: a call whose pack is gone, with the feedback that was kept beside it.
#pragma once
#include "ui/models/reading_services.h"

namespace nodewise::models {

/// Marks, rule, evidence and measured sentences from the kept text; no volume, no outlines.
/// `nodeIndex` and `nodeCount` place the call in its reading. Errors: NodeNotFound when the call
/// was never compared; those of feedback::readKeptFeedback.
[[nodiscard]] Result<GradedCall> gradedFromKept(const session::CallRecord& record,
                                                std::size_t nodeIndex, std::size_t nodeCount);

}  // namespace nodewise::models
