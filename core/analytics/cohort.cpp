#include "analytics/cohort.h"
#include "analytics/forecast.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace nodewise::analytics {

namespace {

using session::CallRecord;
using ItemKey = std::tuple<std::string, std::string, std::string>;

constexpr int kMinimumReaders = 10;

ItemKey keyOf(const CallRecord& call) {
    return {call.ref.pack.value, call.ref.caseId.value, call.node.id.value};
}

bool agrees(const CallRecord& call) {
    const auto verdict = session::gradeVerdict(*call.score);
    return verdict && *verdict != Verdict::Differs;
}

/// Of each node the first counted call: the later ones knew the truth.
std::map<ItemKey, const CallRecord*> firstCalls(const CohortReader& reader) {
    std::map<ItemKey, const CallRecord*> first;
    for (const CallRecord& call : reader.calls) {
        if (!call.score || !call.score->counts || !call.answer.probability)
            continue;
        const CallRecord*& known = first[keyOf(call)];
        if (!known || std::tie(call.committed, call.id) < std::tie(known->committed, known->id))
            known = &call;
    }
    return first;
}

using ReaderCalls = std::vector<std::map<ItemKey, const CallRecord*>>;

std::vector<Forecast> forecastsOf(const std::map<ItemKey, const CallRecord*>& calls) {
    std::vector<Forecast> result;
    for (const auto& [key, call] : calls)
        result.push_back({*call->answer.probability, session::referencePositive(*call->score)});
    return result;
}

CohortRow::Standing standingOf(const CohortRow& row, const Estimate& cohort) {
    if (!row.brier.interval || !cohort.value)
        return CohortRow::Standing::NotKnown;
    if (row.brier.interval->low > *cohort.value)
        return CohortRow::Standing::Worse;
    return row.brier.interval->high < *cohort.value ? CohortRow::Standing::Better
                                                    : CohortRow::Standing::Within;
}

/// 1 − Brier / (prevalence of the cohort's nodes (1 − it)), its interval from that of the Brier.
Estimate skillOf(const Estimate& brier, double prevalence) {
    const double base = prevalence * (1 - prevalence);
    if (base <= 0)
        return unavailable(Reason::OneClassOnly);
    Estimate skill;
    skill.value = 1 - *brier.value / base;
    if (brier.interval)
        skill.interval = Interval{1 - brier.interval->high / base, 1 - brier.interval->low / base};
    return skill;
}

void fillConcepts(const std::map<ItemKey, const CallRecord*>& calls,
                  const std::vector<ConceptId>& concepts, CohortRow& row) {
    std::map<ConceptId, ConceptCell> cells;
    for (const auto& [key, call] : calls)
        for (const ConceptId& id : call->score->concepts) {
            ConceptCell& cell = cells[id];
            ++cell.nodes;
            cell.agreed += agrees(*call) ? 1 : 0;
        }
    for (const ConceptId& id : concepts) {
        ConceptCell cell = cells[id];
        cell.share = cell.nodes >= kMinimumCell ? wilson(cell.agreed, cell.nodes)
                                                : unavailable(Reason::TooFewScored);
        row.concepts.push_back(cell);
    }
}

CohortRow rowOf(const CohortReader& reader, const std::map<ItemKey, const CallRecord*>& calls,
                const std::vector<ConceptId>& concepts, double prevalence) {
    CohortRow row;
    row.profile = reader.profile;
    row.pseudonym = reader.pseudonym;
    row.nodes = static_cast<int>(calls.size());
    std::set<std::pair<std::string, std::string>> cases;
    for (const auto& [key, call] : calls) {
        cases.insert({std::get<0>(key), std::get<1>(key)});
        row.last = std::max(row.last.value_or(call->committed), call->committed);
    }
    row.cases = static_cast<int>(cases.size());
    if (row.nodes >= kMinimumScored) {
        row.brier = brierScore(forecastsOf(calls));
        row.skill = skillOf(row.brier, prevalence);
    } else {
        row.brier = row.skill = unavailable(Reason::TooFewScored);
    }
    fillConcepts(calls, concepts, row);
    return row;
}

/// Pearson's correlation; NoVariance.
Estimate correlation(const std::vector<double>& x, const std::vector<double>& y) {
    if (x.size() < static_cast<std::size_t>(kMinimumReaders))
        return unavailable(Reason::TooFewScored);
    const double n = static_cast<double>(x.size());
    double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        mx += x[i] / n;
        my += y[i] / n;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
        xy += (x[i] - mx) * (y[i] - my);
    }
    if (xx <= 0 || yy <= 0)
        return unavailable(Reason::NoVariance);
    Estimate result;
    result.value = xy / std::sqrt(xx * yy);
    return result;
}

