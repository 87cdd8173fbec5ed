/// csv_table.h: tidy tables with a header line, in and out (RFC 4180, UTF-8).
#pragma once
#include "base/result.h"
#include <optional>
#include <string>
#include <vector>

namespace nodewise::cli {

class CsvTable {
public:
    /// Reads a file of at most 64 MB; "-" is standard input. Column names may stand in any order,
    /// a BOM is skipped, empty lines are left out. Errors: FileNotFound, FileUnreadable,
    /// FormatDamaged (no header, a name twice, a line with another number of cells, an open quote;
    /// place = "line N").
    [[nodiscard]] static Result<CsvTable> read(const std::string& name);

    [[nodiscard]] std::size_t rowCount() const { return m_rows.size(); }
    /// The place of a column; nothing when there is none of that name.
    [[nodiscard]] std::optional<std::size_t> find(const std::string& column) const;
    /// The same for a column that must be there: FormatDamaged.
    [[nodiscard]] Result<std::size_t> column(const std::string& column) const;
    [[nodiscard]] const std::string& text(std::size_t row, std::size_t column) const {
        return m_rows[row].cells[column];
    }
    /// A cell as a finite number: NotANumber, place = "line N".
    [[nodiscard]] Result<double> number(std::size_t row, std::size_t column) const;
    /// A cell as a class: 1/0, true/false, positive/negative, pos/neg. ValueOutOfRange.
    [[nodiscard]] Result<bool> flag(std::size_t row, std::size_t column) const;

private:
    struct Row {
        std::size_t line = 0;
        std::vector<std::string> cells;
    };
    [[nodiscard]] static Result<CsvTable> parse(const std::string& text, const std::string& name);
    [[nodiscard]] std::string place(std::size_t row) const;

    std::string m_name;
    std::vector<std::string> m_header;
    std::vector<Row> m_rows;
};

}  // namespace nodewise::cli
