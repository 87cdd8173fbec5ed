/// csv_text.h: lines of comma-separated values as RFC 4180 writes them.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace nodewise::exchange {

/// One line of cells, quoted where needed, ended by CR LF.
[[nodiscard]] std::string csvLine(const std::vector<std::string>& cells);
/// The shortest text that reads back to the same number; empty for nothing, NaN and infinities.
[[nodiscard]] std::string csvNumber(const std::optional<double>& value);

}  // namespace nodewise::exchange
