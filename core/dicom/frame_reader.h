/// frame_reader.h: the pixel words of frames, whatever their encoding. Private to core/dicom.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "dicom/image_header.h"
#include "dicom/pixel_format.h"
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace nodewise::dicom {

/// Where the words of one frame go, and what to do with them once they are there. `format` is that
/// of the words delivered: a codestream may say more about its samples than the header.
struct FrameTarget {
    std::size_t frame = 0;
    std::span<std::uint16_t> words;
    std::function<void(const PixelFormat& format)> arrived;
};

/// Reads frames of one file in the order given (ascending frames are fastest). 8-bit pixels are
/// widened to words. Looks at `job.cancelled()` before each frame. Checks again that the file still
/// has the size it had when scanned.
/// Errors, with file and tag: FileNotFound, FileUnreadable, Truncated (changed since the scan),
/// NoPixelData, PixelDataTruncated, PixelDataDamaged, PixelFormatUnsupported,
/// TransferSyntaxUnsupported, OutOfMemory, Cancelled.
[[nodiscard]] Result<void> readFrameWords(const ImageHeader& image,
                                          std::span<const FrameTarget> targets, JobControl& job);

}  // namespace nodewise::dicom
