/// eikonal.h: when a front that spreads at a given speed arrives.
#pragma once
#include "synthesis/growth_field.h"
#include <functional>
#include <vector>

namespace nodewise::synthesis {

inline constexpr float kNever = 1e9F;

/// First-order upwind fast marching. `speed` is mm of arrival a unit of time in each cell (0 =
/// wall), `seeds` start at 0. Stops when `enough(cell)` says so. Cells not reached hold kNever.
[[nodiscard]] std::vector<float>
arrivalTimes(const Block& block, const std::vector<float>& speed,
             const std::vector<std::size_t>& seeds,
             const std::function<bool(std::size_t, float)>& enough);

}  // namespace nodewise::synthesis
