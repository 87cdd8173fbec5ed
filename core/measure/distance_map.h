/// distance_map.h: how far each voxel lies from the surface of a mask.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "geometry/grid_geometry.h"
#include "measure/node_region.h"
#include <cstdint>
#include <span>
#include <vector>

namespace nodewise::measure {

/// Distance in mm from each voxel centre to the surface of the mask; 0 inside, at most `limitMm`.
/// Exact distances between voxel centres (separable over the axes), less the depth of the nearest
/// centre under the surface, which is the 0.5 level of the smoothed mask: so neither the half voxel
/// up to the surface nor the corners of its steps count. Errors: Cancelled. Thread-safe.
[[nodiscard]] Result<std::vector<float>> distanceToMask(const GridGeometry& geometry,
                                                        std::span<const std::uint8_t> mask,
                                                        double limitMm, JobControl& job,
                                                        unsigned threads = 0);

/// The distances of a whole region: as above up to kNearMm, further out from blocks of about 1.5
/// mm. Errors: Cancelled. Thread-safe.
[[nodiscard]] Result<std::vector<float>> regionDistances(const NodeRegion& region, unsigned threads,
                                                         JobControl& job);

}  // namespace nodewise::measure
