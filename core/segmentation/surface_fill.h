/// surface_fill.h: from a star-shaped surface to voxels.
#pragma once
#include "segmentation/node_mask.h"
#include "segmentation/star_surface.h"

namespace nodewise::segmentation {

/// Moves each radius to where the picture as scanned crosses the middle between what lies inside
/// and outside, when that is within 1.5 mm and the two differ enough.
void sharpen(const WorkBox& box, const RaySet& rays, const TissueLevels& levels,
             StarSurface& surface);

/// The voxels whose centre lies within the surface; the box of the mask is the work box's.
[[nodiscard]] NodeMask fill(const WorkBox& box, const RaySet& rays, const StarSurface& surface);

}  // namespace nodewise::segmentation
