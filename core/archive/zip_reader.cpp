#include "archive/zip_reader.h"
#include "archive/entry_name.h"
#include "archive/zip_handle.h"
#include "base/ids.h"
#include "serial/file_io.h"
#include <algorithm>
#include <fstream>
#include <system_error>
#include <zip.h>

namespace nodewise::archive {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;

tl::unexpected<Error> failAt(ErrorCode code, std::string detail, const std::string& entry) {
    return fail(code, std::move(detail), {}, entry);
}

/// Puts the zip's own path into an error that does not name one.
Error withPath(Error error, const fs::path& file) {
    if (error.path.empty())
        error.path = serial::pathText(file);
    return error;
}

/// Refuses links, devices, pipes and Windows reparse points. The upper half holds the Unix mode
/// whatever system the entry claims to come from.
Result<void> checkKind(zip_t* zip, zip_uint64_t index, const std::string& name) {
    constexpr zip_uint32_t kKindMask = 0170000, kFile = 0100000, kFolder = 0040000;
    constexpr zip_uint32_t kReparsePoint = 0x400;
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) != 0)
        return failAt(ErrorCode::ArchiveDamaged, "the entry's attributes cannot be read", name);
    const zip_uint32_t kind = (attributes >> 16U) & kKindMask;
    const bool reparse = system != ZIP_OPSYS_UNIX && (attributes & kReparsePoint) != 0;
    if ((kind != 0 && kind != kFile && kind != kFolder) || reparse)
        return failAt(ErrorCode::ArchiveLink,
                      "the entry is a link, a device or a pipe; only plain files are unpacked",
                      name);
    return {};
}

Result<void> checkPacking(const zip_stat_t& stat, const std::string& name) {
    if (stat.encryption_method != ZIP_EM_NONE)
        return failAt(ErrorCode::FormatUnknown,
                      "the entry is encrypted; unpack it with its password first", name);
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        return failAt(ErrorCode::FormatUnknown,
                      "the entry is packed with method " + std::to_string(stat.comp_method) +
                          "; only stored and deflate are read: pack it again as a plain zip",
                      name);
    if (stat.comp_method == ZIP_CM_STORE && stat.size != stat.comp_size)
        return failAt(ErrorCode::ArchiveDamaged, "a stored entry has two sizes", name);
    return {};
}

Result<void> checkCost(std::uint64_t bytes, std::uint64_t packed, double maxRatio,
                       const std::string& name) {
    if (static_cast<double>(bytes) > maxRatio * static_cast<double>(packed))
        return failAt(ErrorCode::ArchiveRatio,
                      "the entry would grow from " + std::to_string(packed) + " to " +
                          std::to_string(bytes) + " bytes; that much shrinking is not trusted",
                      name);
    return {};
}

Result<ZipEntry> readEntry(zip_t* zip, zip_uint64_t index, const ZipLimits& limits) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
                                     ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(zip, index, 0, &stat) != 0 || (stat.valid & kNeeded) != kNeeded)
        return failAt(ErrorCode::ArchiveDamaged, "an entry has no name or size",
                      std::to_string(index));
    const std::string_view raw = stat.name;
    auto name = safeEntryName(raw);
    if (!name)
        return fail(name.error());
    ZipEntry entry{
        *name, stat.size, stat.comp_size, raw.ends_with('/'), stat.comp_method == ZIP_CM_STORE,
        index};
    if (entry.folder && entry.bytes != 0)
        return failAt(ErrorCode::ArchiveDamaged, "a folder has a content", *name);
    if (entry.bytes > limits.maxEntryBytes)
        return failAt(ErrorCode::ArchiveQuota,
                      "the entry has " + std::to_string(entry.bytes) + " bytes, at most " +
                          std::to_string(limits.maxEntryBytes) + " are unpacked",
                      *name);
    for (const auto& check : {checkKind(zip, index, *name), checkPacking(stat, *name),
                              checkCost(entry.bytes, entry.packedBytes, limits.maxRatio, *name)})
        if (!check)
            return fail(check.error());
    return entry;
}

