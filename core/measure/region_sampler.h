/// region_sampler.h: HU and labels at places between the voxels of a region.
#pragma once
#include "measure/node_region.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace nodewise::measure {

/// Thread-safe; keeps a reference to the region.
class RegionSampler {
public:
    /// A line in voxel steps: `at + t * step` is the place `t` mm along it.
    struct Line {
        std::array<double, 3> at{}, step{};
    };

    explicit RegionSampler(const NodeRegion& region)
        : m_region(region)
        , m_dims(region.geometry.dims())
        , m_rowStep(static_cast<std::size_t>(m_dims[0]))
        , m_planeStep(static_cast<std::size_t>(m_dims[0]) * static_cast<std::size_t>(m_dims[1])) {
        const GridGeometry& grid = region.geometry;
        for (std::size_t a = 0; a < 3; ++a)
            m_perMm[a] = grid.axis(static_cast<int>(a)) * (1.0 / grid.spacing()[a]);
    }

    [[nodiscard]] Line line(PointLps place, VectorLps direction) const {
        const VectorLps from = place - m_region.geometry.origin();
        Line made;
        for (std::size_t a = 0; a < 3; ++a) {
            made.at[a] = dot(from, m_perMm[a]);
            made.step[a] = dot(direction, m_perMm[a]);
        }
        return made;
    }

    /// Trilinear; the border voxel is repeated outside.
    [[nodiscard]] double hu(PointLps place) const { return hu(line(place, {}), 0); }
    /// The same, `mm` along a line.
    [[nodiscard]] double hu(const Line& line, double mm) const {
        std::array<std::size_t, 3> low{}, next{};
        std::array<float, 3> share{};
        const std::array<std::size_t, 3> strides{1, m_rowStep, m_planeStep};
        for (std::size_t a = 0; a < 3; ++a) {
            const int last = m_dims[a] - 1;
            const double at =
                std::clamp(line.at[a] + mm * line.step[a], 0.0, static_cast<double>(last));
            const int whole = static_cast<int>(at);
            low[a] = static_cast<std::size_t>(whole) * strides[a];
            next[a] = whole < last ? strides[a] : 0;
            share[a] = static_cast<float>(at - whole);
        }
        const float* v = m_region.hu.data() + low[0] + low[1] + low[2];
        const auto row = [&](const float* r) { return r[0] + share[0] * (r[next[0]] - r[0]); };
        const auto plane = [&](const float* p) {
            const float a = row(p);
            return a + share[1] * (row(p + next[1]) - a);
        };
        const float a = plane(v);
        return static_cast<double>(a + share[2] * (plane(v + next[2]) - a));
    }

    /// Offset of the voxel that holds the place; nothing outside the region.
    [[nodiscard]] std::optional<std::size_t> voxel(PointLps place) const {
        return voxel(line(place, {}), 0);
    }
    [[nodiscard]] std::optional<std::size_t> voxel(const Line& line, double mm) const {
        std::array<std::size_t, 3> index{};
        for (std::size_t a = 0; a < 3; ++a) {
            const double at = line.at[a] + mm * line.step[a] + 0.5;
            if (!(at >= 0 && at < static_cast<double>(m_dims[a])))
                return std::nullopt;
            index[a] = static_cast<std::size_t>(at);
        }
        return index[0] + index[1] * m_rowStep + index[2] * m_planeStep;
    }

    /// Voxel spacing met along a unit direction, mm.
    [[nodiscard]] double spacingAlong(VectorLps direction) const {
        double squares = 0;
        for (std::size_t a = 0; a < 3; ++a) {
            const double h = m_region.geometry.spacing()[a];
            const double part = dot(direction, m_perMm[a]) * h * h;
            squares += part * part;
        }
        return std::sqrt(squares);
    }

private:
    const NodeRegion& m_region;
    std::array<int, 3> m_dims;
    std::size_t m_rowStep, m_planeStep;
    std::array<VectorLps, 3> m_perMm{};
};

}  // namespace nodewise::measure
