/// jaw_model.h: mandible, lower teeth, hyoid and the nuchal ligament.
#pragma once
#include "synthesis/chain.h"
#include "synthesis/plan.h"

namespace nodewise::synthesis {

/// Adds what the slice at height `z` cuts of them, in the straight neck.
void cutJaw(SliceAnatomy& out, const CasePlan& plan, float z);

}  // namespace nodewise::synthesis
