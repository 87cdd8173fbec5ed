// Tests, drills, pairs, meetings; spent cases; results by a newer truth.
#include "progress/call_rows.h"
#include "progress/event_log.h"
#include "progress/store_impl.h"
#include "serial/json.h"
#include "session/events_json.h"
#include <SQLiteCpp/SQLiteCpp.h>

namespace nodewise::progress {

namespace {

using session::ActivityId;
using session::ActivityStarted;

Timestamp timeOf(const SQLite::Column& column) {
    return Timestamp(std::chrono::milliseconds(column.getInt64()));
}

template <class T>
Result<T> bodyAs(std::string_view kind, const std::string& text) {
    const auto json = serial::parseJson(text);
    auto body = json ? session::eventBodyFromJson(kind, *json)
                     : Result<session::EventBody>(fail(json.error()));
    if (!body)
        return fail(ErrorCode::DatabaseDamaged, std::string(kind) + ": " + body.error().detail);
    return std::get<T>(std::move(*body));
}

constexpr const char* kActivityColumns =
    "SELECT a.body, a.started_ms, a.ended_ms, a.profile, (SELECT count(*) FROM call c JOIN reading "
    "r ON r.id = c.reading WHERE r.activity = a.id) FROM activity a ";

Result<ActivityStatus> statusFrom(SQLite::Database& db, SQLite::Statement& row) {
    auto started = bodyAs<ActivityStarted>("activity_started", row.getColumn(0).getString());
    if (!started)
        return fail(started.error());
    ActivityStatus status;
    status.started = std::move(*started);
    status.begun = timeOf(row.getColumn(1));
    if (!row.getColumn(2).isNull())
        status.ended = timeOf(row.getColumn(2));
    status.calls = row.getColumn(4).getInt();
    SQLite::Statement readings(db, "SELECT pack, pack_version, case_id FROM reading WHERE activity "
                                   "= ? AND finished_ms IS NOT NULL ORDER BY opened_ms, id");
    readings.bind(1, status.started.activity.value);
    while (readings.executeStep())
        status.finished.push_back({PackId(readings.getColumn(0).getString()),
                                   readings.getColumn(1).getString(),
                                   CaseId(readings.getColumn(2).getString())});
    return status;
}

struct OwnedActivity {
    ActivityStatus status;
    ProfileId profile;
};

Result<OwnedActivity> findActivity(SQLite::Database& db, const ActivityId& id) {
    SQLite::Statement row(db, std::string(kActivityColumns) + "WHERE a.id = ?");
    row.bind(1, id.value);
    if (!row.executeStep())
        return fail(ErrorCode::CaseNotFound, "there is no activity \"" + id.value + "\"");
    auto status = statusFrom(db, row);
    if (!status)
        return fail(status.error());
    return OwnedActivity{std::move(*status), ProfileId(row.getColumn(3).getString())};
}

Result<void> requireOpen(const Result<OwnedActivity>& activity) {
    if (!activity)
        return fail(activity.error());
    if (activity->status.ended)
        return fail(ErrorCode::StepNotAllowed, "it is over");
    return {};
}

bool allFinished(const ActivityStatus& status) {
    for (const session::CaseRef& ref : status.started.cases)
        if (std::find(status.finished.begin(), status.finished.end(), ref) == status.finished.end())
            return false;
    return true;
}

}  // namespace

Result<void> ProgressStore::startActivity(const ProfileId& profile,
                                          const ActivityStarted& started) {
    if (started.activity.empty())
        return fail(ErrorCode::InvalidArgument, "a test needs an id");
    if (started.kind == session::ActivityKind::Test && started.cases.empty())
        return fail(ErrorCode::InvalidArgument, "a test needs a case");
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        if (auto ok = requireProfile(db, profile); !ok)
            return ok;
        if (findActivity(db, started.activity))
            return fail(ErrorCode::AlreadyCommitted, "it has begun already");
        return m_impl->append(db, profile, started);
    });
}

Result<void> ProgressStore::endActivity(const ActivityId& activity) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        const auto found = findActivity(db, activity);
        if (auto ok = requireOpen(found); !ok)
            return ok;
        if (found->status.started.kind == session::ActivityKind::Test &&
            !allFinished(found->status))
            return fail(ErrorCode::StepNotAllowed, "a case of the test is open");
        return m_impl->append(db, found->profile, session::ActivityEnded{activity});
    });
}

Result<std::vector<ActivityStatus>> ProgressStore::activities(const ProfileId& profile) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<std::vector<ActivityStatus>> {
        SQLite::Statement rows(db, std::string(kActivityColumns) +
                                       "WHERE a.profile = ? ORDER BY a.seq DESC");
        rows.bind(1, profile.value);
        std::vector<ActivityStatus> result;
        while (rows.executeStep()) {
            auto status = statusFrom(db, rows);
            if (!status)
                return fail(status.error());
            result.push_back(std::move(*status));
        }
        return result;
    });
}

