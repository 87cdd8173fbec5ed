/// node_region.h: the part of a volume round one node, as small plain arrays with distances.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "base/result.h"
#include "measure/size.h"
#include "volume/ct_volume.h"
#include <vector>

namespace nodewise::measure {

constexpr double kRegionMarginMm = 15.0;

/// Everything a measurement needs, cut out of the volume once. Arrays are i fastest over
/// `geometry`.
struct NodeRegion {
    GridGeometry geometry;  ///< Of the cut-out.
    VoxelIndex start;       ///< Where the cut-out lies in the volume.
    std::vector<float> hu;
    std::vector<std::uint8_t> inside;    ///< 1 = the node.
    std::vector<LabelValue> otherNodes;  ///< Label of another node, else 0.
    std::vector<LabelValue> structures;  ///< Structure label, else 0.
    /// From each voxel centre to the surface of the node, mm; 0 inside; at most
    /// kRegionMarginMm + 1.
    std::vector<float> distanceMm;
    std::map<LabelValue, std::string> structureNames, nodeNames;
    bool hasStructures = false;
    bool calibrated = true;  ///< The image is in Hounsfield units.
    std::size_t voxels = 0;  ///< Of the node.

    [[nodiscard]] VoxelIndex inVolume(std::size_t offset) const;
};

/// Cuts the region out. Errors: GridMismatch when image, labels or structures lie on different
/// grids, LabelAbsent, NotANumber when a voxel of the region is not a number, Cancelled.
[[nodiscard]] Result<NodeRegion> cutNodeRegion(const CtVolume& image, const LabelMap& labels,
                                               LabelValue node, const LabelMap* structures,
                                               JobControl& job);

}  // namespace nodewise::measure
