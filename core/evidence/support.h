/// support.h: what ultrasound and PET say: support for a reading, never evidence of ENE.
///
/// These figures were counted by neck level, and most levels held no metastasis: they tell
/// metastasis from normal. In a node that is known to be a metastasis a high SUV says next to
/// nothing of ENE. So no row here has a feature, none enters a grade, a certainty or a
/// probability, and screens show their shares without a likelihood ratio.
#pragma once
#include "evidence/likelihoods.h"
#include <vector>

namespace nodewise::evidence {

/// The rows that are built in (core/evidence/data/support.json), ultrasound first. Read once,
/// thread-safe.
[[nodiscard]] const std::vector<Likelihood>& supportRows();

}  // namespace nodewise::evidence
