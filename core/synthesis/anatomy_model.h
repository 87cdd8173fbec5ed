/// anatomy_model.h: the plan's neck, cut by a slice.
#pragma once
#include "synthesis/chain.h"
#include "synthesis/plan.h"
#include <vector>

namespace nodewise::synthesis {

/// All structures but the spine (spine_model) and small things of the fat, in the straight neck.
[[nodiscard]] SliceAnatomy cutAnatomy(const CasePlan& plan, float z);

/// Radius of the body about the canal, one a degree from -180 to 180 (361 values), straight neck.
[[nodiscard]] std::vector<float> bodyOutline(const CasePlan& plan, float z);

}  // namespace nodewise::synthesis
