#include "schedule/concept_schedule.h"
#include <algorithm>

namespace nodewise::schedule {

namespace {

constexpr Seconds kDay{86400};

Seconds between(Timestamp earlier, Timestamp later) {
    return std::max(Seconds(later - earlier), Seconds(0));
}

}  // namespace

Parameters conceptParameters() {
    Parameters parameters;
    parameters.learningSteps.clear();
    parameters.relearningSteps.clear();
    parameters.maximumIntervalDays = kMaximumDays;
    return parameters;
}

Rating ratingOf(const Outcome& outcome) {
    if (outcome.wrong)
        return Rating::Again;
    if (outcome.wrongReasons || (outcome.brier && *outcome.brier > kCalibratedBrier))
        return Rating::Hard;
    return outcome.time && *outcome.time <= kFast ? Rating::Easy : Rating::Good;
}

ConceptState afterRating(const std::optional<ConceptState>& before, Rating rating, Timestamp now,
                         const Parameters& parameters) {
    ConceptState next = before.value_or(ConceptState{});
    const Seconds since = before ? between(before->lastReview, now) : Seconds(0);
    const ReviewOutcome outcome = review(parameters, next.card, rating, since);
    next.card = outcome.state;
    next.interval = outcome.interval;
    next.lastReview = before ? std::max(before->lastReview, now) : now;
    ++next.reviews;
    if (rating == Rating::Again && before)
        ++next.lapses;
    return next;
}

ConceptState afterOutcome(const std::optional<ConceptState>& before, const Outcome& outcome,
                          Timestamp now, const Parameters& parameters) {
    return afterRating(before, ratingOf(outcome), now, parameters);
}

Seconds clampInterval(Seconds interval, Timestamp review, const std::optional<Timestamp>& exam) {
    Seconds longest = kDay * kMaximumDays;
    if (exam && *exam > review)
        longest = std::min(longest, between(review, *exam) / 3.0);
    return std::min(interval, std::max(longest, kDay));
}

Timestamp dueAt(const ConceptState& state, const std::optional<Timestamp>& exam) {
    const Seconds interval = clampInterval(state.interval, state.lastReview, exam);
    return state.lastReview + std::chrono::floor<std::chrono::milliseconds>(interval);
}

double recallAt(const ConceptState& state, Timestamp now, const Parameters& parameters) {
    if (!state.card.stability)
        return 0;
    const double days = between(state.lastReview, now) / kDay;
    return forgettingCurve(days, *state.card.stability, parameters.weights[20]);
}

}  // namespace nodewise::schedule
