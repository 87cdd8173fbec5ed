#include "evidence/bivariate_meta.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace nodewise::evidence {
namespace {

constexpr double kNormal95 = 1.959963984540054;

double logit(double share) {
    return std::log(share / (1.0 - share));
}

double share(double logit) {
    return 1.0 / (1.0 + std::exp(-logit));
}

bool hasZero(const StudyCounts& s) {
    return s.tp == 0 || s.fp == 0 || s.fn == 0 || s.tn == 0;
}

StudyCounts shifted(StudyCounts s) {
    for (double* cell : {&s.tp, &s.fp, &s.fn, &s.tn})
        *cell += 0.5;
    return s;
}

/// Symmetric 2 x 2 matrix.
struct Sym2 {
    double a = 0, b = 0, c = 0;  // [a b; b c]

    [[nodiscard]] double det() const { return a * c - b * b; }
    [[nodiscard]] Sym2 inverse() const {
        const double d = det();
        return {c / d, -b / d, a / d};
    }
    [[nodiscard]] std::array<double, 2> times(double x, double y) const {
        return {a * x + b * y, b * x + c * y};
    }
    Sym2& operator+=(const Sym2& o) {
        a += o.a;
        b += o.b;
        c += o.c;
        return *this;
    }
};

/// One study on the logit scale: value and within-study variance of both.
struct Row {
    double sens = 0, fpr = 0, varSens = 0, varFpr = 0;
};

/// Parameters: log of both standard deviations, inverse hyperbolic tangent of the correlation.
using Point = std::array<double, 3>;

struct Fit {
    double sens = 0, fpr = 0, deviance = 0;
    Sym2 covariance;
};

Sym2 betweenStudies(const Point& p) {
    const double s = std::exp(p[0]), f = std::exp(p[1]);
    return {s * s, std::tanh(p[2]) * s * f, f * f};
}

/// Generalised least squares at a given covariance, and minus twice the restricted log likelihood
/// without its constant.
Fit fitAt(const std::vector<Row>& rows, const Point& p) {
    const Sym2 between = betweenStudies(p);
    Sym2 information;
    double x = 0, y = 0, logDet = 0;
    std::vector<Sym2> weights;
    for (const Row& row : rows) {
        const Sym2 total{between.a + row.varSens, between.b, between.c + row.varFpr};
        const Sym2 w = total.inverse();
        weights.push_back(w);
        information += w;
        const auto part = w.times(row.sens, row.fpr);
        x += part[0];
        y += part[1];
        logDet += std::log(total.det());
    }
    Fit fit;
    fit.covariance = information.inverse();
    const auto mean = fit.covariance.times(x, y);
    fit.sens = mean[0];
    fit.fpr = mean[1];
    fit.deviance = logDet + std::log(information.det());
    for (std::size_t n = 0; n < rows.size(); ++n) {
        const double dx = rows[n].sens - fit.sens, dy = rows[n].fpr - fit.fpr;
        const auto part = weights[n].times(dx, dy);
        fit.deviance += dx * part[0] + dy * part[1];
    }
    return fit;
}

/// Nelder and Mead, Comput J 1965;7:308, with the usual coefficients.
class Simplex {
public:
    explicit Simplex(const std::vector<Row>& rows)
        : m_rows(rows) {}

    Point minimise(Point start, double size) {
        m_points[0] = make(start);
        for (std::size_t n = 0; n < 3; ++n) {
            Point moved = start;
            moved[n] += size;
            m_points[n + 1] = make(moved);
        }
        for (int step = 0; step < 2000 && spread() > 1e-13; ++step)
            advance();
        sort();
        return m_points[0].at;
    }

private:
    struct Corner {
        Point at{};
        double value = 0;
    };

    Corner make(const Point& at) {
        // Beyond these the likelihood is flat; the walls keep the numbers finite.
        const bool wild = std::abs(at[0]) > 12 || std::abs(at[1]) > 12 || std::abs(at[2]) > 8;
        const double value = wild ? std::numeric_limits<double>::max() : fitAt(m_rows, at).deviance;
        return {at, value};
    }

    void sort() {
        std::stable_sort(m_points.begin(), m_points.end(),
                         [](const Corner& a, const Corner& b) { return a.value < b.value; });
    }

    [[nodiscard]] double spread() const {
        const auto [low, high] =
            std::minmax_element(m_points.begin(), m_points.end(),
                                [](const Corner& a, const Corner& b) { return a.value < b.value; });
        return high->value - low->value;
    }

