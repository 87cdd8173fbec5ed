/// plane_roughness.h: how far the outline of a node in its slices leaves a smooth line.
#pragma once
#include "measure/node_region.h"
#include "measure/outline.h"
#include <cstddef>
#include <optional>
#include <vector>

namespace nodewise::measure {

/// To either side of a place on a loop: 5 mm, at most 0.12 of its length (43 degrees of a circle).
[[nodiscard]] double smoothReachMm(const std::vector<PlanePoint>& loop);

/// Distance of corner `n` from the parabola through the places within `reachMm` along the loop, in
/// the frame of the line through the ends of that stretch; absent when the loop is shorter.
[[nodiscard]] std::optional<double> offSmooth(const std::vector<PlanePoint>& loop, std::size_t n,
                                              double reachMm);

/// Root mean square of that distance along the outlines (0.5 level, `outline.h`) in the slices of
/// the node, mm, less (in quadrature) the 0.17 pixel that voxels of a smooth body leave. Slices
/// under 0.3 of its largest area are left out: caps. Slices are not looked across, so that their
/// thickness does not count. Absent when no outline is long enough. Thread-safe.
[[nodiscard]] std::optional<double> planeRoughnessMm(const NodeRegion& region);

}  // namespace nodewise::measure
