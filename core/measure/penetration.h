/// penetration.h: how deep a node reaches into a structure's own place, and what the structure
/// looks like behind the contact.
#pragma once
#include "measure/capsule.h"
#include "measure/node_region.h"
#include <map>
#include <vector>

namespace nodewise::measure {

struct Penetration {
    double depthMm = 0;
    std::vector<VoxelIndex> voxels;  ///< Of the volume.
};

/// The structure's expected place is its mask with the bay of a node filled (closing by a ball of
/// 1.25 times the capsule's longest radius, 6 to 12.5 mm), less the fitted capsule of the node: a
/// node that only pushes a muscle aside lies in its capsule and penetrates nothing. The depth of a
/// voxel of the node there is the smaller of its distance beyond the capsule and its depth under
/// the filled outline; what lies within a millimetre (two residual SDs, a voxel and a half) of the
/// capsule counts as capsule. On blocks of about a millimetre. Thread-safe. Errors: Cancelled.
[[nodiscard]] Result<Penetration> measurePenetration(const NodeRegion& region,
                                                     const Capsule& capsule, LabelValue structure,
                                                     unsigned threads, JobControl& job);

/// For each of these structures (in rising order): median HU 1.5 to 4 mm behind the node's surface
/// less its median 7 mm and more away, mixed voxels (next to anything else) left out. A structure
/// with too little of either is not in the map. Thread-safe.
[[nodiscard]] std::map<LabelValue, double> changesInside(const NodeRegion& region,
                                                         const std::vector<LabelValue>& labels);

}  // namespace nodewise::measure