    /// The point at `t` from the centre of the three best towards the worst.
    Corner along(double t) {
        Point at{};
        for (std::size_t d = 0; d < 3; ++d) {
            const double centre = (m_points[0].at[d] + m_points[1].at[d] + m_points[2].at[d]) / 3.0;
            at[d] = centre + t * (m_points[3].at[d] - centre);
        }
        return make(at);
    }

    void advance() {
        sort();
        const Corner reflected = along(-1.0);
        if (reflected.value < m_points[0].value) {
            const Corner expanded = along(-2.0);
            m_points[3] = expanded.value < reflected.value ? expanded : reflected;
        } else if (reflected.value < m_points[2].value) {
            m_points[3] = reflected;
        } else {
            contract(reflected);
        }
    }

    void contract(const Corner& reflected) {
        const Corner inner = along(reflected.value < m_points[3].value ? -0.5 : 0.5);
        if (inner.value < std::min(reflected.value, m_points[3].value)) {
            m_points[3] = inner;
            return;
        }
        for (std::size_t n = 1; n < 4; ++n) {
            Point at = m_points[n].at;
            for (std::size_t d = 0; d < 3; ++d)
                at[d] = 0.5 * (at[d] + m_points[0].at[d]);
            m_points[n] = make(at);
        }
    }

    const std::vector<Row>& m_rows;
    std::array<Corner, 4> m_points;
};

Result<void> check(std::span<const StudyCounts> studies) {
    if (studies.size() < 3)
        return fail(ErrorCode::InvalidArgument, "pooling needs at least three studies");
    for (const auto& s : studies) {
        const bool negative = s.tp < 0 || s.fp < 0 || s.fn < 0 || s.tn < 0;
        if (negative || s.tp + s.fn <= 0 || s.fp + s.tn <= 0)
            return fail(ErrorCode::InvalidArgument,
                        "study \"" + s.study + "\" needs positives and negatives, none below 0");
    }
    return {};
}

std::vector<Row> rowsOf(std::span<const StudyCounts> studies) {
    const bool shift = std::any_of(studies.begin(), studies.end(), hasZero);
    std::vector<Row> rows;
    for (const auto& study : studies) {
        const StudyCounts s = shift ? shifted(study) : study;
        rows.push_back({logit(s.tp / (s.tp + s.fn)), logit(s.fp / (s.fp + s.tn)),
                        1 / s.tp + 1 / s.fn, 1 / s.fp + 1 / s.tn});
    }
    return rows;
}

RatioInterval interval(double mean, double se) {
    return {share(mean), share(mean - kNormal95 * se), share(mean + kNormal95 * se)};
}

RatioInterval ratio(double hit, double allHit, double other, double allOther) {
    const double value = hit / allHit / (other / allOther);
    const double se = std::sqrt(1 / hit - 1 / allHit + 1 / other - 1 / allOther);
    return {value, value * std::exp(-kNormal95 * se), value * std::exp(kNormal95 * se)};
}

}  // namespace

Result<BivariateMeta> poolStudies(std::span<const StudyCounts> studies) {
    if (auto ok = check(studies); !ok)
        return fail(ok.error());
    const auto rows = rowsOf(studies);
    Simplex simplex(rows);
    Point best = simplex.minimise({-0.7, -0.7, 0.0}, 0.4);
    best = simplex.minimise(best, 0.1);  // once more from there: the first may have collapsed
    const Fit fit = fitAt(rows, best);
    BivariateMeta out;
    out.logitSensitivity = fit.sens;
    out.logitFalsePositive = fit.fpr;
    out.logitSensitivitySe = std::sqrt(fit.covariance.a);
    out.logitFalsePositiveSe = std::sqrt(fit.covariance.c);
    out.covariance = fit.covariance.b;
    out.sdSensitivity = std::exp(best[0]);
    out.sdFalsePositive = std::exp(best[1]);
    out.rho = std::tanh(best[2]);
    out.sensitivity = interval(fit.sens, out.logitSensitivitySe);
    const RatioInterval fpr = interval(fit.fpr, out.logitFalsePositiveSe);
    out.specificity = {1 - fpr.value, 1 - fpr.high, 1 - fpr.low};
    out.lrPositive = out.sensitivity.value / fpr.value;
    out.lrNegative = (1 - out.sensitivity.value) / out.specificity.value;
    return out;
}

RatioInterval positiveRatio(const StudyCounts& study) {
    const StudyCounts s = hasZero(study) ? shifted(study) : study;
    return ratio(s.tp, s.tp + s.fn, s.fp, s.fp + s.tn);
}

RatioInterval negativeRatio(const StudyCounts& study) {
    const StudyCounts s = hasZero(study) ? shifted(study) : study;
    return ratio(s.fn, s.tp + s.fn, s.tn, s.fp + s.tn);
}

}  // namespace nodewise::evidence