/// Share agreed by a reader without this item; nothing when it was the only one.
std::optional<double> restOf(const std::map<ItemKey, const CallRecord*>& calls,
                             const ItemKey& key) {
    int nodes = 0, agreed = 0;
    for (const auto& [other, call] : calls)
        if (other != key) {
            ++nodes;
            agreed += agrees(*call) ? 1 : 0;
        }
    return nodes > 0 ? std::optional(double(agreed) / nodes) : std::nullopt;
}

CohortItem itemOf(const ItemKey& key, const ReaderCalls& readers) {
    CohortItem item;
    std::vector<double> here, elsewhere;
    std::map<TraineeError, int> errors;
    int agreed = 0;
    for (const auto& calls : readers) {
        const auto found = calls.find(key);
        if (found == calls.end())
            continue;
        const CallRecord& call = *found->second;
        item.ref = call.ref;
        item.caseTitle = call.caseTitle;
        item.node = call.node;
        item.reference = call.score->gradeReference;
        ++item.readers;
        agreed += agrees(call) ? 1 : 0;
        item.meanBrier += call.score->brier.value_or(0);
        for (const TraineeError error : call.score->errors)
            ++errors[error];
        if (const auto rest = restOf(calls, key)) {
            here.push_back(agrees(call) ? 1 : 0);
            elsewhere.push_back(*rest);
        }
    }
    item.agreed = double(agreed) / item.readers;
    item.meanBrier /= item.readers;
    item.discrimination = correlation(here, elsewhere);
    int most = 0;
    for (const auto& [error, count] : errors)
        if (count > most) {
            most = count;
            item.commonError = error;
        }
    return item;
}

}  // namespace

Cohort cohortOf(std::span<const CohortReader> readers) {
    Cohort cohort;
    ReaderCalls calls;
    std::set<ItemKey> items;
    std::set<ConceptId> concepts;
    std::vector<Forecast> all;
    int positives = 0;
    for (const CohortReader& reader : readers) {
        calls.push_back(firstCalls(reader));
        for (const auto& [key, call] : calls.back()) {
            items.insert(key);
            concepts.insert(call->score->concepts.begin(), call->score->concepts.end());
            positives += session::referencePositive(*call->score) ? 1 : 0;
        }
        const auto own = forecastsOf(calls.back());
        all.insert(all.end(), own.begin(), own.end());
    }
    cohort.concepts.assign(concepts.begin(), concepts.end());
    cohort.nodes = static_cast<int>(items.size());
    cohort.brier = brierScore(all);
    const double prevalence = all.empty() ? 0 : double(positives) / double(all.size());
    for (std::size_t i = 0; i < readers.size(); ++i) {
        cohort.readers.push_back(rowOf(readers[i], calls[i], cohort.concepts, prevalence));
        cohort.readers.back().standing = standingOf(cohort.readers.back(), cohort.brier);
    }
    std::stable_sort(
        cohort.readers.begin(), cohort.readers.end(),
        [](const CohortRow& a, const CohortRow& b) { return a.pseudonym < b.pseudonym; });
    for (const ItemKey& key : items)
        cohort.items.push_back(itemOf(key, calls));
    std::stable_sort(cohort.items.begin(), cohort.items.end(),
                     [](const CohortItem& a, const CohortItem& b) { return a.agreed < b.agreed; });
    return cohort;
}

}  // namespace nodewise::analytics
