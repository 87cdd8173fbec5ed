#include "analytics/agreement.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace nodewise::analytics {

namespace {

constexpr Interval kAgreement{-1, 1};

// Shares and margins of a square table.
struct Shares {
    double total = 0;
    CountTable p;
    std::vector<double> row, column;
};

bool square(const CountTable& table) {
    return !table.empty() && std::all_of(table.begin(), table.end(), [&](const auto& row) {
        return row.size() == table.size() && std::all_of(row.begin(), row.end(), [](double count) {
                   return std::isfinite(count) && count >= 0;
               });
    });
}

Shares sharesOf(const CountTable& table) {
    Shares s;
    s.p = table;
    s.row.assign(table.size(), 0);
    s.column.assign(table.size(), 0);
    for (const auto& row : table)
        s.total += std::accumulate(row.begin(), row.end(), 0.0);
    for (std::size_t i = 0; i < table.size(); ++i)
        for (std::size_t j = 0; j < table.size(); ++j) {
            s.p[i][j] = s.total > 0 ? table[i][j] / s.total : 0;
            s.row[i] += s.p[i][j];
            s.column[j] += s.p[i][j];
        }
    return s;
}

CountTable weightsFor(std::size_t size, KappaWeights kind) {
    CountTable w(size, std::vector<double>(size, 0));
    const double span = static_cast<double>(size) - 1;
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j) {
            const double d = std::abs(static_cast<double>(i) - static_cast<double>(j));
            if (i == j)
                w[i][j] = 1;
            else if (kind == KappaWeights::Linear)
                w[i][j] = 1 - d / span;
            else if (kind == KappaWeights::Quadratic)
                w[i][j] = 1 - d * d / (span * span);
        }
    return w;
}

struct Agreement {
    double observed = 0, expected = 0;
    std::vector<double> rowWeight, columnWeight;  ///< Mean weight of a row or column.
};

Agreement agreementOf(const Shares& s, const CountTable& w) {
    Agreement a;
    const std::size_t n = s.p.size();
    a.rowWeight.assign(n, 0);
    a.columnWeight.assign(n, 0);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            a.observed += w[i][j] * s.p[i][j];
            a.expected += w[i][j] * s.row[i] * s.column[j];
            a.rowWeight[i] += w[i][j] * s.column[j];
            a.columnWeight[j] += w[i][j] * s.row[i];
        }
    return a;
}

double kappaVariance(const Shares& s, const CountTable& w, const Agreement& a) {
    double sum = 0;
    for (std::size_t i = 0; i < s.p.size(); ++i)
        for (std::size_t j = 0; j < s.p.size(); ++j) {
            const double term = w[i][j] * (1 - a.expected) -
                                (a.rowWeight[i] + a.columnWeight[j]) * (1 - a.observed);
            sum += s.p[i][j] * term * term;
        }
    const double centre = a.observed * a.expected - 2 * a.expected + a.observed;
    return (sum - centre * centre) / (s.total * std::pow(1 - a.expected, 4));
}

double nullVariance(const Shares& s, const CountTable& w, const Agreement& a) {
    double sum = 0;
    for (std::size_t i = 0; i < s.p.size(); ++i)
        for (std::size_t j = 0; j < s.p.size(); ++j) {
            const double term = w[i][j] - (a.rowWeight[i] + a.columnWeight[j]);
            sum += s.row[i] * s.column[j] * term * term;
        }
    return (sum - a.expected * a.expected) / (s.total * (1 - a.expected) * (1 - a.expected));
}

// Rounding of sums of shares must not turn "one category only" into a kappa.
bool onlyByChance(double expected) {
    return 1 - expected < 1e-12;
}

// AC1's chance agreement from the mean share of each category.
double ac1Chance(const std::vector<double>& share) {
    double sum = 0;
    for (const double p : share)
        sum += p * (1 - p);
    return sum / (static_cast<double>(share.size()) - 1);
}

bool rectangular(const CountTable& counts) {
    return !counts.empty() && !counts.front().empty() &&
           std::all_of(counts.begin(), counts.end(), [&](const auto& row) {
               return row.size() == counts.front().size() &&
                      std::all_of(row.begin(), row.end(),
                                  [](double c) { return std::isfinite(c) && c >= 0; });
           });
}

double ratersOf(const std::vector<double>& subject) {
    return std::accumulate(subject.begin(), subject.end(), 0.0);
}

// Share of agreeing pairs of raters on one subject. @pre at least two raters.
double pairAgreement(const std::vector<double>& subject) {
    const double raters = ratersOf(subject);
    double sum = 0;
    for (const double count : subject)
        sum += count * (count - 1);
    return sum / (raters * (raters - 1));
}

}  // namespace

Estimate kappa(const CountTable& table, KappaWeights weights) {
    return kappa(table, weightsFor(table.size(), weights));
}

