/// surface_search.h: one radius a ray so that the sum of what the rays say and of how much
/// neighbours differ is smallest.
#pragma once
#include "segmentation/ray_set.h"
#include <array>
#include <cstddef>
#include <vector>

namespace nodewise::segmentation {

inline constexpr std::size_t kSteps = 64;  ///< Radii a ray is offered.
inline constexpr int kReach = 4;           ///< Greatest difference of two neighbours, in steps.
using RayCost = std::array<float, kSteps>;

/// Minimises sum cost[ray][x] + sum over neighbours weight·(x − x')² with |x − x'| <= kReach by
/// sequential tree-reweighted message passing (Kolmogorov, IEEE PAMI 28:1568, 2006): the same
/// answer every time, near the best one for such convex terms. `passes` of 6 to 12 will do. Where
/// neighbours contradict each other sharply the reach may be overrun by a few steps.
/// Thread-safe.
[[nodiscard]] std::vector<int> findSurface(const RaySet& rays, const std::vector<RayCost>& cost,
                                           float weight, int passes);

}  // namespace nodewise::segmentation
