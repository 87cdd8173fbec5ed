/// manifest.h: the list of a folder's files with their hashes, as BagIt (RFC 8493) writes it.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace nodewise::archive {

/// Path (UTF-8, '/' between folders, relative) to SHA-256 in hexadecimal. Sorted by path.
using Manifest = std::map<std::string, std::string>;

/// "hash, two spaces, path, line feed" for each file; reads back with `parseManifest`.
[[nodiscard]] std::string manifestText(const Manifest& manifest);

/// Errors: FormatDamaged (a line that is no hash and safe path, a path that stands twice, lines out
/// of order, no final line feed), place = "line N".
[[nodiscard]] Result<Manifest> parseManifest(std::string_view text, const std::string& path = {});

/// Hashes every file below `folder` for which `wanted(path)` holds, on at most `threads` threads.
/// Errors: FileUnreadable, ArchiveLink (the folder holds a link), Cancelled.
[[nodiscard]] Result<Manifest> hashFolder(const std::filesystem::path& folder,
                                          const std::function<bool(const std::string&)>& wanted,
                                          JobControl& job, unsigned threads = 0);

/// Compares what should be there with what is. Errors: HashMismatch, place = the path: a file that
/// is missing, one that the manifest does not name, or one whose bytes differ.
[[nodiscard]] Result<void> compareManifests(const Manifest& expected, const Manifest& found);

}  // namespace nodewise::archive
