#include "progress/event_log.h"
#include "progress/store_impl.h"
#include "session/events_json.h"
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace nodewise::progress {

namespace {

std::int64_t millis(Timestamp time) {
    return time.time_since_epoch().count();
}

enum class Standing { Unknown, Same, Other };

Standing standingOf(SQLite::Statement& find, const session::Event& event) {
    find.reset();
    find.bind(1, event.id);
    if (!find.executeStep())
        return Standing::Unknown;
    const bool same = find.getColumn(0).getInt64() == millis(event.at) &&
                      find.getColumn(1).getString() == event.profile.value &&
                      find.getColumn(2).getString() == session::eventKind(event.body);
    return same ? Standing::Same : Standing::Other;
}

Error misfit(const session::Event& event, const std::string& why) {
    return {ErrorCode::FormatDamaged, why, {}, "event " + event.id};
}

/// A call whose reading is unknown leaves no row: nothing may be in the log that is in no table.
bool leftNoRow(SQLite::Database& db, const session::Event& event) {
    const auto* call = std::get_if<session::NodeCallCommitted>(&event.body);
    if (!call)
        return false;
    SQLite::Statement row(db, "SELECT 1 FROM call WHERE id = ?");
    row.bind(1, call->call.value);
    return !row.executeStep();
}

Result<void> take(SQLite::Database& db, const session::Event& event) {
    try {
        if (auto ok = appendEvent(db, event); !ok)
            return ok;
        if (leftNoRow(db, event))
            return fail(misfit(event, "the reading of this call was never opened"));
        return {};
    } catch (const SQLite::Exception& e) {
        // A key that exists, or one that does not: the events do not fit the log. All else is the
        // disk's doing and is told by the caller.
        if (e.getErrorCode() == SQLITE_CONSTRAINT)
            return fail(misfit(event, std::string("it does not fit the log: ") + e.what()));
        throw;
    }
}

}  // namespace

Result<MergeCount> ProgressStore::merge(const std::vector<session::Event>& events) {
    MergeCount count;
    auto done = m_impl->write([&](SQLite::Database& db) -> Result<void> {
        SQLite::Statement find(db, "SELECT at_ms, profile, kind FROM event WHERE id = ?");
        for (const session::Event& event : events) {
            const Standing standing = standingOf(find, event);
            if (standing == Standing::Other)
                return fail(misfit(event, "another event of this identifier is in the log"));
            if (standing == Standing::Same) {
                ++count.known;
                continue;
            }
            if (auto ok = take(db, event); !ok)
                return ok;
            ++count.added;
        }
        return {};
    });
    if (!done)
        return fail(done.error());
    return count;
}

}  // namespace nodewise::progress
