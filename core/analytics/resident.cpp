#include "analytics/resident.h"
#include "analytics/agreement.h"
#include "analytics/bland_altman.h"
#include "analytics/roc.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace nodewise::analytics {

namespace {

using session::CallRecord;
using Calls = std::vector<const CallRecord*>;

// Counted calls with a probability, oldest first.
Calls scoredCalls(std::span<const CallRecord> calls) {
    Calls result;
    for (const CallRecord& call : calls)
        if (call.score && call.score->counts && call.answer.probability)
            result.push_back(&call);
    std::stable_sort(result.begin(), result.end(), [](const CallRecord* a, const CallRecord* b) {
        return std::tie(a->committed, a->id) < std::tie(b->committed, b->id);
    });
    return result;
}

Forecast forecastOf(const CallRecord& call) {
    return {*call.answer.probability, session::referencePositive(*call.score)};
}

std::vector<Forecast> forecastsOf(const Calls& calls) {
    std::vector<Forecast> result;
    for (const CallRecord* call : calls)
        result.push_back(forecastOf(*call));
    return result;
}

std::optional<TraineeError> mostFrequent(const std::map<TraineeError, int>& counts) {
    std::optional<TraineeError> best;
    int most = 0;
    for (const auto& [code, count] : counts)
        if (count > most) {
            most = count;
            best = code;
        }
    return best;
}

void countBasics(const Calls& calls, ResidentSummary& s) {
    std::set<std::pair<PackId, CaseId>> cases;
    for (const CallRecord* call : calls) {
        cases.insert({call->ref.pack, call->ref.caseId});
        ++(session::referencePositive(*call->score) ? s.positives : s.negatives);
    }
    s.scored = static_cast<int>(calls.size());
    s.cases = static_cast<int>(cases.size());
    if (!calls.empty()) {
        s.firstScored = calls.front()->committed;
        s.lastScored = calls.back()->committed;
    }
}

Estimate aucOf(const Calls& calls, const ResidentSummary& s) {
    if (s.positives < kMinimumPerClass || s.negatives < kMinimumPerClass)
        return unavailable(Reason::TooFewPerClass);
    std::vector<Rated> ratings;
    for (const Forecast& f : forecastsOf(calls))
        ratings.push_back({f.probability, f.positive});
    return auc(ratings);
}

void fillForecasts(const Calls& calls, ResidentSummary& s) {
    const std::vector<Forecast> forecasts = forecastsOf(calls);
    const bool enough = s.scored >= kMinimumScored;
    s.brier = brierScore(forecasts);
    s.logScore = logScore(forecasts);
    s.skill = enough ? brierSkill(forecasts) : unavailable(Reason::TooFewScored);
    s.auc = aucOf(calls, s);
    s.trend = skillTrend(forecasts);
    s.reliability = reliability(forecasts, 5);
}

void fillGrades(const Calls& calls, ResidentSummary& s) {
    CountTable table(4, std::vector<double>(4, 0));
    std::map<TraineeError, int> wrongReasonErrors;
    for (const CallRecord* call : calls) {
        if (session::gradeVerdict(*call->score) == Verdict::Agrees)
            ++s.gradesRight;
        if (call->score->wrongReason) {
            ++s.wrongReasons;
            for (const TraineeError code : call->score->errors)
                ++wrongReasonErrors[code];
        }
        if (!call->answer.grade)
            continue;
        const auto row = static_cast<std::size_t>(gradeNumber(call->score->gradeReference));
        const auto column = static_cast<std::size_t>(gradeNumber(*call->answer.grade));
        ++s.grades[row][column];
        table[row][column] += 1;
    }
    s.commonWrongReason = mostFrequent(wrongReasonErrors);
    s.gradeKappa = s.scored >= kMinimumScored ? kappa(table, KappaWeights::Quadratic)
                                              : unavailable(Reason::TooFewScored);
}

std::vector<ConfidentMiss> confidentMissesOf(const Calls& calls) {
    std::vector<ConfidentMiss> result;
    for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
        const Forecast f = forecastOf(**call);
        const double distance = std::abs(f.probability - (f.positive ? 1.0 : 0.0));
        // 1 - 0.2 must count as 0.8.
        if (distance >= kConfidentDistance - 1e-9)
            result.push_back({(*call)->id, distance});
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.distance > b.distance; });
    return result;
}

