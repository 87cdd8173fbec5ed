#include "analytics/bland_altman.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace nodewise::analytics {

LimitsOfAgreement limitsOfAgreement(std::span<const double> differences) {
    LimitsOfAgreement result;
    result.count = static_cast<int>(differences.size());
    if (differences.empty()) {
        result.bias = unavailable(Reason::NoData);
        return result;
    }
    if (!std::all_of(differences.begin(), differences.end(),
                     [](double d) { return std::isfinite(d); })) {
        result.bias = unavailable(Reason::InvalidInput);
        return result;
    }
    const double n = static_cast<double>(differences.size());
    const double mean = std::accumulate(differences.begin(), differences.end(), 0.0) / n;
    result.bias.value = mean;
    if (differences.size() < 2)
        return result;
    double squares = 0;
    for (const double d : differences)
        squares += (d - mean) * (d - mean);
    const double deviation = std::sqrt(squares / (n - 1));
    const double half = normalQuantile(0.975) * deviation;
    result.bias = normalEstimate(mean, deviation * deviation / n);
    result.deviation = deviation;
    result.limits = Interval{mean - half, mean + half};
    result.limitError = std::sqrt(3 / n) * deviation;
    return result;
}

}  // namespace nodewise::analytics
