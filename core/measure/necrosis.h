/// necrosis.h: how much of a node is of low density. Recorded, never graded.
#pragma once
#include "measure/node_region.h"
#include <optional>
#include <vector>

namespace nodewise::measure {

/// Low density inside the node, away from its rim.
struct Necrosis {
    double fraction = 0;             ///< Share of the node's volume, 0..1.
    std::optional<double> hu;        ///< Mean HU of that part; absent when there is none.
    std::optional<bool> central;     ///< Its centre lies within 0.3 equivalent radii of the node's.
    double muscleHu = 0;             ///< What it is compared with.
    bool muscleMeasured = false;     ///< From a muscle mask; otherwise the assumed 60 HU.
    std::vector<VoxelIndex> voxels;  ///< For the picture.

    std::optional<double> sdHu;    ///< Spread inside it; small in a cyst.
    std::optional<double> wallMm;  ///< Median thickness of the solid rest round it.
    bool cystLike = false;         ///< One piece, most of the node, water-like, even, thin wall.
    double hilumFraction = 0;      ///< Share of the node's volume with the HU of fat.
    std::optional<double> hilumHu;
    std::optional<bool> hilumEccentric;  ///< Reaches the surface, or lies off the middle.
    std::vector<VoxelIndex> hilum;       ///< For the picture.
};

struct NecrosisResult {
    std::optional<Necrosis> necrosis;
    std::optional<Gap> gap;
};

/// Share of the node more than 20 HU below muscle and above -20 HU (below that it is a fatty
/// hilum); domain 9. The outermost voxel layer is left out because it mixes with what lies outside;
/// voxels are first replaced by the in-plane 3x3 median inside the node, and specks under 8 voxels
/// are dropped. Nodes under 3 voxels across: gap TooSmall. Thread-safe. Errors: Cancelled.
[[nodiscard]] Result<NecrosisResult> measureNecrosis(const NodeRegion& region, unsigned threads,
                                                     JobControl& job);
[[nodiscard]] Result<NecrosisResult> measureNecrosis(const NodeRegion& region, JobControl& job);

}  // namespace nodewise::measure
