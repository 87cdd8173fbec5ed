#include "evidence/likelihoods.h"
#include "base/require.h"
#include "evidence/data_file.h"
#include "serial/json.h"
#include <algorithm>
#include <array>

namespace nodewise::evidence {

namespace {

std::optional<HpvScope> scope(std::string_view text) {
    if (text == "any")
        return HpvScope::Any;
    if (text == "negative")
        return HpvScope::Negative;
    if (text == "positive")
        return HpvScope::Positive;
    return std::nullopt;
}

std::optional<LikelihoodKind> kind(std::string_view text) {
    if (text == "published")
        return LikelihoodKind::Published;
    if (text == "estimated")
        return LikelihoodKind::Estimated;
    return std::nullopt;
}

Estimate readEstimate(const serial::Reader& r, double highest) {
    r.only({"value", "low", "high"});
    Estimate estimate;
    estimate.value = r.number("value");
    if (const auto low = r.find("low"))
        estimate.low = low->number();
    if (const auto high = r.find("high"))
        estimate.high = high->number();
    const bool ordered = estimate.low.value_or(estimate.value) <= estimate.value &&
                         estimate.value <= estimate.high.value_or(estimate.value);
    if (!(estimate.value > 0) || estimate.value > highest || !ordered)
        r.refuse(ErrorCode::ValueOutOfRange, "the value lies outside its range or interval");
    return estimate;
}

Likelihood readRow(const serial::Reader& r) {
    r.only({"id", "feature", "sign", "hpv", "modality", "sensitivity", "specificity", "lr_positive",
            "lr_negative", "citation", "source", "kind"});
    Likelihood row;
    row.id = r.string("id");
    if (const auto feature = r.find("feature"))
        row.feature = feature->term(parse<Feature>);
    row.sign = r.string("sign");
    row.hpv = r.term("hpv", scope);
    row.modality = r.string("modality");
    if (const auto sensitivity = r.find("sensitivity"))
        row.sensitivity = readEstimate(*sensitivity, 1.0);
    if (const auto specificity = r.find("specificity"))
        row.specificity = readEstimate(*specificity, 1.0);
    row.lrPositive = readEstimate(r.at("lr_positive"), 100.0);
    row.lrNegative = readEstimate(r.at("lr_negative"), 100.0);
    row.citation = r.string("citation");
    row.source = r.string("source");
    row.kind = r.term("kind", kind);
    return row;
}

/// Order in which signs are shown: as the HNCIG grades go down, then what is no criterion.
constexpr std::array kShown{Feature::Adjacent, Feature::Coalescence, Feature::Fat,
                            Feature::Margin,   Feature::Necrosis,    Feature::Cystic,
                            Feature::Hilum,    Feature::Size};

}  // namespace

Result<std::vector<Likelihood>> parseLikelihoods(std::string_view text) {
    const auto json = serial::parseJson(text, "data/likelihoods.json");
    if (!json)
        return fail(json.error());
    const serial::Reader r(*json, "data/likelihoods.json");
    r.only({"schema", "target", "rows"});
    if (r.string("schema") != "nodewise.likelihoods/1")
        r.at("schema").refuse(ErrorCode::VersionUnsupported, "unknown version of the table");
    std::vector<Likelihood> rows;
    for (const auto& element : r.at("rows").elements())
        rows.push_back(readRow(element));
    if (const auto ok = r.result(); !ok)
        return fail(ok.error());
    return rows;
}

const std::vector<Likelihood>& likelihoods() {
    static const std::vector<Likelihood> rows = [] {
        auto read = parseLikelihoods(dataFile("data/likelihoods.json"));
        NODEWISE_REQUIRE(read.has_value());
        return std::move(*read);
    }();
    return rows;
}

std::vector<Likelihood> likelihoodsFor(std::span<const Feature> features, bool hpvPositive) {
    const HpvScope own = hpvPositive ? HpvScope::Positive : HpvScope::Negative;
    std::vector<Likelihood> result;
    for (const Feature feature : kShown) {
        if (std::find(features.begin(), features.end(), feature) == features.end())
            continue;
        for (const HpvScope wanted : {own, HpvScope::Any}) {
            const auto found = std::find_if(
                likelihoods().begin(), likelihoods().end(),
                [&](const Likelihood& row) { return row.feature == feature && row.hpv == wanted; });
            if (found == likelihoods().end())
                continue;
            result.push_back(*found);
            break;
        }
    }
    return result;
}

}  // namespace nodewise::evidence
