// Writing side of a reading: opened, drafts, calls kept, scores, closed.
#include "progress/call_rows.h"
#include "progress/event_log.h"
#include "progress/store_impl.h"
#include "serial/json.h"
#include "session/events_json.h"
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace nodewise::progress {

namespace {

using session::CallId;
using session::SessionId;

constexpr std::size_t kLongestObjection = 2000;

bool exists(SQLite::Database& db, const char* sql, const std::string& first,
            const std::string& second = {}) {
    SQLite::Statement row(db, sql);
    row.bind(1, first);
    if (!second.empty())
        row.bind(2, second);
    return row.executeStep();
}

bool callKept(SQLite::Database& db, const SessionId& session, const NodeId& node) {
    return exists(db, "SELECT 1 FROM call WHERE reading = ? AND node = ?", session.value,
                  node.value);
}

// The reading when it exists and is open.
Result<ReadingRow> openReading(SQLite::Database& db, const SessionId& session) {
    auto reading = readReading(db, session);
    if (!reading)
        return fail(reading.error());
    if (!*reading)
        return fail(ErrorCode::CaseNotFound, "there is no reading \"" + session.value + "\"");
    if ((*reading)->closed)
        return fail(ErrorCode::StepNotAllowed, "the reading is closed; open the case again");
    return std::move(**reading);
}

Result<void> requireOpenNode(SQLite::Database& db, const ReadingRow& reading, const NodeId& node) {
    const auto& nodes = reading.opened.nodes;
    if (std::none_of(nodes.begin(), nodes.end(), [&](const auto& n) { return n.id == node; }))
        return fail(ErrorCode::NodeNotFound,
                    "the case does not ask about node \"" + node.value + "\"");
    if (callKept(db, reading.opened.session, node))
        return fail(ErrorCode::AlreadyCommitted,
                    "the call on node \"" + node.value + "\" is kept and stays");
    return {};
}

// Whose call it is; NodeNotFound when there is none.
Result<ProfileId> ownerOf(SQLite::Database& db, const CallId& call) {
    SQLite::Statement row(db, "SELECT profile FROM call WHERE id = ?");
    row.bind(1, call.value);
    if (!row.executeStep())
        return fail(ErrorCode::NodeNotFound, "there is no call \"" + call.value + "\"");
    return ProfileId(row.getColumn(0).getString());
}

Result<void> requireOpenCall(SQLite::Database& db, const ProfileId& profile,
                             const session::NodeCallCommitted& call) {
    if (auto ok = requireProfile(db, profile); !ok)
        return ok;
    const auto reading = openReading(db, call.session);
    if (!reading)
        return fail(reading.error());
    if (reading->profile != profile)
        return fail(ErrorCode::CaseNotFound, "the reading belongs to another profile");
    if (exists(db, "SELECT 1 FROM call WHERE id = ?", call.call.value))
        return fail(ErrorCode::AlreadyCommitted, "the call is kept already");
    return requireOpenNode(db, *reading, call.node);
}

}  // namespace

Result<void> ProgressStore::openCase(const ProfileId& profile, const session::CaseOpened& opened) {
    if (opened.session.empty() || opened.nodes.empty())
        return fail(ErrorCode::InvalidArgument, "a reading needs an id and a node");
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        if (auto ok = requireProfile(db, profile); !ok)
            return ok;
        if (exists(db, "SELECT 1 FROM reading WHERE id = ?", opened.session.value))
            return fail(ErrorCode::AlreadyCommitted, "the reading has been opened already");
        return m_impl->append(db, profile, opened);
    });
}

Result<void> ProgressStore::commitNodeCall(const ProfileId& profile,
                                           const session::NodeCallCommitted& call,
                                           const session::NodeScore* score) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        if (auto ok = requireOpenCall(db, profile, call); !ok)
            return ok;
        if (auto ok = m_impl->append(db, profile, call); !ok || !score)
            return ok;
        return m_impl->append(db, profile, session::NodeScored{call.call, *score});
    });
}

Result<void> ProgressStore::recordScore(const CallId& call, const session::NodeScore& score) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        const auto owner = ownerOf(db, call);
        if (!owner)
            return fail(owner.error());
        if (exists(db, "SELECT 1 FROM score WHERE call = ?", call.value))
            return fail(ErrorCode::AlreadyCommitted, "the call has its score already");
        return m_impl->append(db, *owner, session::NodeScored{call, score});
    });
}

Result<void> ProgressStore::recordFeedbackSeen(const CallId& call) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        const auto owner = ownerOf(db, call);
        if (!owner)
            return fail(owner.error());
        if (exists(db, "SELECT 1 FROM call WHERE id = ? AND seen_ms IS NOT NULL", call.value))
            return {};
        return m_impl->append(db, *owner, session::FeedbackSeen{call});
    });
}

Result<void> ProgressStore::recordDispute(const CallId& call, const std::string& objection) {
    if (objection.empty() || objection.size() > kLongestObjection)
        return fail(ErrorCode::InvalidArgument, "an objection has 1 to 2000 bytes");
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        const auto owner = ownerOf(db, call);
        if (!owner)
            return fail(owner.error());
        return m_impl->append(db, *owner, session::CallDisputed{call, objection});
    });
}

Result<void> ProgressStore::finishCase(const SessionId& session) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        const auto reading = openReading(db, session);
        if (!reading)
            return fail(reading.error());
        for (const session::NodeAsked& node : reading->opened.nodes)
            if (!callKept(db, session, node.id))
                return fail(ErrorCode::StepNotAllowed,
                            "node \"" + node.id.value + "\" has no call yet");
        return m_impl->append(db, reading->profile, session::CaseFinished{session});
    });
}

Result<void> ProgressStore::setAside(const SessionId& session) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        const auto reading = openReading(db, session);
        if (!reading)
            return fail(reading.error());
        return m_impl->append(db, reading->profile, session::CaseSetAside{session});
    });
}

Result<void> ProgressStore::saveDraft(const SessionId& session, const Draft& draft) {
    const std::string body =
        serial::toJsonText(session::draftToJson(draft.call, draft.caseAnswer, draft.trace));
    const auto json = serial::parseJson(body);
    if (!json)
        return fail(json.error());
    if (const auto back = session::draftFromJson(*json); !back)
        return fail(back.error());
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        const auto reading = openReading(db, session);
        if (!reading)
            return fail(reading.error());
        if (auto ok = requireOpenNode(db, *reading, draft.node); !ok)
            return ok;
        SQLite::Statement put(
            db, "INSERT OR REPLACE INTO draft (reading, node, saved_ms, body) VALUES (?, ?, ?, ?)");
        put.bind(1, session.value);
        put.bind(2, draft.node.value);
        put.bind(3, static_cast<std::int64_t>(m_impl->now().time_since_epoch().count()));
        put.bind(4, body);
        put.exec();
        return {};
    });
}

Result<std::vector<Draft>> ProgressStore::drafts(const SessionId& session) const {
    return m_impl->query([&](SQLite::Database& db) { return readDrafts(db, session); });
}

Result<void> ProgressStore::dropDrafts(const SessionId& session) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        SQLite::Statement drop(db, "DELETE FROM draft WHERE reading = ?");
        drop.bind(1, session.value);
        drop.exec();
        return {};
    });
}

}  // namespace nodewise::progress
