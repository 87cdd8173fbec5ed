/// file_finder.h: which files stand behind folders, DICOMDIRs and archives. Private to core/dicom.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "dicom/series.h"
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace nodewise::dicom {

struct FoundFiles {
    std::vector<std::filesystem::path> files;  ///< Sorted, each once.
    std::vector<SkippedFile> skipped;
    std::shared_ptr<const void> storage;  ///< Keeps the folders of extracted archives alive.
};

/// Links to folders are not followed. Errors: FileNotFound and FileUnreadable for a path that was
/// given, errors of archives, Cancelled.
[[nodiscard]] Result<FoundFiles> findFiles(std::span<const std::filesystem::path> paths,
                                           JobControl& job);

}  // namespace nodewise::dicom
