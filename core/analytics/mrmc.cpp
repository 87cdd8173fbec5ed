#include "analytics/mrmc.h"
#include "analytics/mrmc_parts.h"
#include <algorithm>
#include <array>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

namespace nodewise::analytics {

namespace {

using Matrix = std::vector<std::vector<double>>;

double jackknifeCovariance(const std::vector<double>& a, const std::vector<double>& b) {
    const double count = static_cast<double>(a.size());
    const double meanA = std::accumulate(a.begin(), a.end(), 0.0) / count;
    const double meanB = std::accumulate(b.begin(), b.end(), 0.0) / count;
    double sum = 0;
    for (std::size_t k = 0; k < a.size(); ++k)
        sum += (a[k] - meanA) * (b[k] - meanB);
    return sum * (count - 1) / count;
}

// Covariances of all pairs of areas, averaged over the four kinds of pair.
class Covariances {
public:
    Covariances(const CrossedStudy& study, CovarianceMethod method)
        : m_method(method) {
        for (const auto& modality : study.ratings) {
            m_parts.emplace_back();
            m_leftOut.emplace_back();
            for (const auto& ratings : modality) {
                m_parts.back().push_back(componentsOf(ratings));
                m_leftOut.back().push_back(areasLeftOut(m_parts.back().back()));
            }
        }
    }

    [[nodiscard]] double area(std::size_t i, std::size_t j) const { return m_parts[i][j].area; }

    void fill(MrmcResult& result) const {
        const std::size_t modalities = m_parts.size(), readers = m_parts.front().size();
        std::array<double, 4> sum{}, count{};
        for (std::size_t a = 0; a < modalities * readers; ++a)
            for (std::size_t b = 0; b < modalities * readers; ++b) {
                const std::size_t i = a / readers, j = a % readers, k = b / readers,
                                  l = b % readers;
                const std::size_t kind = (i == k ? 0U : 1U) + (j == l ? 0U : 2U);
                sum[kind] += covariance(i, j, k, l);
                ++count[kind];
            }
        result.varianceError = sum[0] / count[0];
        result.cov1 = sum[1] / count[1];
        result.cov2 = sum[2] / count[2];
        result.cov3 = sum[3] / count[3];
    }

private:
    [[nodiscard]] double covariance(std::size_t i, std::size_t j, std::size_t k,
                                    std::size_t l) const {
        return m_method == CovarianceMethod::DeLong
                   ? delongCovarianceOf(m_parts[i][j], m_parts[k][l])
                   : jackknifeCovariance(m_leftOut[i][j], m_leftOut[k][l]);
    }

