#include "progress/concept_table.h"
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <charconv>

namespace nodewise::progress {

namespace {

constexpr const char* kColumns =
    "phase, step, stability, difficulty, interval_s, last_ms, reviews, lapses";

Timestamp timeOf(std::int64_t millis) {
    return Timestamp(std::chrono::milliseconds(millis));
}

schedule::ConceptState stateFrom(SQLite::Statement& row, int first) {
    schedule::ConceptState state;
    state.card.phase = static_cast<schedule::Phase>(row.getColumn(first).getInt());
    state.card.step.reset();
    if (!row.getColumn(first + 1).isNull())
        state.card.step = row.getColumn(first + 1).getInt();
    state.card.stability = row.getColumn(first + 2).getDouble();
    state.card.difficulty = row.getColumn(first + 3).getDouble();
    state.interval = schedule::Seconds(row.getColumn(first + 4).getDouble());
    state.lastReview = timeOf(row.getColumn(first + 5).getInt64());
    state.reviews = row.getColumn(first + 6).getInt();
    state.lapses = row.getColumn(first + 7).getInt();
    return state;
}

std::optional<schedule::ConceptState> readState(SQLite::Database& db, const ProfileId& profile,
                                                const ConceptId& id) {
    SQLite::Statement row(db, std::string("SELECT ") + kColumns +
                                  " FROM concept WHERE profile = ? AND id = ?");
    row.bind(1, profile.value);
    row.bind(2, id.value);
    return row.executeStep() ? std::optional(stateFrom(row, 0)) : std::nullopt;
}

void writeState(SQLite::Database& db, const ProfileId& profile, const ConceptId& id,
                const schedule::ConceptState& state) {
    SQLite::Statement put(db, std::string("INSERT OR REPLACE INTO concept (profile, id, ") +
                                  kColumns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put.bind(1, profile.value);
    put.bind(2, id.value);
    put.bind(3, static_cast<int>(state.card.phase));
    if (state.card.step)
        put.bind(4, *state.card.step);
    put.bind(5, state.card.stability.value_or(0));
    put.bind(6, state.card.difficulty.value_or(0));
    put.bind(7, state.interval.count());
    put.bind(8, static_cast<std::int64_t>(state.lastReview.time_since_epoch().count()));
    put.bind(9, state.reviews);
    put.bind(10, state.lapses);
    put.exec();
}

// Reading time of the call; not known (never "fast") when it was not measured.
std::optional<schedule::Seconds> readingTime(SQLite::Database& db, const session::CallId& call) {
    SQLite::Statement row(db, "SELECT seconds FROM call WHERE id = ?");
    row.bind(1, call.value);
    if (!row.executeStep() || row.getColumn(0).getDouble() <= 0)
        return std::nullopt;
    return schedule::Seconds(row.getColumn(0).getDouble());
}

}  // namespace

void moveConcepts(SQLite::Database& db, const ProfileId& profile, const session::NodeScored& scored,
                  Timestamp at) {
    if (!scored.score.counts)
        return;
    schedule::Outcome outcome;
    outcome.wrong =
        session::gradeVerdict(scored.score).value_or(Verdict::Differs) == Verdict::Differs;
    outcome.brier = scored.score.brier;
    outcome.wrongReasons = scored.score.wrongReason;
    outcome.time = readingTime(db, scored.call);
    for (const ConceptId& id : scored.score.concepts)
        writeState(db, profile, id,
                   schedule::afterOutcome(readState(db, profile, id), outcome, at));
}

std::vector<ConceptStatus> readConcepts(SQLite::Database& db, const ProfileId& profile,
                                        Timestamp now, const std::optional<Timestamp>& exam) {
    std::vector<ConceptStatus> result;
    SQLite::Statement rows(db, std::string("SELECT id, ") + kColumns +
                                   " FROM concept WHERE profile = ? ORDER BY id");
    rows.bind(1, profile.value);
    while (rows.executeStep()) {
        const schedule::ConceptState state = stateFrom(rows, 1);
        ConceptStatus status;
        status.id = ConceptId(rows.getColumn(0).getString());
        status.recall = schedule::recallAt(state, now);
        status.due = schedule::dueAt(state, exam);
        status.lastReview = state.lastReview;
        status.reviews = state.reviews;
        status.lapses = state.lapses;
        status.state = state;
        result.push_back(std::move(status));
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.recall < b.recall; });
    return result;
}

std::optional<Timestamp> parseDay(const std::string& text) {
    int part[3]{};
    const char* at = text.data();
    const char* end = at + text.size();
    for (int i = 0; i < 3; ++i) {
        const auto [next, error] = std::from_chars(at, end, part[i]);
        if (error != std::errc() || (i < 2 && (next == end || *next != '-')))
            return std::nullopt;
        at = next + (i < 2 ? 1 : 0);
    }
    const std::chrono::year_month_day day{std::chrono::year{part[0]},
                                          std::chrono::month{static_cast<unsigned>(part[1])},
                                          std::chrono::day{static_cast<unsigned>(part[2])}};
    if (at != end || !day.ok())
        return std::nullopt;
    return Timestamp(std::chrono::sys_days(day));
}

}  // namespace nodewise::progress
