#include "progress/call_rows.h"
#include "progress/call_reader.h"
#include "serial/json.h"
#include "session/events_json.h"
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace nodewise::progress {

namespace {

using session::CallRecord;
using session::SessionId;

Timestamp timeOf(const SQLite::Column& column) {
    return Timestamp(std::chrono::milliseconds(column.getInt64()));
}

tl::unexpected<Error> unreadable(const std::string& what, const Error& cause) {
    return fail(ErrorCode::DatabaseDamaged, what + ": " + cause.detail);
}

constexpr const char* kCallColumns =
    "SELECT c.id, c.profile, c.reading, c.committed_ms, c.seen_ms, c.body, r.body, s.body, "
    "(SELECT objection FROM dispute d WHERE d.call = c.id ORDER BY d.seq DESC LIMIT 1), "
    "(SELECT body FROM rescore n WHERE n.call = c.id ORDER BY n.seq DESC LIMIT 1), "
    "(SELECT pack_version FROM rescore n WHERE n.call = c.id ORDER BY n.seq DESC LIMIT 1), ";
constexpr const char* kFeedbackColumn =
    "(SELECT json_extract(e.body, '$.score.feedback') FROM event e WHERE e.seq = coalesce((SELECT "
    "max(seq) FROM rescore n WHERE n.call = c.id), s.seq))";
constexpr const char* kCallTables =
    " FROM call c JOIN reading r ON r.id = c.reading LEFT JOIN score s ON s.call = c.id ";

std::optional<std::string> textIn(SQLite::Statement& row, int column) {
    const SQLite::Column text = row.getColumn(column);
    return text.isNull() ? std::nullopt : std::optional(text.getString());
}

CallTexts textsOf(SQLite::Statement& row) {
    CallTexts texts;
    texts.profile = row.getColumn(1).getString();
    texts.reading = row.getColumn(2).getString();
    texts.committed = timeOf(row.getColumn(3));
    texts.feedbackSeen = !row.getColumn(4).isNull();
    texts.call = row.getColumn(5).getString();
    texts.opened = row.getColumn(6).getString();
    texts.score = textIn(row, 7);
    texts.objection = textIn(row, 8);
    if (auto later = textIn(row, 9); later && texts.score) {
        texts.score = std::move(later);
        texts.rescoredWith = textIn(row, 10);
    }
    texts.feedback = textIn(row, 11);
    return texts;
}

/// A few megabytes of text at a time, however long the list is.
constexpr std::size_t kRowsHeld = 4096;

Result<std::vector<CallRecord>> recordsOf(SQLite::Statement& rows) {
    std::vector<CallRecord> result;
    std::vector<CallTexts> texts;
    for (bool more = true; more;) {
        texts.clear();
        while (texts.size() < kRowsHeld && (more = rows.executeStep()))
            texts.push_back(textsOf(rows));
        auto records = readRecords(texts);
        if (!records)
            return fail(records.error());
        std::ranges::move(*records, std::back_inserter(result));
    }
    return result;
}

constexpr const char* kReadingColumns =
    "SELECT r.body, r.profile, r.finished_ms IS NOT NULL OR r.aside_ms IS NOT NULL, "
    "max(r.touched_ms, coalesce((SELECT max(saved_ms) FROM draft d WHERE d.reading = r.id), 0)) "
    "AS touched FROM reading r ";

Result<ReadingRow> readingFrom(SQLite::Statement& row) {
    auto opened = bodyAs<session::CaseOpened>(row.getColumn(0).getString());
    if (!opened)
        return fail(opened.error());
    return ReadingRow{std::move(*opened), ProfileId(row.getColumn(1).getString()),
                      row.getColumn(2).getInt() != 0, timeOf(row.getColumn(3))};
}

std::string conditions(const CallFilter& filter) {
    std::string sql = "WHERE c.profile = :profile ";
    if (filter.since)
        sql += "AND c.committed_ms >= :since ";
    if (filter.pack)
        sql += "AND c.pack = :pack ";
    if (filter.session)
        sql += "AND c.reading = :reading ";
    if (filter.activity)
        sql += "AND r.activity = :activity ";
    if (filter.countedOnly)
        sql += "AND s.counts = 1 ";
    return sql;
}

}  // namespace

Result<std::vector<CallRecord>> readCalls(SQLite::Database& db, const ProfileId& profile,
                                          const CallFilter& filter, Order order) {
    SQLite::Statement rows(db, std::string(kCallColumns) +
                                   (filter.withFeedback ? kFeedbackColumn : "NULL") + kCallTables +
                                   conditions(filter) + "ORDER BY c.seq " +
                                   (order == Order::OldestFirst ? "ASC" : "DESC") +
                                   (filter.limit ? " LIMIT " + std::to_string(filter.limit) : ""));
    rows.bind(":profile", profile.value);
    if (filter.since)
        rows.bind(":since", static_cast<std::int64_t>(filter.since->time_since_epoch().count()));
    if (filter.pack)
        rows.bind(":pack", filter.pack->value);
    if (filter.session)
        rows.bind(":reading", filter.session->value);
    if (filter.activity)
        rows.bind(":activity", filter.activity->value);
    return recordsOf(rows);
}

Result<std::optional<CallRecord>> readCall(SQLite::Database& db, const session::CallId& id) {
    SQLite::Statement row(db, std::string(kCallColumns) + kFeedbackColumn + kCallTables +
                                  "WHERE c.id = ?");
    row.bind(1, id.value);
    if (!row.executeStep())
        return std::optional<CallRecord>{};
    auto records = readRecords({textsOf(row)});
    if (!records)
        return fail(records.error());
    return std::optional(std::move(records->front()));
}

Result<std::optional<ReadingRow>> readReading(SQLite::Database& db, const SessionId& id) {
    SQLite::Statement row(db, std::string(kReadingColumns) + "WHERE r.id = ?");
    row.bind(1, id.value);
    if (!row.executeStep())
        return std::optional<ReadingRow>{};
    auto reading = readingFrom(row);
    if (!reading)
        return fail(reading.error());
    return std::optional(std::move(*reading));
}

Result<std::vector<ReadingRow>> readOpenReadings(SQLite::Database& db, const ProfileId& profile,
                                                 std::size_t limit) {
    SQLite::Statement rows(db, std::string(kReadingColumns) +
                                   "WHERE r.profile = ? AND r.finished_ms IS NULL AND r.aside_ms "
                                   "IS NULL ORDER BY touched DESC, r.opened_ms DESC, r.id" +
                                   (limit ? " LIMIT " + std::to_string(limit) : ""));
    rows.bind(1, profile.value);
    std::vector<ReadingRow> result;
    while (rows.executeStep()) {
        auto reading = readingFrom(rows);
        if (!reading)
            return fail(reading.error());
        result.push_back(std::move(*reading));
    }
    return result;
}

Result<std::vector<Draft>> readDrafts(SQLite::Database& db, const SessionId& session) {
    SQLite::Statement rows(
        db, "SELECT node, saved_ms, body FROM draft WHERE reading = ? ORDER BY saved_ms, node");
    rows.bind(1, session.value);
    std::vector<Draft> result;
    while (rows.executeStep()) {
        const auto json = serial::parseJson(rows.getColumn(2).getString());
        if (!json)
            return unreadable("draft", json.error());
        auto parts = session::draftFromJson(*json);
        if (!parts)
            return unreadable("draft", parts.error());
        result.push_back({NodeId(rows.getColumn(0).getString()), std::move(parts->call),
                          std::move(parts->answer), parts->trace, timeOf(rows.getColumn(1))});
    }
    return result;
}

}  // namespace nodewise::progress
