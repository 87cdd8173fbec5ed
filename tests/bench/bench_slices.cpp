// bench_slices: one 1024 × 1024 frame, window included, beside vtkImageReslice and VTK's OpenGL
// slices in the same run, and beside our own loops without the wide instructions.
#include "bench/gl_slice_peer.h"
#include "volume/slice_render.h"
#include "volume/slice_rows.h"
#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>
#include <vtkImageData.h>
#include <vtkImageReslice.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkSmartPointer.h>

using namespace nodewise;

namespace {

constexpr ImageSize kFrame{1024, 1024};
constexpr Window kNeck{350, 60};

enum Plane { Axial, Coronal, Sagittal, Oblique };

/// 512 × 512 × 150 at 0.7 × 0.7 × 2 mm: a smooth body with fine detail, as an int16 CT.
const CtVolume& neck() {
    static const VolumePtr volume = [] {
        const auto grid = GridGeometry::axisAligned({512, 512, 150}, {0.7, 0.7, 2.0});
        std::vector<std::int16_t> voxels(grid.voxelCount());
        std::uint32_t noise = 1;
        for (std::size_t n = 0; n < voxels.size(); ++n) {
            const VoxelIndex at = grid.indexOf(n);
            noise = noise * 1664525U + 1013904223U;
            const double r = std::hypot(at.i - 255.5, at.j - 255.5);
            voxels[n] = static_cast<std::int16_t>(
                (r < 220 ? 60 * std::sin(at.i * 0.1) * std::cos(at.k * 0.2) : -1000) +
                static_cast<double>(noise >> 27U));
        }
        return *CtVolume::create(grid, std::move(voxels));
    }();
    return *volume;
}

/// The whole field on the frame, through the volume's middle and a little off the voxel centres.
SlicePlane planeOf(int kind) {
    const GridGeometry& grid = neck().geometry();
    VectorLps right{1, 0, 0}, down{0, 1, 0};
    double mm = 0.7 * 512 / 1024;
    if (kind == Coronal || kind == Sagittal) {
        right = kind == Coronal ? VectorLps{1, 0, 0} : VectorLps{0, 1, 0};
        down = {0, 0, -1};
    } else if (kind == Oblique) {
        right = normalized({1, 0.3, 0.2});
        down = normalized(cross(normalized({0.2, -0.35, 1}), right));
        mm = 0.3;
    }
    const PointLps centre = grid.centre() + VectorLps{0.13, 0.21, 0.37};
    return {centre - right * (mm * 512) - down * (mm * 512), right * mm, down * mm};
}

void slice(benchmark::State& state, int kind, const Slab& slab) {
    const SlicePlane plane = planeOf(kind);
    std::vector<std::uint32_t> out(1024 * 1024);
    const auto threads = static_cast<unsigned>(state.range(0));
    for (auto _ : state) {
        renderSlice(neck(), plane, kFrame, kNeck, slab, out, threads);
        benchmark::DoNotOptimize(out.data());
        benchmark::ClobberMemory();
    }
}

/// The baseline: what a processor without AVX2 runs, on one thread.
void portable(benchmark::State& state, int kind) {
    const auto frame = slice::makeSliceFrame(neck().geometry(), planeOf(kind), kFrame, {});
    const auto& kernels = slice::portableKernels();
    const WindowMap map(kNeck);
    std::vector<std::uint32_t> out(1024 * 1024);
    std::vector<float> row(1024);
    for (auto _ : state) {
        const auto maker = frame.aligned
                               ? slice::makeAlignedRows(neck(), frame, SlabMode::None, kernels)
                               : slice::makeGeneralRows(neck(), frame, SlabMode::None, kernels);
        for (int y = 0; y < 1024; ++y) {
            maker->makeRow(y, row);
            kernels.toPicture(row.data(), map.scale(), map.offset(), row.size(),
                              out.data() + static_cast<std::size_t>(y) * 1024);
        }
        benchmark::DoNotOptimize(out.data());
        benchmark::ClobberMemory();
    }
}

void openGl(benchmark::State& state, int kind) {
    const auto peer = GlSlicePeer::make(neck(), planeOf(kind), kind == Axial);
    if (!peer) {
        state.SkipWithError("no display");
        return;
    }
    for (auto _ : state)
        peer->frame();
}

void reslice(benchmark::State& state, int kind) {
    const SlicePlane plane = planeOf(kind);
    const GridGeometry& grid = neck().geometry();
    vtkNew<vtkImageData> image;
    image->SetDimensions(grid.dims().data());
    image->SetSpacing(grid.spacing().data());
    image->AllocateScalars(VTK_SHORT, 1);
    const auto voxels = neck().int16Voxels();
    std::memcpy(image->GetScalarPointer(), voxels.data(), voxels.size_bytes());
    const double mm = length(plane.right);
    const VectorLps u = plane.right * (1 / mm), v = plane.down * (1 / mm), n = plane.normal();
    vtkNew<vtkMatrix4x4> axes;
    const std::array<VectorLps, 3> columns{u, v, n};
    for (int c = 0; c < 3; ++c) {
        axes->SetElement(0, c, columns[static_cast<std::size_t>(c)].x);
        axes->SetElement(1, c, columns[static_cast<std::size_t>(c)].y);
        axes->SetElement(2, c, columns[static_cast<std::size_t>(c)].z);
    }
    axes->SetElement(0, 3, plane.origin.x);
    axes->SetElement(1, 3, plane.origin.y);
    axes->SetElement(2, 3, plane.origin.z);
    vtkNew<vtkImageReslice> filter;
    filter->SetInputData(image);
    filter->SetResliceAxes(axes);
    filter->SetOutputDimensionality(2);
    filter->SetOutputOrigin(0, 0, 0);
    filter->SetOutputSpacing(mm, mm, 1);
    filter->SetOutputExtent(0, 1023, 0, 1023, 0, 0);
    filter->SetInterpolationModeToLinear();
    filter->SetBackgroundLevel(-2000);
    filter->SetNumberOfThreads(std::max(1, static_cast<int>(state.range(0))));
    const auto table = makeWindowTable(kNeck);
    std::vector<std::uint32_t> out(1024 * 1024);
    for (auto _ : state) {
        filter->Modified();
        filter->Update();
        const auto* from =
            static_cast<const std::int16_t*>(filter->GetOutput()->GetScalarPointer());
        for (std::size_t p = 0; p < out.size(); ++p)
            out[p] = 0xff000000U | 0x010101U * (*table)[static_cast<std::uint16_t>(from[p])];
        benchmark::DoNotOptimize(out.data());
        benchmark::ClobberMemory();
    }
    // The peer is also the oracle: both pictures must be the same but for rounding at the border.
    std::vector<std::uint32_t> ours(out.size());
    renderSlice(neck(), plane, kFrame, kNeck, {}, ours, 1);
    std::size_t different = 0;
    for (std::size_t p = 0; p < out.size(); ++p)
        different +=
            std::abs(static_cast<int>(out[p] & 255U) - static_cast<int>(ours[p] & 255U)) > 2 ? 1
                                                                                             : 0;
    state.counters["differ_%"] =
        100.0 * static_cast<double>(different) / static_cast<double>(out.size());
    if (different > out.size() / 100)
        state.SkipWithError("more than one pixel in a hundred differs from vtkImageReslice");
}

void registerAll() {
    const std::array<const char*, 4> names{"axial", "coronal", "sagittal", "oblique"};
    const auto add = [](const std::string& name, auto&& work) {
        benchmark::RegisterBenchmark(name.c_str(), work)
            ->Arg(1)
            ->Arg(2)
            ->Arg(0)  // Nodewise: as many as pay; VTK: one.
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
    };
    for (int kind = Axial; kind <= Oblique; ++kind) {
        const std::string name = names[static_cast<std::size_t>(kind)];
        add("nodewise/" + name, [kind](benchmark::State& s) { slice(s, kind, {}); });
        add("nodewise/" + name + "/mean5mm", [kind](benchmark::State& s) {
            slice(s, kind, {SlabMode::Mean, 5});
        });
        add("nodewise/" + name + "/mip5mm", [kind](benchmark::State& s) {
            slice(s, kind, {SlabMode::Mip, 5});
        });
        add("vtkImageReslice/" + name, [kind](benchmark::State& s) { reslice(s, kind); });
        const auto addOne = [](const std::string& what, auto&& work) {
            benchmark::RegisterBenchmark(what.c_str(), work)
                ->Unit(benchmark::kMillisecond)
                ->UseRealTime();
        };
        addOne("nodewise without AVX2/" + name, [kind](benchmark::State& s) { portable(s, kind); });
        addOne("vtk OpenGL/" + name, [kind](benchmark::State& s) { openGl(s, kind); });
    }
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    registerAll();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
