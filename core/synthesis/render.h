/// render.h: the picture of a recipe: a whole neck CT without any label.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "synthesis/recipe.h"
#include "volume/ct_volume.h"

namespace nodewise::synthesis {

/// The grid of the recipe's volume: LPS, x to the left, y to the back, z to the head, mm.
[[nodiscard]] GridGeometry gridOf(const Recipe& recipe);

/// Draws the volume in HU, int16. The same recipe gives the same bytes for any number of threads
/// (0 = all cores). Stages reported: "plan", "slices". Errors: Cancelled; InvalidArgument and
/// TruthInconsistent when a node cannot be placed or cannot grow as asked (detail names the node).
/// Thread-safe.
[[nodiscard]] Result<VolumePtr> renderVolume(const Recipe& recipe, JobControl& job,
                                             unsigned threads = 0);

}  // namespace nodewise::synthesis
