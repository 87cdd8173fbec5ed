/// throat_model.h: soft palate and uvula, tonsils, base of the tongue, constrictors, lining of the
/// mouth: what gives the throat its shape.
#pragma once
#include "synthesis/anatomy_model.h"
#include "synthesis/plan.h"
#include "synthesis/slice_evaluator.h"

namespace nodewise::synthesis {

/// Adds what a slice at height `z` of the straight neck cuts of the throat.
void cutThroat(SliceAnatomy& out, const CasePlan& plan, float z);

/// Lymphoid tissue gets its bumps, and gas gives way to what hangs or bulges into it. All chains
/// and tubes must be drawn, muscles not packed yet.
void shapeThroat(const Scene& scene, FieldSlice& out);

}  // namespace nodewise::synthesis
