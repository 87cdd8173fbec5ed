#include "feedback/feedback_json.h"
#include "evidence/evidence_json.h"
#include <set>

namespace nodewise::feedback {
namespace {

using serial::Json;

std::string_view severityWord(Severity severity) {
    switch (severity) {
    case Severity::Info:
        return "info";
    case Severity::Note:
        return "note";
    case Severity::Warning:
        return "warning";
    default:
        return "error";
    }
}

Json valueJson(const ItemValue& value) {
    return std::visit([](const auto& v) { return Json(v); }, value);
}

Json valuesJson(const std::map<std::string, ItemValue>& values) {
    auto o = Json::object();
    for (const auto& [name, value] : values)
        o.set(name, valueJson(value));
    return o;
}

Json placeJson(const std::optional<PointLps>& place) {
    if (!place)
        return {};
    return Json::arrayOf(std::array<double, 3>{place->x, place->y, place->z});
}

Json itemJson(const FeedbackItem& item, std::optional<Mark> under = {}) {
    auto o = Json::object();
    o.set("code", item.code).set("severity", severityWord(item.severity));
    o.set("values", valuesJson(item.values)).set("place", placeJson(item.place));
    if (const auto mark = item.mark ? item.mark : under)
        o.set("mark", word(*mark));
    if (!item.node.empty())
        o.set("node", item.node.value);
    return o;
}

Json markJson(const MarkResult& mark) {
    auto o = Json::object();
    o.set("score", mark.score).set("verdict", word(mark.verdict));
    o.set("reference", valuesJson(mark.reference)).set("given", valuesJson(mark.given));
    return o;
}

Json marksJson(const std::vector<MarkResult>& marks) {
    auto o = Json::object();
    for (const auto& mark : marks)
        o.set(std::string(word(mark.mark)), markJson(mark));
    return o;
}

Json scoresJson(const Scores& scores) {
    auto o = Json::object();
    o.set("brier", scores.brier).set("rps", scores.rps).set("pene_brier", scores.peneBrier);
    return o;
}

Json errorsJson(const std::vector<DetectedError>& errors) {
    auto list = Json::array();
    std::set<TraineeError> seen;
    for (const auto& error : errors)
        if (seen.insert(error.code).second)
            list.push(word(error.code));
    return list;
}

Json ruleJson(const evidence::GradeOpinion& rule) {
    auto trace = Json::array();
    for (const auto& step : rule.trace) {
        auto o = Json::object();
        o.set("rule", step.rule).set("fired", step.fired).set("strength", step.strength);
        if (step.finding)
            o.set("finding", word(*step.finding));
        if (!step.subject.empty())
            o.set("subject", step.subject);
        trace.push(std::move(o));
    }
    auto o = Json::object();
    o.set("grade", word(rule.grade)).set("certainty", word(rule.certainty));
    o.set("fired", rule.decisive().rule).set("trace", std::move(trace));
    return o;
}

Json nodeJson(const NodeFeedback& node) {
    auto measured = Json::array();
    for (const auto& item : node.measured)
        measured.push(itemJson(item));
    auto evidence = Json::array();
    for (const auto& row : node.evidence)
        evidence.push(row.id);
    auto o = Json::object();
    o.set("id", node.id.value).set("call", node.callIndex);
    o.set("marks", marksJson(node.marks)).set("hncig", ruleJson(node.rule));
    o.set("evidence", std::move(evidence)).set("measured", std::move(measured));
    o.set("errors", errorsJson(node.errors)).set("scores", scoresJson(node.scores));
    o.set("core", node.core ? evidence::toJson(*node.core) : Json());
    o.set("place", placeJson(node.place));
    return o;
}

Json categoryJson(const staging::NCategory& category) {
    auto notes = Json::array();
    for (const auto& note : category.notes)
        notes.push(staging::noteText(note));
    auto o = Json::object();
    o.set("category", category.category).set("rule", category.rule);
    o.set("ambiguous", category.ambiguous).set("notes", std::move(notes));
    return o;
}

Json tnmJson(const CaseFeedback& feedback) {
    auto o = Json::object();
    for (const auto& comparison : feedback.tnm) {
        auto edition = Json::object();
        edition.set("reference", categoryJson(comparison.reference));
        edition.set("call", comparison.call ? categoryJson(*comparison.call) : Json());
        o.set(std::string(word(comparison.edition)), std::move(edition));
    }
    return o;
}

}  // namespace

Json toJson(const CaseFeedback& feedback) {
    auto items = Json::array();
    for (const auto& mark : feedback.marks)
        for (const auto& item : mark.items)
            items.push(itemJson(item, mark.mark));
    for (const auto& node : feedback.nodes)
        for (const auto& item : node.measured)
            items.push(itemJson(item));
    for (const auto& item : feedback.items)
        items.push(itemJson(item));
    auto nodes = Json::array();
    for (const auto& node : feedback.nodes)
        nodes.push(nodeJson(node));
    auto o = Json::object();
    o.set("marks", marksJson(feedback.marks)).set("items", std::move(items));
    o.set("errors", errorsJson(feedback.errors)).set("scores", scoresJson(feedback.scores));
    o.set("nodes", std::move(nodes)).set("tnm", tnmJson(feedback));
    return o;
}

}  // namespace nodewise::feedback
