/// zip_reader.h: zip files from strangers: looked through first, then unpacked into a new folder.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nodewise::archive {

/// What a zip may cost. The whole directory is checked against these before a byte is unpacked, and
/// the bytes are counted again while they are.
struct ZipLimits {
    std::uint64_t maxTotalBytes = std::uint64_t{8} << 30;  ///< Unpacked, all entries.
    std::uint64_t maxEntryBytes = std::uint64_t{4} << 30;  ///< Unpacked, one entry.
    std::uint64_t maxEntries = 200000;
    double maxRatio = 200;  ///< Unpacked to packed, each entry and the whole.
};

struct ZipEntry {
    std::string name;  ///< UTF-8, '/' between folders, no trailing '/', no "." parts.
    std::uint64_t bytes = 0, packedBytes = 0;
    bool folder = false;
    bool stored = false;      ///< Not compressed.
    std::uint64_t index = 0;  ///< Position in the file's directory.
};

/// True when the file begins as a zip does.
[[nodiscard]] bool looksLikeZip(const std::filesystem::path& file);

/// The entries in the order of the file's directory, all checked. Thread-safe.
/// Errors: FileNotFound, FileUnreadable; FormatUnknown (no zip, encrypted, a packing other than
/// deflate); ArchiveDamaged (inconsistent or cut off, entries that overlap, zip64 fields that do
/// not fit); ArchiveUnsafePath (absolute, "..", backslash, drive letter, control character, too
/// long); ArchiveLink (link, device, pipe); ArchiveCaseCollision (two names that some disks cannot
/// tell apart, or a file that is also a folder); ArchiveRatio; ArchiveQuota. `place` is the entry.
[[nodiscard]] Result<std::vector<ZipEntry>> listZip(const std::filesystem::path& file,
                                                    const ZipLimits& limits = {});

/// Unpacks into a new folder beside `targetFolder`, checks sizes and CRCs, and only then renames it
/// to `targetFolder`: after an error or Cancelled nothing is left. Links are neither made nor
/// followed; the times and rights in the zip are ignored. @pre targetFolder does not exist or is
/// empty. Thread-safe for different targets. Errors: as `listZip`, and InvalidArgument (target not
/// empty), FileUnwritable, DiskFull, Cancelled.
[[nodiscard]] Result<void> extractZip(const std::filesystem::path& file,
                                      const std::filesystem::path& targetFolder,
                                      const ZipLimits& limits, JobControl& job);

/// The bytes of one entry. Errors: as `listZip`; FileNotFound when there is no such entry;
/// ValueOutOfRange when it is larger than `maxBytes`.
[[nodiscard]] Result<std::string> readZipEntry(const std::filesystem::path& file,
                                               std::string_view name,
                                               std::size_t maxBytes = std::size_t{64} << 20,
                                               const ZipLimits& limits = {});

/// The name of an entry with "." parts and the trailing '/' taken out. Errors: ArchiveUnsafePath.
[[nodiscard]] Result<std::string> safeEntryName(std::string_view name);

}  // namespace nodewise::archive
