#include "analytics/dbm.h"
#include "analytics/mrmc_parts.h"
#include <algorithm>
#include <array>

namespace nodewise::analytics {

namespace {

/// Pseudovalues by modality, reader and case, with the means over every choice of the three.
class Pseudovalues {
public:
    explicit Pseudovalues(const CrossedStudy& study)
        : m_modalities(study.ratings.size())
        , m_readers(study.ratings.front().size())
        , m_cases(study.ratings.front().front().size())
        , m_values(m_modalities * m_readers * m_cases) {
        const double n = static_cast<double>(m_cases);
        auto at = m_values.begin();
        for (const auto& modality : study.ratings)
            for (const auto& ratings : modality) {
                const RocComponents parts = componentsOf(ratings);
                for (const double area : areasLeftOut(parts))
                    *at++ = n * parts.area - (n - 1) * area;
            }
    }

    [[nodiscard]] std::array<std::size_t, 3> sizes() const {
        return {m_modalities, m_readers, m_cases};
    }
    [[nodiscard]] double at(std::size_t t, std::size_t r, std::size_t c) const {
        return m_values[(t * m_readers + r) * m_cases + c];
    }

    /// Means over the factors that are not kept; laid out like the values, those not kept of size
    /// one.
    [[nodiscard]] std::vector<double> means(std::array<bool, 3> keep) const {
        const auto place = [&](std::size_t t, std::size_t r, std::size_t c) {
            const std::size_t row = (keep[0] ? t : 0) * (keep[1] ? m_readers : 1);
            return (row + (keep[1] ? r : 0)) * (keep[2] ? m_cases : 1) + (keep[2] ? c : 0);
        };
        const std::size_t size =
            (keep[0] ? m_modalities : 1) * (keep[1] ? m_readers : 1) * (keep[2] ? m_cases : 1);
        std::vector<double> result(size, 0.0);
        const double share = static_cast<double>(size) / static_cast<double>(m_values.size());
        for (std::size_t t = 0; t < m_modalities; ++t)
            for (std::size_t r = 0; r < m_readers; ++r)
                for (std::size_t c = 0; c < m_cases; ++c)
                    result[place(t, r, c)] += at(t, r, c) * share;
        return result;
    }

private:
    std::size_t m_modalities, m_readers, m_cases;
    std::vector<double> m_values;
};

/// Mean squares of a three-way layout without replication.
class Layout {
public:
    explicit Layout(const Pseudovalues& values)
        : m_values(values)
        , m_sizes(values.sizes()) {}

    [[nodiscard]] double oneFactor(std::size_t factor) const {
        const auto means = m_values.means(only(factor));
        double sum = 0;
        for (const double mean : means)
            sum += (mean - m_all) * (mean - m_all);
        return sum * rest(factor) / (size(factor) - 1);
    }

    [[nodiscard]] double twoFactors(std::size_t a, std::size_t b) const {
        auto keep = only(a);
        keep[b] = true;
        const auto cells = m_values.means(keep), rows = m_values.means(only(a)),
                   columns = m_values.means(only(b));
        double sum = 0;
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (std::size_t j = 0; j < columns.size(); ++j) {
                const double d = cells[i * columns.size() + j] - rows[i] - columns[j] + m_all;
                sum += d * d;
            }
        return sum * rest(a) / size(b) / ((size(a) - 1) * (size(b) - 1));
    }

    [[nodiscard]] double allFactors() const {
        const auto [modalities, readers, cases] = m_sizes;
        const auto t = m_values.means({true, false, false}),
                   r = m_values.means({false, true, false}),
                   c = m_values.means({false, false, true}),
                   tr = m_values.means({true, true, false}),
                   tc = m_values.means({true, false, true}),
                   rc = m_values.means({false, true, true});
        double sum = 0;
        for (std::size_t i = 0; i < modalities; ++i)
            for (std::size_t j = 0; j < readers; ++j)
                for (std::size_t k = 0; k < cases; ++k) {
                    const double d = m_values.at(i, j, k) - tr[i * readers + j] -
                                     tc[i * cases + k] - rc[j * cases + k] + t[i] + r[j] + c[k] -
                                     m_all;
                    sum += d * d;
                }
        return sum / ((size(0) - 1) * (size(1) - 1) * (size(2) - 1));
    }

private:
    [[nodiscard]] double size(std::size_t factor) const {
        return static_cast<double>(m_sizes[factor]);
    }
    /// How many values share one level of the factor.
    [[nodiscard]] double rest(std::size_t factor) const {
        return size(0) * size(1) * size(2) / size(factor);
    }
    static std::array<bool, 3> only(std::size_t factor) {
        std::array<bool, 3> keep{};
        keep[factor] = true;
        return keep;
    }

    const Pseudovalues& m_values;
    std::array<std::size_t, 3> m_sizes;
    double m_all = m_values.means({false, false, false}).front();
};

void fillTests(DbmResult& result, std::array<std::size_t, 3> sizes) {
    const double t = static_cast<double>(sizes[0]) - 1, r = static_cast<double>(sizes[1]) - 1,
                 c = static_cast<double>(sizes[2]) - 1;
    const double both = result.msTR + std::max(result.msTC - result.msTRC, 0.0);
    const double df = result.msTR > 0 ? both * both / (result.msTR * result.msTR / (t * r)) : 0;
    result.randomBoth = fTest(result.msT, both, t, df);
    result.fixedReaders = fTest(result.msT, result.msTC, t, t * c);
    result.fixedCases = fTest(result.msT, result.msTR, t, t * r);
}

}  // namespace

DbmResult dorfmanBerbaumMetz(const CrossedStudy& study) {
    DbmResult result;
    result.reason = problemOf(study);
    if (result.reason != Reason::None)
        return result;
    const Pseudovalues values(study);
    const Layout layout(values);
    result.msT = layout.oneFactor(0);
    result.msR = layout.oneFactor(1);
    result.msC = layout.oneFactor(2);
    result.msTR = layout.twoFactors(0, 1);
    result.msTC = layout.twoFactors(0, 2);
    result.msRC = layout.twoFactors(1, 2);
    result.msTRC = layout.allFactors();
    fillTests(result, values.sizes());
    return result;
}

}  // namespace nodewise::analytics
