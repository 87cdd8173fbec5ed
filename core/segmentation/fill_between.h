/// fill_between.h: slices between those that were drawn, filled by their
/// shapes.
#pragma once
#include "annotation/label_map.h"
#include "segmentation/brush.h"

namespace nodewise::segmentation {

/// What to add so that `label` has no empty slice (along k) between its first
/// and its last: each empty slice takes the voxels where the mix of the signed
/// distances to the outlines above and below is inside. Shape-based
/// interpolation: Raya and Udupa, IEEE Trans Med Imaging 1990;9:32. Voxels of
/// other labels stay. The edit is not applied yet; empty when nothing is
/// missing. Pure.
[[nodiscard]] LabelEdit fillBetween(const LabelMap& map, LabelValue label);

}  // namespace nodewise::segmentation