/// What only all entries together can show.
Result<void> checkWhole(const std::vector<ZipEntry>& entries, std::uint64_t fileBytes,
                        const ZipLimits& limits) {
    NameCollisions names;
    std::uint64_t total = 0, packed = 0;
    for (const ZipEntry& entry : entries) {
        if (auto fine = names.add(entry.name, entry.folder); !fine)
            return fine;
        total += entry.bytes;
        packed += entry.packedBytes;
        if (total > limits.maxTotalBytes)
            return failAt(ErrorCode::ArchiveQuota,
                          "the zip unpacks to more than " + std::to_string(limits.maxTotalBytes) +
                              " bytes",
                          entry.name);
        if (packed > fileBytes)
            return failAt(ErrorCode::ArchiveDamaged,
                          "the entries take more room than the file has: they overlap", entry.name);
    }
    return checkCost(total, fileBytes, limits.maxRatio, {});
}

Result<std::vector<ZipEntry>> readDirectory(zip_t* zip, std::uint64_t fileBytes,
                                            const ZipLimits& limits) {
    const zip_int64_t count = zip_get_num_entries(zip, 0);
    if (static_cast<std::uint64_t>(count) > limits.maxEntries)
        return fail(ErrorCode::ArchiveQuota, "the zip has " + std::to_string(count) + " entries");
    std::vector<ZipEntry> entries;
    for (zip_int64_t index = 0; index < count; ++index) {
        auto entry = readEntry(zip, static_cast<zip_uint64_t>(index), limits);
        if (!entry)
            return fail(entry.error());
        entries.push_back(*std::move(entry));
    }
    if (auto fine = checkWhole(entries, fileBytes, limits); !fine)
        return fail(fine.error());
    return entries;
}

/// A zip that is open and whose directory has been checked.
struct OpenZip {
    ZipHandle zip;
    std::vector<ZipEntry> entries;
};

Result<OpenZip> openChecked(const fs::path& file, const ZipLimits& limits) {
    std::error_code problem;
    const std::uint64_t bytes = fs::file_size(file, problem);
    if (problem || !fs::is_regular_file(file, problem))
        return fail(ErrorCode::FileNotFound, "there is no such file", serial::pathText(file));
    auto zip = openZip(file, ZIP_RDONLY | ZIP_CHECKCONS);
    if (!zip) {
        Error error = zip.error();
        // Begins as a zip and has no directory at its end: cut off, not something else.
        if (error.code == ErrorCode::FormatUnknown && looksLikeZip(file))
            error.code = ErrorCode::ArchiveDamaged;
        // The file is there: what libzip misses is a zip64 field inside it.
        if (error.code == ErrorCode::FileNotFound)
            error.code = ErrorCode::ArchiveDamaged;
        return fail(error);
    }
    auto entries = readDirectory(zip->get(), bytes, limits);
    if (!entries)
        return fail(withPath(entries.error(), file));
    return OpenZip{*std::move(zip), *std::move(entries)};
}

/// Hands the unpacked bytes of one entry to `take` piece by piece. `take` returns false to stop.
template <class Take>
Result<void> unpack(zip_t* zip, const ZipEntry& entry, Take&& take) {
    const ZipFileHandle in(zip_fopen_index(zip, entry.index, 0));
    if (!in)
        return failAt(ErrorCode::ArchiveDamaged, zip_strerror(zip), entry.name);
    std::string chunk(std::min<std::uint64_t>(kChunk, entry.bytes + 1), '\0');
    std::uint64_t got = 0;
    for (;;) {
        const zip_int64_t size = zip_fread(in.get(), chunk.data(), chunk.size());
        if (size < 0)
            return failAt(ErrorCode::ArchiveDamaged,
                          std::string("the entry is damaged: ") + zip_file_strerror(in.get()),
                          entry.name);
        if (size == 0)
            break;
        got += static_cast<std::uint64_t>(size);
        // The directory was checked; a packed stream that holds more than it said was not.
        if (got > entry.bytes)
            return failAt(ErrorCode::ArchiveDamaged, "the entry holds more than its size says",
                          entry.name);
        if (auto taken = take(std::string_view(chunk).substr(0, static_cast<std::size_t>(size)));
            !taken)
            return taken;
    }
    if (got != entry.bytes)
        return failAt(ErrorCode::ArchiveDamaged, "the entry holds less than its size says",
                      entry.name);
    return {};
}

struct Progress {
    JobControl& job;
    std::uint64_t total = 1, done = 0;
};