Estimate kappa(const CountTable& table, const CountTable& agreementWeights) {
    const auto fits = [&](const auto& row) { return row.size() == table.size(); };
    if (!square(table) || agreementWeights.size() != table.size() ||
        !std::all_of(agreementWeights.begin(), agreementWeights.end(), fits))
        return unavailable(Reason::InvalidInput);
    const Shares s = sharesOf(table);
    if (s.total == 0)
        return unavailable(Reason::NoData);
    const Agreement a = agreementOf(s, agreementWeights);
    if (onlyByChance(a.expected))
        return unavailable(Reason::OneCategoryOnly);
    return normalEstimate((a.observed - a.expected) / (1 - a.expected),
                          kappaVariance(s, agreementWeights, a), kAgreement);
}

std::optional<double> kappaNullError(const CountTable& table, KappaWeights weights) {
    if (!kappa(table, weights).value)
        return std::nullopt;
    const Shares s = sharesOf(table);
    const CountTable w = weightsFor(table.size(), weights);
    return std::sqrt(std::max(nullVariance(s, w, agreementOf(s, w)), 0.0));
}

Estimate gwetAc2(const CountTable& table, KappaWeights weights) {
    if (!square(table) || table.size() < 2)
        return unavailable(Reason::InvalidInput);
    const Shares s = sharesOf(table);
    if (s.total == 0)
        return unavailable(Reason::NoData);
    const std::size_t q = table.size();
    const CountTable w = weightsFor(q, weights);
    std::vector<double> share(q);
    double observed = 0, weightSum = 0;
    for (std::size_t k = 0; k < q; ++k) {
        share[k] = (s.row[k] + s.column[k]) / 2;
        for (std::size_t l = 0; l < q; ++l) {
            observed += w[k][l] * s.p[k][l];
            weightSum += w[k][l];
        }
    }
    const double factor = weightSum / static_cast<double>(q);
    const double expected = factor * ac1Chance(share);
    const double value = (observed - expected) / (1 - expected);
    double sum = 0;
    for (std::size_t k = 0; k < q; ++k)
        for (std::size_t l = 0; l < q; ++l) {
            const double term = w[k][l] - 2 * (1 - value) * factor *
                                              (1 - (share[k] + share[l]) / 2) /
                                              (static_cast<double>(q) - 1);
            sum += s.p[k][l] * term * term;
        }
    const double centre = observed - 2 * (1 - value) * expected;
    const double variance = (sum - centre * centre) / (s.total * (1 - expected) * (1 - expected));
    return normalEstimate(value, variance, kAgreement);
}

Estimate gwetAc1(const CountTable& table) {
    return gwetAc2(table, KappaWeights::None);
}

Estimate fleissKappa(const CountTable& counts) {
    if (!rectangular(counts))
        return unavailable(counts.empty() ? Reason::NoData : Reason::InvalidInput);
    const double subjects = static_cast<double>(counts.size()), raters = ratersOf(counts.front());
    std::vector<double> share(counts.front().size(), 0);
    double observed = 0;
    for (const auto& subject : counts) {
        if (ratersOf(subject) != raters || raters < 2)
            return unavailable(Reason::InvalidInput);
        observed += pairAgreement(subject) / subjects;
        for (std::size_t k = 0; k < share.size(); ++k)
            share[k] += subject[k] / (subjects * raters);
    }
    double expected = 0, pq = 0, skew = 0;
    for (const double p : share) {
        expected += p * p;
        pq += p * (1 - p);
        skew += p * (1 - p) * (1 - 2 * p);
    }
    if (onlyByChance(expected))
        return unavailable(Reason::OneCategoryOnly);
    const double variance = 2 * (pq * pq - skew) / (pq * pq * subjects * raters * (raters - 1));
    return normalEstimate((observed - expected) / (1 - expected), variance, kAgreement);
}

Estimate gwetAc1OfSubjects(const CountTable& counts) {
    if (!rectangular(counts) || counts.front().size() < 2)
        return unavailable(counts.empty() ? Reason::NoData : Reason::InvalidInput);
    std::vector<double> share(counts.front().size(), 0);
    double observed = 0, paired = 0, rated = 0;
    for (const auto& subject : counts) {
        const double raters = ratersOf(subject);
        if (raters == 0)
            continue;
        rated += 1;
        for (std::size_t k = 0; k < share.size(); ++k)
            share[k] += subject[k] / raters;
        if (raters >= 2) {
            observed += pairAgreement(subject);
            paired += 1;
        }
    }
    if (paired == 0)
        return unavailable(Reason::NoData);
    for (double& p : share)
        p /= rated;
    const double expected = ac1Chance(share);
    Estimate result;
    result.value = (observed / paired - expected) / (1 - expected);
    return result;
}

}  // namespace nodewise::analytics
