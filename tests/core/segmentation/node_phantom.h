/// node_phantom.h: ellipsoids in fat beside muscle and vessel, with closed-form voxels.
#pragma once
#include "segmentation/node_mask.h"
#include "volume/ct_volume.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <random>
#include <vector>

namespace nodewise::segmentation {

/// HU at a place; the picture takes the mean of 2 × 2 × 2 places a voxel.
using Scene = std::function<double(PointLps)>;
/// Whether a place belongs to the node.
using Inside = std::function<bool(PointLps)>;

inline constexpr double kFatHu = -100, kMuscleHu = 62, kNodeHu = 95, kBloodHu = 190;

/// 60 mm cube about the origin.
inline GridGeometry phantomGrid(std::array<double, 3> spacing) {
    std::array<int, 3> dims{};
    for (std::size_t a = 0; a < 3; ++a)
        dims[a] = std::max(1, static_cast<int>(std::lround(60 / spacing[a])));
    const auto first = [&](std::size_t a) { return -0.5 * spacing[a] * (dims[a] - 1); };
    return GridGeometry::axisAligned(dims, spacing, {first(0), first(1), first(2)});
}

inline VolumePtr draw(const GridGeometry& grid, const Scene& scene, double noise,
                      std::uint32_t seed = 5) {
    std::mt19937 lots(seed);
    const auto gauss = [&] {
        double sum = -6;
        for (int n = 0; n < 12; ++n)
            sum += static_cast<double>(lots()) / 4294967296.0;
        return sum;
    };
    std::vector<std::int16_t> voxels(grid.voxelCount());
    for (std::size_t n = 0; n < voxels.size(); ++n) {
        const PointLps p = grid.toPatient(grid.indexOf(n));
        double sum = 0;
        for (int part = 0; part < 8; ++part) {
            const auto shift = [&](int bit, std::size_t a) {
                return ((part >> bit & 1) != 0 ? 0.25 : -0.25) * grid.spacing()[a];
            };
            sum += scene(p + VectorLps{shift(0, 0), shift(1, 1), shift(2, 2)});
        }
        voxels[n] = static_cast<std::int16_t>(std::lround(sum / 8 + noise * gauss()));
    }
    return *CtVolume::create(grid, std::move(voxels));
}

inline NodeMask maskWhere(const GridGeometry& grid, const Inside& inside) {
    NodeMask mask = NodeMask::box({0, 0, 0}, grid.dims());
    for (std::size_t n = 0; n < mask.bits.size(); ++n)
        mask.bits[n] = inside(grid.toPatient(grid.indexOf(n))) ? 1 : 0;
    return mask;
}

/// Below 1 inside, 1 on the surface.
inline double ellipsoid(PointLps p, PointLps centre, std::array<double, 3> radii) {
    const VectorLps d = p - centre;
    return std::sqrt(d.x * d.x / (radii[0] * radii[0]) + d.y * d.y / (radii[1] * radii[1]) +
                     d.z * d.z / (radii[2] * radii[2]));
}

}  // namespace nodewise::segmentation
