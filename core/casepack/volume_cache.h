/// volume_cache.h: rendered volumes on disk, without labels, the least recently used go first.
#pragma once
#include "base/job_control.h"
#include "volume/ct_volume.h"
#include <cstdint>
#include <filesystem>
#include <string>

namespace nodewise::casepack {

/// Losing a file costs time only: nothing here is an error. Thread-safe across processes, for files
/// appear under their name only when they are whole.
class VolumeCache {
public:
    static constexpr std::uint64_t kUsualBytes = std::uint64_t{2} << 30;

    /// An empty folder keeps nothing.
    explicit VolumeCache(std::filesystem::path folder, std::uint64_t maxBytes = kUsualBytes);

    /// The volume kept under the key; null pointer when there is none that can be read.
    [[nodiscard]] VolumePtr find(const std::string& key, JobControl& job) const;
    /// Keeps a volume and makes room.
    void keep(const std::string& key, const CtVolume& volume) const;

private:
    [[nodiscard]] std::filesystem::path fileOf(const std::string& key) const;
    void makeRoom() const;

    std::filesystem::path m_folder;
    std::uint64_t m_maxBytes;
};

}  // namespace nodewise::casepack
