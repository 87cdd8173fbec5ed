// What the screens ask: calls, cases, counts, concepts.
#include "progress/call_rows.h"
#include "progress/concept_table.h"
#include "progress/store_impl.h"
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace nodewise::progress {

namespace {

using session::CallRecord;

Timestamp timeOf(const SQLite::Column& column) {
    return Timestamp(std::chrono::milliseconds(column.getInt64()));
}

// Fills in what follows from the kept calls and the drafts.
Result<UnfinishedCase> unfinishedFrom(SQLite::Database& db, const ReadingRow& row) {
    UnfinishedCase result;
    result.opened = row.opened;
    result.lastTouched = row.touched;
    CallFilter filter;
    filter.session = row.opened.session;
    auto kept = readCalls(db, row.profile, filter, Order::OldestFirst);
    if (!kept)
        return fail(kept.error());
    auto drafts = readDrafts(db, row.opened.session);
    if (!drafts)
        return fail(drafts.error());
    result.kept = std::move(*kept);
    result.drafts = std::move(*drafts);
    for (const session::NodeAsked& node : row.opened.nodes) {
        const auto same = [&](const CallRecord& call) { return call.node.id == node.id; };
        if (!result.nextNode && std::none_of(result.kept.begin(), result.kept.end(), same))
            result.nextNode = node.id;
    }
    for (const CallRecord& call : result.kept) {
        result.secondsSoFar += call.trace.seconds;
        result.lastTrace = call.trace;
    }
    for (const Draft& draft : result.drafts) {
        result.secondsSoFar += draft.trace.seconds;
        result.lastTrace = draft.trace;
    }
    return result;
}

Result<std::vector<UnfinishedCase>> readUnfinished(SQLite::Database& db, const ProfileId& profile,
                                                   std::size_t limit) {
    if (auto ok = requireProfile(db, profile); !ok)
        return fail(ok.error());
    const auto readings = readOpenReadings(db, profile, limit);
    if (!readings)
        return fail(readings.error());
    std::vector<UnfinishedCase> result;
    for (const ReadingRow& row : *readings) {
        auto one = unfinishedFrom(db, row);
        if (!one)
            return fail(one.error());
        result.push_back(std::move(*one));
    }
    return result;
}

Counts readCounts(SQLite::Database& db, const ProfileId& profile, Timestamp weekStart) {
    // Case by case, in the order of an index that holds all of it.
    SQLite::Statement row(
        db, "SELECT coalesce(sum(calls), 0), coalesce(sum(scored), 0), coalesce(sum(positives), "
            "0), coalesce(sum(scored - positives), 0), coalesce(sum(scored > 0), 0), "
            "(SELECT count(*) FROM call WHERE profile = ?1 AND committed_ms >= ?2), "
            "(SELECT min(committed_ms) FROM call WHERE profile = ?1) "
            "FROM (SELECT count(*) AS calls, count(counted_reference) AS scored, "
            "coalesce(sum(counted_reference > 0), 0) AS positives FROM call "
            "WHERE profile = ?1 GROUP BY pack, case_id)");
    row.bind(1, profile.value);
    row.bind(2, static_cast<std::int64_t>(weekStart.time_since_epoch().count()));
    row.executeStep();
    Counts counts;
    counts.calls = row.getColumn(0).getInt();
    counts.scored = row.getColumn(1).getInt();
    counts.positives = row.getColumn(2).getInt();
    counts.negatives = row.getColumn(3).getInt();
    counts.cases = row.getColumn(4).getInt();
    counts.callsThisWeek = row.getColumn(5).getInt();
    if (!row.getColumn(6).isNull())
        counts.firstCall = timeOf(row.getColumn(6));
    return counts;
}

// Newest reading of each case, with whether any reading of it was finished.
constexpr const char* kCaseStatusSql =
    "SELECT r.pack, r.case_id, r.nodes, (SELECT count(*) FROM call c WHERE c.reading = r.id), "
    "r.touched_ms, k.done FROM (SELECT pack, case_id, max(finished_ms IS NOT NULL) AS done "
    "FROM reading WHERE profile = ?1 GROUP BY pack, case_id) k JOIN reading r ON r.id = "
    "(SELECT n.id FROM reading n WHERE n.profile = ?1 AND n.pack = k.pack AND n.case_id = "
    "k.case_id ORDER BY n.touched_ms DESC, n.opened_ms DESC, n.id LIMIT 1) ORDER BY 5 DESC, 1, 2";

Result<std::vector<CaseStatus>> readStatuses(SQLite::Database& db, const ProfileId& profile) {
    SQLite::Statement rows(db, kCaseStatusSql);
    rows.bind(1, profile.value);
    std::vector<CaseStatus> result;
    while (rows.executeStep()) {
        CaseStatus status;
        status.pack = PackId(rows.getColumn(0).getString());
        status.caseId = CaseId(rows.getColumn(1).getString());
        status.nodesAsked = rows.getColumn(2).getInt();
        status.nodesCalled = rows.getColumn(3).getInt();
        status.lastTouched = timeOf(rows.getColumn(4));
        status.state = rows.getColumn(5).getInt() != 0 ? CaseState::Done : CaseState::Started;
        result.push_back(std::move(status));
    }
    return result;
}

std::optional<Timestamp> examOf(SQLite::Database& db, const ProfileId& profile) {
    SQLite::Statement row(db, "SELECT value FROM setting WHERE profile = ? AND key = ?");
    row.bind(1, profile.value);
    row.bind(2, std::string(kExamDateSetting));
    return row.executeStep() ? parseDay(row.getColumn(0).getString()) : std::nullopt;
}

}  // namespace

Result<std::vector<CallRecord>> ProgressStore::calls(const ProfileId& profile,
                                                     const CallFilter& filter) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<std::vector<CallRecord>> {
        if (auto ok = requireProfile(db, profile); !ok)
            return fail(ok.error());
        return readCalls(db, profile, filter, Order::NewestFirst);
    });
}

