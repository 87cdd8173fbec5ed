/// dicomdir.h: the files a DICOMDIR names. Private to core/dicom.
#pragma once
#include "base/result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace nodewise::dicom {

/// By name only: files called DICOMDIR (with any ending or case).
[[nodiscard]] bool isNamedDicomDir(const std::filesystem::path& file);

struct DicomDirFiles {
    std::vector<std::filesystem::path> present;
    std::vector<std::filesystem::path> absent;
};

/// References lead to files beside or below the DICOMDIR; names are also tried in lower case, as
/// media written on other systems have them. References that leave the folder are listed as absent.
/// Errors: as ParsedFile::open; NotAnImage when it is no DICOMDIR.
[[nodiscard]] Result<DicomDirFiles> readDicomDir(const std::filesystem::path& file);

}  // namespace nodewise::dicom
