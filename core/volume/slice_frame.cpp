#include "volume/slice_frame.h"
#include <algorithm>
#include <cmath>

namespace nodewise::slice {
namespace {

Triple toIndexVector(const GridGeometry& grid, VectorLps v) {
    Triple out{};
    for (std::size_t axis = 0; axis < 3; ++axis)
        out[axis] = dot(v, grid.axes()[axis]) / grid.spacing()[axis];
    return out;
}

/// The only axis a step moves along; −1 when `pixels` steps move more than a ten-thousandth of a
/// voxel along another.
int onlyAxis(const Triple& step, int pixels) {
    int best = 0;
    for (int axis = 1; axis < 3; ++axis)
        if (std::abs(step[static_cast<std::size_t>(axis)]) >
            std::abs(step[static_cast<std::size_t>(best)]))
            best = axis;
    for (int axis = 0; axis < 3; ++axis)
        if (axis != best && std::abs(step[static_cast<std::size_t>(axis)]) * pixels > 1e-4)
            return -1;
    return best;
}

}  // namespace

SliceFrame makeSliceFrame(const GridGeometry& grid, const SlicePlane& plane, ImageSize size,
                          const Slab& slab) {
    SliceFrame frame;
    frame.dims = grid.dims();
    frame.size = size;
    const ContinuousIndex origin = grid.toIndex(plane.origin);
    frame.base = {origin.i, origin.j, origin.k};
    frame.dx = toIndexVector(grid, plane.right);
    frame.dy = toIndexVector(grid, plane.down);
    const int samples = slabSampleCount(grid, plane, slab);
    for (int n = 0; n < samples; ++n) {
        const double mm = samples == 1
                              ? 0.0
                              : slab.thicknessMm * ((n + 0.5) / static_cast<double>(samples) - 0.5);
        frame.offsets.push_back(toIndexVector(grid, plane.normal() * mm));
    }
    frame.axisRight = onlyAxis(frame.dx, size.width);
    frame.axisDown = onlyAxis(frame.dy, size.height);
    frame.aligned =
        frame.axisRight >= 0 && frame.axisDown >= 0 && frame.axisRight != frame.axisDown;
    frame.axisNormal = frame.aligned ? 3 - frame.axisRight - frame.axisDown : -1;
    return frame;
}

PixelRange rangeWithin(double start, double step, double low, double high, int count) {
    const auto inside = [&](int n) {
        const double at = start + n * step;
        return at >= low && at <= high;
    };
    if (std::abs(step) < 1e-12)
        return inside(0) ? PixelRange{0, count} : PixelRange{};
    const double a = (low - start) / step;
    const double b = (high - start) / step;
    const double most = static_cast<double>(count);
    int first = static_cast<int>(std::clamp(std::ceil(std::min(a, b)), 0.0, most));
    int last = static_cast<int>(std::clamp(std::floor(std::max(a, b)) + 1.0, 0.0, most));
    // Division may land one pixel off; the comparison itself decides.
    while (first > 0 && inside(first - 1))
        --first;
    while (first < last && !inside(first))
        ++first;
    while (last > first && !inside(last - 1))
        --last;
    while (last < count && last > first && inside(last))
        ++last;
    return first < last ? PixelRange{first, last} : PixelRange{};
}

PixelRange intersection(PixelRange a, PixelRange b) {
    const PixelRange both{std::max(a.first, b.first), std::min(a.last, b.last)};
    return both.empty() ? PixelRange{} : both;
}

Blend blendAt(double coordinate, int count) {
    const double inside = std::clamp(coordinate, 0.0, static_cast<double>(count - 1));
    const int first = static_cast<int>(inside);
    return {first, static_cast<float>(inside - first)};
}

}  // namespace nodewise::slice