Result<void> writeEntry(zip_t* zip, const ZipEntry& entry, const fs::path& target,
                        Progress& progress) {
    std::ofstream out(target, std::ios::binary | std::ios::trunc);
    const auto unwritable = [&] {
        return fail(ErrorCode::FileUnwritable, "the unpacked file cannot be written",
                    serial::pathText(target), entry.name);
    };
    if (!out)
        return unwritable();
    auto unpacked = unpack(zip, entry, [&](std::string_view bytes) -> Result<void> {
        if (progress.job.cancelled())
            return fail(ErrorCode::Cancelled, "stopped");
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        progress.done += bytes.size();
        progress.job.report(
            static_cast<double>(progress.done) / static_cast<double>(progress.total), "unpack");
        if (!out)
            return unwritable();
        return {};
    });
    out.close();
    if (unpacked && !out)
        return unwritable();
    return unpacked;
}

Result<void> writeAll(const OpenZip& open, const fs::path& folder, JobControl& job) {
    Progress progress{job};
    for (const ZipEntry& entry : open.entries)
        progress.total += entry.bytes;
    for (const ZipEntry& entry : open.entries) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "stopped");
        const fs::path target = folder / serial::pathOf(entry.name);
        std::error_code problem;
        fs::create_directories(entry.folder ? target : target.parent_path(), problem);
        if (problem)
            return fail(ErrorCode::FileUnwritable, "a folder cannot be made: " + problem.message(),
                        serial::pathText(target));
        if (entry.folder)
            continue;
        if (auto written = writeEntry(open.zip.get(), entry, target, progress); !written)
            return written;
    }
    return {};
}

Result<void> checkTarget(const fs::path& folder) {
    std::error_code problem;
    const auto status = fs::symlink_status(folder, problem);
    if (!fs::exists(status))
        return {};
    if (!fs::is_directory(status) || !fs::is_empty(folder, problem))
        return fail(ErrorCode::InvalidArgument, "the folder to unpack into must be new or empty",
                    serial::pathText(folder));
    return {};
}

Result<void> moveIntoPlace(const fs::path& from, const fs::path& to) {
    std::error_code problem;
    fs::remove(to, problem);  // An empty folder; a full one stays and the rename fails.
    fs::rename(from, to, problem);
    if (problem)
        return fail(ErrorCode::FileUnwritable,
                    "the unpacked folder cannot be moved to its place: " + problem.message(),
                    serial::pathText(to));
    return {};
}

}  // namespace

bool looksLikeZip(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string start(4, '\0');
    in.read(start.data(), 4);
    return in && (start == "PK\x03\x04" || start == "PK\x05\x06");
}

Result<std::vector<ZipEntry>> listZip(const fs::path& file, const ZipLimits& limits) {
    auto open = openChecked(file, limits);
    if (!open)
        return fail(open.error());
    return std::move(open->entries);
}

Result<void> extractZip(const fs::path& file, const fs::path& targetFolder, const ZipLimits& limits,
                        JobControl& job) {
    if (auto fine = checkTarget(targetFolder); !fine)
        return fine;
    const auto open = openChecked(file, limits);
    if (!open)
        return fail(open.error());
    fs::path fresh = targetFolder;
    fresh += "." + newUuid().substr(0, 8) + ".part";
    std::error_code problem;
    fs::create_directories(fresh, problem);
    if (problem)
        return fail(ErrorCode::FileUnwritable, "the folder cannot be made: " + problem.message(),
                    serial::pathText(fresh));
    auto done = writeAll(*open, fresh, job);
    if (done)
        done = moveIntoPlace(fresh, targetFolder);
    if (!done) {
        fs::remove_all(fresh, problem);
        return fail(withPath(done.error(), file));
    }
    return {};
}

Result<std::string> readZipEntry(const fs::path& file, std::string_view name, std::size_t maxBytes,
                                 const ZipLimits& limits) {
    const auto open = openChecked(file, limits);
    if (!open)
        return fail(open.error());
    for (const ZipEntry& entry : open->entries) {
        if (entry.name != name || entry.folder)
            continue;
        if (entry.bytes > maxBytes)
            return fail(ErrorCode::ValueOutOfRange,
                        "the entry is larger than " + std::to_string(maxBytes) + " bytes",
                        serial::pathText(file), entry.name);
        std::string bytes;
        const auto unpacked =
            unpack(open->zip.get(), entry, [&](std::string_view piece) -> Result<void> {
                bytes += piece;
                return {};
            });
        if (!unpacked)
            return fail(withPath(unpacked.error(), file));
        return bytes;
    }
    return fail(ErrorCode::FileNotFound, "the zip has no such entry", serial::pathText(file),
                std::string(name));
}

}  // namespace nodewise::archive
