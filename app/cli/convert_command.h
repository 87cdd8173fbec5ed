/// convert_command.h: which of several series `convert` takes.
#pragma once
#include "base/result.h"
#include "dicom/series.h"
#include <string>

namespace nodewise::cli {

/// The series of that UID or id; without one the only series that is a volume (three slices or
/// more), else the only series. Errors: SeriesNotFound, with the choice; the reason the file was
/// skipped when there was one file only.
[[nodiscard]] Result<dicom::SeriesInfo> chosenSeries(const dicom::ScanResult& scan,
                                                     const std::string& uid);

}  // namespace nodewise::cli
