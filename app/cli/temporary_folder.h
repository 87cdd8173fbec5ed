/// temporary_folder.h: a folder for work that nobody keeps; gone when the command ends.
#pragma once
#include "base/ids.h"
#include <filesystem>

namespace nodewise::cli {

class TemporaryFolder {
public:
    TemporaryFolder()
        : m_path(std::filesystem::temp_directory_path() / ("nodewise-" + newUuid())) {
        std::filesystem::create_directories(m_path);
        std::filesystem::permissions(m_path, std::filesystem::perms::owner_all);
    }
    ~TemporaryFolder() {
        std::error_code problem;
        std::filesystem::remove_all(m_path, problem);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

}  // namespace nodewise::cli
