/// slice_reference.h: noise volumes, planes through them, and what a slice of them must hold.
#pragma once
#include "volume/slice_render.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <random>
#include <vector>

namespace nodewise::tests {

/// White noise: the hardest thing to interpolate.
inline VolumePtr noiseVolume(const GridGeometry& grid, bool asFloat, unsigned seed = 7) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> hu(-1000, 1000);
    if (asFloat) {
        std::vector<float> voxels(grid.voxelCount());
        for (float& v : voxels)
            v = static_cast<float>(hu(random)) / 4.0F;
        return *CtVolume::create(grid, std::move(voxels));
    }
    std::vector<std::int16_t> voxels(grid.voxelCount());
    for (auto& v : voxels)
        v = static_cast<std::int16_t>(hu(random));
    return *CtVolume::create(grid, std::move(voxels));
}

/// Anisotropic, turned in the patient, stored from head to feet.
inline GridGeometry tiltedGrid(std::array<int, 3> dims = {31, 27, 19}) {
    const double c = std::cos(0.35), s = std::sin(0.35);
    return *GridGeometry::create(dims, {0.7, 0.9, 2.5}, {-14, 9, 130},
                                 {VectorLps{c, s, 0}, {-s, c, 0}, {0, 0, -1}});
}

/// The definition of slice_render.h in double, one voxel after the other.
inline std::optional<double> reference(const CtVolume& volume, PointLps point) {
    const GridGeometry& grid = volume.geometry();
    const ContinuousIndex at = grid.toIndex(point);
    const std::array<double, 3> c{at.i, at.j, at.k};
    std::array<int, 3> first{};
    std::array<double, 3> weight{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double last = grid.dims()[axis] - 1;
        if (c[axis] < -0.5 || c[axis] > last + 0.5)
            return std::nullopt;
        const double inside = std::clamp(c[axis], 0.0, last);
        first[axis] = static_cast<int>(std::floor(inside));
        weight[axis] = inside - first[axis];
    }
    double sum = 0;
    for (int corner = 0; corner < 8; ++corner) {
        std::array<int, 3> v = first;
        double w = 1;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const bool upper = ((corner >> axis) & 1) != 0;
            w *= upper ? weight[axis] : 1 - weight[axis];
            v[axis] = std::min(first[axis] + (upper ? 1 : 0), grid.dims()[axis] - 1);
        }
        sum += w * volume.value({v[0], v[1], v[2]});
    }
    return sum;
}

inline std::optional<double> referenceSlab(const CtVolume& volume, const SlicePlane& plane,
                                           PixelPoint pixel, const Slab& slab) {
    const int count = slabSampleCount(volume.geometry(), plane, slab);
    std::vector<double> values;
    for (int n = 0; n < count; ++n) {
        const double mm = count == 1 ? 0 : slab.thicknessMm * ((n + 0.5) / count - 0.5);
        const auto value = reference(volume, plane.toPatient(pixel) + plane.normal() * mm);
        if (value)
            values.push_back(*value);
    }
    if (values.empty())
        return std::nullopt;
    if (slab.mode == SlabMode::Mip)
        return *std::max_element(values.begin(), values.end());
    if (slab.mode == SlabMode::MinIp)
        return *std::min_element(values.begin(), values.end());
    double sum = 0;
    for (const double v : values)
        sum += v;
    return sum / static_cast<double>(values.size());
}

/// True when a pixel lies so near the outer face that rounding decides whether it has a value.
inline bool onTheFace(const GridGeometry& grid, const SlicePlane& plane, PixelPoint pixel,
                      const Slab& slab) {
    const int count = slabSampleCount(grid, plane, slab);
    for (int n = 0; n < count; ++n) {
        const double mm = count == 1 ? 0 : slab.thicknessMm * ((n + 0.5) / count - 0.5);
        const ContinuousIndex at = grid.toIndex(plane.toPatient(pixel) + plane.normal() * mm);
        const std::array<double, 3> c{at.i, at.j, at.k};
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (std::abs(c[axis] + 0.5) < 1e-4 ||
                std::abs(c[axis] - grid.dims()[axis] + 0.5) < 1e-4)
                return true;
    }
    return false;
}

inline constexpr float kOutside = -31000;
inline constexpr ImageSize kSize{57, 43};

inline std::vector<float> sampled(const CtVolume& volume, const SlicePlane& plane,
                                  const Slab& slab = {}, ImageSize size = kSize,
                                  unsigned threads = 2) {
    std::vector<float> out(static_cast<std::size_t>(size.width * size.height), 12345.0F);
    sampleSlice(volume, plane, size, slab, out, kOutside, threads);
    return out;
}

/// Largest difference from the reference; infinite when inside and outside are mixed up.
inline double worstDifference(const CtVolume& volume, const SlicePlane& plane, const Slab& slab) {
    const std::vector<float> got = sampled(volume, plane, slab);
    double worst = 0;
    for (int y = 0; y < kSize.height; ++y)
        for (int x = 0; x < kSize.width; ++x) {
            const PixelPoint pixel{static_cast<double>(x), static_cast<double>(y)};
            if (onTheFace(volume.geometry(), plane, pixel, slab))
                continue;
            const auto wanted = referenceSlab(volume, plane, pixel, slab);
            const float value = got[static_cast<std::size_t>(y * kSize.width + x)];
            if (wanted.has_value() != (value != kOutside))
                return std::numeric_limits<double>::infinity();
            if (wanted)
                worst = std::max(worst, std::abs(*wanted - value));
        }
    return worst;
}

inline SlicePlane alignedPlane(const GridGeometry& grid, int right, int down, double scale) {
    const VectorLps u = grid.axis(right) * scale;
    const VectorLps v = grid.axis(down) * (scale * 1.3);
    const PointLps centre = grid.centre() + grid.axis(3 - right - down) * 0.37;
    return {centre - u * (kSize.width / 2.0) - v * (kSize.height / 2.0), u, v};
}

inline SlicePlane randomPlane(const GridGeometry& grid, std::mt19937& random, double reach) {
    std::normal_distribution<double> normal;
    const auto direction = [&] {
        return normalized({normal(random), normal(random), normal(random)});
    };
    const VectorLps u = direction();
    const VectorLps v = normalized(cross(u, direction()));
    std::uniform_real_distribution<double> pixel(0.05, 3.0);
    const VectorLps right = u * pixel(random), down = v * pixel(random);
    const PointLps near = grid.centre() + direction() * (std::abs(normal(random)) * reach);
    return {near - right * (kSize.width / 2.0) - down * (kSize.height / 2.0), right, down};
}

}  // namespace nodewise::tests
