/// muscle_packing.h: muscles drawn too fat push each other apart; between them a fat plane opens.
#pragma once
#include "synthesis/slice_evaluator.h"

namespace nodewise::synthesis {

/// Turns nearest and second-nearest muscle into the final muscle field. All other planes must be
/// complete: bone, vessels, glands and nodes keep their own gap.
void packMuscles(const Scene& scene, bool withNodes, FieldSlice& out);

}  // namespace nodewise::synthesis
