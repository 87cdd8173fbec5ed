/// frame_geometry.h: position, orientation, spacing and rescale of each frame of an image.
#pragma once
#include "base/result.h"
#include "dicom/image_header.h"
#include "dicom/tag_reader.h"
#include <string>

namespace nodewise::dicom {

/// Unit, right-angled directions from the six cosines. Errors: GeometryInconsistent when a length
/// is off by more than 1 % or the angle by more than 0.06°.
[[nodiscard]] Result<Orientation> orientationFrom(const std::vector<double>& cosines);

/// Where position, spacing and orientation are read from: functional group macros shared by all
/// frames and of one frame (enhanced objects and SEG). Absent ones stay empty.
[[nodiscard]] Result<void> readPlane(const TagReader& groups, FrameHeader& frame);

/// Fills `header.frames` from the object (single frame) or its functional groups (multi-frame).
/// Other multi-frame objects keep frames without geometry. `rescaleType` gets the first one found.
/// Errors: TagInvalid, GeometryInconsistent.
[[nodiscard]] Result<void> readFrames(const TagReader& tags, ImageHeader& header,
                                      std::string& rescaleType);

}  // namespace nodewise::dicom
