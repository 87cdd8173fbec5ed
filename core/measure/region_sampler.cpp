#include "measure/region_sampler.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {

double RegionSampler::hu(PointLps place) const {
    const GridGeometry& grid = m_region.geometry;
    const ContinuousIndex index = grid.toIndex(place);
    const std::array<double, 3> at{index.i, index.j, index.k};
    std::array<std::array<int, 2>, 3> ends{};
    std::array<double, 3> share{};
    for (std::size_t a = 0; a < 3; ++a) {
        const int last = grid.dims()[a] - 1;
        const double inside = std::clamp(at[a], 0.0, static_cast<double>(last));
        ends[a][0] = static_cast<int>(inside);
        ends[a][1] = std::min(last, ends[a][0] + 1);
        share[a] = inside - ends[a][0];
    }
    double sum = 0;
    for (std::size_t c = 0; c < 8; ++c) {
        const std::size_t x = c & 1, y = (c >> 1) & 1, z = (c >> 2) & 1;
        const double weight = (x != 0 ? share[0] : 1 - share[0]) *
                              (y != 0 ? share[1] : 1 - share[1]) *
                              (z != 0 ? share[2] : 1 - share[2]);
        sum += weight *
               static_cast<double>(m_region.hu[grid.offset({ends[0][x], ends[1][y], ends[2][z]})]);
    }
    return sum;
}

std::optional<std::size_t> RegionSampler::voxel(PointLps place) const {
    const VoxelIndex at = m_region.geometry.nearestVoxel(place);
    if (!m_region.geometry.contains(at))
        return std::nullopt;
    return m_region.geometry.offset(at);
}

}  // namespace nodewise::measure
