/// farthest_pair.h: the two of many points that lie farthest apart.
#pragma once
#include "geometry/point.h"
#include <array>
#include <cstddef>
#include <vector>

namespace nodewise::measure {

/// Numbers of the two points; equal when there are fewer than two. Exact: boxes of points are split
/// in half, and a pair of boxes is opened only if its points could lie farther apart than the best
/// so far. For points on a closed surface about n log n, where all pairs are n². Pure, thread-safe.
/// @pre not empty.
[[nodiscard]] std::array<std::size_t, 2> farthestPair(const std::vector<PointLps>& points);

}  // namespace nodewise::measure
