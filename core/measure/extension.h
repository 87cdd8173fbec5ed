/// extension.h: node-like tissue beyond the capsule a node should have. Reported, never graded.
#pragma once
#include "geometry/triangle_mesh.h"
#include "measure/node_region.h"
#include <array>
#include <optional>
#include <vector>

namespace nodewise::measure {

/// The ellipsoid that fits the undisturbed part of a node's surface.
struct Capsule {
    PointLps centre;
    std::array<VectorLps, 3> axes;    ///< Unit vectors.
    std::array<double, 3> radiiMm{};  ///< Along them.
    double residualMm = 0;            ///< SD of the surface about it, where it fits.
    double fittedShare = 0;           ///< Share of the surface that it fits.

    /// Distance outward of the capsule, first order; negative inside.
    [[nodiscard]] double outsideMm(PointLps place) const;
};

/// Tissue beyond the capsule.
struct Extension {
    double depthMm = 0;    ///< Deepest place, at right angles to the capsule; 0 = none.
    double sectorDeg = 0;  ///< Full angle, seen from the centre, that holds 95 % of it.
    double volumeMl = 0;
    Capsule capsule;
    std::optional<AxisLine> deepest;  ///< From the capsule to the deepest place.
    std::vector<VoxelIndex> voxels;   ///< For the picture.
    std::vector<float> beyondMm;      ///< One a vertex of the node's surface; negative inside.
};

struct ExtensionResult {
    std::optional<Extension> extension;
    std::optional<Gap> gap;
};

/// Fits the capsule to `surface` (weights fall where the surface lies outside it, so that a tongue
/// does not pull it along), then takes the voxels of the mask, and what joins it in the fat with
/// the node's own HU, that lie more than two voxels (at least 1.5 residual SD) beyond. Definition:
/// domain 9 (breach depth). Gaps: TooSmall, NotMeasurable. Thread-safe. Errors: Cancelled.
[[nodiscard]] Result<ExtensionResult>
measureExtension(const NodeRegion& region, const TriangleMesh& surface, JobControl& job);

}  // namespace nodewise::measure
