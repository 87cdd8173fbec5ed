/// mask_depths.h: how deep the outermost voxels of a mask lie under its surface.
#pragma once
#include "geometry/grid_geometry.h"
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace nodewise::measure {

/// The surface is the 0.5 level of the smoothed mask; the depth, in mm, is the height above it over
/// the steepest slope to the neighbours. Only the box of the mask is smoothed. Keeps a reference to
/// the grid. Thread-safe to read.
class MaskDepths {
public:
    MaskDepths(const GridGeometry& grid, std::span<const std::uint8_t> mask);

    /// The depths of a row of the grid: 0 away from the surface. @pre the row holds a voxel of the
    /// mask; `i` is one of them.
    class Row {
    public:
        Row(const float* first, int low)
            : m_first(first)
            , m_low(static_cast<std::size_t>(low)) {}
        [[nodiscard]] float at(std::size_t i) const { return m_first[i - m_low]; }

    private:
        const float* m_first;
        std::size_t m_low;
    };
    [[nodiscard]] Row row(int j, int k) const {
        return {m_depth.data() + m_part.offset({0, j - m_low[1], k - m_low[2]}), m_low[0]};
    }

private:
    bool findBox(std::span<const std::uint8_t> mask);
    [[nodiscard]] float underSurface(const std::vector<float>& field, VoxelIndex at,
                                     std::size_t voxel) const;

    const GridGeometry& m_grid;
    GridGeometry m_part;
    std::array<int, 3> m_low{};
    std::vector<float> m_depth;
};

}  // namespace nodewise::measure
