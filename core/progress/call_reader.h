/// call_reader.h: the texts of a row of the call list as the record that screens read.
///
/// Taking the texts from SQLite is quick, reading their JSON is not: rows come one after the other,
/// records are made from them on all cores.
#pragma once
#include "base/result.h"
#include "session/events.h"
#include <optional>
#include <string>
#include <vector>

namespace nodewise::progress {

/// One row, as SQLite gives it.
struct CallTexts {
    std::string profile, reading, call, opened;  ///< The last two: JSON bodies of their events.
    std::optional<std::string> score;            ///< JSON; the one in force.
    std::optional<std::string> feedback, objection;
    std::optional<std::string> rescoredWith;  ///< Version of the pack of a later result.
    Timestamp committed;
    bool feedbackSeen = false;
};

/// The body of an event that a table keeps. DatabaseDamaged. Pure.
template <class T>
[[nodiscard]] Result<T> bodyAs(const std::string& text);

/// The records of the rows, in their order, on all cores. DatabaseDamaged for the first row that
/// cannot be read. Pure.
[[nodiscard]] Result<std::vector<session::CallRecord>>
readRecords(const std::vector<CallTexts>& rows);

}  // namespace nodewise::progress
