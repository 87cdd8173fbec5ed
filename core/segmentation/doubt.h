/// doubt.h: which part of a segmented node may belong to what it touches.
#pragma once
#include "segmentation/node_mask.h"
#include "segmentation/star_surface.h"

namespace nodewise::segmentation {

/// An edge along a ray from this on is a border one sees.
inline constexpr float kClearEdge = 0.55F;

[[nodiscard]] float shareOfClearEdges(const StarSurface& surface);

/// Adds to `doubt` the voxels of `mask` near the surface where rays see no clear border: those
/// within 2 mm of it and those beyond the surface that the clear rays about suggest.
void markDoubt(const WorkBox& box, const RaySet& rays, const StarSurface& surface,
               const NodeMask& mask, NodeMask& doubt);

}  // namespace nodewise::segmentation
