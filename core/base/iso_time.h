/// iso_time.h: times as text, read back.
#pragma once
#include "base/clock.h"
#include <optional>
#include <string_view>

namespace nodewise {

/// Reads just the form that `toIso8601` writes, years 0001 to 9999; nothing for any other text.
/// Thread-safe.
[[nodiscard]] std::optional<Timestamp> fromIso8601(std::string_view text);

}  // namespace nodewise
