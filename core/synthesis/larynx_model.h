/// larynx_model.h: cartilages and soft parts of larynx, pharynx and trachea.
#pragma once
#include "synthesis/chain.h"
#include "synthesis/plan.h"

namespace nodewise::synthesis {

/// Adds what the slice at height `z` cuts of them, in the straight neck.
void cutLarynx(SliceAnatomy& out, const CasePlan& plan, float z);

}  // namespace nodewise::synthesis
