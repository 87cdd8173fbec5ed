/// estimate.h: a statistic with its interval, or the reason why there is none.
#pragma once
#include <optional>
#include <string_view>

namespace nodewise::analytics {

/// Why a statistic cannot be given. The word (`reasonWord`) stands in JSON.
enum class Reason {
    None,
    NoData,              ///< Nothing to count.
    TooFewScored,        ///< Below 20 scored nodes.
    TooFewPerClass,      ///< Below 10 positives or 10 negatives.
    OneClassOnly,        ///< All positive, or all negative.
    OneCategoryOnly,     ///< Both raters used one and the same category: kappa is 0/0.
    PerfectlySeparable,  ///< The calibration slope is infinite.
    NoVariance,          ///< All values equal: no standard error.
    InvalidInput         ///< A score that is not a number, tables of different size.
};

[[nodiscard]] std::string_view reasonWord(Reason reason);

struct Interval {
    double low = 0, high = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// `value` is absent exactly when `reason` is not None. Interval and standard error may be absent
/// alone (one node has a mean but no spread).
struct Estimate {
    std::optional<double> value;
    std::optional<double> standardError;
    std::optional<Interval> interval;  ///< 95 %.
    Reason reason = Reason::None;
    friend bool operator==(const Estimate&, const Estimate&) = default;
};

[[nodiscard]] inline Estimate unavailable(Reason reason) {
    Estimate result;
    result.reason = reason;
    return result;
}

/// A value with its standard error and the 95 % interval value -+ 1.96 SE; a variance below 0 (by
/// rounding) counts as 0.
[[nodiscard]] Estimate normalEstimate(double value, double variance);
/// The same for a value that can only lie within `bounds`: so does its interval.
[[nodiscard]] Estimate normalEstimate(double value, double variance, const Interval& bounds);

/// No level, trend figure or kappa before this many scored nodes; no AUC before this many of each.
inline constexpr int kMinimumScored = 20;
inline constexpr int kMinimumPerClass = 10;

/// Standard normal quantile of 0.975 and the like. @pre 0 < p < 1.
[[nodiscard]] double normalQuantile(double p);
/// P(|Z| > |z|).
[[nodiscard]] double twoSidedP(double z);

}  // namespace nodewise::analytics
