/// slice_kernels.h: the inner loops of slices, once portable and once for wider processors.
///
/// Internal to core/volume. Both sets do the same operations in the same order without fused
/// multiply-add, so their results are equal bit for bit; a test holds them side by side.
#pragma once
#include <cstddef>
#include <cstdint>

namespace nodewise::slice {

/// A row of a general plane inside the volume: at step n the continuous index is
/// start + n · step; all eight neighbours of every step exist.
struct InnerRow {
    float startI, startJ, startK;
    float stepI, stepJ, stepK;
    std::int32_t strideJ, strideK;  ///< Voxels from one row, one slice, to the next.
    std::int32_t count;
};

struct SliceKernels {
    /// out[n] = line[first[n]] blended with the one after it.
    void (*blendColumns)(const float* line, const std::int32_t* first, const float* weight,
                         std::size_t count, float* out);
    /// out[n] = a[n] + (b[n] − a[n]) · weight.
    void (*blendRows)(const float* a, const float* b, float weight, std::size_t count, float* out);
    /// Gray level by value · scale + offset; NaN gives 0. The picture form is 0xffgggggg.
    void (*toPicture)(const float* values, float scale, float offset, std::size_t count,
                      std::uint32_t* out);
    void (*toBytes)(const float* values, float scale, float offset, std::size_t count,
                    std::uint8_t* out);
    /// Trilinear values of a row.
    void (*innerInt16)(const std::int16_t* voxels, const InnerRow& row, float* out);
    void (*innerFloat)(const float* voxels, const InnerRow& row, float* out);
};

/// Runs everywhere.
[[nodiscard]] const SliceKernels& portableKernels();
/// The fastest set this processor has; found once.
[[nodiscard]] const SliceKernels& fastestKernels();

}  // namespace nodewise::slice
