/// call_rows.h: rows of the derived tables as the values that screens read.
#pragma once
#include "base/result.h"
#include "progress/progress_types.h"
#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace nodewise::progress {

enum class Order { OldestFirst, NewestFirst };

/// Kept calls of a profile. DatabaseDamaged for a row that cannot be read. Throws
/// SQLite::Exception.
[[nodiscard]] Result<std::vector<session::CallRecord>>
readCalls(SQLite::Database& db, const ProfileId& profile, const CallFilter& filter, Order order);
/// One call with its feedback; nothing when unknown.
[[nodiscard]] Result<std::optional<session::CallRecord>> readCall(SQLite::Database& db,
                                                                  const session::CallId& id);

/// The setup of a reading and whose it is.
struct ReadingRow {
    session::CaseOpened opened;
    ProfileId profile;
    bool closed = false;  ///< Finished or set aside.
    Timestamp touched;    ///< Opened, call kept, or draft saved last.
};
[[nodiscard]] Result<std::optional<ReadingRow>> readReading(SQLite::Database& db,
                                                            const session::SessionId& id);
/// Readings that are neither finished nor set aside, touched last first; `limit` 0 = all.
[[nodiscard]] Result<std::vector<ReadingRow>>
readOpenReadings(SQLite::Database& db, const ProfileId& profile, std::size_t limit);
/// Drafts of a reading in the order they were saved.
[[nodiscard]] Result<std::vector<Draft>> readDrafts(SQLite::Database& db,
                                                    const session::SessionId& session);

}  // namespace nodewise::progress
