/// pixel_place.h: where the pixels lie in a file, and whether there are as many as promised.
#pragma once
#include "base/result.h"

namespace nodewise::dicom {

class ParsedFile;
struct ImageHeader;

/// For uncompressed little-endian files fills `header.place` after checking tag, length and end of
/// file; for others checks that pixel data begins. Leaves `place` empty, which means "through
/// DCMTK", wherever the bytes are not exactly as expected. @pre parsed with ReadExtent::Header.
/// Errors: NoPixelData, PixelDataTruncated, PixelDataDamaged.
[[nodiscard]] Result<void> locatePixels(const ParsedFile& parsed, ImageHeader& header);

}  // namespace nodewise::dicom
