/// node_piece.h: one node of a recipe and what lies about it, without drawing the whole neck: for
/// the physics bench, the dial and the pictures on remedy cards.
#pragma once
#include "annotation/label_map.h"
#include "annotation/reference_truth.h"
#include "base/job_control.h"
#include "base/result.h"
#include "synthesis/recipe.h"
#include "volume/ct_volume.h"
#include <memory>
#include <string_view>

namespace nodewise::synthesis {

/// Labels of NodePiece::marks. The node with its extension is both of the first two together.
inline constexpr LabelValue kCapsuleMark = 1;  ///< The node before it grew beyond its capsule.
inline constexpr LabelValue kBeyondMark = 2;   ///< Its tumour beyond the capsule.
inline constexpr LabelValue kOtherNodeMark = 3;

struct PieceExtent {
    double aroundMm = 30;  ///< In the slice, from the middle of the node, > 0.
    double aboveMm = 8;    ///< Above and below the decisive slice, > 0.
};

struct NodePiece {
    VolumePtr image;  ///< The voxels of renderVolume, in a window about the node.
    std::shared_ptr<const LabelMap> marks;  ///< On the same grid.
    NodeTruth truth;                        ///< Both truths in this rendering.
    /// On the slice that shows most of the tumour beyond the capsule; where there is none, most of
    /// the node. Middle of what it shows.
    PointLps place;
};

/// Makes both truths (what the recipe expects is not asked) and draws the slices about the node.
/// About a second for a neck of 512². Errors: NodeNotFound; those of makeTruth and renderSlices;
/// Cancelled. Thread-safe; the same for any number of threads.
[[nodiscard]] Result<NodePiece> makeNodePiece(const Recipe& recipe, std::string_view nodeId,
                                              const PieceExtent& extent, JobControl& job,
                                              unsigned threads = 0);

/// The picture alone, about a place that is known: two or three times as quick. Errors: those of
/// renderSlices; Cancelled. Thread-safe.
[[nodiscard]] Result<VolumePtr> drawPieceAbout(const Recipe& recipe, PointLps centre,
                                               const PieceExtent& extent, JobControl& job,
                                               unsigned threads = 0);

}  // namespace nodewise::synthesis
