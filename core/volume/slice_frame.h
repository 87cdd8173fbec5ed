/// slice_frame.h: a plane seen from the grid: continuous index = base + x·dx + y·dy + depth·dn.
///
/// Internal to core/volume.
#pragma once
#include "geometry/grid_geometry.h"
#include "volume/slice_plane.h"
#include "volume/slice_render.h"
#include <array>
#include <cstdint>
#include <vector>

namespace nodewise::slice {

using Triple = std::array<double, 3>;

/// How far beyond the outermost voxel centres the border voxel is repeated, in voxels. The small
/// surplus keeps a pixel that lies on the face, up to rounding, inside.
inline constexpr double kBorder = 0.5 + 1e-6;

struct SliceFrame {
    Triple base{}, dx{}, dy{};    ///< Voxels; per pixel.
    std::vector<Triple> offsets;  ///< One a sample of the slab, voxels from the plane.
    std::array<int, 3> dims{};
    ImageSize size;
    /// Grid axes along right, down and the normal when the plane runs along the grid.
    bool aligned = false;
    int axisRight = 0, axisDown = 1, axisNormal = 2;
};

[[nodiscard]] SliceFrame makeSliceFrame(const GridGeometry& grid, const SlicePlane& plane,
                                        ImageSize size, const Slab& slab);

/// Half-open range of whole numbers n in [0, count) with low ≤ start + n·step ≤ high for the given
/// axis; empty ranges have first == last.
struct PixelRange {
    int first = 0, last = 0;
    [[nodiscard]] bool empty() const { return first >= last; }
};
[[nodiscard]] PixelRange rangeWithin(double start, double step, double low, double high, int count);
[[nodiscard]] PixelRange intersection(PixelRange a, PixelRange b);

/// The first of the two neighbours of a coordinate, clamped to the axis, and the weight of the
/// second (0 at the border, where there may be no second).
struct Blend {
    std::int32_t first = 0;
    float weight = 0;
};
[[nodiscard]] Blend blendAt(double coordinate, int count);

}  // namespace nodewise::slice
