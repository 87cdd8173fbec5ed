/// transfer_syntax.h: which encodings of pixels are read, and the names of those that are not.
#pragma once
#include "base/result.h"
#include <string>

namespace nodewise::dicom {

enum class PixelCoding {
    NativeLittle,  ///< Uncompressed, little endian: can be read straight from the file.
    NativeOther,   ///< Uncompressed, big endian or deflated: through DCMTK.
    DcmtkCodec,    ///< JPEG, JPEG-LS, RLE.
    Jpeg2000       ///< Through OpenJPEG.
};

/// Errors: TransferSyntaxUnsupported with the name of the encoding; an empty UID counts as implicit
/// little endian, DICOM's default.
[[nodiscard]] Result<PixelCoding> pixelCodingOf(const std::string& transferSyntaxUid);

}  // namespace nodewise::dicom
