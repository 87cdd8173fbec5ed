/// jpeg2000.h: one JPEG 2000 codestream to words, through OpenJPEG. Private to core/dicom.
#pragma once
#include "base/result.h"
#include "dicom/pixel_format.h"
#include <cstddef>
#include <cstdint>
#include <span>

namespace nodewise::dicom {

/// Decodes a grey codestream (bare or in a JP2 box) of exactly `columns` × `rows` samples. Gives
/// the format of the words: precision from the codestream; signed when either the codestream or the
/// header (`headerSigned`) says so, because encoders are known to write signed CT samples as plain
/// bit patterns. Thread-safe. Errors: PixelDataDamaged, PixelFormatUnsupported (several components,
/// more than 16 bits).
[[nodiscard]] Result<PixelFormat> decodeJpeg2000(std::span<const std::byte> codestream, int columns,
                                                 int rows, bool headerSigned,
                                                 std::span<std::uint16_t> words);

}  // namespace nodewise::dicom
