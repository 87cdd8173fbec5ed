// bench_segment: click to mask in a series of 512 x 512 x 100 voxels of 0.5 x 0.5 x 1 mm.
#include "segmentation/segment_node.h"
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

using namespace nodewise;

namespace {

/// A node of the given diameter in fat between a slab of muscle and a vessel, with noise.
double sceneHu(PointLps p, double radius) {
    if (std::hypot(p.x, p.y, p.z / 1.2) < radius)
        return 92;
    if (std::hypot(p.x, p.y + radius + 6) < 5.5)
        return 185;
    return p.x > radius - 1 ? 64 : -98;
}

const CtVolume& neck(int diameter) {
    static std::map<int, VolumePtr> made;
    VolumePtr& volume = made[diameter];
    if (!volume) {
        const auto grid =
            GridGeometry::axisAligned({512, 512, 100}, {0.5, 0.5, 1}, {-128, -128, -50});
        std::vector<std::int16_t> voxels(grid.voxelCount());
        std::uint32_t noise = 1;
        for (std::size_t n = 0; n < voxels.size(); ++n) {
            noise = noise * 1664525U + 1013904223U;
            const double grain = static_cast<double>(noise >> 27U) - 15.5;
            voxels[n] = static_cast<std::int16_t>(
                std::lround(sceneHu(grid.toPatient(grid.indexOf(n)), 0.5 * diameter) + grain));
        }
        volume = *CtVolume::create(grid, std::move(voxels));
    }
    return *volume;
}

void click(benchmark::State& state) {
    const CtVolume& volume = neck(static_cast<int>(state.range(0)));
    segmentation::SegmentOptions options;
    options.threads = static_cast<unsigned>(state.range(1));
    NullJobControl job;
    for (auto _ : state) {
        auto found = segmentation::segmentNode(volume, {1, 0.5, 0.2}, options, job);
        if (!found) {
            state.SkipWithError(found.error().detail.c_str());
            return;
        }
        benchmark::DoNotOptimize(found->mask.bits.data());
    }
}

}  // namespace

BENCHMARK(click)
    ->ArgNames({"mm", "threads"})
    ->ArgsProduct({{6, 10, 20, 30, 40}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

BENCHMARK_MAIN();