SizeError sizeErrorOf(const std::vector<double>& errors) {
    const LimitsOfAgreement agreement = limitsOfAgreement(errors);
    return {agreement.bias, agreement.limits, agreement.count};
}

void fillSizes(std::span<const CallRecord> calls, ResidentSummary& s) {
    std::vector<double> shortErrors, longErrors;
    for (const CallRecord& call : calls) {
        if (!call.score || !call.score->counts)
            continue;
        if (call.score->shortAxisErrorMm)
            shortErrors.push_back(*call.score->shortAxisErrorMm);
        if (call.score->longAxisErrorMm)
            longErrors.push_back(*call.score->longAxisErrorMm);
    }
    s.shortAxis = sizeErrorOf(shortErrors);
    s.longAxis = sizeErrorOf(longErrors);
}

struct ConceptSum {
    int nodes = 0;
    double squares = 0;
    std::map<TraineeError, int> errors;
};

std::vector<ConceptSkill> conceptSkillsOf(const Calls& calls, const ResidentSummary& s) {
    if (s.positives == 0 || s.negatives == 0)
        return {};
    const double prevalence = static_cast<double>(s.positives) / s.scored;
    std::map<ConceptId, ConceptSum> sums;
    for (const CallRecord* call : calls) {
        const Forecast f = forecastOf(*call);
        const double distance = f.probability - (f.positive ? 1.0 : 0.0);
        for (const ConceptId& id : call->score->concepts) {
            ConceptSum& sum = sums[id];
            ++sum.nodes;
            sum.squares += distance * distance;
            for (const TraineeError code : call->score->errors)
                ++sum.errors[code];
        }
    }
    std::vector<ConceptSkill> result;
    for (const auto& [id, sum] : sums)
        if (sum.nodes >= kMinimumPerConcept)
            result.push_back({id, sum.nodes,
                              1 - sum.squares / sum.nodes / (prevalence * (1 - prevalence)),
                              mostFrequent(sum.errors)});
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.skill < b.skill; });
    return result;
}

std::vector<TraineeError> calibrationErrorsOf(const Calls& calls) {
    if (calls.size() < static_cast<std::size_t>(kMinimumScored))
        return {};
    double confidence = 0, right = 0;
    bool everSure = false;
    for (auto call = calls.end() - kMinimumScored; call != calls.end(); ++call) {
        const Forecast f = forecastOf(**call);
        confidence += std::max(f.probability, 1 - f.probability) / kMinimumScored;
        // Exactly 50 % is half right.
        const double side = f.probability == 0.5 ? 0.5 : (f.probability > 0.5) == f.positive;
        right += side / kMinimumScored;
        everSure = everSure || f.probability > 0.9 || f.probability < 0.1;
    }
    if (confidence - right > kCalibrationGap)
        return {TraineeError::E13};
    if (right - confidence > kCalibrationGap && !everSure)
        return {TraineeError::E14};
    return {};
}

}  // namespace

std::vector<Forecast> forecastsOf(std::span<const CallRecord> calls) {
    return forecastsOf(scoredCalls(calls));
}

ResidentSummary summarise(std::span<const CallRecord> calls) {
    ResidentSummary summary;
    summary.calls = static_cast<int>(calls.size());
    const Calls scored = scoredCalls(calls);
    countBasics(scored, summary);
    fillForecasts(scored, summary);
    fillGrades(scored, summary);
    summary.confidentMisses = confidentMissesOf(scored);
    fillSizes(calls, summary);
    summary.concepts = conceptSkillsOf(scored, summary);
    summary.calibrationErrors = calibrationErrorsOf(scored);
    return summary;
}

}  // namespace nodewise::analytics
