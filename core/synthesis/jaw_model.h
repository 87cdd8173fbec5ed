/// jaw_model.h: mandible, lower teeth, hyoid and the nuchal ligament.
#pragma once
#include "synthesis/chain.h"

namespace nodewise::synthesis {

/// Adds what the slice at height `z` cuts of them, in the straight neck.
void cutJaw(SliceAnatomy& out, float z);

}  // namespace nodewise::synthesis
