#include "progress/event_log.h"
#include "progress/concept_table.h"
#include "serial/json.h"
#include "session/events_json.h"
#include "terms/terms.h"
#include <SQLiteCpp/SQLiteCpp.h>

namespace nodewise::progress {

namespace {

using serial::toJsonText;
using session::Event;

std::int64_t millis(Timestamp time) {
    return time.time_since_epoch().count();
}

template <class T>
void bindOptional(SQLite::Statement& statement, int index, const std::optional<T>& value) {
    if (value)
        statement.bind(index, *value);
    else
        statement.bind(index);
}

void touch(SQLite::Database& db, const session::SessionId& session, Timestamp at) {
    SQLite::Statement update(db, "UPDATE reading SET touched_ms = max(touched_ms, ?) WHERE id = ?");
    update.bind(1, millis(at));
    update.bind(2, session.value);
    update.exec();
}

struct Applier {
    SQLite::Database& db;
    std::int64_t seq;
    const Event& event;

    void operator()(const session::ProfileCreated& e) const {
        SQLite::Statement insert(db, "INSERT INTO profile (id, name, created_ms) VALUES (?, ?, ?)");
        insert.bind(1, event.profile.value);
        insert.bind(2, e.name);
        insert.bind(3, millis(event.at));
        insert.exec();
    }

    void operator()(const session::ProfileRenamed& e) const {
        SQLite::Statement update(db, "UPDATE profile SET name = ? WHERE id = ?");
        update.bind(1, e.name);
        update.bind(2, event.profile.value);
        update.exec();
    }

