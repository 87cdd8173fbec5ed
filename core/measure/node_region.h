/// node_region.h: the part of a volume round one node, as small plain arrays with distances.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "base/result.h"
#include "measure/mask_pieces.h"
#include "measure/size.h"
#include "volume/ct_volume.h"
#include <vector>

namespace nodewise::measure {

constexpr double kRegionMarginMm = 15.0;
/// Distances are exact up to here; further out they are right to two millimetres.
constexpr double kNearMm = 6.5;

/// Label and name of tissue that was found in the picture alone.
constexpr LabelValue kUnnamed = 65535;
constexpr const char* kUnnamedName = "unnamed";

/// Everything a measurement needs, cut out of the volume once. Arrays are i fastest over
/// `geometry`.
struct NodeRegion {
    GridGeometry geometry;     ///< Of the cut-out.
    VoxelIndex start;          ///< Where the cut-out lies in the volume.
    VoxelBox nodeBox;          ///< Of the node, in voxels of the cut-out.
    bool cutByBorder = false;  ///< The node reaches the outermost voxels of the volume.
    std::vector<float> hu;
    std::vector<std::uint8_t> inside;    ///< 1 = the node.
    std::vector<LabelValue> otherNodes;  ///< Label of another node, else 0.
    std::vector<LabelValue> structures;  ///< Structure label, else 0.
    /// From each voxel centre to the surface of the node, mm; 0 inside; at most
    /// kRegionMarginMm + 1. See kNearMm.
    std::vector<float> distanceMm;
    std::map<LabelValue, std::string> structureNames, nodeNames;
    bool hasStructures = false;  ///< A map names structures.
    bool unnamed = false;        ///< None does; tissue found in the picture has kUnnamed.
    bool hasOtherNodes = false;  ///< Another node lies in the cut-out.
    bool calibrated = true;      ///< The image is in Hounsfield units.
    std::size_t voxels = 0;      ///< Of the node.
    MaskPieces pieces;           ///< Of the node.
    PointLps centroid;           ///< Mean of its voxel centres.

    /// No single body: what describes one has no meaning. Specks of up to 2 % do not count.
    [[nodiscard]] bool severalBodies() const { return pieces.strayShare > 0.02; }
    [[nodiscard]] VoxelIndex inVolume(std::size_t offset) const;
};

/// A box of the region and the offset of its first voxel.
struct RegionBox {
    VoxelIndex low;
    std::array<int, 3> size{};
    GridGeometry geometry;
};
/// The node's box with `rimMm` (at least `rimVoxels`) all round, as far as the region goes.
[[nodiscard]] RegionBox boxRound(const NodeRegion& region, double rimMm, int rimVoxels);
/// The mask of the node in such a box, i fastest.
[[nodiscard]] std::vector<std::uint8_t> maskIn(const NodeRegion& region, const RegionBox& box);

/// The box round a label in a map; nothing when it is absent. `any` is set when the map holds any
/// label. Looks at each voxel once, on `threads` threads.
[[nodiscard]] std::optional<VoxelBox> findLabel(const LabelMap& labels, LabelValue node,
                                                unsigned threads, bool& any);

/// Cuts the region out. Errors: GridMismatch when image, labels or structures lie on different
/// grids, LabelAbsent, NotANumber when a voxel of the region is not a number, Cancelled.
[[nodiscard]] Result<NodeRegion> cutNodeRegion(const CtVolume& image, const LabelMap& labels,
                                               LabelValue node, const LabelMap* structures,
                                               JobControl& job);
/// Where no map names structures: marks muscle, vessels and glands found in the picture as
/// kUnnamed. Errors: Cancelled.
[[nodiscard]] Result<void> addUnnamedStructures(NodeRegion& region, unsigned threads,
                                                JobControl& job);
/// As `cutNodeRegion`, when the box is known. @pre one grid, `box` holds the label.
[[nodiscard]] Result<NodeRegion> cutNodeRegion(const CtVolume& image, const LabelMap& labels,
                                               LabelValue node, const VoxelBox& box,
                                               const LabelMap* structures, unsigned threads,
                                               JobControl& job);

}  // namespace nodewise::measure
