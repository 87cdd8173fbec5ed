/// event_log.h: lines into the log, lines out of it, and what follows from a line.
#pragma once
#include "base/result.h"
#include "session/events.h"
#include <cstdint>
#include <functional>

namespace SQLite {
class Database;
}

namespace nodewise::progress {

/// Appends one event and brings the derived tables up to it. To be called inside a transaction.
/// InvalidArgument when the event could not be read back as it is. Throws SQLite::Exception.
[[nodiscard]] Result<void> appendEvent(SQLite::Database& db, const session::Event& event);

/// Brings the derived tables up to one event of the log. Throws SQLite::Exception.
void applyEvent(SQLite::Database& db, std::int64_t seq, const session::Event& event);

/// Hands every event to `take`, oldest first. DatabaseDamaged for a line that cannot be read.
/// Throws SQLite::Exception.
[[nodiscard]] Result<void>
readEvents(SQLite::Database& db, const std::function<void(std::int64_t, session::Event&&)>& take);

/// Empties the derived tables and applies the whole log. To be called inside a transaction.
[[nodiscard]] Result<void> rebuildFromLog(SQLite::Database& db);

}  // namespace nodewise::progress
