#include "evidence/thresholds.h"
#include "base/require.h"
#include "evidence/data_file.h"
#include "serial/json.h"
#include <algorithm>
#include <cmath>

namespace nodewise::evidence {
namespace {

std::vector<IndexTerm> readTerms(const serial::Reader& row, const serial::Reader& terms) {
    std::vector<IndexTerm> list;
    const auto most = row.find("most");
    const auto least = row.find("least");
    for (const auto& name : terms.names()) {
        IndexTerm term{name, terms.number(name), {}, {}};
        if (!(term.per > 0))
            terms.refuse(ErrorCode::ValueOutOfRange, "a term is held against a number above 0");
        if (const auto limit = most ? most->find(name) : std::nullopt)
            term.most = limit->number();
        if (const auto limit = least ? least->find(name) : std::nullopt)
            term.least = limit->number();
        list.push_back(std::move(term));
    }
    return list;
}

Threshold readThreshold(const serial::Reader& r) {
    r.only({"id", "unit", "at", "per_mm", "from_mm", "softness", "normal_low", "normal_high",
            "ground", "source", "terms", "most", "least"});
    Threshold row;
    row.id = r.string("id");
    row.unit = r.stringOr("unit", {});
    row.value = r.number("at");
    row.perMm = r.numberOr("per_mm", 0);
    row.fromMm = r.numberOr("from_mm", 1.0);
    row.softness = r.number("softness");
    if (const auto low = r.find("normal_low"))
        row.normalLow = low->number();
    if (const auto high = r.find("normal_high"))
        row.normalHigh = high->number();
    row.ground = r.term("ground", parse<Ground>);
    row.source = r.string("source");
    if (const auto terms = r.find("terms"))
        row.terms = readTerms(r, *terms);
    if (!(row.softness > 0) || row.source.empty())
        r.refuse(ErrorCode::ValueOutOfRange, "a threshold needs a softness above 0 and a source");
    return row;
}

}  // namespace

double Threshold::at(double coarsestMm) const {
    return value + perMm * std::max(0.0, coarsestMm - fromMm);
}

double Threshold::strength(double measured, double coarsestMm) const {
    return 1.0 / (1.0 + std::exp(-(measured - at(coarsestMm)) / softness));
}

Result<std::vector<Threshold>> parseThresholds(std::string_view text) {
    const auto json = serial::parseJson(text, "data/thresholds.json");
    if (!json)
        return fail(json.error());
    const serial::Reader r(*json, "data/thresholds.json");
    r.only({"schema", "rows"});
    if (r.string("schema") != "nodewise.thresholds/1")
        r.at("schema").refuse(ErrorCode::VersionUnsupported, "unknown version of the thresholds");
    std::vector<Threshold> rows;
    for (const auto& element : r.at("rows").elements())
        rows.push_back(readThreshold(element));
    if (const auto ok = r.result(); !ok)
        return fail(ok.error());
    return rows;
}

const std::vector<Threshold>& thresholds() {
    static const std::vector<Threshold> rows = [] {
        auto read = parseThresholds(dataFile("data/thresholds.json"));
        NODEWISE_REQUIRE(read.has_value());
        return std::move(*read);
    }();
    return rows;
}

const Threshold& threshold(std::string_view id) {
    const auto& rows = thresholds();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const Threshold& row) { return row.id == id; });
    NODEWISE_REQUIRE(found != rows.end());
    return *found;
}

}  // namespace nodewise::evidence
