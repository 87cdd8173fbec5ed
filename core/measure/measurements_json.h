/// measurements_json.h: measurements as JSON, with the keys of the CLI's `measure`.
#pragma once
#include "measure/measurements.h"
#include "serial/json.h"

namespace nodewise::measure {

/// Lengths mm, volumes mL, areas mm², HU, degrees. A part that is absent is null, its reason stands
/// in `quality.reasons`. Thread-safe.
[[nodiscard]] serial::Json toJson(const Measurements& measurements);

}  // namespace nodewise::measure
