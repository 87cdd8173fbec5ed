/// inlet_model.h: what lies at the base of the neck: clavicles, ribs, shoulder blades, the great
/// vessels of the arms, the brachial plexus.
#pragma once
#include "synthesis/chain.h"
#include "synthesis/plan.h"

namespace nodewise::synthesis {

/// Adds them to a slice of the straight neck; nothing above -25 mm.
void cutInlet(SliceAnatomy& out, const CasePlan& plan, float z);

}  // namespace nodewise::synthesis
