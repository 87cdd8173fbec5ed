/// roc.h: area under the ROC curve with its DeLong variance, and tests between curves.
#pragma once
#include "analytics/estimate.h"
#include <span>
#include <vector>

namespace nodewise::analytics {

/// A score, higher = more positive, and the class.
struct Rated {
    double score = 0;
    bool positive = false;
};

struct RocPoint {
    double falsePositiveRate = 0, truePositiveRate = 0;
};

/// Empirical AUC (Mann-Whitney, ties count half), DeLong 1988 standard error and normal 95 %
/// interval, clipped to 0..1. OneClassOnly, NoData, InvalidInput (not a number). No threshold on
/// the count: the dashboard applies kMinimumPerClass. O(n log n). Pure.
[[nodiscard]] Estimate auc(std::span<const Rated> ratings);

/// The corners of the curve from (0,0) to (1,1), by falling threshold.
[[nodiscard]] std::vector<RocPoint> rocCurve(std::span<const Rated> ratings);

/// Where one threshold lies on the curve.
struct OperatingPoint {
    double threshold = 0.5;
    Estimate sensitivity, specificity;  ///< Wilson; NoData without the class.
};
/// A score at or above `threshold` says positive. InvalidInput for a score that is no number. Pure.
[[nodiscard]] OperatingPoint operatingPoint(std::span<const Rated> ratings, double threshold);

/// DeLong covariance of the areas of two scores on the same cases (same order, same classes);
/// InvalidInput when they do not match.
[[nodiscard]] Estimate delongCovariance(std::span<const Rated> a, std::span<const Rated> b);

/// Difference a - b with its test. `z` holds the D statistic when unpaired.
struct RocComparison {
    Estimate difference;
    double z = 0, pTwoSided = 1;
    double degreesOfFreedom = 0;  ///< Of Student's t when unpaired; 0 when normal.
};
/// Paired, DeLong 1988: normal.
[[nodiscard]] RocComparison comparePaired(std::span<const Rated> a, std::span<const Rated> b);
/// Unpaired: Student's t with df = (V1+V2)^2 / (V1^2/(n1-1) + V2^2/(n2-1)), n = all cases of a
/// curve.
[[nodiscard]] RocComparison compareUnpaired(std::span<const Rated> a, std::span<const Rated> b);

}  // namespace nodewise::analytics
