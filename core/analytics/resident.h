/// resident.h: everything the Today and Progress screens draw, from the kept calls alone.
#pragma once
#include "analytics/estimate.h"
#include "analytics/forecast.h"
#include "base/clock.h"
#include "session/events.h"
#include "terms/terms.h"
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace nodewise::analytics {

/// Rows = reference grade, columns = the call's grade.
using GradeTable = std::array<std::array<int, 4>, 4>;

/// A confident call on the wrong side of the reference.
struct ConfidentMiss {
    session::CallId call;
    double distance = 0;  ///< |probability - (reference >= G1)|, at least kConfidentDistance.
};
/// 80 % or more from the reference.
inline constexpr double kConfidentDistance = 0.80;

/// How the nodes of one concept went. Listed after kMinimumPerConcept nodes.
struct ConceptSkill {
    ConceptId id;
    int nodes = 0;
    /// 1 - Brier of its nodes / Brier of the base rate over *all* scored nodes: a concept of one
    /// class has a skill too.
    double skill = 0;
    std::optional<TraineeError> commonError;  ///< The most frequent; the lowest code on a tie.
};
inline constexpr int kMinimumPerConcept = 6;

inline constexpr double kCalibrationGap = 0.10;

/// Mean signed error and Bland-Altman limits, mm.
struct SizeError {
    Estimate bias;                   ///< given - reference, normal interval.
    std::optional<Interval> limits;  ///< bias -+ 1.96 SD; absent below two measurements.
    int count = 0;
};

struct ResidentSummary {
    int calls = 0;   ///< All calls given in.
    int scored = 0;  ///< With a score that counts and a probability.
    int cases = 0;   ///< Different cases among the scored.
    int positives = 0, negatives = 0;
    std::optional<Timestamp> firstScored, lastScored;

    Estimate brier, logScore;
    Estimate skill;                           ///< TooFewScored below 20.
    Estimate auc;                             ///< TooFewPerClass below 10 + 10.
    Estimate gradeKappa;                      ///< Quadratic weights; TooFewScored below 20.
    std::vector<SkillPoint> trend;            ///< Drawn from 8 nodes on; counts from 20.
    std::vector<ReliabilityBin> reliability;  ///< Five bins 0-20-40-60-80-100 %.
    GradeTable grades{};
    std::vector<ConfidentMiss> confidentMisses;  ///< Farthest first, then newest.
    int gradesRight = 0, wrongReasons = 0;       ///< "7 of 51": right grade, wrong reason.
    std::optional<TraineeError> commonWrongReason;
    SizeError shortAxis, longAxis;
    std::vector<ConceptSkill> concepts;  ///< Weakest first.
    /// Over the last 20 scored nodes, empty below that. E13: the mean of max(p, 1 - p) lies more
    /// than kCalibrationGap above the share of nodes on the right side of 50 %. E14: it lies as
    /// much below it, and no probability was above 90 % or below 10 %.
    std::vector<TraineeError> calibrationErrors;
};

/// `calls` in any order. Only calls whose score counts enter the figures. Pure; a few milliseconds
/// for a thousand calls.
[[nodiscard]] ResidentSummary summarise(std::span<const session::CallRecord> calls);

/// The forecasts of the counted calls, oldest first.
[[nodiscard]] std::vector<Forecast> forecastsOf(std::span<const session::CallRecord> calls);

}  // namespace nodewise::analytics
