/// seg_frames.h: the frames of a DICOM SEG: which segment, where, which pixels. Private.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "base/result.h"
#include "dicom/frame_geometry.h"
#include "dicom/parsed_file.h"
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace nodewise::dicom {

enum class SegKind { Binary, Fractional, LabelMap };

struct SegFrame {
    FrameHeader plane;
    LabelValue segment = 0;  ///< 0 in a label map, whose pixels name their segments.
};

struct SegHeader {
    SegKind kind = SegKind::Binary;
    int rows = 0, columns = 0, bitsAllocated = 1;
    std::int64_t background = 0;     ///< Label map: the value that means no segment.
    std::int64_t fractionalMax = 1;  ///< Fractional: the value that means all of the pixel.
    std::map<LabelValue, std::string> names;
    std::vector<SegFrame> frames;

    [[nodiscard]] std::size_t pixels() const {
        return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
    }
};

/// Errors: NotAnImage (no SEG), TagMissing, TagInvalid, GeometryInconsistent,
/// PixelFormatUnsupported, ImageTooLarge.
[[nodiscard]] Result<SegHeader> readSegHeader(const TagReader& tags);

/// The segment numbers of all pixels of all frames, frame after frame, 0 where none.
/// Errors: NoPixelData, PixelDataTruncated, PixelDataDamaged, PixelFormatUnsupported, Cancelled.
[[nodiscard]] Result<std::vector<LabelValue>>
readSegPixels(const ParsedFile& parsed, const SegHeader& header, JobControl& job);

}  // namespace nodewise::dicom
