#include "exchange/csv_text.h"
#include <array>
#include <charconv>
#include <cmath>

namespace nodewise::exchange {

namespace {

std::string quoted(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos)
        return cell;
    std::string text = "\"";
    for (const char c : cell)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

}  // namespace

std::string csvLine(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells)
        line += (&cell == &cells.front() ? "" : ",") + quoted(cell);
    return line + "\r\n";
}

std::string csvNumber(const std::optional<double>& value) {
    if (!value || !std::isfinite(*value))
        return {};
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), *value).ptr;
    return {text.data(), end};
}

}  // namespace nodewise::exchange