    CovarianceMethod m_method;
    std::vector<std::vector<RocComponents>> m_parts;
    std::vector<std::vector<std::vector<double>>> m_leftOut;
};

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

void fillMeanSquares(MrmcResult& result) {
    const Matrix& areas = result.areas;
    const std::size_t modalities = areas.size(), readers = areas.front().size();
    const double t = static_cast<double>(modalities), r = static_cast<double>(readers);
    std::vector<double> readerMeans(readers, 0);
    for (const auto& row : areas) {
        result.meanAreas.push_back(mean(row));
        for (std::size_t j = 0; j < readers; ++j)
            readerMeans[j] += row[j] / t;
    }
    const double all = mean(result.meanAreas);
    for (std::size_t i = 0; i < modalities; ++i)
        for (std::size_t j = 0; j < readers; ++j) {
            const double d = areas[i][j] - result.meanAreas[i] - readerMeans[j] + all;
            result.msInteraction += d * d / ((t - 1) * (r - 1));
        }
    for (const double m : result.meanAreas)
        result.msModality += r * (m - all) * (m - all) / (t - 1);
    for (const double m : readerMeans)
        result.msReader += t * (m - all) * (m - all) / (r - 1);
}

Estimate difference(const MrmcResult& result, double error, double df) {
    const double r = static_cast<double>(result.areas.front().size());
    Estimate estimate;
    estimate.value = result.meanAreas[0] - result.meanAreas[1];
    if (!(error > 0))
        return estimate;
    estimate.standardError = std::sqrt(2 / r * error);
    const double quantile =
        df > 0 ? boost::math::quantile(boost::math::students_t(df), 0.975) : normalQuantile(0.975);
    const double half = quantile * *estimate.standardError;
    estimate.interval = Interval{*estimate.value - half, *estimate.value + half};
    return estimate;
}

void fillTests(MrmcResult& result) {
    const double t = static_cast<double>(result.areas.size());
    const double r = static_cast<double>(result.areas.front().size());
    const double extra = std::max(result.cov2 - result.cov3, 0.0);
    const double both = result.msInteraction + r * extra;
    const double cells = (t - 1) * (r - 1);
    const double df = result.msInteraction > 0
                          ? both * both / (result.msInteraction * result.msInteraction / cells)
                          : 0;
    result.randomBoth = fTest(result.msModality, both, t - 1, df);
    result.fixedCases = fTest(result.msModality, result.msInteraction, t - 1, cells);
    const double cases = result.varianceError - result.cov1 + (r - 1) * extra;
    result.fixedReaders.numeratorDf = t - 1;
    if (cases > 0) {
        result.fixedReaders.statistic = (t - 1) * result.msModality / cases;
        result.fixedReaders.p = boost::math::cdf(boost::math::complement(
            boost::math::chi_squared(t - 1), result.fixedReaders.statistic));
    }
    if (result.areas.size() != 2)
        return;
    result.differenceBoth = difference(result, both, df);
    result.differenceFixedReaders = difference(result, cases, 0);
    result.differenceFixedCases = difference(result, result.msInteraction, cells);
}

}  // namespace

std::vector<double> areasLeftOut(const RocComponents& c) {
    const double m = static_cast<double>(c.positive.size());
    const double n = static_cast<double>(c.negative.size());
    std::vector<double> result;
    for (const double v : c.positive)
        result.push_back((m * c.area - v) / (m - 1));
    for (const double v : c.negative)
        result.push_back((n * c.area - v) / (n - 1));
    return result;
}

Reason problemOf(const CrossedStudy& study) {
    const auto& all = study.ratings;
    if (all.size() < 2 || all.front().size() < 2)
        return Reason::NoData;
    const auto& first = all.front().front();
    for (const auto& modality : all) {
        if (modality.size() != all.front().size())
            return Reason::InvalidInput;
        for (const auto& ratings : modality) {
            if (const Reason problem = problemOf(ratings); problem != Reason::None)
                return problem;
            if (!sameCases(first, ratings))
                return Reason::InvalidInput;
        }
    }
    const auto positives =
        std::count_if(first.begin(), first.end(), [](const Rated& r) { return r.positive; });
    const auto negatives = static_cast<std::ptrdiff_t>(first.size()) - positives;
    return positives < 2 || negatives < 2 ? Reason::TooFewPerClass : Reason::None;
}

ModalityTest fTest(double ms, double error, double df1, double df2) {
    ModalityTest test;
    test.numeratorDf = df1;
    test.denominatorDf = df2;
    if (!(error > 0) || !(df2 > 0))
        return test;
    test.statistic = ms / error;
    test.p =
        boost::math::cdf(boost::math::complement(boost::math::fisher_f(df1, df2), test.statistic));
    return test;
}

MrmcResult obuchowskiRockette(const CrossedStudy& study, CovarianceMethod method) {
    MrmcResult result;
    result.reason = problemOf(study);
    if (result.reason != Reason::None)
        return result;
    const Covariances covariances(study, method);
    for (std::size_t i = 0; i < study.ratings.size(); ++i) {
        result.areas.emplace_back();
        for (std::size_t j = 0; j < study.ratings[i].size(); ++j)
            result.areas.back().push_back(covariances.area(i, j));
    }
    covariances.fill(result);
    fillMeanSquares(result);
    fillTests(result);
    return result;
}

}  // namespace nodewise::analytics
