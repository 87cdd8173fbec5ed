/// tongue_tone.h: how fat and fascicles make the tongue darker or brighter from place to place.
#pragma once
#include "synthesis/slice_evaluator.h"

namespace nodewise::synthesis {

/// Fills `out.tone`, HU to add to muscle: the midline septum, the fatty root, the fan of fascicles
/// from the mental spine. Places outside the tongue keep 0. Muscles must be drawn.
void toneTongue(const Scene& scene, FieldSlice& out);

}  // namespace nodewise::synthesis