Result<void> ProgressStore::spendCase(const ProfileId& profile, const session::CaseRef& ref) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        if (auto ok = requireProfile(db, profile); !ok)
            return ok;
        SQLite::Statement row(db,
                              "SELECT 1 FROM spent WHERE profile = ? AND pack = ? AND case_id = ?");
        row.bind(1, profile.value);
        row.bind(2, ref.pack.value);
        row.bind(3, ref.caseId.value);
        if (row.executeStep())
            return {};
        return m_impl->append(db, profile, session::CaseSpent{ref});
    });
}

Result<std::vector<SpentCase>> ProgressStore::spentCases(const ProfileId& profile) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<std::vector<SpentCase>> {
        SQLite::Statement rows(
            db, "SELECT pack, case_id, at_ms FROM spent WHERE profile = ? ORDER BY at_ms, 1, 2");
        rows.bind(1, profile.value);
        std::vector<SpentCase> result;
        while (rows.executeStep())
            result.push_back({PackId(rows.getColumn(0).getString()),
                              CaseId(rows.getColumn(1).getString()), timeOf(rows.getColumn(2))});
        return result;
    });
}

Result<void> ProgressStore::recordPair(const ProfileId& profile,
                                       const session::PairCompared& pair) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        if (auto ok = requireOpen(findActivity(db, pair.activity)); !ok)
            return ok;
        for (const session::CallId* call : {&pair.first, &pair.second})
            if (const auto found = readCall(db, *call); !found || !*found)
                return fail(ErrorCode::NodeNotFound, "there is no call \"" + call->value + "\"");
        return m_impl->append(db, profile, pair);
    });
}

Result<std::vector<PairRecord>> ProgressStore::pairs(const ProfileId& profile) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<std::vector<PairRecord>> {
        SQLite::Statement rows(db, "SELECT body, at_ms FROM pair WHERE profile = ? ORDER BY seq");
        rows.bind(1, profile.value);
        std::vector<PairRecord> result;
        while (rows.executeStep()) {
            auto pair =
                bodyAs<session::PairCompared>("pair_compared", rows.getColumn(0).getString());
            if (!pair)
                return fail(pair.error());
            result.push_back({std::move(*pair), timeOf(rows.getColumn(1))});
        }
        return result;
    });
}

Result<void> ProgressStore::recordVote(const session::MeetingVoted& vote) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        const auto found = findActivity(db, vote.activity);
        if (auto ok = requireOpen(found); !ok)
            return ok;
        return m_impl->append(db, found->profile, vote);
    });
}

Result<std::vector<session::MeetingVoted>> ProgressStore::votes(const ActivityId& activity) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<std::vector<session::MeetingVoted>> {
        SQLite::Statement rows(db, "SELECT body FROM vote WHERE activity = ? ORDER BY seq");
        rows.bind(1, activity.value);
        std::vector<session::MeetingVoted> result;
        while (rows.executeStep()) {
            auto vote =
                bodyAs<session::MeetingVoted>("meeting_voted", rows.getColumn(0).getString());
            if (!vote)
                return fail(vote.error());
            result.push_back(std::move(*vote));
        }
        return result;
    });
}

Result<void> ProgressStore::recordRescore(const session::CallId& call,
                                          const std::string& packVersion,
                                          const session::NodeScore& score) {
    return m_impl->write([&](SQLite::Database& db) -> Result<void> {
        const auto found = readCall(db, call);
        if (!found)
            return fail(found.error());
        if (!*found || !(*found)->score)
            return fail(ErrorCode::NodeNotFound, "there is no scored call \"" + call.value + "\"");
        const std::string& last =
            (*found)->rescoredWith.empty() ? (*found)->ref.packVersion : (*found)->rescoredWith;
        if (last == packVersion)
            return fail(ErrorCode::AlreadyCommitted,
                        "the call is scored by version " + packVersion + " already");
        return m_impl->append(db, (*found)->profile,
                              session::CallRescored{call, packVersion, score});
    });
}

Result<bool> ProgressStore::truthSealed(const session::CallId& call) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<bool> {
        SQLite::Statement row(db, "SELECT a.ended_ms IS NULL FROM call c JOIN reading r ON r.id = "
                                  "c.reading JOIN activity a ON a.id = r.activity WHERE c.id = ? "
                                  "AND a.kind = 'test'");
        row.bind(1, call.value);
        return row.executeStep() && row.getColumn(0).getInt() != 0;
    });
}

}  // namespace nodewise::progress
