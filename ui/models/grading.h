/// grading.h: a kept call and its reference made into what the feedback screen shows.
#pragma once
#include "casepack/truth.h"
#include "ui/models/reading_services.h"

namespace nodewise::models {

/// Measures the node of the request on the volume and compares the call. `facts` of the whole
/// series, as `assess` takes them; null: blur, noise, phase and the opposite side stay unknown.
/// Pure but for the time it takes; thread-safe. Errors: NodeNotFound when the reference lacks the
/// node; those of measure::measureNode and feedback::compareCall; Cancelled.
[[nodiscard]] Result<GradedCall> gradeNode(const GradingRequest& request, const VolumePtr& volume,
                                           const casepack::OpenedTruth& truth, JobControl& job,
                                           const measure::SeriesFacts* facts = nullptr);

}  // namespace nodewise::models
