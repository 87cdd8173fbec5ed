#include "measure/mask_depths.h"
#include "measure/smooth_mask.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

/// Above this the smoothed mask is far from its surface: no voxel outside is nearest to it.
constexpr float kDeepInside = 0.99F;

}  // namespace

MaskDepths::MaskDepths(const GridGeometry& grid, std::span<const std::uint8_t> mask)
    : m_grid(grid) {
    if (!findBox(mask))
        return;
    std::vector<std::uint8_t> inside;
    inside.reserve(m_part.voxelCount());
    const auto& dims = m_part.dims();
    for (int k = 0; k < dims[2]; ++k)
        for (int j = 0; j < dims[1]; ++j) {
            const auto row =
                mask.begin() +
                static_cast<std::ptrdiff_t>(grid.offset({m_low[0], m_low[1] + j, m_low[2] + k}));
            inside.insert(inside.end(), row, row + dims[0]);
        }
    const auto field = smoothMask(m_part, inside, {0.6, 0.6, 0.6});
    m_depth.resize(field.size(), 0.0F);
    std::size_t at = 0;
    for (int k = 0; k < dims[2]; ++k)
        for (int j = 0; j < dims[1]; ++j)
            for (int i = 0; i < dims[0]; ++i, ++at)
                if (inside[at] != 0 && field[at] < kDeepInside)
                    m_depth[at] = underSurface(field, {i, j, k}, at);
}

/// The box of the mask with a voxel all round, as far as the grid goes; false without a mask.
bool MaskDepths::findBox(std::span<const std::uint8_t> mask) {
    const auto& dims = m_grid.dims();
    std::array<int, 3> high{-1, -1, -1};
    m_low = dims;
    const std::uint8_t* row = mask.data();
    for (int k = 0; k < dims[2]; ++k)
        for (int j = 0; j < dims[1]; ++j, row += dims[0]) {
            const std::uint8_t* end = row + dims[0];
            const std::uint8_t* first =
                std::find_if(row, end, [](std::uint8_t v) { return v != 0; });
            if (first == end)
                continue;
            while (end[-1] == 0)
                --end;
            m_low = {std::min(m_low[0], static_cast<int>(first - row)), std::min(m_low[1], j),
                     std::min(m_low[2], k)};
            high = {std::max(high[0], static_cast<int>(end - row) - 1), std::max(high[1], j),
                    std::max(high[2], k)};
        }
    std::array<int, 3> size{};
    for (std::size_t a = 0; a < 3; ++a) {
        m_low[a] = std::max(0, m_low[a] - 1);
        size[a] = std::min(dims[a] - 1, high[a] + 1) - m_low[a] + 1;
    }
    if (high[0] >= 0)
        m_part = m_grid.part({m_low[0], m_low[1], m_low[2]}, size);
    return high[0] >= 0;
}

float MaskDepths::underSurface(const std::vector<float>& field, VoxelIndex at,
                               std::size_t voxel) const {
    const std::array<int, 3> index{at.i, at.j, at.k};
    double squares = 0;
    std::size_t step = 1;
    for (std::size_t a = 0; a < 3; ++a) {
        float fall = 0;
        if (index[a] > 0)
            fall = std::abs(field[voxel] - field[voxel - step]);
        if (index[a] + 1 < m_part.dims()[a])
            fall = std::max(fall, std::abs(field[voxel] - field[voxel + step]));
        const double slope = static_cast<double>(fall) / m_part.spacing()[a];
        squares += slope * slope;
        step *= static_cast<std::size_t>(m_part.dims()[a]);
    }
    const double height = static_cast<double>(field[voxel]) - 0.5;
    if (height <= 0 || squares <= 0)
        return 0;
    const auto& s = m_part.spacing();
    return static_cast<float>(
        std::min(height / std::sqrt(squares), 0.5 * std::hypot(s[0], s[1], s[2])));
}

}  // namespace nodewise::measure
