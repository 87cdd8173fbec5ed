// bench_measure: all measurements of a node, the facts of a series apart; growth with size and
// count. CPU is that of all threads together.
#include "measure/measurements.h"
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>
#include <vector>

using namespace nodewise;

namespace {

constexpr double kPixelMm = 0.5;
constexpr LabelValue kMuscle = 101, kVein = 102, kArtery = 103;

/// A neck of cylinders, 512 x 512 x `slices` at 0.5 mm, with balls as nodes.
struct Neck {
    VolumePtr image;
    LabelMap labels, structures;
    measure::SeriesFacts facts;
};

struct Ball {
    PointLps centre;
    double radius = 0;
};

double tissueAt(PointLps p, LabelValue& structure) {
    structure = 0;
    const double r = std::hypot(p.x / 110, p.y / 105);
    if (r > 1)
        return -1000;
    if (r > 0.98)
        return 20;
    for (const double side : {-1.0, 1.0}) {
        if (std::hypot((p.x - side * 90) / 9, p.y / 40) < 1)
            structure = kMuscle;
        if (std::hypot(p.x - side * 22, p.y - 5) < 6)
            structure = kVein;
        if (std::hypot(p.x - side * 14, p.y + 8) < 4)
            structure = kArtery;
    }
    if (structure != 0)
        return structure == kMuscle ? 62 : 170;
    if (std::hypot(p.x / 12, (p.y - 30) / 12) < 1)
        return 600;
    return std::hypot(p.x / 9, (p.y + 30) / 9) < 1 ? -1000.0 : -100.0;
}

Neck makeNeck(const std::vector<Ball>& balls, int slices) {
    const auto grid = GridGeometry::axisAligned({480, 480, slices}, {kPixelMm, kPixelMm, kPixelMm},
                                                {-120, -120, -0.25 * slices});
    CtVolume::Int16Voxels voxels(grid.voxelCount());
    Neck neck{nullptr, LabelMap::empty(grid), LabelMap::empty(grid), {}};
    std::uint32_t noise = 1;
    for (std::size_t n = 0; n < voxels.size(); ++n) {
        const VoxelIndex at = grid.indexOf(n);
        const PointLps p = grid.toPatient(at);
        LabelValue structure = 0;
        double hu = tissueAt(p, structure);
        for (std::size_t b = 0; b < balls.size(); ++b)
            if (distance(p, balls[b].centre) <= balls[b].radius) {
                hu = distance(p, balls[b].centre) < 0.4 * balls[b].radius ? 25 : 95;
                structure = 0;
                neck.labels.set(at, static_cast<LabelValue>(b + 1));
            }
        if (structure != 0)
            neck.structures.set(at, structure);
        noise = noise * 1664525U + 1013904223U;
        voxels[n] = static_cast<std::int16_t>(hu + static_cast<double>(noise >> 27U) - 16);
    }
    neck.structures.setName(kMuscle, "sternocleidomastoid_left");
    neck.structures.setName(kVein, "internal_jugular_vein_left");
    neck.structures.setName(kArtery, "common_carotid_artery_left");
    neck.image = *CtVolume::create(grid, std::move(voxels));
    NullJobControl job;
    neck.facts = *measure::findSeriesFacts(*neck.image, job);
    return neck;
}

/// One node of so many millimetres beside the vein and, when large, the muscle.
const Neck& oneNode(int diameter) {
    static std::map<int, Neck> made;
    const auto found = made.find(diameter);
    if (found != made.end())
        return found->second;
    return made.emplace(diameter, makeNeck({{{66, 0, 0}, 0.5 * diameter}}, 200)).first->second;
}

const Neck& twentyNodes() {
    static const Neck neck = [] {
        std::vector<Ball> balls;
        for (int n = 0; n < 20; ++n)
            balls.push_back({{n % 2 == 0 ? 56.0 : -56.0, (n / 2 % 2 == 0 ? -18.0 : 18.0),
                              -40.0 + 20.0 * (n / 4)},
                             6});
        return makeNeck(balls, 200);
    }();
    return neck;
}

void measureOne(const Neck& neck, LabelValue node) {
    NullJobControl job;
    measure::MeasureOptions options;
    options.facts = &neck.facts;
    const auto m =
        measure::measureNode(*neck.image, neck.labels, node, &neck.structures, options, job);
    if (!m) {
        std::fprintf(stderr, "%s\n", m.error().detail.c_str());
        std::abort();
    }
    benchmark::DoNotOptimize(m->fat);
}

void allOfANode(benchmark::State& state) {
    const Neck& neck = oneNode(static_cast<int>(state.range(0)));
    for (auto _ : state)
        measureOne(neck, 1);
}

void manyNodes(benchmark::State& state) {
    const Neck& neck = twentyNodes();
    for (auto _ : state)
        for (int n = 1; n <= state.range(0); ++n)
            measureOne(neck, static_cast<LabelValue>(n));
}

void seriesFacts(benchmark::State& state) {
    const Neck& neck = oneNode(30);
    NullJobControl job;
    for (auto _ : state)
        benchmark::DoNotOptimize(measure::findSeriesFacts(*neck.image, job)->blur);
}

}  // namespace

BENCHMARK(allOfANode)
    ->Arg(5)
    ->Arg(10)
    ->Arg(20)
    ->Arg(30)
    ->Arg(45)
    ->Arg(60)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(manyNodes)
    ->Arg(1)
    ->Arg(5)
    ->Arg(10)
    ->Arg(20)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(seriesFacts)->MeasureProcessCPUTime()->UseRealTime()->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