    void operator()(const session::CaseOpened& e) const {
        SQLite::Statement insert(
            db, "INSERT INTO reading (id, profile, pack, pack_version, case_id, opened_ms, "
                "touched_ms, nodes, body, activity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, e.session.value);
        insert.bind(2, event.profile.value);
        insert.bind(3, e.ref.pack.value);
        insert.bind(4, e.ref.packVersion);
        insert.bind(5, e.ref.caseId.value);
        insert.bind(6, millis(event.at));
        insert.bind(7, millis(event.at));
        insert.bind(8, static_cast<std::int64_t>(e.nodes.size()));
        insert.bind(9, toJsonText(session::toJson(event.body)));
        if (!e.activity.empty())
            insert.bind(10, e.activity.value);
        insert.exec();
    }

    void operator()(const session::NodeCallCommitted& e) const {
        SQLite::Statement insert(
            db, "INSERT INTO call (id, reading, profile, pack, pack_version, case_id, node, seq, "
                "committed_ms, seconds, position_mm, image, probability, grade, body) "
                "SELECT ?1, r.id, r.profile, r.pack, r.pack_version, r.case_id, ?3, ?4, ?5, ?6, "
                "?7, ?8, ?9, ?10, ?11 FROM reading r WHERE r.id = ?2");
        insert.bind(1, e.call.value);
        insert.bind(2, e.session.value);
        insert.bind(3, e.node.value);
        insert.bind(4, seq);
        insert.bind(5, millis(event.at));
        insert.bind(6, e.trace.seconds);
        bindOptional(insert, 7, e.trace.positionZMm);
        bindOptional(insert, 8, e.trace.image);
        bindOptional(insert, 9, e.answer.probability);
        if (e.answer.grade)
            insert.bind(10, gradeNumber(*e.answer.grade));
        insert.bind(11, toJsonText(session::toJson(event.body)));
        insert.exec();
        touch(db, e.session, event.at);
        SQLite::Statement drop(db, "DELETE FROM draft WHERE reading = ? AND node = ?");
        drop.bind(1, e.session.value);
        drop.bind(2, e.node.value);
        drop.exec();
    }

    /// Whether the truth of the call's case was seen in the atlas before the call was made.
    [[nodiscard]] bool wasSpent(const session::CallId& call) const {
        SQLite::Statement row(db, "SELECT 1 FROM call c JOIN spent s ON s.profile = c.profile AND "
                                  "s.pack = c.pack AND s.case_id = c.case_id WHERE c.id = ? AND "
                                  "s.at_ms <= c.committed_ms");
        row.bind(1, call.value);
        return row.executeStep();
    }

    void operator()(const session::NodeScored& kept) const {
        session::NodeScored e = kept;
        if (wasSpent(e.call))
            e.score.counts = false;
        session::NodeScore summary = e.score;
        summary.feedbackJson.clear();
        SQLite::Statement insert(
            db, "INSERT INTO score (call, counts, reference, verdict, brier, rps, body, seq) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, e.call.value);
        insert.bind(2, e.score.counts ? 1 : 0);
        insert.bind(3, gradeNumber(e.score.gradeReference));
        if (const auto verdict = session::gradeVerdict(e.score))
            insert.bind(4, std::string(word(*verdict)));
        bindOptional(insert, 5, e.score.brier);
        bindOptional(insert, 6, e.score.rps);
        insert.bind(7, toJsonText(session::toJson(summary)));
        insert.bind(8, seq);
        insert.exec();
        moveConcepts(db, event.profile, e, event.at);
    }

    void operator()(const session::FeedbackSeen& e) const {
        SQLite::Statement update(db,
                                 "UPDATE call SET seen_ms = ? WHERE id = ? AND seen_ms IS NULL");
        update.bind(1, millis(event.at));
        update.bind(2, e.call.value);
        update.exec();
    }

    void operator()(const session::CallDisputed& e) const {
        SQLite::Statement insert(
            db, "INSERT INTO dispute (seq, call, at_ms, objection) VALUES (?, ?, ?, ?)");
        insert.bind(1, seq);
        insert.bind(2, e.call.value);
        insert.bind(3, millis(event.at));
        insert.bind(4, e.objection);
        insert.exec();
    }

    void operator()(const session::ActivityStarted& e) const {
        SQLite::Statement insert(db, "INSERT INTO activity (id, profile, kind, started_ms, seq, "
                                     "body) VALUES (?, ?, ?, ?, ?, ?)");
        insert.bind(1, e.activity.value);
        insert.bind(2, event.profile.value);
        insert.bind(3, std::string(word(e.kind)));
        insert.bind(4, millis(event.at));
        insert.bind(5, seq);
        insert.bind(6, toJsonText(session::toJson(event.body)));
        insert.exec();
    }

    void operator()(const session::ActivityEnded& e) const {
        SQLite::Statement update(db, "UPDATE activity SET ended_ms = ? WHERE id = ?");
        update.bind(1, millis(event.at));
        update.bind(2, e.activity.value);
        update.exec();
    }

    void operator()(const session::CaseSpent& e) const {
        SQLite::Statement insert(
            db, "INSERT OR IGNORE INTO spent (profile, pack, case_id, at_ms) VALUES (?, ?, ?, ?)");
        insert.bind(1, event.profile.value);
        insert.bind(2, e.ref.pack.value);
        insert.bind(3, e.ref.caseId.value);
        insert.bind(4, millis(event.at));
        insert.exec();
    }

    void operator()(const session::PairCompared& e) const {
        SQLite::Statement insert(
            db, "INSERT INTO pair (seq, profile, activity, at_ms, body) VALUES (?, ?, ?, ?, ?)");
        insert.bind(1, seq);
        insert.bind(2, event.profile.value);
        insert.bind(3, e.activity.value);
        insert.bind(4, millis(event.at));
        insert.bind(5, toJsonText(session::toJson(event.body)));
        insert.exec();
    }

    void operator()(const session::MeetingVoted& e) const {
        SQLite::Statement insert(db, "INSERT INTO vote (seq, activity, body) VALUES (?, ?, ?)");
        insert.bind(1, seq);
        insert.bind(2, e.activity.value);
        insert.bind(3, toJsonText(session::toJson(event.body)));
        insert.exec();
    }

    void operator()(const session::CallRescored& e) const {
        session::NodeScore summary = e.score;
        summary.feedbackJson.clear();
        SQLite::Statement insert(
            db, "INSERT INTO rescore (seq, call, pack_version, body) VALUES (?, ?, ?, ?)");
        insert.bind(1, seq);
        insert.bind(2, e.call.value);
        insert.bind(3, e.packVersion);
        insert.bind(4, toJsonText(session::toJson(summary)));
        insert.exec();
        // Counts and filters ask the columns of the score in force.
        SQLite::Statement update(db, "UPDATE score SET counts = ?, reference = ?, brier = ?, rps = "
                                     "? WHERE call = ?");
        update.bind(1, e.score.counts ? 1 : 0);
        update.bind(2, gradeNumber(e.score.gradeReference));
        bindOptional(update, 3, e.score.brier);
        bindOptional(update, 4, e.score.rps);
        update.bind(5, e.call.value);
        update.exec();
    }

    void operator()(const session::CaseFinished& e) const { close("finished_ms", e.session); }
    void operator()(const session::CaseSetAside& e) const { close("aside_ms", e.session); }

    void close(const std::string& column, const session::SessionId& session) const {
        SQLite::Statement update(db, "UPDATE reading SET " + column + " = ? WHERE id = ?");
        update.bind(1, millis(event.at));
        update.bind(2, session.value);
        update.exec();
        touch(db, session, event.at);
        SQLite::Statement drop(db, "DELETE FROM draft WHERE reading = ?");
        drop.bind(1, session.value);
        drop.exec();
    }
};

Result<session::EventBody> readBody(std::string_view kind, const std::string& text) {
    const auto json = serial::parseJson(text);
    if (!json)
        return fail(json.error());
    return session::eventBodyFromJson(kind, *json);
}

}  // namespace

void applyEvent(SQLite::Database& db, std::int64_t seq, const Event& event) {
    std::visit(Applier{db, seq, event}, event.body);
}

Result<void> appendEvent(SQLite::Database& db, const Event& event) {
    const std::string kind(session::eventKind(event.body));
    const std::string text = toJsonText(session::toJson(event.body));
    const auto back = readBody(kind, text);
    if (!back)
        return fail(back.error());
    if (!(*back == event.body))
        return fail(ErrorCode::InvalidArgument,
                    "the " + kind +
                        " event holds a value that cannot be kept as it is: a number "
                        "that is not finite, or text that is not UTF-8");
    SQLite::Statement insert(
        db, "INSERT INTO event (id, at_ms, profile, kind, body) VALUES (?, ?, ?, ?, ?)");
    insert.bind(1, event.id);
    insert.bind(2, millis(event.at));
    insert.bind(3, event.profile.value);
    insert.bind(4, kind);
    insert.bind(5, text);
    insert.exec();
    applyEvent(db, db.getLastInsertRowid(), event);
    return {};
}

Result<void> readEvents(SQLite::Database& db,
                        const std::function<void(std::int64_t, Event&&)>& take) {
    SQLite::Statement rows(db,
                           "SELECT seq, id, at_ms, profile, kind, body FROM event ORDER BY seq");
    while (rows.executeStep()) {
        const std::int64_t seq = rows.getColumn(0).getInt64();
        auto body = readBody(rows.getColumn(4).getString(), rows.getColumn(5).getString());
        if (!body)
            return fail(ErrorCode::DatabaseDamaged,
                        "line " + std::to_string(seq) + " of the log: " + body.error().detail);
        take(seq, Event{rows.getColumn(1).getString(),
                        Timestamp(std::chrono::milliseconds(rows.getColumn(2).getInt64())),
                        ProfileId(rows.getColumn(3).getString()), std::move(*body)});
    }
    return {};
}

Result<void> rebuildFromLog(SQLite::Database& db) {
    for (const char* table : {"rescore", "vote", "pair", "spent", "dispute", "concept", "score",
                              "call", "reading", "activity", "profile"})
        db.exec(std::string("DELETE FROM ") + table);
    return readEvents(db, [&](std::int64_t seq, Event&& event) { applyEvent(db, seq, event); });
}

}  // namespace nodewise::progress
