/// size.h: how large a node is: axial long and short axis, greatest length, height, volume.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "base/result.h"
#include "geometry/point.h"
#include "terms/words.h"
#include <optional>
#include <string>
#include <vector>

namespace nodewise::measure {

/// A straight length in the patient with its two end points.
struct AxisLine {
    PointLps from, to;
    double lengthMm = 0;
};

/// Why a part has no value. Word: `word(reason)`.
#define NODEWISE_GAPS(X)                                                                           \
    X(TooSmall, "too_small")                     /* fewer than two voxels in a direction */        \
    X(TouchesBorder, "touches_border")           /* cut by the edge of the volume */               \
    X(NoReferenceFat, "no_reference_fat")        /* too little fat further out */                  \
    X(NoFatAround, "no_fat_around")              /* everything round the node is masked out */     \
    X(NoStructures, "no_structures")             /* no structure mask was given */                 \
    X(OneNodeOnly, "one_node_only")              /* no second node nearby */                       \
    X(NoMargin, "no_margin")                     /* no profile shows an edge */                    \
    X(NotCalibrated, "not_calibrated")           /* the voxels are not Hounsfield units */         \
    X(TooCoarse, "too_coarse")                   /* fewer than two voxels where it would lie */    \
    X(NoEdges, "no_edges")                       /* no skin or airway to learn the blur from */    \
    X(NoMirror, "no_mirror")                     /* the opposite side is not in the picture */     \
    X(NoContact, "no_contact")                   /* the node does not touch it */                  \
    X(NoRestOfStructure, "no_rest_of_structure") /* too little of it away from the node */         \
    X(NamesNeeded, "names_needed")               /* only for a named structure */                  \
    X(SeveralPieces, "several_pieces")           /* the mask is no single body */                  \
    X(NotInThisVersion, "not_in_this_version")
enum class Gap { NODEWISE_GAPS(NODEWISE_TERM_ENUM) };

/// Sizes of one label. Planes are the planes of the grid that lie most nearly axial.
struct SizeMeasurement {
    /// Longest line across the node in any axial plane, on a sub-voxel outline. Absent with a gap.
    std::optional<AxisLine> longAxis;
    /// Full width at right angles to it in the same plane (caliper width).
    std::optional<AxisLine> shortAxis;
    std::optional<AxisLine> greatest;      ///< Longest line in 3-D, on the convex hull.
    std::optional<double> craniocaudalMm;  ///< Height along the patient's z.
    double volumeMl = 0;                   ///< Voxel count x voxel volume.
    std::size_t voxels = 0;
    int slice = 0;                           ///< Index of the plane of the axes along `sliceAxis`.
    int sliceAxis = 2;                       ///< Grid axis that runs most nearly along z.
    std::vector<PointLps> outline;           ///< Outline of the node in that plane, closed.
    std::optional<Gap> planeGap, heightGap;  ///< Why axes, or greatest and height, are absent.
};

/// Measures a label. Reference values: perfect shapes of oracles/geometry; the outline is the 0.5
/// level of the mask after a small in-plane Gaussian (SD 0.6 voxel), which keeps areas and takes
/// away the half-voxel steps. Fewer than two voxels across in the plane: no axes; fewer than two
/// planes: no height and no greatest length; a node cut by the border: none of them.
/// Errors: LabelAbsent when no voxel carries the label, Cancelled. Thread-safe.
[[nodiscard]] Result<SizeMeasurement> measureSize(const LabelMap& labels, LabelValue node,
                                                  JobControl& job);

}  // namespace nodewise::measure

namespace nodewise {
template <>
struct Words<measure::Gap> {
    using Self = measure::Gap;
    static constexpr auto pairs = std::to_array({NODEWISE_GAPS(NODEWISE_TERM_PAIR)});
};
}  // namespace nodewise
