/// segment_node.h: the voxels of a lymph node from one click into it.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "geometry/point.h"
#include "segmentation/node_mask.h"
#include "volume/ct_volume.h"
#include <vector>

namespace nodewise::segmentation {

/// What a reader should look at before trusting the outline.
enum class SegmentationFlag {
    BorderUncertain,  ///< Over a fifth of the surface shows no edge: look at the contact.
    EntersStructure,  ///< A part lies in tissue that may be muscle or gland: `uncertain`.
    Conglomerate,     ///< Two or more nodes without a plane between them: `parts`.
    CutByVolume,      ///< The node goes on beyond the volume.
    ThickSlices,      ///< Fewer than four slices through the node.
    OneSlice          ///< A series of one slice: an area, not a volume.
};

struct SegmentOptions {
    double largestMm = 52;       ///< Greatest diameter looked for, 10..80.
    bool joinNeighbours = true;  ///< Take a second node in that shows no plane to the first.
    unsigned threads = 0;        ///< 0 = all cores; the result does not depend on it.
};

/// A node as found. All masks lie on the volume's grid.
struct NodeSegmentation {
    NodeMask mask;       ///< The whole node with everything that grows from it.
    NodeMask uncertain;  ///< Part of `mask` that may belong to a structure it touches.
    /// Proposed split of a conglomerate: disjoint, together `mask`, the clicked one first. One
    /// entry when there is nothing to split.
    std::vector<NodeMask> parts;
    PointLps centre;       ///< Centroid of the mask.
    double levelHu = 0;    ///< Typical HU of its solid part.
    double edgeShare = 0;  ///< Share of the surface at a visible edge, 0..1.
    std::vector<SegmentationFlag> flags;

    [[nodiscard]] bool has(SegmentationFlag flag) const;
};

/// Finds the node round `click` in a CT. Works in a box about the click only; a closed surface that
/// every ray from its middle meets once is laid where the rays see fat, air, bone, vessel or muscle
/// begin, smooth between them, and the middle is moved into the centroid until it stays; so that
/// another click in the same node gives nearly the same outline.
///
/// Errors: InvalidArgument (not in HU, click outside the volume or not a number, options out of
/// range); NoNodeHere (air, fat, bone, vessel, or no border within reach as in a muscle; `detail`
/// says which and what to do); NotANumber (NaN near the click); Cancelled. Thread-safe.
[[nodiscard]] Result<NodeSegmentation> segmentNode(const CtVolume& volume, PointLps click,
                                                   const SegmentOptions& options, JobControl& job);

}  // namespace nodewise::segmentation
