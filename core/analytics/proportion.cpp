#include "analytics/proportion.h"
#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <cmath>

namespace nodewise::analytics {

namespace {

Estimate shareOf(long x, long n, double level) {
    if (n == 0 && x == 0)
        return unavailable(Reason::NoData);
    if (n < 0 || x < 0 || x > n || !(level > 0 && level < 1))
        return unavailable(Reason::InvalidInput);
    Estimate result;
    const double p = static_cast<double>(x) / static_cast<double>(n);
    result.value = p;
    result.standardError = std::sqrt(p * (1 - p) / static_cast<double>(n));
    return result;
}

}  // namespace

Estimate wilson(long x, long n, double level) {
    Estimate result = shareOf(x, n, level);
    if (!result.value)
        return result;
    const double z = normalQuantile(0.5 + level / 2), count = static_cast<double>(n);
    const double p = *result.value, shrink = 1 + z * z / count;
    const double centre = (p + z * z / (2 * count)) / shrink;
    const double half = z * std::sqrt(p * (1 - p) / count + z * z / (4 * count * count)) / shrink;
    // At the ends the bound is exact; rounding must not move it.
    result.interval = Interval{x == 0 ? 0 : centre - half, x == n ? 1 : centre + half};
    return result;
}

Estimate clopperPearson(long x, long n, double level) {
    Estimate result = shareOf(x, n, level);
    if (!result.value)
        return result;
    const double tail = (1 - level) / 2, hits = static_cast<double>(x),
                 misses = static_cast<double>(n - x);
    using Beta = boost::math::beta_distribution<double>;
    result.interval =
        Interval{x == 0 ? 0 : boost::math::quantile(Beta(hits, misses + 1), tail),
                 x == n ? 1 : boost::math::quantile(Beta(hits + 1, misses), 1 - tail)};
    return result;
}

Estimate agrestiCoull(long x, long n, double level) {
    Estimate result = shareOf(x, n, level);
    if (!result.value)
        return result;
    const double z = normalQuantile(0.5 + level / 2);
    const double count = static_cast<double>(n) + z * z;
    const double p = (static_cast<double>(x) + z * z / 2) / count;
    const double half = z * std::sqrt(p * (1 - p) / count);
    result.interval = Interval{std::max(p - half, 0.0), std::min(p + half, 1.0)};
    return result;
}

}  // namespace nodewise::analytics
