/// assess.h: everything that is said of one measured node: findings, grade, probability.
#pragma once
#include "evidence/hncig.h"
#include "evidence/pene.h"
#include "measure/measurements.h"

namespace nodewise::evidence {

/// What was found about one node. Two different answers: `opinion` (what imaging shows, HNCIG) and
/// `pene` (what pathology would show, from the literature). They are never mixed.
struct NodeEvidence {
    std::vector<Finding> findings;
    ReadingConditions conditions;
    GradeOpinion opinion;
    PeneEstimate pene;
};

/// What weakens certainty: picture quality from the flags, margin and fat that could not be
/// measured, biopsy and infection from the patient.
[[nodiscard]] ReadingConditions conditionsOf(const measure::Measurements& measurements,
                                             const PatientContext& patient);

/// Findings, grade and probability of a measured node. Thread-safe, deterministic.
[[nodiscard]] NodeEvidence assessNode(const measure::Measurements& measurements,
                                      const PatientContext& patient);

}  // namespace nodewise::evidence
