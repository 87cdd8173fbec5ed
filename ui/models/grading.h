/// grading.h: a kept call and its reference made into what the feedback screen shows.
#pragma once
#include "casepack/truth.h"
#include "ui/models/reading_services.h"

namespace nodewise::models {

/// What is measured about a node by its reference, whatever was called: as secret as the truth.
struct MeasuredReference {
    NodeTruth truth;
    measure::Measurements measured;
    std::optional<MarginLine> widestMargin, cleanMargin;
    std::shared_ptr<const LabelMap> labels, findings;  ///< As in GradedCall.
};

/// `how.facts` of the whole series, as `assess` takes them; null: blur, noise, phase and the
/// opposite side stay unknown. Pure but for the time it takes; thread-safe. Errors: NodeNotFound
/// when the reference lacks the node; those of measure::measureNode; Cancelled.
[[nodiscard]] Result<MeasuredReference>
measureReference(const CtVolume& volume, const casepack::OpenedTruth& truth, const NodeId& node,
                 const measure::MeasureOptions& how, JobControl& job);

/// Compares the call of the request. Short; pure, thread-safe. Errors: NodeNotFound when the
/// comparison lacks the node; those of feedback::compareCall.
[[nodiscard]] Result<GradedCall> gradeNode(const GradingRequest& request, const VolumePtr& volume,
                                           const casepack::OpenedTruth& truth,
                                           const MeasuredReference& node);

/// Both.
[[nodiscard]] Result<GradedCall> gradeNode(const GradingRequest& request, const VolumePtr& volume,
                                           const casepack::OpenedTruth& truth, JobControl& job,
                                           const measure::SeriesFacts* facts = nullptr);

}  // namespace nodewise::models
