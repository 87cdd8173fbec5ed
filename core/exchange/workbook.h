/// workbook.h: small Excel files (Office Open XML, ECMA-376): numbers and texts, no formulas.
#pragma once
#include "base/result.h"
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace nodewise::exchange {

using Cell = std::variant<std::string, double>;

struct Sheet {
    std::string name;                     ///< 1 to 31 characters, none of : \ / ? * [ ].
    std::vector<std::vector<Cell>> rows;  ///< Rows may differ in length.
};

/// Writes an .xlsx file; the same sheets give the same bytes. Texts stand in the cells themselves.
/// Errors: InvalidArgument (no sheet, a bad or double name, a number that is not finite),
/// FileUnwritable, DiskFull. Thread-safe for different files.
[[nodiscard]] Result<void> writeWorkbook(const std::filesystem::path& file,
                                         const std::vector<Sheet>& sheets);

}  // namespace nodewise::exchange
