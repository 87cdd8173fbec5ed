/// bland_altman.h: how far two measurements of the same thing lie apart.
#pragma once
#include "analytics/estimate.h"
#include <span>

namespace nodewise::analytics {

/// Bland and Altman 1986: mean difference and limits of agreement, bias -+ 1.96 SD.
struct LimitsOfAgreement {
    int count = 0;
    Estimate bias;  ///< With its standard error SD / sqrt(n) and normal interval; NoData.
    std::optional<double> deviation;  ///< SD of the differences (n - 1); absent below two.
    std::optional<Interval> limits;   ///< Absent below two.
    /// Standard error of a limit, sqrt(3 / n) SD.
    std::optional<double> limitError;
};

/// Differences in any unit; the result has the same. InvalidInput when one is not finite. Pure.
[[nodiscard]] LimitsOfAgreement limitsOfAgreement(std::span<const double> differences);

}  // namespace nodewise::analytics
