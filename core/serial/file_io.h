/// file_io.h: whole files in and out; never half a file.
#pragma once
#include "base/result.h"
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace nodewise::serial {

/// A path as UTF-8 for errors and JSON; bytes that are no valid name are replaced.
[[nodiscard]] std::string pathText(const std::filesystem::path& path);
/// The path of a UTF-8 text, on every platform.
[[nodiscard]] std::filesystem::path pathOf(std::string_view utf8);

/// The bytes of a regular file. Errors: FileNotFound, FileUnreadable, ValueOutOfRange when the file
/// is larger than `maxBytes`.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& file,
                                           std::size_t maxBytes = std::size_t{256} << 20);

enum class FileRights { Usual, OwnerOnly };

/// Writes a new file beside the target, flushes it to the disk, and renames it over the target: a
/// reader sees the old bytes or the new ones, also after a power cut. Missing folders are made.
/// `OwnerOnly` files are never readable by others, not even for a moment (POSIX).
/// Errors: FileUnwritable, DiskFull.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& file,
                                               std::string_view bytes,
                                               FileRights rights = FileRights::Usual);

/// The second half of an atomic write for those who wrote `fresh` themselves: flushes it and
/// renames it over `target` (same folder). `fresh` is gone afterwards, also after an error. Errors:
/// FileUnwritable, DiskFull.
[[nodiscard]] Result<void> replaceFile(const std::filesystem::path& fresh,
                                       const std::filesystem::path& target);

}  // namespace nodewise::serial
