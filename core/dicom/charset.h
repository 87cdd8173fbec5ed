/// charset.h: texts of DICOM files as UTF-8, never an error.
#pragma once
#include <string>
#include <string_view>

namespace nodewise::dicom {

/// The text as valid UTF-8. `characterSet` is the value of SpecificCharacterSet (0008,0005); empty
/// means ASCII. UTF-8 (ISO_IR 192) and Latin-1 (ISO_IR 100) are read here; others go through
/// DCMTK's converter, and where that fails each byte that is not ASCII becomes U+FFFD: a name
/// nobody can read is no reason to refuse an image. Thread-safe.
[[nodiscard]] std::string toUtf8(std::string_view raw, std::string_view characterSet);

}  // namespace nodewise::dicom
