#include "progress/call_reader.h"
#include "base/parallel.h"
#include "serial/json.h"
#include "session/events_json.h"
#include <algorithm>
#include <map>
#include <span>

namespace nodewise::progress {

namespace {

using session::CallRecord;

/// As many rows as one core reads at a stretch; a short list stays on one.
constexpr std::size_t kRowsAtOnce = 256;

tl::unexpected<Error> unreadable(const std::string& what, const Error& cause) {
    return fail(ErrorCode::DatabaseDamaged, what + ": " + cause.detail);
}

Result<session::NodeScore> scoreOf(const CallTexts& row) {
    const auto json = serial::parseJson(*row.score);
    if (!json)
        return unreadable("score", json.error());
    auto score = session::nodeScoreFromJson(*json);
    if (!score)
        return unreadable("score", score.error());
    if (row.feedback)
        score->feedbackJson = *row.feedback;
    return score;
}

session::NodeAsked askedNode(const session::CaseOpened& opened, const NodeId& id) {
    for (const session::NodeAsked& node : opened.nodes)
        if (node.id == id)
            return node;
    return {id, Side::Left, Level::IIa};
}

// Many calls share a reading: its JSON is read once.
class RecordMaker {
public:
    Result<CallRecord> make(const CallTexts& row) {
        const auto opened = reading(row);
        if (!opened)
            return fail(opened.error());
        auto kept = bodyAs<session::NodeCallCommitted>(row.call);
        if (!kept)
            return fail(kept.error());
        CallRecord record = recordOf(**opened, std::move(*kept), row);
        if (row.score) {
            auto score = scoreOf(row);
            if (!score)
                return fail(score.error());
            record.score = std::move(*score);
            record.rescoredWith = row.rescoredWith.value_or(record.rescoredWith);
        }
        return record;
    }

private:
    static CallRecord recordOf(const session::CaseOpened& opened, session::NodeCallCommitted&& kept,
                               const CallTexts& row) {
        CallRecord record;
        record.id = kept.call;
        record.profile = ProfileId(row.profile);
        record.session = kept.session;
        record.ref = opened.ref;
        record.caseTitle = opened.caseTitle;
        record.mode = opened.mode;
        record.activity = opened.activity;
        record.node = askedNode(opened, kept.node);
        record.answer = std::move(kept.answer);
        record.caseAnswer = std::move(kept.caseAnswer);
        record.trace = std::move(kept.trace);
        record.committed = row.committed;
        record.feedbackSeen = row.feedbackSeen;
        record.objection = row.objection.value_or(record.objection);
        return record;
    }

    Result<const session::CaseOpened*> reading(const CallTexts& row) {
        auto found = m_readings.find(row.reading);
        if (found == m_readings.end()) {
            auto opened = bodyAs<session::CaseOpened>(row.opened);
            if (!opened)
                return fail(opened.error());
            found = m_readings.emplace(row.reading, std::move(*opened)).first;
        }
        return &found->second;
    }

    std::map<std::string, session::CaseOpened> m_readings;
};

Result<std::vector<CallRecord>> recordsOf(std::span<const CallTexts> rows) {
    RecordMaker maker;
    std::vector<CallRecord> records;
    records.reserve(rows.size());
    for (const CallTexts& row : rows) {
        auto record = maker.make(row);
        if (!record)
            return fail(record.error());
        records.push_back(std::move(*record));
    }
    return records;
}

template <class T>
constexpr std::string_view kindOf() {
    return std::is_same_v<T, session::CaseOpened> ? "case_opened" : "node_call_committed";
}

}  // namespace

template <class T>
Result<T> bodyAs(const std::string& text) {
    const auto json = serial::parseJson(text);
    if (!json)
        return unreadable(std::string(kindOf<T>()), json.error());
    auto body = session::eventBodyFromJson(kindOf<T>(), *json);
    if (!body)
        return unreadable(std::string(kindOf<T>()), body.error());
    return std::get<T>(std::move(*body));
}

template Result<session::CaseOpened> bodyAs(const std::string&);
template Result<session::NodeCallCommitted> bodyAs(const std::string&);

Result<std::vector<CallRecord>> readRecords(const std::vector<CallTexts>& rows) {
    const std::size_t parts = (rows.size() + kRowsAtOnce - 1) / kRowsAtOnce;
    std::vector<Result<std::vector<CallRecord>>> read(parts);
    parallelFor(parts, 0, [&](std::size_t part) {
        const std::size_t first = part * kRowsAtOnce;
        read[part] =
            recordsOf(std::span(rows).subspan(first, std::min(kRowsAtOnce, rows.size() - first)));
    });
    std::vector<CallRecord> records;
    records.reserve(rows.size());
    for (auto& part : read) {
        if (!part)
            return fail(part.error());
        std::ranges::move(*part, std::back_inserter(records));
    }
    return records;
}

}  // namespace nodewise::progress
