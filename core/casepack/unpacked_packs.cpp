#include "casepack/unpacked_packs.h"
#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

namespace nodewise::casepack {
namespace fs = std::filesystem;
namespace {

/// As openPack names them: the first half of a SHA-256.
bool isUnpackedPack(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    std::error_code problem;
    return name.size() == 32 && name.find_first_not_of("0123456789abcdef") == std::string::npos &&
           entry.is_directory(problem) && !entry.is_symlink(problem);
}

}  // namespace

void noteUse(const fs::path& unpacked) {
    std::error_code ignored;
    fs::last_write_time(unpacked, fs::file_time_type::clock::now(), ignored);
}

int removeUnused(const fs::path& workFolder, std::chrono::hours age) {
    const auto limit = fs::file_time_type::clock::now() - age;
    std::error_code problem;
    std::vector<fs::path> unused;
    for (const auto& entry : fs::directory_iterator(workFolder, problem)) {
        std::error_code unknown;
        const auto used = fs::last_write_time(entry.path(), unknown);
        if (isUnpackedPack(entry) && !unknown && used < limit)
            unused.push_back(entry.path());
    }
    return static_cast<int>(std::count_if(unused.begin(), unused.end(), [](const fs::path& folder) {
        std::error_code kept;
        fs::remove_all(folder, kept);
        return !kept;
    }));
}

}  // namespace nodewise::casepack
