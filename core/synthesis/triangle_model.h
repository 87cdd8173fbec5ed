/// triangle_model.h: what lies in the fat at the side of the neck: origins of the scalenes, small
/// vessels that have a name and a course.
#pragma once
#include "synthesis/chain.h"
#include "synthesis/plan.h"
#include <vector>

namespace nodewise::synthesis {

/// Adds the slips by which the scalenes rise from the transverse processes, and the posterior
/// scalene, as a slice at height `z` of the straight neck cuts them.
void cutScaleneOrigins(SliceAnatomy& out, float z);

/// Transverse cervical, posterior external jugular, submental and other veins, superior thyroid and
/// facial arteries; who has which is drawn by lot, their bends too. Pure.
[[nodiscard]] std::vector<SmallVessel> drawNamedVessels(std::uint32_t seed);

}  // namespace nodewise::synthesis
