/// distance_map.h: how far each voxel lies from a mask, counted from the faces of its voxels.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "geometry/grid_geometry.h"
#include <cstdint>
#include <span>
#include <vector>

namespace nodewise::measure {

/// Distance in mm from each voxel centre to the nearest box of a voxel that is set; 0 inside; at
/// most `limitMm`. Exact (separable over the axes) and not biased by half a voxel as distances
/// between centres are. Errors: Cancelled. Thread-safe.
[[nodiscard]] Result<std::vector<float>> distanceToMask(const GridGeometry& geometry,
                                                        std::span<const std::uint8_t> mask,
                                                        double limitMm, JobControl& job);

}  // namespace nodewise::measure
