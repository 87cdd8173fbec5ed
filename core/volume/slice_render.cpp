#include "volume/slice_render.h"
#include "base/parallel.h"
#include "base/require.h"
#include "volume/slice_rows.h"
#include <algorithm>
#include <cmath>
#include <vector>

namespace nodewise {
namespace {

using slice::SliceFrame;
using slice::SliceKernels;

SlabMode effectiveMode(const Slab& slab) {
    return slab.thicknessMm > 0 ? slab.mode : SlabMode::None;
}

/// How many threads pay for a picture. Waking one costs about a tenth of a millisecond, so each
/// gets at least kWorthMs of work: small views are made by one thread, a frame of a screen's size
/// by two, thick slabs by all.
unsigned workersFor(const SliceFrame& frame) {
    constexpr double kWorthMs = 0.3;
    // Of one processor with AVX2; slower ones gain from a second thread a little earlier.
    constexpr double kAlignedMs = 0.7e-6, kGeneralMs = 2.4e-6;
    const auto samples = static_cast<double>(frame.offsets.size());
    const double ms = static_cast<double>(frame.size.width) * frame.size.height *
                      (frame.aligned ? kAlignedMs * (0.8 + 0.2 * samples) : kGeneralMs * samples);
    return static_cast<unsigned>(
        std::clamp(ms / kWorthMs, 1.0, static_cast<double>(defaultThreadCount())));
}

/// Calls `use(y, row)` for every row of the picture, bands of rows on several threads.
template <class F>
void forEachRow(const CtVolume& volume, const SlicePlane& plane, ImageSize size, const Slab& slab,
                unsigned threads, const F& use) {
    NODEWISE_REQUIRE(dot(plane.right, plane.right) > 0 && dot(plane.down, plane.down) > 0);
    if (size.width <= 0 || size.height <= 0)
        return;
    const SliceKernels& kernels = slice::fastestKernels();
    const SliceFrame frame = slice::makeSliceFrame(volume.geometry(), plane, size, slab);
    const unsigned workers = threads == 0 ? workersFor(frame) : threads;
    // A few bands a thread: rows outside the volume cost nothing, so bands are not equally long.
    const int bands = workers == 1 ? 1 : std::min(size.height, static_cast<int>(workers) * 4);
    parallelFor(static_cast<std::size_t>(bands), workers, [&](std::size_t band) {
        const auto maker =
            frame.aligned ? slice::makeAlignedRows(volume, frame, effectiveMode(slab), kernels)
                          : slice::makeGeneralRows(volume, frame, effectiveMode(slab), kernels);
        std::vector<float> row(static_cast<std::size_t>(size.width));
        const int first = static_cast<int>(band) * size.height / bands;
        const int last = (static_cast<int>(band) + 1) * size.height / bands;
        for (int y = first; y < last; ++y) {
            maker->makeRow(y, row);
            use(kernels, static_cast<std::size_t>(y), row);
        }
    });
}

std::size_t pixelCount(ImageSize size) {
    return static_cast<std::size_t>(std::max(0, size.width)) *
           static_cast<std::size_t>(std::max(0, size.height));
}

}  // namespace

int slabSampleCount(const GridGeometry& grid, const SlicePlane& plane, const Slab& slab) {
    if (effectiveMode(slab) == SlabMode::None)
        return 1;
    const double step = spacingAlongMm(grid, plane.normal()) / 2;
    // A thousandth of slack: 5 mm in steps of 0.5 mm are ten samples, not eleven.
    return static_cast<int>(std::clamp(std::ceil(slab.thicknessMm / step - 1e-3), 1.0, 256.0));
}

void renderSlice(const CtVolume& volume, const SlicePlane& plane, ImageSize size,
                 const Window& window, const Slab& slab, std::span<std::uint32_t> out,
                 unsigned threads) {
    NODEWISE_REQUIRE(out.size() == pixelCount(size));
    const WindowMap map(window);
    forEachRow(volume, plane, size, slab, threads,
               [&](const SliceKernels& kernels, std::size_t y, const std::vector<float>& row) {
                   kernels.toPicture(row.data(), map.scale(), map.offset(), row.size(),
                                     out.data() + y * row.size());
               });
}

void renderSlice(const CtVolume& volume, const SlicePlane& plane, ImageSize size,
                 const Window& window, const Slab& slab, std::span<std::uint8_t> out,
                 unsigned threads) {
    NODEWISE_REQUIRE(out.size() == pixelCount(size));
    const WindowMap map(window);
    forEachRow(volume, plane, size, slab, threads,
               [&](const SliceKernels& kernels, std::size_t y, const std::vector<float>& row) {
                   kernels.toBytes(row.data(), map.scale(), map.offset(), row.size(),
                                   out.data() + y * row.size());
               });
}

void sampleSlice(const CtVolume& volume, const SlicePlane& plane, ImageSize size, const Slab& slab,
                 std::span<float> out, float outside, unsigned threads) {
    NODEWISE_REQUIRE(out.size() == pixelCount(size));
    forEachRow(volume, plane, size, slab, threads,
               [&](const SliceKernels&, std::size_t y, const std::vector<float>& row) {
                   std::transform(row.begin(), row.end(),
                                  out.begin() + static_cast<std::ptrdiff_t>(y * row.size()),
                                  [outside](float v) { return std::isnan(v) ? outside : v; });
               });
}

}  // namespace nodewise
