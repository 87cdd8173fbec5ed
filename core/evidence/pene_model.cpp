#include "evidence/pene_model.h"
#include "base/require.h"
#include "evidence/data_file.h"
#include "serial/json.h"
#include <algorithm>

namespace nodewise::evidence {

namespace {

SourceRow readSource(const serial::Reader& r) {
    r.only({"citation", "finding", "value", "lr_positive", "lr_negative"});
    SourceRow row;
    row.citation = r.string("citation");
    row.finding = r.string("finding");
    const auto number = [&](const char* name, std::optional<double>& out) {
        if (const auto value = r.find(name))
            out = value->number();
    };
    number("value", row.value);
    number("lr_positive", row.lrPositive);
    number("lr_negative", row.lrNegative);
    return row;
}

std::vector<SourceRow> readSources(const serial::Reader& r) {
    std::vector<SourceRow> sources;
    for (const auto& element : r.at("sources").elements())
        sources.push_back(readSource(element));
    if (sources.empty())
        r.refuse(ErrorCode::ValueOutOfRange, "a row without a source");
    return sources;
}

PriorRow readPrior(const serial::Reader& r) {
    r.only({"id", "sites", "without_overt_iene", "used_for_nodes", "unit", "value", "low", "high",
            "ground", "sources"});
    PriorRow row;
    row.id = r.string("id");
    for (const auto& site : r.at("sites").elements())
        row.sites.push_back(site.term(parse<Site>));
    row.withoutOvertIene = r.booleanOr("without_overt_iene", false);
    row.usedForNodes = r.booleanOr("used_for_nodes", true);
    row.unit = r.term("unit", parse<PriorUnit>);
    row.value = r.number("value");
    row.low = r.number("low");
    row.high = r.number("high");
    row.ground = r.term("ground", parse<Ground>);
    row.sources = readSources(r);
    if (!(0 < row.low && row.low < row.value && row.value < row.high && row.high < 1))
        r.refuse(ErrorCode::ValueOutOfRange, "a prior needs 0 < low < value < high < 1");
    return row;
}

Estimate readRatio(const serial::Reader& r) {
    r.only({"value", "low", "high"});
    Estimate ratio;
    ratio.value = r.number("value");
    ratio.low = r.number("low");
    ratio.high = r.number("high");
    if (!(0 < *ratio.low && *ratio.low < ratio.value && ratio.value < *ratio.high))
        r.refuse(ErrorCode::ValueOutOfRange, "a ratio needs 0 < low < value < high");
    return ratio;
}

std::optional<HpvScope> scope(std::string_view text) {
    if (text == "any")
        return HpvScope::Any;
    if (text == "negative")
        return HpvScope::Negative;
    if (text == "positive")
        return HpvScope::Positive;
    return std::nullopt;
}

RatioRow readRow(const serial::Reader& r) {
    r.only({"id", "findings", "at", "softness", "hpv", "not_after_biopsy", "lr_positive",
            "lr_negative", "ground", "sources"});
    RatioRow row;
    row.id = r.string("id");
    for (const auto& code : r.at("findings").elements())
        row.findings.push_back(code.term(parse<FindingCode>));
    if (const auto at = r.find("at")) {
        row.at = at->number();
        row.softness = r.number("softness");
    }
    row.hpv = r.term("hpv", scope);
    row.notAfterBiopsy = r.booleanOr("not_after_biopsy", false);
    row.lrPositive = readRatio(r.at("lr_positive"));
    row.lrNegative = readRatio(r.at("lr_negative"));
    row.ground = r.term("ground", parse<Ground>);
    row.sources = readSources(r);
    if (row.findings.empty() || row.lrPositive.value <= 1 || row.lrNegative.value >= 1)
        r.refuse(ErrorCode::ValueOutOfRange, "a sign needs a finding, LR+ above 1, LR- below 1");
    return row;
}

void readRules(const serial::Reader& r, PeneModel& model) {
    const auto combining = r.at("combining"), range = r.at("range");
    combining.only({"other_power", "lowest", "highest", "draws"});
    model.otherPower = combining.number("other_power");
    model.lowest = combining.number("lowest");
    model.highest = combining.number("highest");
    model.draws = static_cast<int>(combining.integer("draws"));
    range.only({"thickest_slice_mm", "smallest_node_mm", "fewest_signs", "biopsy_days"});
    model.thickestSliceMm = range.number("thickest_slice_mm");
    model.smallestNodeMm = range.number("smallest_node_mm");
    model.fewestSigns = static_cast<int>(range.integer("fewest_signs"));
    model.biopsyDays = static_cast<int>(range.integer("biopsy_days"));
    if (model.draws < 100 || model.lowest <= 0 || model.highest >= 1)
        r.refuse(ErrorCode::ValueOutOfRange, "too few draws, or a clip outside 0 … 1");
}

}  // namespace

Result<PeneModel> parsePeneModel(std::string_view text) {
    const auto json = serial::parseJson(text, "data/pene_model.json");
    if (!json)
        return fail(json.error());
    const serial::Reader r(*json, "data/pene_model.json");
    r.only({"schema", "version", "combining", "range", "priors", "ratios"});
    if (r.string("schema") != "nodewise.pene_model/1")
        r.at("schema").refuse(ErrorCode::VersionUnsupported, "unknown version of the model");
    PeneModel model;
    model.version = r.string("version");
    readRules(r, model);
    for (const auto& element : r.at("priors").elements())
        model.priors.push_back(readPrior(element));
    for (const auto& element : r.at("ratios").elements())
        model.ratios.push_back(readRow(element));
    if (const auto ok = r.result(); !ok)
        return fail(ok.error());
    return model;
}

const PeneModel& peneModel() {
    static const PeneModel model = [] {
        auto read = parsePeneModel(dataFile("data/pene_model.json"));
        NODEWISE_REQUIRE(read.has_value());
        return std::move(*read);
    }();
    return model;
}

SensFalse sharesOf(double lrPositive, double lrNegative) {
    NODEWISE_REQUIRE(lrNegative < 1 && lrPositive > 1);
    const double falsePositive = (1 - lrNegative) / (lrPositive - lrNegative);
    return {lrPositive * falsePositive, falsePositive};
}

}  // namespace nodewise::evidence
