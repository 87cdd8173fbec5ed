/// zip_writer.h: zip files that come out the same, byte for byte, from the same input.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include <filesystem>
#include <span>
#include <string>
#include <variant>

namespace nodewise::archive {

/// One file to pack.
struct ZipItem {
    std::string name;  ///< Path inside the zip, '/' between folders.
    std::variant<std::string, std::filesystem::path> content;  ///< Bytes, or the file to read.
    bool stored = false;                                       ///< Not compressed.
};

/// Writes the items in the order given, all dated 1980-01-01, rights 0644, deflate 9. An item that
/// would shrink more than 200 times is stored, so that our own reader takes it. The file appears
/// under its name only when it is whole. Thread-safe.
/// Errors: ArchiveUnsafePath (a name our reader would refuse), FileNotFound, FileUnreadable,
/// FileUnwritable, DiskFull, InvalidArgument (no item), Cancelled.
[[nodiscard]] Result<void> writeZip(const std::filesystem::path& file,
                                    std::span<const ZipItem> items, JobControl& job);

}  // namespace nodewise::archive
