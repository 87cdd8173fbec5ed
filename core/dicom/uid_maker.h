/// uid_maker.h: UIDs that come out the same from the same words. Private to core/dicom.
#pragma once
#include <string>
#include <string_view>

namespace nodewise::dicom {

/// "2.25." and the decimal form of a UUID made from the first 128 bits of SHA-256 of `words`
/// (PS3.5 B.2). At most 44 characters. Thread-safe.
[[nodiscard]] std::string uidFrom(std::string_view words);

}  // namespace nodewise::dicom
