#include "schedule/fsrs.h"
#include <algorithm>
#include <cmath>

namespace nodewise::schedule {

namespace {

constexpr double kSecondsPerDay = 86400;
constexpr double kMinimumStability = 0.001;

// Bounds within which the public optimisers keep the weights.
constexpr std::array<double, 21> kLower{0.001, 0.001, 0.001, 0.001, 1.0,   0.001, 0.001,
                                        0.001, 0.0,   0.0,   0.001, 0.001, 0.001, 0.001,
                                        0.0,   0.0,   1.0,   0.0,   0.0,   0.0,   0.1};
constexpr std::array<double, 21> kUpper{100.0, 100.0, 100.0, 100.0, 10.0, 4.0,  4.0,
                                        0.75,  4.5,   0.8,   3.5,   5.0,  0.25, 0.9,
                                        4.0,   1.0,   6.0,   2.0,   2.0,  0.8,  0.8};

double clampDifficulty(double difficulty) {
    return std::clamp(difficulty, 1.0, 10.0);
}

int number(Rating rating) {
    return static_cast<int>(rating);
}

double factor(double decay) {
    return std::pow(0.9, -1.0 / decay) - 1;
}

double unclampedInitialDifficulty(const Parameters& p, Rating rating) {
    return p.weights[4] - std::exp(p.weights[5] * (number(rating) - 1)) + 1;
}

double nextStability(const Parameters& p, const CardState& state, double recall, Rating rating) {
    const double s = *state.stability, d = *state.difficulty;
    if (rating != Rating::Again)
        return recallStability(p, d, s, recall, rating);
    const double cap = s / std::exp(p.weights[17] * p.weights[18]);
    return std::min(forgetStabilityUncapped(p, d, s, recall), cap);
}

// Stability and difficulty after the review; the phase is not yet touched.
CardState remembered(const Parameters& p, const CardState& state, Rating rating, Seconds since) {
    CardState next = state;
    if (!state.stability || !state.difficulty) {
        next.stability = initialStability(p, rating);
        next.difficulty = initialDifficulty(p, rating);
        return next;
    }
    const bool sameDay = since.count() < kSecondsPerDay;
    const double stability = sameDay
                                 ? sameDayStability(p, *state.stability, rating)
                                 : nextStability(p, state, retrievability(p, state, since), rating);
    next.stability = std::max(stability, kMinimumStability);
    next.difficulty = nextDifficulty(p, *state.difficulty, rating);
    return next;
}

ReviewOutcome graduate(const Parameters& p, CardState state) {
    state.phase = Phase::Review;
    state.step.reset();
    return {state, Seconds(intervalDays(p, *state.stability) * kSecondsPerDay)};
}

// Learning and Relearning walk through steps of minutes.
ReviewOutcome throughSteps(const Parameters& p, CardState state, Rating rating,
                           const std::vector<Seconds>& steps) {
    const auto step = static_cast<std::size_t>(std::max(state.step.value_or(0), 0));
    if (steps.empty() || (step >= steps.size() && rating != Rating::Again))
        return graduate(p, state);
    switch (rating) {
    case Rating::Again:
        state.step = 0;
        return {state, steps[0]};
    case Rating::Hard:
        state.step = static_cast<int>(step);
        if (step == 0)
            return {state, steps.size() == 1 ? steps[0] * 1.5 : (steps[0] + steps[1]) / 2.0};
        return {state, steps[step]};
    case Rating::Good:
        if (step + 1 == steps.size())
            return graduate(p, state);
        state.step = static_cast<int>(step + 1);
        return {state, steps[step + 1]};
    case Rating::Easy:
        break;
    }
    return graduate(p, state);
}

}  // namespace

Result<void> checkParameters(const Parameters& p) {
    for (std::size_t i = 0; i < p.weights.size(); ++i)
        if (!(p.weights[i] >= kLower[i] && p.weights[i] <= kUpper[i]))
            return fail(ErrorCode::ValueOutOfRange,
                        "weight " + std::to_string(i) + " lies outside its bounds", {},
                        "/parameters/" + std::to_string(i));
    if (!(p.desiredRetention > 0 && p.desiredRetention < 1))
        return fail(ErrorCode::ValueOutOfRange, "the desired retention lies between 0 and 1", {},
                    "/desired_retention");
    const auto bad = [](Seconds step) {
        return !(std::isfinite(step.count()) && step.count() >= 0);
    };
    if (std::any_of(p.learningSteps.begin(), p.learningSteps.end(), bad) ||
        std::any_of(p.relearningSteps.begin(), p.relearningSteps.end(), bad))
        return fail(ErrorCode::ValueOutOfRange, "a learning step is not a time of 0 s or more");
    if (p.maximumIntervalDays < 1)
        return fail(ErrorCode::ValueOutOfRange, "the longest interval is at least one day", {},
                    "/maximum_interval_days");
    return {};
}

double forgettingCurve(double elapsedDays, double stability, double decay) {
    return std::pow(1 + factor(decay) * elapsedDays / stability, -decay);
}

double retrievability(const Parameters& p, const CardState& state, Seconds since) {
    if (!state.stability)
        return 0;
    const double days = std::max(0.0, std::floor(since.count() / kSecondsPerDay));
    return forgettingCurve(days, *state.stability, p.weights[20]);
}

double intervalDays(const Parameters& p, double stability) {
    const double decay = p.weights[20];
    const double days =
        stability / factor(decay) * (std::pow(p.desiredRetention, -1.0 / decay) - 1);
    // nearbyint rounds half to even, as the reference implementation does.
    return std::clamp(std::nearbyint(days), 1.0, static_cast<double>(p.maximumIntervalDays));
}

double initialStability(const Parameters& p, Rating rating) {
    return std::max(p.weights[static_cast<std::size_t>(number(rating) - 1)], kMinimumStability);
}

double initialDifficulty(const Parameters& p, Rating rating) {
    return clampDifficulty(unclampedInitialDifficulty(p, rating));
}

double nextDifficulty(const Parameters& p, double difficulty, Rating rating) {
    const double delta = -p.weights[6] * (number(rating) - 3);
    const double damped = difficulty + (10.0 - difficulty) * delta / 9.0;
    const double easy = unclampedInitialDifficulty(p, Rating::Easy);
    return clampDifficulty(p.weights[7] * easy + (1 - p.weights[7]) * damped);
}

double recallStability(const Parameters& p, double difficulty, double stability, double recall,
                       Rating rating) {
    const auto& w = p.weights;
    const double hard = rating == Rating::Hard ? w[15] : 1.0;
    const double easy = rating == Rating::Easy ? w[16] : 1.0;
    return stability * (1 + std::exp(w[8]) * (11 - difficulty) * std::pow(stability, -w[9]) *
                                (std::exp((1 - recall) * w[10]) - 1) * hard * easy);
}

double forgetStabilityUncapped(const Parameters& p, double difficulty, double stability,
                               double recall) {
    const auto& w = p.weights;
    return w[11] * std::pow(difficulty, -w[12]) * (std::pow(stability + 1, w[13]) - 1) *
           std::exp((1 - recall) * w[14]);
}

double sameDayStability(const Parameters& p, double stability, Rating rating) {
    const auto& w = p.weights;
    double growth = std::exp(w[17] * (number(rating) - 3 + w[18])) * std::pow(stability, -w[19]);
    if (rating == Rating::Good || rating == Rating::Easy)
        growth = std::max(growth, 1.0);
    return stability * growth;
}

ReviewOutcome review(const Parameters& p, const CardState& before, Rating rating, Seconds since) {
    CardState state = remembered(p, before, rating, since);
    switch (before.phase) {
    case Phase::Learning:
        return throughSteps(p, state, rating, p.learningSteps);
    case Phase::Relearning:
        return throughSteps(p, state, rating, p.relearningSteps);
    case Phase::Review:
        break;
    }
    if (rating != Rating::Again || p.relearningSteps.empty())
        return graduate(p, state);
    state.phase = Phase::Relearning;
    state.step = 0;
    return {state, p.relearningSteps[0]};
}

}  // namespace nodewise::schedule
