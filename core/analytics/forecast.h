/// forecast.h: how good probabilities are: Brier, log score, skill, reliability, calibration.
#pragma once
#include "analytics/estimate.h"
#include <cstdint>
#include <span>
#include <vector>

namespace nodewise::analytics {

/// A probability 0..1 that was given, and what was so.
struct Forecast {
    double probability = 0.5;
    bool positive = false;
};

/// Mean of (p - y)^2 (binary form; the two-class sum is twice this). Standard error and interval:
/// normal approximation over nodes. NoData.
[[nodiscard]] Estimate brierScore(std::span<const Forecast> forecasts);

/// Mean of -ln p(what was so), p held within [1e-6, 1 - 1e-6] so that one certain error stays
/// finite. NoData.
[[nodiscard]] Estimate logScore(std::span<const Forecast> forecasts);

struct BootstrapOptions {
    int replicates = 1000;
    std::uint64_t seed = 20240501;  ///< Fixed: the same calls give the same band on every machine.
};

/// 1 - Brier / (prevalence (1 - prevalence)): 0 is guessing the base rate of the same nodes, 1 is
/// perfect, negative is worse than guessing. Interval: percentile bootstrap over nodes (2.5 and
/// 97.5 %, replicates of one class left out). NoData, OneClassOnly. No threshold here: see
/// resident.h.
[[nodiscard]] Estimate brierSkill(std::span<const Forecast> forecasts,
                                  const BootstrapOptions& options = {});

/// One point of the skill line: over the nodes 1..count.
struct SkillPoint {
    int count = 0;
    double skill = 0;
    Interval band;  ///< 95 % bootstrap, as in brierSkill.
};

/// The skill over the first k nodes, for k = first, first + every …, and the last; points where
/// only one class has been seen are left out. Forecasts oldest first. `every` 0: two at a time, or
/// so many that about forty points remain.
[[nodiscard]] std::vector<SkillPoint> skillTrend(std::span<const Forecast> forecasts, int first = 8,
                                                 int every = 0,
                                                 const BootstrapOptions& options = {400, 20240501});

/// One bin of the reliability curve. `low < p <= high`; the first bin takes p = 0 too.
struct ReliabilityBin {
    double low = 0, high = 1;
    int count = 0, positives = 0;
    double meanProbability = 0;  ///< Of the forecasts in it; 0 when empty.
    Estimate observed;           ///< Positives of count with Wilson interval; NoData when empty.
};

/// Right-closed bins between `edges` (ascending, from 0 to 1).
[[nodiscard]] std::vector<ReliabilityBin> reliability(std::span<const Forecast> forecasts,
                                                      std::span<const double> edges);
/// `bins` of equal width.
[[nodiscard]] std::vector<ReliabilityBin> reliability(std::span<const Forecast> forecasts,
                                                      int bins);

struct CalibrationError {
    double expected = 0;  ///< ECE: bin-weighted mean |observed - mean probability|.
    double maximum = 0;   ///< MCE: the largest over bins that are not empty.
};
[[nodiscard]] CalibrationError calibrationError(std::span<const ReliabilityBin> bins);

/// Logistic recalibration logit P(y) = a + b logit p, by Newton's method; p held within
/// [1e-6, 1 - 1e-6].
struct Calibration {
    Estimate slope;           ///< b with its standard error (inverse information).
    Estimate intercept;       ///< a, fitted together with b.
    Estimate inTheLarge;      ///< a with b fixed at 1.
    Estimate spiegelhalterZ;  ///< Spiegelhalter 1986; about normal when calibrated.
};
[[nodiscard]] Calibration calibration(std::span<const Forecast> forecasts);

}  // namespace nodewise::analytics
