#include "csv_table.h"
#include "serial/file_io.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iostream>
#include <iterator>

namespace nodewise::cli {
namespace {

constexpr std::size_t kLargest = std::size_t{64} << 20;

// Cells of one record from `at` on; moves `at` behind its line end and counts lines.
struct Scanner {
    const std::string& text;
    std::size_t at = 0, line = 1;
    bool openQuote = false;

    [[nodiscard]] bool done() const { return at >= text.size(); }

    std::string quoted() {
        std::string cell;
        for (++at; at < text.size(); ++at) {
            if (text[at] == '\n')
                ++line;
            if (text[at] != '"') {
                cell += text[at];
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                cell += '"';
                ++at;
            } else {
                ++at;
                return cell;
            }
        }
        openQuote = true;
        return cell;
    }

    std::string cell() {
        if (!done() && text[at] == '"')
            return quoted();
        const std::size_t end = std::min(text.find_first_of(",\r\n", at), text.size());
        std::string result = text.substr(at, end - at);
        at = end;
        return result;
    }

    std::vector<std::string> record() {
        std::vector<std::string> cells{cell()};
        while (!done() && text[at] == ',') {
            ++at;
            cells.push_back(cell());
        }
        if (!done() && text[at] == '\r')
            ++at;
        if (!done() && text[at] == '\n') {
            ++at;
            ++line;
        }
        return cells;
    }
};

tl::unexpected<Error> damaged(const std::string& what, const std::string& name, std::size_t line) {
    return fail(ErrorCode::FormatDamaged, what, name, "line " + std::to_string(line));
}

}  // namespace

Result<CsvTable> CsvTable::read(const std::string& name) {
    if (name == "-")
        return parse(std::string(std::istreambuf_iterator<char>(std::cin), {}), name);
    const auto text = serial::readFile(serial::pathOf(name), kLargest);
    if (!text)
        return fail(text.error());
    return parse(*text, name);
}

Result<CsvTable> CsvTable::parse(const std::string& text, const std::string& name) {
    CsvTable table;
    table.m_name = name;
    Scanner scanner{text, text.rfind("\xef\xbb\xbf", 0) == 0 ? std::size_t{3} : std::size_t{0}, 1,
                    false};
    while (!scanner.done()) {
        const std::size_t line = scanner.line, before = scanner.at;
        auto cells = scanner.record();
        if (scanner.openQuote || scanner.at == before)
            return damaged("a quoted cell does not end as it should", name, line);
        if (cells.size() == 1 && cells.front().empty())
            continue;
        if (table.m_header.empty())
            table.m_header = std::move(cells);
        else if (cells.size() != table.m_header.size())
            return damaged("this line has " + std::to_string(cells.size()) + " cells, the header " +
                               std::to_string(table.m_header.size()),
                           name, line);
        else
            table.m_rows.push_back({line, std::move(cells)});
    }
    if (table.m_header.empty())
        return damaged("the file has no header line", name, 1);
    auto names = table.m_header;
    std::sort(names.begin(), names.end());
    if (std::adjacent_find(names.begin(), names.end()) != names.end())
        return damaged("a column name comes twice", name, 1);
    return table;
}

std::optional<std::size_t> CsvTable::find(const std::string& column) const {
    const auto found = std::find(m_header.begin(), m_header.end(), column);
    if (found == m_header.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_header.begin());
}

Result<std::size_t> CsvTable::column(const std::string& column) const {
    if (const auto found = find(column))
        return *found;
    return fail(ErrorCode::FormatDamaged, "the table has no column \"" + column + "\"", m_name,
                "line 1");
}

std::string CsvTable::place(std::size_t row) const {
    return "line " + std::to_string(m_rows[row].line);
}

Result<double> CsvTable::number(std::size_t row, std::size_t column) const {
    const std::string& cell = text(row, column);
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
        return fail(ErrorCode::NotANumber,
                    "\"" + cell + "\" in column \"" + m_header[column] + "\" is no finite number",
                    m_name, place(row));
    return value;
}

Result<bool> CsvTable::flag(std::size_t row, std::size_t column) const {
    static constexpr std::array<const char*, 4> kYes{"1", "true", "positive", "pos"};
    static constexpr std::array<const char*, 4> kNo{"0", "false", "negative", "neg"};
    const std::string& cell = text(row, column);
    if (std::find(kYes.begin(), kYes.end(), cell) != kYes.end())
        return true;
    if (std::find(kNo.begin(), kNo.end(), cell) != kNo.end())
        return false;
    return fail(ErrorCode::ValueOutOfRange,
                "\"" + cell + "\" in column \"" + m_header[column] + "\" is neither 1 nor 0",
                m_name, place(row));
}

}  // namespace nodewise::cli
