/// shipped_file.h: finds what is installed or built beside the program.
#pragma once
#include <filesystem>
#include <string>

namespace nodewise::cli {

/// The file in the build tree or in share/nodewise of the installation; an empty path when it is in
/// neither. Thread-safe.
[[nodiscard]] std::filesystem::path shippedFile(const std::string& name);

}  // namespace nodewise::cli
