/// case_staging.h: the N category that follows from a case's truth.
#pragma once
#include "annotation/reference_truth.h"
#include "casepack/case.h"
#include "staging/n_category.h"

namespace nodewise::casepack {

/// Metastatic nodes of the truth as the tables see them; benign ones are left out. Thread-safe.
[[nodiscard]] staging::StagingInput stagingOf(const CaseRecord& record, const CaseTruth& truth,
                                              Edition edition);

}  // namespace nodewise::casepack
