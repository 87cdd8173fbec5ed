/// sha256.h: fingerprints of bytes and files.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include <filesystem>
#include <string>
#include <string_view>

namespace nodewise::archive {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. Thread-safe.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

/// The same of a file, read in pieces. Errors: FileNotFound, FileUnreadable, Cancelled.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& file, JobControl& job);

}  // namespace nodewise::archive
