/// data_file.h: the tables of this module that are built into the program.
#pragma once
#include <string_view>

namespace nodewise::evidence {

/// Text of a file of core/evidence/data. @pre the file is there; asserted.
[[nodiscard]] std::string_view dataFile(std::string_view name);

}  // namespace nodewise::evidence
