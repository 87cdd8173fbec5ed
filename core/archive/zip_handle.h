/// zip_handle.h: libzip's handles with an owner. Private to the module.
#pragma once
#include "base/result.h"
#include <filesystem>
#include <memory>

struct zip;
struct zip_file;

namespace nodewise::archive {

/// Closes without writing.
struct ZipDiscard {
    void operator()(zip* handle) const;
};
using ZipHandle = std::unique_ptr<zip, ZipDiscard>;

struct ZipFileClose {
    void operator()(zip_file* handle) const;
};
using ZipFileHandle = std::unique_ptr<zip_file, ZipFileClose>;

/// Opens with libzip's flags. Errors: FileNotFound, FileUnreadable, FileUnwritable, FormatUnknown,
/// ArchiveDamaged.
[[nodiscard]] Result<ZipHandle> openZip(const std::filesystem::path& file, int flags);

}  // namespace nodewise::archive
