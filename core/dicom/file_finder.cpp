#include "dicom/file_finder.h"
#include "archive/zip_reader.h"
#include "base/ids.h"
#include "dicom/dicomdir.h"
#include "dicom/guarded.h"
#include "dicom/parsed_file.h"
#include <set>
#include <system_error>

namespace nodewise::dicom {
namespace {

using std::filesystem::path;

/// Removes its folder when the last series from it is gone.
class TemporaryFolder {
public:
    explicit TemporaryFolder(path folder)
        : m_folder(std::move(folder)) {}
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    [[nodiscard]] const path& folder() const { return m_folder; }

private:
    path m_folder;
};

using Folders = std::vector<std::unique_ptr<TemporaryFolder>>;

class Finder {
public:
    explicit Finder(JobControl& job)
        : m_job(job) {}

    Result<void> addGiven(const path& given);
    FoundFiles result();

private:
    Result<void> addFolder(const path& folder);
    Result<void> addZip(const path& file);
    void addFile(const path& file);
    void addDicomDir(const path& file);
    [[nodiscard]] Result<void> checkCancelled() const;

    JobControl& m_job;
    std::set<path> m_files;
    std::set<path> m_indexes;
    std::vector<SkippedFile> m_skipped;
    std::shared_ptr<Folders> m_folders = std::make_shared<Folders>();
};

Result<void> Finder::checkCancelled() const {
    if (m_job.cancelled())
        return fail(ErrorCode::Cancelled, "the scan was cancelled");
    return {};
}

Result<void> Finder::addGiven(const path& given) {
    std::error_code problem;
    const auto status = std::filesystem::status(given, problem);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorCode::FileNotFound, "there is no such file or folder", pathText(given));
    if (problem)
        return fail(ErrorCode::FileUnreadable, problem.message(), pathText(given));
    if (std::filesystem::is_directory(status))
        return addFolder(given);
    if (archive::looksLikeZip(given))
        return addZip(given);
    addFile(given);
    return checkCancelled();
}

Result<void> Finder::addFolder(const path& folder) {
    std::error_code problem;
    const auto options = std::filesystem::directory_options::skip_permission_denied;
    auto entry = std::filesystem::recursive_directory_iterator(folder, options, problem);
    if (problem)
        return fail(ErrorCode::FileUnreadable, problem.message(), pathText(folder));
    for (; entry != std::filesystem::end(entry); entry.increment(problem)) {
        if (problem)
            return fail(ErrorCode::FileUnreadable, problem.message(), pathText(folder));
        if (const auto go = checkCancelled(); !go)
            return go;
        std::error_code ignored;
        if (!entry->is_regular_file(ignored))
            continue;
        // An archive inside a folder that cannot be unpacked must not stop the rest.
        if (!archive::looksLikeZip(entry->path()))
            addFile(entry->path());
        else if (const auto ok = addZip(entry->path());
                 !ok && ok.error().code == ErrorCode::Cancelled)
            return ok;
        else if (!ok)
            m_skipped.push_back({entry->path(), ok.error().code, ok.error().detail});
    }
    return {};
}

Result<void> Finder::addZip(const path& file) {
    std::error_code problem;
    const path base = std::filesystem::temp_directory_path(problem);
    if (problem)
        return fail(ErrorCode::FileUnwritable,
                    "there is no temporary folder: " + problem.message());
    auto folder = std::make_unique<TemporaryFolder>(base / ("nodewise-" + newUuid()));
    const archive::ZipLimits limits;
    if (const auto ok = archive::extractZip(file, folder->folder(), limits, m_job); !ok)
        return fail(inFile(ok.error(), file));
    const path unpacked = folder->folder();
    m_folders->push_back(std::move(folder));
    return addFolder(unpacked);
}

void Finder::addFile(const path& file) {
    if (isNamedDicomDir(file))
        addDicomDir(file);
    else
        m_files.insert(file.lexically_normal());
}

void Finder::addDicomDir(const path& file) {
    if (!m_indexes.insert(file.lexically_normal()).second)
        return;
    const auto named = guarded(file, [&] { return readDicomDir(file); });
    if (!named && named.error().code == ErrorCode::NotAnImage) {
        m_files.insert(file.lexically_normal());
        return;
    }
    if (!named) {
        m_skipped.push_back({file, named.error().code, named.error().detail});
        return;
    }
    for (const path& present : named->present)
        m_files.insert(present.lexically_normal());
    for (const path& absent : named->absent)
        m_skipped.push_back(
            {absent, ErrorCode::ReferencedFileMissing,
             "named by " + pathText(file.filename()) + " but not there; copy the whole medium"});
}

FoundFiles Finder::result() {
    FoundFiles found;
    found.files.assign(m_files.begin(), m_files.end());
    found.skipped = std::move(m_skipped);
    if (!m_folders->empty())
        found.storage = m_folders;
    return found;
}

}  // namespace

Result<FoundFiles> findFiles(std::span<const path> paths, JobControl& job) {
    Finder finder(job);
    for (const path& given : paths)
        if (const auto ok = finder.addGiven(given); !ok)
            return fail(ok.error());
    return finder.result();
}

}  // namespace nodewise::dicom
