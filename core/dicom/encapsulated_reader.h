/// encapsulated_reader.h: frames that DCMTK or OpenJPEG has to decode. Private to core/dicom.
#pragma once
#include "dicom/frame_reader.h"

namespace nodewise::dicom {

/// As `readFrameWords`, for big endian, deflated and compressed files. May throw what the libraries
/// throw.
[[nodiscard]] Result<void> readThroughDcmtk(const ImageHeader& image,
                                            std::span<const FrameTarget> targets, JobControl& job);

}  // namespace nodewise::dicom
