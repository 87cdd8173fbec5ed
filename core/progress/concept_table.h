/// concept_table.h: the schedule of each concept, moved by every scored call.
#pragma once
#include "progress/progress_types.h"
#include "schedule/concept_schedule.h"
#include "session/events.h"
#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace nodewise::progress {

/// Moves the concepts of a scored call, at the time `at`. A score that does not count moves
/// nothing. Throws SQLite::Exception.
void moveConcepts(SQLite::Database& db, const ProfileId& profile, const session::NodeScored& scored,
                  Timestamp at);

/// All concepts of a profile at `now`, least recalled first. Throws SQLite::Exception.
[[nodiscard]] std::vector<ConceptStatus> readConcepts(SQLite::Database& db,
                                                      const ProfileId& profile, Timestamp now,
                                                      const std::optional<Timestamp>& exam);

/// "2027-02-17" as midnight UTC; nothing for any other text.
[[nodiscard]] std::optional<Timestamp> parseDay(const std::string& text);

}  // namespace nodewise::progress
