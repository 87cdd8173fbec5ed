/// slice_reader.h: reads all slices of a stack on all cores. Private to core/dicom.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "dicom/pixel_format.h"
#include "dicom/series_content.h"
#include <cstdint>
#include <functional>
#include <span>

namespace nodewise::dicom {

/// Memory for the words of a slice, and what to do once they are there. Both are called from
/// several threads at once, for different slices.
struct SliceSink {
    std::function<std::span<std::uint16_t>(std::size_t slice)> memory;
    std::function<void(std::size_t slice, std::span<std::uint16_t> words,
                       const PixelFormat& format)>
        arrived;
};

/// Errors: as readFrameWords; of several the one of the lowest slice.
[[nodiscard]] Result<void> readSlices(const SeriesContent& content, const SliceSink& sink,
                                      JobControl& job, unsigned threads);

}  // namespace nodewise::dicom
