/// work_folder.h: a folder beside a file that is being made; gone when the work ends. Private.
#pragma once
#include "base/ids.h"
#include <filesystem>

namespace nodewise::casepack {

class WorkFolder {
public:
    /// Beside `file`, so that a finished file can be renamed into its place.
    explicit WorkFolder(const std::filesystem::path& file)
        : m_path(file) {
        m_path += "." + newUuid().substr(0, 8) + ".work";
        std::error_code problem;
        std::filesystem::create_directories(m_path, problem);
    }
    ~WorkFolder() {
        std::error_code problem;
        std::filesystem::remove_all(m_path, problem);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

}  // namespace nodewise::casepack
