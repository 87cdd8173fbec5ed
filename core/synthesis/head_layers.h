/// head_layers.h: the parts of a slice above the neck, and the primary tumour.
#pragma once
#include "synthesis/slice_evaluator.h"

namespace nodewise::synthesis {

/// Skull base, brain and sinuses; after the spine, so that the canal opens into the skull.
void drawSkull(FieldSlice& out);

/// The primary tumour of the recipe: a mass of the mucosa that narrows the airway.
void drawPrimary(const Scene& scene, FieldSlice& out);

}  // namespace nodewise::synthesis
