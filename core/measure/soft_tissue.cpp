#include "measure/soft_tissue.h"
#include "measure/distance_map.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr float kTissueHu = -20.0F;
constexpr double kBlockMm = 1.0, kHalfThickMm = 2.0;

/// The voxels in blocks; a block is tissue when its mean is, and more than half of it may be.
struct TissueBlocks {
    GridGeometry geometry;
    std::array<int, 3> by{1, 1, 1};
    std::vector<std::uint8_t> tissue;

    [[nodiscard]] std::size_t of(int i, int j, int k) const {
        return geometry.offset({i / by[0], j / by[1], k / by[2]});
    }
};

TissueBlocks blocksOf(const GridGeometry& grid, std::span<const float> hu,
                      std::span<const std::uint8_t> exclude) {
    TissueBlocks blocks;
    std::array<int, 3> dims{};
    std::array<double, 3> spacing{};
    for (std::size_t a = 0; a < 3; ++a) {
        blocks.by[a] = std::max(1, static_cast<int>(kBlockMm / grid.spacing()[a] + 0.1));
        dims[a] = (grid.dims()[a] + blocks.by[a] - 1) / blocks.by[a];
        spacing[a] = grid.spacing()[a] * blocks.by[a];
    }
    blocks.geometry = GridGeometry::axisAligned(dims, spacing);
    const std::size_t count = blocks.geometry.voxelCount();
    std::vector<float> sum(count, 0.0F);
    std::vector<int> free(count, 0), all(count, 0);
    for (int k = 0; k < grid.dims()[2]; ++k)
        for (int j = 0; j < grid.dims()[1]; ++j)
            for (int i = 0; i < grid.dims()[0]; ++i) {
                const std::size_t at = grid.offset({i, j, k}), block = blocks.of(i, j, k);
                ++all[block];
                if (exclude[at] != 0)
                    continue;
                ++free[block];
                sum[block] += hu[at];
            }
    blocks.tissue.resize(count);
    for (std::size_t b = 0; b < count; ++b)
        blocks.tissue[b] =
            2 * free[b] > all[b] && sum[b] > kTissueHu * static_cast<float>(free[b]) ? 1 : 0;
    return blocks;
}

}  // namespace

Result<std::vector<std::uint8_t>> findSoftTissue(const GridGeometry& grid,
                                                 std::span<const float> hu,
                                                 std::span<const std::uint8_t> exclude,
                                                 unsigned threads, JobControl& job) {
    const TissueBlocks blocks = blocksOf(grid, hu, exclude);
    // What lies deeper than half the thickness, and everything as near to it again: an opening.
    std::vector<std::uint8_t> outside(blocks.tissue.size());
    std::transform(blocks.tissue.begin(), blocks.tissue.end(), outside.begin(),
                   [](std::uint8_t t) { return t == 0 ? 1 : 0; });
    const auto depth = distanceToMask(blocks.geometry, outside, 2 * kHalfThickMm + 4, job, threads);
    if (!depth)
        return fail(depth.error());
    std::vector<std::uint8_t> core(outside.size());
    for (std::size_t b = 0; b < core.size(); ++b)
        core[b] = (*depth)[b] >= static_cast<float>(kHalfThickMm - 0.25) ? 1 : 0;
    const auto away = distanceToMask(blocks.geometry, core, 2 * kHalfThickMm + 4, job, threads);
    if (!away)
        return fail(away.error());
    std::vector<std::uint8_t> found(hu.size(), 0);
    const auto reach = static_cast<float>(kHalfThickMm + 0.75);
    for (int k = 0; k < grid.dims()[2]; ++k)
        for (int j = 0; j < grid.dims()[1]; ++j)
            for (int i = 0; i < grid.dims()[0]; ++i) {
                const std::size_t at = grid.offset({i, j, k});
                if (exclude[at] == 0 && hu[at] > kTissueHu && (*away)[blocks.of(i, j, k)] <= reach)
                    found[at] = 1;
            }
    return found;
}

}  // namespace nodewise::measure
