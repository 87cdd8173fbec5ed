/// extension.h: node-like tissue beyond the capsule a node should have. Reported, never graded.
#pragma once
#include "measure/capsule.h"
#include "measure/node_region.h"
#include "measure/node_surface.h"
#include <optional>
#include <vector>

namespace nodewise::measure {

/// Tissue beyond the capsule.
struct Extension {
    double depthMm = 0;    ///< Deepest place, at right angles to the capsule; 0 = none.
    double sectorDeg = 0;  ///< Full angle, seen from the centre, that holds 95 % of it.
    double volumeMl = 0;
    /// Cube root of the mean cubed distance of the node's surface from the capsule, with its sign:
    /// what bulges out over a part of the surface makes it positive, a bay (hilum, dent) negative,
    /// noise of both signs nought. A broad shallow bulge counts as a narrow deep one does.
    double outwardMm = 0;
    Capsule capsule;
    std::optional<AxisLine> deepest;  ///< From the capsule to the deepest place.
    std::vector<VoxelIndex> voxels;   ///< For the picture.
    std::vector<float> beyondMm;      ///< One a vertex of the node's surface; negative inside.
};

struct ExtensionResult {
    std::optional<Extension> extension;
    std::optional<Gap> gap;
};

/// Tissue is what the mask holds and what joins it with the HU of its rim (within 45 HU above and a
/// third of the way to fat below, in no structure, within 8 mm, at most half as large as the node).
/// What lies beyond the capsule by more than 1 mm, two voxels along its normal and two residual SDs
/// counts; pieces under 5 mm³ are dropped. Definition: domain 9 (breach depth). Gaps: TooSmall,
/// TooCoarse (fewer than two voxels from middle to rim along an axis of the grid), NotCalibrated.
/// Thread-safe. Errors: Cancelled.
[[nodiscard]] Result<ExtensionResult> measureExtension(const NodeRegion& region,
                                                       const NodeSurface& surface,
                                                       const std::optional<Capsule>& capsule,
                                                       JobControl& job);

}  // namespace nodewise::measure
