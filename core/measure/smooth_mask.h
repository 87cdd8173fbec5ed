/// smooth_mask.h: a mask without its voxel steps, as a field whose 0.5 level is the surface.
#pragma once
#include "geometry/grid_geometry.h"
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace nodewise::measure {

/// Gaussian of `sdVoxels[axis]` along each axis of the grid; outside the grid the mask is taken as
/// 0.
[[nodiscard]] std::vector<float> smoothMask(const GridGeometry& geometry,
                                            std::span<const std::uint8_t> mask,
                                            const std::array<double, 3>& sdVoxels);

/// The same of a field of shares.
[[nodiscard]] std::vector<float> smoothMask(const GridGeometry& geometry, std::vector<float> share,
                                            const std::array<double, 3>& sdVoxels);

}  // namespace nodewise::measure
