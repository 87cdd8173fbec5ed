#include "measure/series_grid.h"
#include "base/parallel.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr float kNothing = -1024.0F;

template <class Span>
void addPlane(const Span& voxels, const GridGeometry& grid, int k, const std::array<int, 3>& by,
              std::vector<float>& sum, std::vector<int>& count, int width) {
    const auto& dims = grid.dims();
    for (int j = 0; j < dims[1] / by[1] * by[1]; ++j) {
        const std::size_t row = grid.offset({0, j, k});
        const auto out = static_cast<std::size_t>(j / by[1]) * static_cast<std::size_t>(width);
        for (int i = 0; i < width; ++i)
            for (int n = 0; n < by[0]; ++n) {
                const auto hu =
                    static_cast<float>(voxels[row + static_cast<std::size_t>(i * by[0] + n)]);
                if (!std::isfinite(hu))
                    continue;
                sum[out + static_cast<std::size_t>(i)] += hu;
                ++count[out + static_cast<std::size_t>(i)];
            }
    }
}

}  // namespace

SeriesGrid seriesGrid(const CtVolume& image, double blockMm, unsigned threads) {
    const GridGeometry& grid = image.geometry();
    SeriesGrid made;
    std::array<int, 3> dims{};
    std::array<double, 3> spacing{};
    for (std::size_t a = 0; a < 3; ++a) {
        const int wanted = static_cast<int>(std::lround(blockMm / grid.spacing()[a]));
        made.by[a] = std::clamp(wanted, 1, grid.dims()[a]);
        dims[a] = grid.dims()[a] / made.by[a];
        spacing[a] = grid.spacing()[a] * made.by[a];
    }
    const ContinuousIndex first{0.5 * (made.by[0] - 1), 0.5 * (made.by[1] - 1),
                                0.5 * (made.by[2] - 1)};
    made.geometry = GridGeometry::create(dims, spacing, grid.toPatient(first), grid.axes()).value();
    made.hu.resize(made.geometry.voxelCount());
    const std::size_t area = static_cast<std::size_t>(dims[0]) * static_cast<std::size_t>(dims[1]);
    parallelFor(static_cast<std::size_t>(dims[2]), threads, [&](std::size_t block) {
        std::vector<float> sum(area, 0.0F);
        std::vector<int> count(area, 0);
        for (int n = 0; n < made.by[2]; ++n)
            image.visit([&](auto voxels) {
                addPlane(voxels, grid, static_cast<int>(block) * made.by[2] + n, made.by, sum,
                         count, dims[0]);
            });
        for (std::size_t at = 0; at < area; ++at)
            made.hu[block * area + at] =
                count[at] > 0 ? sum[at] / static_cast<float>(count[at]) : kNothing;
    });
    return made;
}

}  // namespace nodewise::measure
