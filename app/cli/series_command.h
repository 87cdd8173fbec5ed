/// series_command.h: the objects `series` and `convert` print.
#pragma once
#include "dicom/series.h"
#include "serial/json.h"
#include <optional>

namespace nodewise::cli {

/// One entry of `series[]`; `range` null when the pixels could not be read.
[[nodiscard]] serial::Json seriesJson(const dicom::SeriesInfo& series,
                                      const std::optional<ValueRange>& range);

/// The file name as UTF-8.
[[nodiscard]] std::string utf8Path(const std::filesystem::path& path);

}  // namespace nodewise::cli
