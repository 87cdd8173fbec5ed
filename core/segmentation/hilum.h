/// hilum.h: fat that a node encloses: its hilum, which belongs to it.
#pragma once
#include "segmentation/tissue.h"
#include "segmentation/work_box.h"

namespace nodewise::segmentation {

/// Finds fat within the closing of the node tissue about `middle` that sees node tissue in most
/// directions, and gives these voxels of the box the level of the node, so that what follows takes
/// them in. `scaleMm`: about the node's radius. Returns the filled volume, mm³.
double fillHilum(WorkBox& box, BoxPoint middle, float scaleMm, const TissueLevels& levels);

}  // namespace nodewise::segmentation
