/// slice_render.h: slices and slabs of a volume as pictures, along any plane, on the CPU.
///
/// Value of a pixel: trilinear between voxel centres at the pixel's centre. Border rule: up to half
/// a voxel beyond the outermost centres the border voxel is repeated; farther out there is no
/// value, and a picture is black there whatever the window. A slab takes samples at the midpoints
/// of n equal parts of its thickness, n = ceil(thickness / (half the grid's spacing along the
/// normal)), at most 256, and leaves out those beyond the border.
///
/// Planes that run along the grid's axes take a separable path, all others a clipped general one;
/// both give the same picture to within rounding. Same bytes for every number of threads and every
/// processor.
#pragma once
#include "volume/ct_volume.h"
#include "volume/slice_plane.h"
#include "volume/window_level.h"
#include <cstdint>
#include <span>

namespace nodewise {

enum class SlabMode { None, Mean, Mip, MinIp };

/// How thick the picture is and how its samples are put together. None, or a thickness of at most
/// zero, is a single plane.
struct Slab {
    SlabMode mode = SlabMode::None;
    double thicknessMm = 0;
    friend bool operator==(const Slab&, const Slab&) = default;
};

/// Number of samples along the normal: 1 without a slab. Pure.
[[nodiscard]] int slabSampleCount(const GridGeometry& grid, const SlicePlane& plane,
                                  const Slab& slab);

/// Gray picture as 0xffgggggg, row after row. `threads` 0 = as many of the cores as pay for the
/// work. Thread-safe.
/// @pre out.size() == width · height; right and down are not zero; asserted.
void renderSlice(const CtVolume& volume, const SlicePlane& plane, ImageSize size,
                 const Window& window, const Slab& slab, std::span<std::uint32_t> out,
                 unsigned threads = 0);

/// The same as one byte a pixel.
void renderSlice(const CtVolume& volume, const SlicePlane& plane, ImageSize size,
                 const Window& window, const Slab& slab, std::span<std::uint8_t> out,
                 unsigned threads = 0);

/// The values themselves; `outside` where there is none.
void sampleSlice(const CtVolume& volume, const SlicePlane& plane, ImageSize size, const Slab& slab,
                 std::span<float> out, float outside, unsigned threads = 0);

}  // namespace nodewise
