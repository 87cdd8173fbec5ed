#include "archive/zip_writer.h"
#include "archive/zip_handle.h"
#include "archive/zip_reader.h"
#include "base/ids.h"
#include "serial/file_io.h"
#include <cerrno>
#include <cstdint>
#include <set>
#include <zip.h>

namespace nodewise::archive {
namespace fs = std::filesystem;
namespace {

constexpr zip_uint16_t kFirstDosDay = (1U << 5U) | 1U;  // 1980-01-01, the earliest a zip can say.
constexpr zip_uint32_t kPlainFile = 0100644U << 16U;

zip_source_t* sourceOf(zip_t* zip, const ZipItem& item) {
    if (const auto* file = std::get_if<fs::path>(&item.content))
        return zip_source_file(zip, serial::pathText(*file).c_str(), 0, -1);
    const std::string& bytes = std::get<std::string>(item.content);
    return zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
}

Result<void> addItem(zip_t* zip, const ZipItem& item, bool stored) {
    zip_source_t* source = sourceOf(zip, item);
    const zip_int64_t index =
        source ? zip_file_add(zip, item.name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        const std::string why = zip_strerror(zip);
        if (source)
            zip_source_free(source);
        return fail(ErrorCode::FileUnreadable, "the file cannot be packed: " + why, {}, item.name);
    }
    const auto place = static_cast<zip_uint64_t>(index);
    zip_set_file_compression(zip, place, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, stored ? 0 : 9);
    zip_file_set_dostime(zip, place, 0, kFirstDosDay, 0);
    zip_file_set_external_attributes(zip, place, 0, ZIP_OPSYS_UNIX, kPlainFile);
    return {};
}

void reportPacking(zip_t*, double fraction, void* job) {
    static_cast<JobControl*>(job)->report(fraction, "pack");
}

int askCancelled(zip_t*, void* job) {
    return static_cast<JobControl*>(job)->cancelled() ? 1 : 0;
}

Result<void> checkItems(std::span<const ZipItem> items) {
    if (items.empty())
        return fail(ErrorCode::InvalidArgument, "there is nothing to pack");
    for (const ZipItem& item : items) {
        auto name = safeEntryName(item.name);
        if (!name)
            return fail(name.error());
        if (*name != item.name)
            return fail(ErrorCode::ArchiveUnsafePath, "the name is not in its plain form", {},
                        item.name);
        const auto* file = std::get_if<fs::path>(&item.content);
        std::error_code problem;
        if (file && !fs::is_regular_file(*file, problem))
            return fail(ErrorCode::FileNotFound, "there is no such file", serial::pathText(*file));
    }
    return {};
}

Result<void> writeOnce(const fs::path& file, std::span<const ZipItem> items,
                       const std::set<std::string>& stored, JobControl& job) {
    auto zip = openZip(file, ZIP_CREATE | ZIP_TRUNCATE);
    if (!zip)
        return fail(ErrorCode::FileUnwritable, zip.error().detail, zip.error().path);
    for (const ZipItem& item : items)
        if (auto added = addItem(zip->get(), item, item.stored || stored.contains(item.name));
            !added)
            return added;
    zip_register_progress_callback_with_state(zip->get(), 0.01, reportPacking, nullptr, &job);
    zip_register_cancel_callback_with_state(zip->get(), askCancelled, nullptr, &job);
    if (zip_close(zip->get()) == 0) {
        static_cast<void>(zip->release());  // Closed: the handle is gone.
        return {};
    }
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "stopped", serial::pathText(file));
    const bool full = zip_error_system_type(zip_get_error(zip->get())) == ZIP_ET_SYS &&
                      zip_error_code_system(zip_get_error(zip->get())) == ENOSPC;
    return fail(full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                std::string("the zip cannot be written: ") + zip_strerror(zip->get()),
                serial::pathText(file));
}

/// Entries that shrank so far that our own reader would refuse them.
Result<std::set<std::string>> shrunkTooFar(const fs::path& file) {
    ZipLimits limits;
    limits.maxTotalBytes = limits.maxEntryBytes = UINT64_MAX;
    limits.maxRatio = 1e300;
    const auto entries = listZip(file, limits);
    if (!entries)
        return fail(entries.error());
    std::set<std::string> names;
    for (const ZipEntry& entry : *entries)
        if (static_cast<double>(entry.bytes) >
            ZipLimits{}.maxRatio * static_cast<double>(entry.packedBytes))
            names.insert(entry.name);
    return names;
}

Result<void> writeChecked(const fs::path& file, std::span<const ZipItem> items, JobControl& job) {
    if (auto written = writeOnce(file, items, {}, job); !written)
        return written;
    const auto names = shrunkTooFar(file);
    if (!names)
        return fail(names.error());
    return names->empty() ? Result<void>{} : writeOnce(file, items, *names, job);
}

}  // namespace

Result<void> writeZip(const fs::path& file, std::span<const ZipItem> items, JobControl& job) {
    if (auto fine = checkItems(items); !fine)
        return fine;
    std::error_code problem;
    if (file.has_parent_path())
        fs::create_directories(file.parent_path(), problem);
    fs::path fresh = file;
    fresh += "." + newUuid().substr(0, 8) + ".new";
    auto written = writeChecked(fresh, items, job);
    if (written)
        written = serial::replaceFile(fresh, file);
    if (!written) {
        fs::remove(fresh, problem);
        return fail(written.error());
    }
    return {};
}

}  // namespace nodewise::archive
