/// shape.h: how round, how rough and how hollow a node is.
#pragma once
#include "measure/blurred_mask.h"
#include "measure/node_region.h"
#include <optional>

namespace nodewise::measure {

/// The raw values belong to the binary mesh and depend on the voxels (a perfect sphere of 8 mm
/// radius has 0.918 at 0.5 mm and 0.787 at 3 mm slices); the others belong to a surface without
/// voxel steps and do not, beyond the bounds stated in the README.
struct ShapeMeasurement {
    double meshVolumeMl = 0;  ///< IBSI RNU0.
    double meshAreaMm2 = 0;   ///< IBSI C0JK.
    double sphericity = 0;    ///< IBSI QCFX of that mesh.
    /// Longest distance between two vertices of that mesh: IBSI L0JK.
    double meshGreatestMm = 0;
    /// (36 pi V²)^(1/3) / A of the 0.5 level of the mask blurred with 0.35 mm and half the coarsest
    /// spacing, without shrinking (`blurMask`).
    std::optional<double> sphericityCorrected;
    /// Root mean square distance along the radius, over all directions, between the surface and the
    /// ellipsoid that fits it best (domain 9: contour roughness, residual of the radius after
    /// smoothing), mm. A surface r = R (1 + e Y) gives R e rms(Y) when Y is of more than two lobes.
    std::optional<double> roughnessMm;
    /// Root mean square distance of the outlines in the slices from a smooth line:
    /// `plane_roughness`. Only of a node in its region, not of a mask alone.
    std::optional<double> planeRoughnessMm;
    /// Share of the surface that is hollow in some direction: least principal curvature below -0.1
    /// over the radius of the ball of equal volume. After the fractional concavity of Rangayyan,
    /// Mudigonda and Desautels (Med Biol Eng Comput 2000;38:487), where segments of the outline
    /// between points of inflection are counted; in 3-D the sign of the curvature changes along
    /// lines. Seen at a scale of 0.6 mm + 0.04 of that radius + 0.55 of the coarsest spacing:
    /// narrower hollows are lost, so that voxel steps are not taken for hollows.
    std::optional<double> concaveFraction;
    std::optional<Gap> smoothGap;  ///< Why one of these is absent.
};

struct ShapeResult {
    std::optional<ShapeMeasurement> shape;
    std::optional<Gap> gap;  ///< TooSmall (under two voxels in a direction), TouchesBorder.
};

/// Errors: Cancelled. Thread-safe.
[[nodiscard]] Result<ShapeResult> measureShape(const NodeRegion& region, JobControl& job);

/// The same for a mask alone; `mask` may fill its box. Errors: Cancelled. Thread-safe.
[[nodiscard]] Result<ShapeMeasurement> measureShape(const MaskBox& mask, JobControl& job);

/// The voxels of the region's node in a tight box; empty dims when there are none.
[[nodiscard]] MaskBox maskBoxOf(const GridGeometry& geometry, std::span<const std::uint8_t> inside);

}  // namespace nodewise::measure
