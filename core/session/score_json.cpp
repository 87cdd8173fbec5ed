#include "session/events_json.h"

namespace nodewise::session {

namespace {

using serial::Json;
using serial::Reader;

std::optional<double> numberOrNothing(const Reader& reader, std::string_view name) {
    const auto member = reader.find(name);
    return member ? std::optional(member->number()) : std::nullopt;
}

Json marksToJson(const std::vector<MarkSummary>& marks) {
    Json result = Json::array();
    for (const MarkSummary& mark : marks) {
        Json one = Json::object();
        one.set("mark", word(mark.mark)).set("verdict", word(mark.verdict));
        one.set("score", mark.score).set("given", mark.given).set("reference", mark.reference);
        result.push(std::move(one));
    }
    return result;
}

MarkSummary markFrom(const Reader& reader) {
    MarkSummary mark;
    mark.mark = reader.term("mark", parse<Mark>);
    mark.verdict = reader.term("verdict", parse<Verdict>);
    mark.score = numberOrNothing(reader, "score");
    mark.given = reader.string("given");
    mark.reference = reader.string("reference");
    return mark;
}

void readLists(const Reader& reader, NodeScore& score) {
    for (const Reader& mark : reader.at("marks").elements())
        score.marks.push_back(markFrom(mark));
    for (const Reader& code : reader.at("errors").elements())
        score.errors.push_back(code.term(parse<TraineeError>));
    for (const Reader& id : reader.at("concepts").elements())
        score.concepts.emplace_back(id.string());
    const auto shares = reader.numbers("grade_distribution", 4);
    if (shares.size() == 4)
        std::copy(shares.begin(), shares.end(), score.gradeDistribution.begin());
}

}  // namespace

Json toJson(const NodeScore& score) {
    Json errors = Json::array(), concepts = Json::array();
    for (const TraineeError code : score.errors)
        errors.push(word(code));
    for (const ConceptId& id : score.concepts)
        concepts.push(id.value);
    Json json = Json::object();
    json.set("truth_kind", word(score.truthKind)).set("counts", score.counts);
    json.set("marks", marksToJson(score.marks));
    json.set("grade_reference", word(score.gradeReference));
    json.set("grade_distribution", Json::arrayOf(score.gradeDistribution));
    json.set("brier", score.brier).set("log_score", score.logScore).set("rps", score.rps);
    json.set("pene_brier", score.peneBrier).set("errors", std::move(errors));
    json.set("wrong_reason", score.wrongReason);
    json.set("short_axis_error_mm", score.shortAxisErrorMm);
    json.set("long_axis_error_mm", score.longAxisErrorMm);
    json.set("concepts", std::move(concepts)).set("main_item", score.mainItem);
    json.set("feedback", score.feedbackJson);
    return json;
}

Result<NodeScore> nodeScoreFromJson(const Json& json) {
    const Reader reader(json);
    NodeScore score;
    score.truthKind = reader.term("truth_kind", parse<TruthKind>);
    score.counts = reader.boolean("counts");
    score.gradeReference = reader.term("grade_reference", parse<Grade>);
    readLists(reader, score);
    score.brier = numberOrNothing(reader, "brier");
    score.logScore = numberOrNothing(reader, "log_score");
    score.rps = numberOrNothing(reader, "rps");
    score.peneBrier = numberOrNothing(reader, "pene_brier");
    score.wrongReason = reader.boolean("wrong_reason");
    score.shortAxisErrorMm = numberOrNothing(reader, "short_axis_error_mm");
    score.longAxisErrorMm = numberOrNothing(reader, "long_axis_error_mm");
    score.mainItem = reader.stringOr("main_item", "");
    score.feedbackJson = reader.stringOr("feedback", "");
    if (auto ok = reader.result(); !ok)
        return fail(ok.error());
    return score;
}

}  // namespace nodewise::session
