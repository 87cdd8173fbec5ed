#include "feedback/kept_feedback.h"
#include "serial/json.h"
#include <algorithm>

namespace nodewise::feedback {
namespace {

using serial::Reader;

Severity severityOf(const Reader& json) {
    const std::string word = json.string("severity");
    return word == "error"     ? Severity::Error
           : word == "warning" ? Severity::Warning
           : word == "note"    ? Severity::Note
                               : Severity::Info;
}

std::map<std::string, ItemValue> valuesOf(const Reader& json) {
    std::map<std::string, ItemValue> values;
    for (const std::string& name : json.names()) {
        const Reader value = json.at(name);
        if (value.json().isNumber())
            values[name] = value.number();
        else
            values[name] = value.string();
    }
    return values;
}

std::optional<PointLps> placeOf(const Reader& owner) {
    const auto place = owner.find("place");
    if (!place)
        return std::nullopt;
    const auto at = place->numbers(3);
    return at.size() == 3 ? std::optional(PointLps{at[0], at[1], at[2]}) : std::nullopt;
}

FeedbackItem itemOf(const Reader& json) {
    FeedbackItem item;
    item.code = json.string("code");
    item.severity = severityOf(json);
    item.values = valuesOf(json.at("values"));
    item.place = placeOf(json);
    if (const auto mark = json.find("mark"))
        item.mark = mark->term(parse<Mark>);
    item.node = NodeId(json.stringOr("node", {}));
    return item;
}

MarkResult markOf(Mark mark, const Reader& json) {
    MarkResult result;
    result.mark = mark;
    result.score = json.number("score");
    result.verdict = json.term("verdict", parse<Verdict>);
    result.reference = valuesOf(json.at("reference"));
    result.given = valuesOf(json.at("given"));
    return result;
}

evidence::GradeOpinion ruleOf(const Reader& json) {
    evidence::GradeOpinion rule;
    rule.grade = json.term("grade", parse<Grade>);
    rule.certainty = json.term("certainty", parse<Certainty>);
    for (const Reader& step : json.at("trace").elements()) {
        evidence::TraceStep one;
        one.rule = step.string("rule");
        one.fired = step.boolean("fired");
        one.strength = step.number("strength");
        if (const auto finding = step.find("finding"))
            one.finding = finding->term(parse<evidence::FindingCode>);
        one.subject = step.stringOr("subject", {});
        rule.trace.push_back(std::move(one));
    }
    if (std::none_of(rule.trace.begin(), rule.trace.end(),
                     [](const auto& step) { return step.fired; }))
        json.refuse(ErrorCode::ValueOutOfRange, "no step of the rule fired");
    return rule;
}

std::vector<evidence::Likelihood> evidenceOf(const Reader& ids) {
    std::vector<evidence::Likelihood> rows;
    const auto& table = evidence::likelihoods();
    for (const Reader& json : ids.elements()) {
        const std::string id = json.string();
        const auto row = std::find_if(table.begin(), table.end(),
                                      [&](const auto& candidate) { return candidate.id == id; });
        if (row != table.end())
            rows.push_back(*row);
    }
    return rows;
}

std::optional<double> scoreIn(const Reader& scores, const char* name) {
    const auto score = scores.find(name);
    return score ? std::optional(score->number()) : std::nullopt;
}

NodeFeedback nodeOf(const Reader& json, const NodeId& id) {
    NodeFeedback node;
    node.id = id;
    if (const auto call = json.find("call"))
        node.callIndex = static_cast<std::size_t>(call->integer());
    const Reader marks = json.at("marks");
    for (const Mark mark : {Mark::Detection, Mark::Level, Mark::Size, Mark::Features, Mark::Grade})
        node.marks.push_back(markOf(mark, marks.at(word(mark))));
    node.rule = ruleOf(json.at("hncig"));
    node.evidence = evidenceOf(json.at("evidence"));
    for (const Reader& item : json.at("measured").elements())
        node.measured.push_back(itemOf(item));
    for (const Reader& code : json.at("errors").elements())
        node.errors.push_back({code.term(parse<TraineeError>), id, {}, {}});
    const Reader scores = json.at("scores");
    node.scores = {scoreIn(scores, "brier"), scoreIn(scores, "rps"), scoreIn(scores, "pene_brier")};
    node.place = placeOf(json);
    return node;
}

staging::NCategory categoryOf(const Reader& json) {
    staging::NCategory category;
    category.category = json.string("category");
    category.rule = json.string("rule");
    category.ambiguous = json.boolean("ambiguous");
    return category;
}

TnmComparison comparisonOf(Edition edition, const Reader& tnm) {
    const Reader json = tnm.at(word(edition));
    TnmComparison comparison;
    comparison.edition = edition;
    comparison.reference = categoryOf(json.at("reference"));
    if (const auto call = json.find("call"))
        comparison.call = categoryOf(*call);
    return comparison;
}

void addItems(const Reader& items, NodeFeedback& node) {
    for (const Reader& json : items.elements()) {
        FeedbackItem item = itemOf(json);
        for (MarkResult& mark : node.marks) {
            // A missed node is said so under each of its marks but the features, and written once.
            const bool missed =
                !node.callIndex && item.code == "missed_node" && mark.mark != Mark::Features;
            if (item.node != node.id || !(missed || item.mark == mark.mark))
                continue;
            item.mark = mark.mark;
            mark.items.push_back(item);
        }
    }
}

}  // namespace

Result<KeptFeedback> readKeptFeedback(std::string_view text, const NodeId& node) {
    const auto json = serial::parseJson(text);
    if (!json)
        return fail(json.error());
    const Reader root(*json);
    std::optional<KeptFeedback> kept;
    for (const Reader& candidate : root.at("nodes").elements())
        if (candidate.string("id") == node.value)
            kept.emplace().node = nodeOf(candidate, node);
    if (kept) {
        addItems(root.at("items"), kept->node);
        kept->nCategory = markOf(Mark::NCategory, root.at("marks").at(word(Mark::NCategory)));
        kept->tnm = {comparisonOf(Edition::Tnm8, root.at("tnm")),
                     comparisonOf(Edition::Tnm9, root.at("tnm"))};
    }
    if (const auto read = root.result(); !read)
        return fail(read.error());
    if (!kept)
        return fail(ErrorCode::NodeNotFound, "the kept feedback lacks node " + node.value);
    return *std::move(kept);
}

}  // namespace nodewise::feedback
