#include "analytics/roc.h"
#include "analytics/proportion.h"
#include "analytics/roc_components.h"
#include <algorithm>
#include <array>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

namespace nodewise::analytics {

namespace {

std::vector<double> midranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t j = i;
        while (j < order.size() && values[order[j]] == values[order[i]])
            ++j;
        for (std::size_t k = i; k < j; ++k)
            ranks[order[k]] = 0.5 * static_cast<double>(i + j - 1) + 1;
        i = j;
    }
    return ranks;
}

}  // namespace

RocComponents componentsOf(std::span<const Rated> ratings) {
    std::vector<double> all, positives, negatives;
    for (const bool wanted : {true, false})
        for (const Rated& r : ratings)
            if (r.positive == wanted) {
                all.push_back(r.score);
                (wanted ? positives : negatives).push_back(r.score);
            }
    const auto inAll = midranks(all), inPositives = midranks(positives),
               inNegatives = midranks(negatives);
    const double m = static_cast<double>(positives.size()),
                 n = static_cast<double>(negatives.size());
    RocComponents c;
    for (std::size_t i = 0; i < positives.size(); ++i)
        c.positive.push_back((inAll[i] - inPositives[i]) / n);
    for (std::size_t j = 0; j < negatives.size(); ++j)
        c.negative.push_back(1 - (inAll[positives.size() + j] - inNegatives[j]) / m);
    c.area = std::accumulate(c.positive.begin(), c.positive.end(), 0.0) / m;
    return c;
}

namespace {

double covariance(const std::vector<double>& a, double meanA, const std::vector<double>& b,
                  double meanB) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - meanA) * (b[i] - meanB);
    return sum / static_cast<double>(a.size() - 1) / static_cast<double>(a.size());
}

}  // namespace

double delongCovarianceOf(const RocComponents& a, const RocComponents& b) {
    if (a.positive.size() < 2 || a.negative.size() < 2)
        return std::nan("");
    return covariance(a.positive, a.area, b.positive, b.area) +
           covariance(a.negative, a.area, b.negative, b.area);
}

Reason problemOf(std::span<const Rated> ratings) {
    if (ratings.empty())
        return Reason::NoData;
    if (std::any_of(ratings.begin(), ratings.end(),
                    [](const Rated& r) { return std::isnan(r.score); }))
        return Reason::InvalidInput;
    const auto positives = static_cast<std::size_t>(
        std::count_if(ratings.begin(), ratings.end(), [](const Rated& r) { return r.positive; }));
    return positives == 0 || positives == ratings.size() ? Reason::OneClassOnly : Reason::None;
}

bool sameCases(std::span<const Rated> a, std::span<const Rated> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Rated& x, const Rated& y) { return x.positive == y.positive; });
}

namespace {

Reason problemOf(std::span<const Rated> a, std::span<const Rated> b) {
    const Reason first = problemOf(a);
    return first != Reason::None ? first : problemOf(b);
}

}  // namespace

Estimate auc(std::span<const Rated> ratings) {
    if (const Reason problem = problemOf(ratings); problem != Reason::None)
        return unavailable(problem);
    const RocComponents c = componentsOf(ratings);
    const double variance = delongCovarianceOf(c, c);
    if (std::isnan(variance)) {
        Estimate result;
        result.value = c.area;
        return result;
    }
    return normalEstimate(c.area, variance, {0, 1});
}

std::vector<RocPoint> rocCurve(std::span<const Rated> ratings) {
    std::vector<RocPoint> points;
    if (problemOf(ratings) != Reason::None)
        return points;
    std::vector<Rated> sorted(ratings.begin(), ratings.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const Rated& a, const Rated& b) { return a.score > b.score; });
    const double positives = static_cast<double>(
        std::count_if(sorted.begin(), sorted.end(), [](const Rated& r) { return r.positive; }));
    const double negatives = static_cast<double>(sorted.size()) - positives;
    double hits = 0, alarms = 0;
    points.push_back({0, 0});
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        (sorted[i].positive ? hits : alarms) += 1;
        if (i + 1 == sorted.size() || sorted[i + 1].score != sorted[i].score)
            points.push_back({alarms / negatives, hits / positives});
    }
    return points;
}

Estimate delongCovariance(std::span<const Rated> a, std::span<const Rated> b) {
    if (const Reason problem = problemOf(a, b); problem != Reason::None)
        return unavailable(problem);
    if (!sameCases(a, b))
        return unavailable(Reason::InvalidInput);
    const double value = delongCovarianceOf(componentsOf(a), componentsOf(b));
    if (std::isnan(value))
        return unavailable(Reason::NoVariance);
    Estimate result;
    result.value = value;
    return result;
}

RocComparison comparePaired(std::span<const Rated> a, std::span<const Rated> b) {
    RocComparison result;
    const Estimate both = delongCovariance(a, b);
    if (!both.value) {
        result.difference = unavailable(both.reason);
        return result;
    }
    const RocComponents ca = componentsOf(a), cb = componentsOf(b);
    const double variance =
        delongCovarianceOf(ca, ca) + delongCovarianceOf(cb, cb) - 2 * *both.value;
    result.difference = normalEstimate(ca.area - cb.area, variance);
    if (!(variance > 0)) {
        // The same order of cases twice: no difference, and nothing to test.
        result.difference.interval.reset();
        return result;
    }
    result.z = (ca.area - cb.area) / std::sqrt(variance);
    result.pTwoSided = twoSidedP(result.z);
    return result;
}

RocComparison compareUnpaired(std::span<const Rated> a, std::span<const Rated> b) {
    RocComparison result;
    if (const Reason problem = problemOf(a, b); problem != Reason::None) {
        result.difference = unavailable(problem);
        return result;
    }
    const RocComponents ca = componentsOf(a), cb = componentsOf(b);
    const double va = delongCovarianceOf(ca, ca), vb = delongCovarianceOf(cb, cb),
                 variance = va + vb;
    result.difference.value = ca.area - cb.area;
    if (!(variance > 0))
        return result;
    const double na = static_cast<double>(a.size()) - 1, nb = static_cast<double>(b.size()) - 1;
    result.z = (ca.area - cb.area) / std::sqrt(variance);
    result.degreesOfFreedom = variance * variance / (va * va / na + vb * vb / nb);
    const boost::math::students_t t(result.degreesOfFreedom);
    result.pTwoSided = 2 * boost::math::cdf(boost::math::complement(t, std::abs(result.z)));
    const double half = boost::math::quantile(t, 0.975) * std::sqrt(variance);
    result.difference.standardError = std::sqrt(variance);
    result.difference.interval =
        Interval{*result.difference.value - half, *result.difference.value + half};
    return result;
}

OperatingPoint operatingPoint(std::span<const Rated> ratings, double threshold) {
    std::array<long, 2> said{}, all{};  // Negative and positive cases called positive.
    for (const Rated& rated : ratings) {
        if (!std::isfinite(rated.score))
            return {threshold, unavailable(Reason::InvalidInput),
                    unavailable(Reason::InvalidInput)};
        const std::size_t row = rated.positive ? 1 : 0;
        ++all[row];
        said[row] += rated.score >= threshold ? 1 : 0;
    }
    return {threshold, wilson(said[1], all[1]), wilson(all[0] - said[0], all[0])};
}

}  // namespace nodewise::analytics
