#include "analytics/details.h"
#include "analytics/agreement.h"
#include "analytics/proportion.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>
#include <tuple>

namespace nodewise::analytics {

namespace {

using session::CallRecord;
using Calls = std::vector<const CallRecord*>;

constexpr std::array kFeatures{Feature::Margin,      Feature::Fat,      Feature::Adjacent,
                               Feature::Coalescence, Feature::Necrosis, Feature::Cystic,
                               Feature::Hilum};

Calls countedCalls(std::span<const CallRecord> calls) {
    Calls result;
    for (const CallRecord& call : calls)
        if (call.score && call.score->counts)
            result.push_back(&call);
    std::stable_sort(result.begin(), result.end(), [](const CallRecord* a, const CallRecord* b) {
        return std::tie(a->committed, a->id) < std::tie(b->committed, b->id);
    });
    return result;
}

const session::MarkSummary* markOf(const CallRecord& call, Mark mark) {
    for (const auto& summary : call.score->marks)
        if (summary.mark == mark)
            return &summary;
    return nullptr;
}

std::vector<std::string> wordsOf(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string part; in >> part;)
        words.push_back(part);
    return words;
}

/// The features mark keeps the reference as one word a feature, in the order of the features'
/// names; nothing for a line of another kind.
std::map<Feature, bool> referenceOf(const CallRecord& call) {
    std::map<std::string, Feature> byName;
    for (const Feature feature : kFeatures)
        byName[std::string(word(feature))] = feature;
    const auto* mark = markOf(call, Mark::Features);
    const auto words = mark ? wordsOf(mark->reference) : std::vector<std::string>{};
    std::map<Feature, bool> seen;
    if (words.size() != byName.size())
        return seen;
    std::size_t at = 0;
    for (const auto& [name, feature] : byName) {
        const std::string& text = words[at++];
        seen[feature] = text != "smooth" && text != "clean" && text != "none" && text != "no";
    }
    return seen;
}

bool calledSeen(const NodeCall& call, Feature feature) {
    switch (feature) {
    case Feature::Margin:
        return call.margin && *call.margin != Margin::Smooth;
    case Feature::Fat:
        return call.fat && *call.fat != PerinodalFat::Clean;
    case Feature::Adjacent:
        return call.contact && call.contact->kind != Adjacency::None;
    case Feature::Coalescence:
        return call.coalescence.value_or(false);
    case Feature::Necrosis:
        return call.necrosis.value_or(false);
    case Feature::Cystic:
        return call.cystic.value_or(false);
    case Feature::Hilum:
        return call.hilum.value_or(false);
    default:
        return false;
    }
}

std::vector<FeatureSkill> featureSkills(const Calls& calls) {
    std::vector<FeatureSkill> result;
    for (const Feature feature : kFeatures)
        result.push_back({feature, 0, 0, 0, 0, {}, {}, {}});
    for (const CallRecord* call : calls) {
        const auto reference = referenceOf(*call);
        if (reference.empty())
            continue;
        for (FeatureSkill& skill : result) {
            const bool is = reference.at(skill.feature),
                       said = calledSeen(call->answer, skill.feature);
            ++(is     ? said ? skill.truePositive : skill.falseNegative
               : said ? skill.falsePositive
                      : skill.trueNegative);
        }
    }
    for (FeatureSkill& skill : result) {
        skill.sensitivity = wilson(skill.truePositive, skill.truePositive + skill.falseNegative);
        skill.specificity = wilson(skill.trueNegative, skill.trueNegative + skill.falsePositive);
        skill.ac1 = gwetAc1({{double(skill.trueNegative), double(skill.falsePositive)},
                             {double(skill.falseNegative), double(skill.truePositive)}});
    }
    return result;
}

/// "N2b" in "N2b TNM9 n2_single" or "yes N2b TNM9 …".
std::string categoryIn(const std::string& line) {
    for (const std::string& part : wordsOf(line))
        if (part.size() >= 2 && part[0] == 'N' && part[1] >= '0' && part[1] <= '3')
            return part;
    return {};
}

CategoryMigration migrationOf(const Calls& calls) {
    CategoryMigration result;
    for (const CallRecord* call : calls) {
        const auto* mark = markOf(*call, Mark::NCategory);
        if (!mark || !call->caseAnswer)
            continue;
        const std::string reference = categoryIn(mark->reference),
                          given = categoryIn(call->caseAnswer->nCategory);
        if (reference.empty() || given.empty())
            continue;
        const int from = reference[1] - '0', to = given[1] - '0';
        ++result.table[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
        ++result.total;
        result.exact += mark->verdict == Verdict::Agrees ? 1 : 0;
        result.up += to > from ? 1 : 0;
        result.down += to < from ? 1 : 0;
    }
    return result;
}

/// Of scores from 0 to 1.
Estimate meanOf(const std::vector<double>& values) {
    if (values.empty())
        return unavailable(Reason::NoData);
    const double n = static_cast<double>(values.size());
    double mean = 0, square = 0;
    for (const double value : values)
        mean += value / n;
    for (const double value : values)
        square += (value - mean) * (value - mean);
    Estimate result = normalEstimate(mean, n > 1 ? square / (n - 1) / n : 0, {0, 1});
    if (n < 2) {
        result.standardError.reset();
        result.interval.reset();
    }
    return result;
}

double medianOf(std::vector<double> values) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

void addCurve(const Calls& calls, ResidentDetails& details) {
    std::vector<Rated> ratings;
    int positives = 0;
    for (const CallRecord* call : calls)
        if (call->answer.probability) {
            ratings.push_back(
                {*call->answer.probability, session::referencePositive(*call->score)});
            positives += ratings.back().positive ? 1 : 0;
        }
    const int negatives = static_cast<int>(ratings.size()) - positives;
    details.operating = {kCallsEne, unavailable(Reason::TooFewScored),
                         unavailable(Reason::TooFewScored)};
    if (positives < kMinimumPerClass || negatives < kMinimumPerClass)
        return;
    details.roc = rocCurve(ratings);
    details.operating = operatingPoint(ratings, kCallsEne);
}

void addAgreement(const Calls& calls, ResidentDetails& details) {
    CountTable table(4, std::vector<double>(4, 0));
    for (const CallRecord* call : calls)
        if (call->answer.grade)
            table[static_cast<std::size_t>(gradeNumber(call->score->gradeReference))]
                 [static_cast<std::size_t>(gradeNumber(*call->answer.grade))] += 1;
    details.gradeAc1 = gwetAc1(table);
    details.gradeAc2 = gwetAc2(table, KappaWeights::Quadratic);
}

}  // namespace

ResidentDetails detailsOf(std::span<const CallRecord> all) {
    const Calls calls = countedCalls(all);
    ResidentDetails details;
    std::vector<double> rps, differences, seconds, slices;
    std::vector<bool> wrong;
    for (const CallRecord* call : calls) {
        if (call->score->rps)
            rps.push_back(*call->score->rps);
        if (call->score->shortAxisErrorMm && call->answer.shortAxisMm) {
            const double difference = *call->score->shortAxisErrorMm;
            details.shortAxis.push_back({*call->answer.shortAxisMm - difference / 2, difference});
            differences.push_back(difference);
        }
        if (const auto verdict = session::gradeVerdict(*call->score))
            wrong.push_back(*verdict == Verdict::Differs);
        seconds.push_back(call->trace.seconds);
        slices.push_back(call->trace.slicesSeen);
    }
    addCurve(calls, details);
    addAgreement(calls, details);
    details.rps = meanOf(rps);
    details.features = featureSkills(calls);
    details.shortAxisLimits = limitsOfAgreement(differences);
    details.categories = migrationOf(calls);
    details.learning = learningCurve(wrong);
    details.secondsMedian = medianOf(seconds);
    details.slicesMedian = medianOf(slices);
    return details;
}

}  // namespace nodewise::analytics
