// bench_shape: shape and size of a node beside ITK's label shape filter on the same mask, one run.
#include "measure/binary_mesh.h"
#include "measure/shape.h"
#include "measure/size.h"
#include <benchmark/benchmark.h>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <itkImage.h>
#include <itkLabelImageToShapeLabelMapFilter.h>
#include <itkMultiThreaderBase.h>
#include <map>
#include <memory>
#include <string>
#include <utility>

using namespace nodewise;

namespace {

/// A ball of `diameter` mm on cubes of 0.5 mm, a few voxels from the border.
LabelMap ballOf(double diameter) {
    const int count = static_cast<int>(std::ceil(diameter / 0.5)) + 8;
    const double first = -0.25 * (count - 1);
    LabelMap map = LabelMap::empty(
        GridGeometry::axisAligned({count, count, count}, {0.5, 0.5, 0.5}, {first, first, first}));
    for (std::size_t at = 0; at < map.geometry().voxelCount(); ++at) {
        const VoxelIndex index = map.geometry().indexOf(at);
        if (distance(map.geometry().toPatient(index), PointLps{0.1, -0.07, 0.05}) <= diameter / 2)
            map.set(index, 1);
    }
    return map;
}

/// Seconds a round of the last run, by what ran and its size: the peer's rows print how many times
/// ours they take.
std::map<std::pair<std::string, std::int64_t>, double> seconds;

class Watch {
public:
    Watch(const char* what, const benchmark::State& state)
        : m_key(what, state.range(0))
        , m_state(state) {}
    ~Watch() {
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - m_from;
        seconds[m_key] = taken.count() / static_cast<double>(m_state.iterations());
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    Watch(Watch&&) = delete;
    Watch& operator=(Watch&&) = delete;

private:
    std::pair<std::string, std::int64_t> m_key;
    const benchmark::State& m_state;
    std::chrono::steady_clock::time_point m_from = std::chrono::steady_clock::now();
};

std::vector<std::uint8_t> maskOf(const LabelMap& map) {
    return {map.labels().begin(), map.labels().end()};
}

void shape(benchmark::State& state) {
    const LabelMap map = ballOf(static_cast<double>(state.range(0)));
    const auto mask = maskOf(map);
    NullJobControl job;
    const Watch watch("shape", state);
    for (auto _ : state) {
        auto result = measure::measureShape(measure::maskBoxOf(map.geometry(), mask), job);
        benchmark::DoNotOptimize(result);
    }
}

/// What the peer gives, no more: volume, area, sphericity and greatest length of the raw mask.
void rawShape(benchmark::State& state) {
    const LabelMap map = ballOf(static_cast<double>(state.range(0)));
    const auto mask = maskOf(map);
    const Watch watch("raw", state);
    for (auto _ : state) {
        const auto box = measure::maskBoxOf(map.geometry(), mask);
        auto mesh = measure::binaryMesh(box);
        auto greatest = measure::meshGreatestMm(box);
        benchmark::DoNotOptimize(mesh);
        benchmark::DoNotOptimize(greatest);
    }
}

void size(benchmark::State& state) {
    const LabelMap map = ballOf(static_cast<double>(state.range(0)));
    NullJobControl job;
    for (auto _ : state) {
        auto result = measure::measureSize(map, 1, job);
        benchmark::DoNotOptimize(result);
    }
}

using ItkImage = itk::Image<unsigned char, 3>;

ItkImage::Pointer itkImageOf(const LabelMap& map) {
    auto image = ItkImage::New();
    const auto& dims = map.geometry().dims();
    ItkImage::SizeType extent{{static_cast<itk::SizeValueType>(dims[0]),
                               static_cast<itk::SizeValueType>(dims[1]),
                               static_cast<itk::SizeValueType>(dims[2])}};
    image->SetRegions(ItkImage::RegionType(extent));
    image->SetSpacing(map.geometry().spacing().data());
    image->Allocate();
    std::copy(map.labels().begin(), map.labels().end(), image->GetBufferPointer());
    return image;
}

/// ITK's label shape filter: volume, perimeter, roundness, Feret diameter (all pairs).
void itkShape(benchmark::State& state) {
    const LabelMap map = ballOf(static_cast<double>(state.range(0)));
    const auto image = itkImageOf(map);
    auto watch = std::make_unique<Watch>("itk", state);
    for (auto _ : state) {
        auto filter = itk::LabelImageToShapeLabelMapFilter<ItkImage>::New();
        filter->SetInput(image);
        filter->SetComputeFeretDiameter(true);
        filter->SetComputePerimeter(true);
        filter->Update();
        benchmark::DoNotOptimize(filter->GetOutput()->GetLabelObject(1)->GetFeretDiameter());
    }
    watch.reset();
    const double peer = seconds[{"itk", state.range(0)}];
    state.counters["times_shape"] = peer / seconds[{"shape", state.range(0)}];
    state.counters["times_raw"] = peer / seconds[{"raw", state.range(0)}];
}

}  // namespace

BENCHMARK(shape)->Arg(5)->Arg(10)->Arg(20)->Arg(30)->Arg(40)->Arg(60)->Unit(
    benchmark::kMillisecond);
BENCHMARK(rawShape)->Arg(5)->Arg(10)->Arg(20)->Arg(30)->Arg(40)->Arg(60)->Unit(
    benchmark::kMillisecond);
BENCHMARK(size)->Arg(5)->Arg(10)->Arg(20)->Arg(30)->Arg(40)->Arg(60)->Unit(benchmark::kMillisecond);
BENCHMARK(itkShape)->Arg(5)->Arg(10)->Arg(20)->Arg(30)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
