/// slice_rows.h: makers of one row of slice values; NaN marks pixels without a value.
///
/// Internal to core/volume. A maker is used by one thread and remembers work between neighbouring
/// rows; rows may be asked for in any order.
#pragma once
#include "volume/ct_volume.h"
#include "volume/slice_frame.h"
#include "volume/slice_kernels.h"
#include <memory>
#include <span>

namespace nodewise::slice {

class RowMaker {
public:
    virtual ~RowMaker() = default;
    /// Fills `out` (the picture's width) with the slab's values of row y.
    virtual void makeRow(int y, std::span<float> out) = 0;
};

/// Separable path. @pre frame.aligned.
[[nodiscard]] std::unique_ptr<RowMaker> makeAlignedRows(const CtVolume& volume,
                                                        const SliceFrame& frame, SlabMode mode,
                                                        const SliceKernels& kernels);

/// General path; works for aligned planes as well (the tests compare the two).
[[nodiscard]] std::unique_ptr<RowMaker> makeGeneralRows(const CtVolume& volume,
                                                        const SliceFrame& frame, SlabMode mode,
                                                        const SliceKernels& kernels);

/// Puts a sample's row together with those before it. Mean: sum in `into`, see `finishMean`.
void combineRows(SlabMode mode, std::span<const float> row, std::span<float> into,
                 std::span<float> counts);
void finishMean(std::span<float> sums, std::span<const float> counts);

}  // namespace nodewise::slice
