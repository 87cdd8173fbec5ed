/// call_tables.h: kept calls and their scores as tidy tables, with the codebook that explains them.
///
/// One row a call, one column a variable, no names of people: a profile is its random identifier.
/// Table and codebook are made from the same list of columns, so that neither can go its own way.
#pragma once
#include "session/events.h"
#include <span>
#include <string>

namespace nodewise::exchange {

enum class CallTable {
    Calls,  ///< What the reader answered: every kept call.
    Scores  ///< What the grading came to: scored calls only.
};

struct TableText {
    std::string text;      ///< UTF-8, CR LF, a header line first.
    std::size_t rows = 0;  ///< Without the header.
};

/// The table in the order of `calls`. Pure.
[[nodiscard]] TableText callTable(CallTable which, std::span<const session::CallRecord> calls);

/// `table,column,meaning,unit,values`: one row a column of either table. Pure.
[[nodiscard]] TableText codebook();

}  // namespace nodewise::exchange
