/// click_levels.h: what the picture shows at the click: node tissue, its level, or no node.
#pragma once
#include "base/result.h"
#include "segmentation/ray_set.h"
#include "segmentation/tissue.h"
#include "segmentation/work_box.h"

namespace nodewise::segmentation {

struct ClickView {
    TissueLevels levels;
    BoxPoint start;  ///< Where to look from: the click, or the fluid behind the wall it hit.
};

/// First guess of the levels from the neighbourhood of the click. Errors: NoNodeHere for air, bone,
/// vessel and fat that no node tissue encloses (a fatty hilum is enclosed).
[[nodiscard]] Result<ClickView> lookAtClick(const WorkBox& box, const RaySet& rays, BoxPoint click);

}  // namespace nodewise::segmentation
