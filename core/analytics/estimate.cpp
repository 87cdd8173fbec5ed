#include "analytics/estimate.h"
#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace nodewise::analytics {

std::string_view reasonWord(Reason reason) {
    switch (reason) {
    case Reason::None:
        return "none";
    case Reason::NoData:
        return "no_data";
    case Reason::TooFewScored:
        return "too_few_scored";
    case Reason::TooFewPerClass:
        return "too_few_per_class";
    case Reason::OneClassOnly:
        return "one_class_only";
    case Reason::OneCategoryOnly:
        return "one_category_only";
    case Reason::PerfectlySeparable:
        return "perfectly_separable";
    case Reason::NoVariance:
        return "no_variance";
    case Reason::InvalidInput:
        return "invalid_input";
    }
    return "invalid_input";
}

double normalQuantile(double p) {
    return boost::math::quantile(boost::math::normal(), p);
}

double twoSidedP(double z) {
    if (std::isnan(z))
        return 1;
    if (std::isinf(z))
        return 0;
    return 2 * boost::math::cdf(boost::math::complement(boost::math::normal(), std::abs(z)));
}

Estimate normalEstimate(double value, double variance) {
    Estimate result;
    result.value = value;
    result.standardError = std::sqrt(variance > 0 ? variance : 0.0);
    const double half = normalQuantile(0.975) * *result.standardError;
    result.interval = Interval{value - half, value + half};
    return result;
}

Estimate normalEstimate(double value, double variance, const Interval& bounds) {
    Estimate result = normalEstimate(value, variance);
    if (result.interval)
        result.interval = Interval{std::max(result.interval->low, bounds.low),
                                   std::min(result.interval->high, bounds.high)};
    return result;
}

}  // namespace nodewise::analytics
