/// concept_schedule.h: FSRS over concepts: the computed rating, the state, and when it is due.
#pragma once
#include "base/clock.h"
#include "base/ids.h"
#include "schedule/fsrs.h"
#include <optional>
#include <vector>

namespace nodewise::schedule {

/// Above this Brier score a right call is not calibrated (an 0.6 for what is so scores 0.16).
inline constexpr double kCalibratedBrier = 0.16;
/// A right and calibrated call within this time is fast.
inline constexpr Seconds kFast{30};
/// No concept stays away longer.
inline constexpr int kMaximumDays = 180;

/// FSRS for concepts: default weights, retention 0.9, no learning steps of minutes (a concept comes
/// back on another day with another case), at most kMaximumDays.
[[nodiscard]] Parameters conceptParameters();

/// What a graded call says about the concepts of its node.
struct Outcome {
    bool wrong = false;  ///< The grade lies outside what the reference or its band allows.
    std::optional<double> brier;
    bool wrongReasons = false;
    std::optional<Seconds> time;  ///< Absent: never fast.
};

/// Wrong = Again; right, but Brier above 0.16 or wrong reasons = Hard; right and calibrated = Good;
/// also within 30 s = Easy. Nobody grades himself. Pure.
[[nodiscard]] Rating ratingOf(const Outcome& outcome);

/// The schedule of one concept.
struct ConceptState {
    CardState card;
    Timestamp lastReview;
    Seconds interval{0};  ///< As FSRS gives it, before the clamp of `dueAt`.
    int reviews = 0, lapses = 0;
};

/// The state after a call at `now`; `before` is absent for a new concept. A `now` before the last
/// review (clock set back) counts as the same moment. Pure.
[[nodiscard]] ConceptState afterOutcome(const std::optional<ConceptState>& before,
                                        const Outcome& outcome, Timestamp now,
                                        const Parameters& parameters = conceptParameters());

/// The same with the rating given.
[[nodiscard]] ConceptState afterRating(const std::optional<ConceptState>& before, Rating rating,
                                       Timestamp now,
                                       const Parameters& parameters = conceptParameters());

/// The interval in force: at most 180 days, and at most a third of the time from the review to the
/// exam, but not below one day for an interval of a day or more. An exam that lies before the
/// review does not count. Pure.
[[nodiscard]] Seconds clampInterval(Seconds interval, Timestamp review,
                                    const std::optional<Timestamp>& exam);

/// When the concept is due. Pure.
[[nodiscard]] Timestamp dueAt(const ConceptState& state, const std::optional<Timestamp>& exam);

/// Probability of recall at `now`, by the forgetting curve with the exact time (in the screens a
/// bar that stands still for a day would look broken). Pure.
[[nodiscard]] double recallAt(const ConceptState& state, Timestamp now,
                              const Parameters& parameters = conceptParameters());

}  // namespace nodewise::schedule