Result<CallRecord> ProgressStore::call(const session::CallId& id) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<CallRecord> {
        auto found = readCall(db, id);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(ErrorCode::NodeNotFound, "there is no call \"" + id.value + "\"");
        return std::move(**found);
    });
}

Result<std::vector<CallRecord>> ProgressStore::ungradedCalls(const ProfileId& profile) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<std::vector<CallRecord>> {
        if (auto ok = requireProfile(db, profile); !ok)
            return fail(ok.error());
        auto all = readCalls(db, profile, {}, Order::OldestFirst);
        if (all)
            std::erase_if(*all, [](const CallRecord& call) { return call.score.has_value(); });
        return all;
    });
}

Result<std::vector<CaseStatus>> ProgressStore::caseStatuses(const ProfileId& profile) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<std::vector<CaseStatus>> {
        if (auto ok = requireProfile(db, profile); !ok)
            return fail(ok.error());
        return readStatuses(db, profile);
    });
}

Result<std::optional<UnfinishedCase>>
ProgressStore::unfinishedCase(const ProfileId& profile) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<std::optional<UnfinishedCase>> {
        auto found = readUnfinished(db, profile, 1);
        if (!found)
            return fail(found.error());
        if (found->empty())
            return std::optional<UnfinishedCase>{};
        return std::optional(std::move(found->front()));
    });
}

Result<std::vector<UnfinishedCase>> ProgressStore::unfinishedCases(const ProfileId& profile) const {
    return m_impl->query([&](SQLite::Database& db) { return readUnfinished(db, profile, 0); });
}

Result<Counts> ProgressStore::counts(const ProfileId& profile, Timestamp weekStart) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<Counts> {
        if (auto ok = requireProfile(db, profile); !ok)
            return fail(ok.error());
        return readCounts(db, profile, weekStart);
    });
}

Result<std::vector<ConceptStatus>> ProgressStore::concepts(const ProfileId& profile) const {
    return m_impl->query([&](SQLite::Database& db) -> Result<std::vector<ConceptStatus>> {
        if (auto ok = requireProfile(db, profile); !ok)
            return fail(ok.error());
        return readConcepts(db, profile, m_impl->now(), examOf(db, profile));
    });
}

Result<std::vector<ConceptStatus>> ProgressStore::dueConcepts(const ProfileId& profile) const {
    auto all = concepts(profile);
    if (all)
        std::erase_if(*all, [now = m_impl->now()](const ConceptStatus& c) { return c.due > now; });
    return all;
}

Result<ChangeMark> ProgressStore::changeMark() const {
    return m_impl->query([](SQLite::Database& db) -> Result<ChangeMark> {
        ChangeMark mark;
        mark.lastLine = db.execAndGet("SELECT coalesce(max(seq), 0) FROM event").getInt64();
        SQLite::Statement drafts(db, "SELECT coalesce(max(saved_ms), 0), count(*) FROM draft");
        drafts.executeStep();
        mark.lastDraft = drafts.getColumn(0).getInt64();
        mark.drafts = drafts.getColumn(1).getInt64();
        return mark;
    });
}

}  // namespace nodewise::progress
