/// fsrs.h: the spaced-repetition algorithm FSRS-6 as pure functions.
///
/// Formulas: open-spaced-repetition, FSRS-6 (21 weights); where the public implementations differ,
/// py-fsrs 6.3.1 is followed: the same-day factor is floored at 1 for Good and Easy only, and
/// retrievability counts whole elapsed days. No fuzz. All functions are pure and thread-safe.
#pragma once
#include "base/result.h"
#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace nodewise::schedule {

enum class Rating { Again = 1, Hard = 2, Good = 3, Easy = 4 };
enum class Phase { Learning, Review, Relearning };

using Seconds = std::chrono::duration<double>;

/// The published default weights w0..w20.
inline constexpr std::array<double, 21> kDefaultWeights{
    0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

struct Parameters {
    std::array<double, 21> weights = kDefaultWeights;
    double desiredRetention = 0.9;  ///< In (0, 1).
    std::vector<Seconds> learningSteps{Seconds(60), Seconds(600)};
    std::vector<Seconds> relearningSteps{Seconds(600)};
    int maximumIntervalDays = 36500;
};

/// ValueOutOfRange when a weight leaves the published bounds, the retention is not in (0, 1), a
/// step is negative or the maximum is below one day.
[[nodiscard]] Result<void> checkParameters(const Parameters& parameters);

/// What is remembered of a card (here: a concept). Stability in days, difficulty 1..10.
struct CardState {
    Phase phase = Phase::Learning;
    std::optional<int> step = 0;                  ///< Learning step; none in Review.
    std::optional<double> stability, difficulty;  ///< None before the first review.
    friend bool operator==(const CardState&, const CardState&) = default;
};

struct ReviewOutcome {
    CardState state;
    Seconds interval{0};  ///< Until it is due again.
};

/// R(t, S) with t in whole days since the last review (floored, not below 0); 0 for a card never
/// reviewed.
[[nodiscard]] double retrievability(const Parameters& parameters, const CardState& state,
                                    Seconds sinceLastReview);

/// The next state. `sinceLastReview` is ignored for a card never reviewed.
/// Precondition: checkParameters holds.
[[nodiscard]] ReviewOutcome review(const Parameters& parameters, const CardState& state,
                                   Rating rating, Seconds sinceLastReview);

/// Days until retrievability falls to the desired retention: rounded half to even, at least 1, at
/// most the maximum.
[[nodiscard]] double intervalDays(const Parameters& parameters, double stability);

// The parts, for tests against the published unit vectors.
[[nodiscard]] double forgettingCurve(double elapsedDays, double stability, double decay);
[[nodiscard]] double initialStability(const Parameters& parameters, Rating rating);
[[nodiscard]] double initialDifficulty(const Parameters& parameters, Rating rating);
[[nodiscard]] double nextDifficulty(const Parameters& parameters, double difficulty, Rating rating);
[[nodiscard]] double recallStability(const Parameters& parameters, double difficulty,
                                     double stability, double recall, Rating rating);
/// Before the cap S / exp(w17 w18).
[[nodiscard]] double forgetStabilityUncapped(const Parameters& parameters, double difficulty,
                                             double stability, double recall);
[[nodiscard]] double sameDayStability(const Parameters& parameters, double stability,
                                      Rating rating);

}  // namespace nodewise::schedule
