/// nrrd_header.h: the text head of an NRRD file. Internal.
#pragma once
#include "volume/raw_grid.h"
#include <optional>

namespace nodewise::detail {

struct NrrdHeader {
    GridGeometry geometry;
    NumberType type = NumberType::Int16;
    bool gzip = false;
    bool bigEndian = false;
    std::string dataFile;  ///< Beside the header; empty when attached.
    long lineSkip = 0;
    long byteSkip = 0;  ///< -1: the numbers are the last bytes of the file (raw only).
    std::map<std::uint16_t, std::string> names;
};

/// `text` is everything before the empty line. Errors carry the field as place.
[[nodiscard]] Result<NrrdHeader> parseNrrdHeader(const std::string& text);

}  // namespace nodewise::detail
