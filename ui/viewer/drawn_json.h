/// drawn_json.h: measurements that were drawn, as JSON, to be kept with a case or a work.
#pragma once
#include "serial/json.h"
#include "ui/viewer/measurement.h"
#include <vector>

namespace nodewise::viewer {

/// `[{kind, points, normal, mark}]`, patient mm.
[[nodiscard]] serial::Json toJson(const std::vector<Measurement>& measurements);
/// Those that can be read; what is not understood is left out.
[[nodiscard]] std::vector<Measurement> measurementsFromJson(const serial::Json& json);

}  // namespace nodewise::viewer
