/// truth.h: the reference of a case. Nothing of it is given out before a call on it is kept.
#pragma once
#include "annotation/label_map.h"
#include "annotation/reference_truth.h"
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/pack.h"
#include "synthesis/recipe.h"
#include <optional>

namespace nodewise::casepack {

struct OpenedTruth {
    CaseTruth truth;
    LabelMap labels;  ///< On the grid of the case's volume; names say what each label is.
};

enum class TruthExtent {
    Whole,      ///< Every slice has its labels.
    NearNodes,  ///< Synthetic cases: at least 34 mm about each node; quick. Others: whole.
};

/// Synthetic cases: made from the recipe. Others: read from truth/<id>/. Thread-safe; the same for
/// any number of threads. Errors: CaseNotFound; TruthSealed when the pack holds no truth of this
/// case; SchemaViolation, LabelAbsent, those of synthesis::makeTruth and readLabelGrid, Cancelled.
[[nodiscard]] Result<OpenedTruth> openCaseTruth(const Pack& pack, const CaseId& id, JobControl& job,
                                                unsigned threads = 0);
[[nodiscard]] Result<OpenedTruth> openCaseTruth(const Pack& pack, const CaseId& id, JobControl& job,
                                                unsigned threads, TruthExtent extent);

/// The recipe a synthetic case was made from; nothing for other cases and where the truth is sealed
/// away. As secret as the truth. Thread-safe. Errors: CaseNotFound, those of parseRecipe.
[[nodiscard]] Result<std::optional<synthesis::Recipe>> openCaseRecipe(const Pack& pack,
                                                                      const CaseId& id);

}  // namespace nodewise::casepack
