#include "casepack/volume_cache.h"
#include "base/log.h"
#include "volume/volume_io.h"
#include <algorithm>
#include <chrono>
#include <system_error>
#include <vector>

namespace nodewise::casepack {
namespace fs = std::filesystem;
namespace {

struct KeptFile {
    fs::path path;
    std::uint64_t bytes = 0;
    fs::file_time_type used;
};

std::vector<KeptFile> keptFiles(const fs::path& folder) {
    std::vector<KeptFile> files;
    std::error_code problem;
    fs::directory_iterator at(folder, problem);
    for (; !problem && at != fs::directory_iterator(); at.increment(problem)) {
        std::error_code gone;
        const KeptFile file{at->path(), at->file_size(gone), at->last_write_time(gone)};
        if (!gone && file.path.extension() == ".nrrd")
            files.push_back(file);
    }
    return files;
}

}  // namespace

VolumeCache::VolumeCache(fs::path folder, std::uint64_t maxBytes)
    : m_folder(std::move(folder))
    , m_maxBytes(maxBytes) {}

fs::path VolumeCache::fileOf(const std::string& key) const {
    return m_folder / (key + ".nrrd");
}

VolumePtr VolumeCache::find(const std::string& key, JobControl& job) const {
    if (m_folder.empty())
        return nullptr;
    const fs::path file = fileOf(key);
    std::error_code problem;
    if (!fs::exists(file, problem))
        return nullptr;
    auto volume = readVolume(file, job);
    if (volume) {
        // The time of the last use, for those who make room.
        fs::last_write_time(file, fs::file_time_type::clock::now(), problem);
        return *std::move(volume);
    }
    if (volume.error().code != ErrorCode::Cancelled) {
        log::warning("a kept volume could not be read and is made again");
        fs::remove(file, problem);
    }
    return nullptr;
}

void VolumeCache::keep(const std::string& key, const CtVolume& volume) const {
    if (m_folder.empty())
        return;
    std::error_code problem;
    fs::create_directories(m_folder, problem);
    if (const auto written = writeVolume(volume, fileOf(key)); !written)
        log::warning("a volume could not be kept: " + written.error().detail);
    makeRoom();
}

void VolumeCache::makeRoom() const {
    auto files = keptFiles(m_folder);
    std::sort(files.begin(), files.end(),
              [](const KeptFile& a, const KeptFile& b) { return a.used > b.used; });
    std::uint64_t total = 0;
    for (const KeptFile& file : files) {
        total += file.bytes;
        std::error_code problem;
        if (total > m_maxBytes)
            fs::remove(file.path, problem);
    }
}

}  // namespace nodewise::casepack
