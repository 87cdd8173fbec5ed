#include "evidence/evidence_json.h"

namespace nodewise::evidence {
namespace {

using serial::Json;

Json textOrNull(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

Json range(const std::optional<double>& low, const std::optional<double>& high) {
    if (!low && !high)
        return {};
    return Json::array().push(low).push(high);
}

Json toJson(const Finding& finding) {
    auto json = Json::object();
    json.set("code", word(finding.code))
        .set("strength", finding.strength)
        .set("value", finding.value)
        .set("threshold", finding.threshold)
        .set("unit", textOrNull(finding.unit))
        .set("reference_range", range(finding.referenceLow, finding.referenceHigh))
        .set("reason", finding.reason)
        .set("subject", textOrNull(finding.subject))
        .set("criterion", isCriterion(finding.code));
    return json;
}

Json toJson(const TraceStep& step) {
    auto json = Json::object();
    json.set("rule", step.rule)
        .set("finding", step.finding ? Json(word(*step.finding)) : Json())
        .set("strength", step.strength)
        .set("fired", step.fired)
        .set("subject", textOrNull(step.subject));
    return json;
}

Json toJson(const GradeOpinion& opinion) {
    auto trace = Json::array();
    for (const auto& step : opinion.trace)
        trace.push(toJson(step));
    auto json = Json::object();
    json.set("grade", word(opinion.grade))
        .set("certainty", word(opinion.certainty))
        .set("strength", opinion.strength)
        .set("trace", std::move(trace));
    return json;
}

Json toJson(const Contribution& part) {
    auto json = Json::object();
    json.set("sign", part.sign)
        .set("strength", part.strength)
        .set("ratio", part.ratio)
        .set("power", part.power)
        .set("log_odds", part.logOdds)
        .set("note", textOrNull(part.note))
        .set("citation", part.citation);
    return json;
}

Json toJson(const PeneEstimate& pene) {
    auto contributions = Json::array();
    for (const auto& part : pene.contributions)
        contributions.push(toJson(part));
    auto json = Json::object();
    json.set("probability", pene.probability)
        .set("interval", pene.abstained ? Json() : Json::array().push(pene.low).push(pene.high))
        .set("contributions", std::move(contributions))
        .set("abstained", pene.abstained)
        .set("reason", textOrNull(pene.reason))
        .set("prior", textOrNull(pene.prior))
        .set("notes", Json::arrayOf(pene.notes));
    return json;
}

Json toJson(const SourceRow& source) {
    auto json = Json::object();
    json.set("citation", source.citation).set("finding", source.finding);
    if (source.value)
        json.set("value", source.value);
    if (source.lrPositive)
        json.set("lr_positive", source.lrPositive);
    if (source.lrNegative)
        json.set("lr_negative", source.lrNegative);
    return json;
}

Json toJson(const std::vector<SourceRow>& sources) {
    auto json = Json::array();
    for (const auto& source : sources)
        json.push(toJson(source));
    return json;
}

Json toJson(const PriorRow& row) {
    auto sites = Json::array();
    for (const Site site : row.sites)
        sites.push(word(site));
    auto json = Json::object();
    json.set("id", row.id)
        .set("sites", std::move(sites))
        .set("unit", word(row.unit))
        .set("used_for_nodes", row.usedForNodes)
        .set("without_overt_iene", row.withoutOvertIene)
        .set("value", row.value)
        .set("interval", Json::array().push(row.low).push(row.high))
        .set("ground", word(row.ground))
        .set("sources", toJson(row.sources));
    return json;
}

Json ratio(const Estimate& e) {
    auto json = Json::object();
    json.set("value", e.value).set("low", e.low).set("high", e.high);
    return json;
}

Json toJson(const RatioRow& row) {
    auto findings = Json::array();
    for (const FindingCode code : row.findings)
        findings.push(word(code));
    constexpr std::array kScopes{"any", "negative", "positive"};
    auto json = Json::object();
    json.set("id", row.id)
        .set("findings", std::move(findings))
        .set("hpv", kScopes[static_cast<std::size_t>(row.hpv)])
        .set("not_after_biopsy", row.notAfterBiopsy)
        .set("lr_positive", ratio(row.lrPositive))
        .set("lr_negative", ratio(row.lrNegative))
        .set("ground", word(row.ground))
        .set("sources", toJson(row.sources));
    return json;
}

Json toJson(const Threshold& row) {
    auto terms = Json::array();
    for (const IndexTerm& term : row.terms) {
        auto part = Json::object();
        part.set("of", term.of).set("per", term.per).set("most", term.most);
        terms.push(std::move(part));
    }
    auto json = Json::object();
    json.set("id", row.id)
        .set("unit", textOrNull(row.unit))
        .set("at", row.value)
        .set("per_mm", row.perMm)
        .set("from_mm", row.fromMm)
        .set("softness", row.softness)
        .set("normal", range(row.normalLow, row.normalHigh))
        .set("terms", std::move(terms))
        .set("ground", word(row.ground))
        .set("source", row.source);
    return json;
}

template <class Row>
Json list(const std::vector<Row>& rows) {
    auto json = Json::array();
    for (const auto& row : rows)
        json.push(toJson(row));
    return json;
}

}  // namespace

Json toJson(const NodeEvidence& evidence) {
    auto json = Json::object();
    json.set("findings", list(evidence.findings))
        .set("hncig", toJson(evidence.opinion))
        .set("pene", toJson(evidence.pene));
    return json;
}

Json toJson(const ModelCard& card) {
    auto combining = Json::object();
    combining.set("other_power", card.model->otherPower)
        .set("lowest", card.model->lowest)
        .set("highest", card.model->highest)
        .set("draws", card.model->draws);
    auto applies = Json::object();
    applies.set("thickest_slice_mm", card.model->thickestSliceMm)
        .set("smallest_node_mm", card.model->smallestNodeMm)
        .set("fewest_signs", card.model->fewestSigns)
        .set("biopsy_days", card.model->biopsyDays);
    auto json = Json::object();
    json.set("schema", "nodewise.model_card/1")
        .set("version", card.model->version)
        .set("target", card.target)
        .set("calibrated_on", Json())
        .set("limits", Json::arrayOf(card.limits))
        .set("abstains", Json::arrayOf(card.abstains))
        .set("range", std::move(applies))
        .set("combining", std::move(combining))
        .set("priors", list(card.model->priors))
        .set("ratios", list(card.model->ratios))
        .set("thresholds", list(*card.lines));
    return json;
}

}  // namespace nodewise::evidence
