#include "measure/edge_fit.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::measure {
namespace {

/// The falling cumulative Gaussian and its slope, read from a table: a node has ten thousand
/// profiles. Linear between entries; off by less than 1e-5.
class GaussianTable {
public:
    static const GaussianTable& get() {
        static const GaussianTable table;
        return table;
    }
    [[nodiscard]] double falling(double z) const { return read(m_falling, z); }
    [[nodiscard]] double bell(double z) const { return read(m_bell, z); }

private:
    static constexpr std::size_t kEntries = 2048;
    static constexpr double kReach = 7.0, kPerUnit = (kEntries - 1) / (2 * kReach);
    using Table = std::array<double, kEntries>;

    GaussianTable() {
        for (std::size_t n = 0; n < kEntries; ++n) {
            const double z = static_cast<double>(n) / kPerUnit - kReach;
            m_falling[n] = 0.5 * std::erfc(z / 1.4142135623730951);
            m_bell[n] = 0.3989422804014327 * std::exp(-0.5 * z * z);
        }
    }
    static double read(const Table& table, double z) {
        const double at = std::clamp((z + kReach) * kPerUnit, 0.0, kEntries - 1.001);
        const auto n = static_cast<std::size_t>(at);
        return table[n] + (at - static_cast<double>(n)) * (table[n + 1] - table[n]);
    }

    Table m_falling{}, m_bell{};
};

double falling(double x, double at, double sigma) {
    return GaussianTable::get().falling((x - at) / sigma);
}

double bell(double z) {
    return GaussianTable::get().bell(z);
}

/// Best levels for a place and blur, and the sum of squares that is left.
struct Levels {
    double inside = 0, outside = 0, squares = 0;
};

Levels solveLevels(std::span<const double> mm, std::span<const double> hu, double at,
                   double sigma) {
    double s = 0, ss = 0, y = 0, sy = 0;
    for (std::size_t n = 0; n < mm.size(); ++n) {
        const double f = falling(mm[n], at, sigma);
        s += f;
        ss += f * f;
        y += hu[n];
        sy += f * hu[n];
    }
    const auto count = static_cast<double>(mm.size());
    const double determinant = count * ss - s * s;
    Levels levels;
    const double step = determinant > 1e-9 ? (count * sy - s * y) / determinant : 0.0;
    levels.outside = (y - step * s) / count;
    levels.inside = levels.outside + step;
    for (std::size_t n = 0; n < mm.size(); ++n) {
        const double off = hu[n] - levels.outside - step * falling(mm[n], at, sigma);
        levels.squares += off * off;
    }
    return levels;
}

/// One damped step of place and log sigma, with the levels held.
std::array<double, 2> newtonStep(std::span<const double> mm, std::span<const double> hu,
                                 const Levels& levels, double at, double sigma, double damping) {
    double aa = 0, ab = 0, bb = 0, ra = 0, rb = 0;
    const double step = levels.inside - levels.outside;
    for (std::size_t n = 0; n < mm.size(); ++n) {
        const double f = falling(mm[n], at, sigma);
        const double z = (mm[n] - at) / sigma, slope = step * bell(z);
        const double da = slope / sigma, db = slope * z;  // by place, by log(sigma)
        const double off = hu[n] - levels.outside - step * f;
        aa += da * da;
        ab += da * db;
        bb += db * db;
        ra += da * off;
        rb += db * off;
    }
    aa *= 1 + damping;
    bb *= 1 + damping;
    const double determinant = aa * bb - ab * ab;
    if (std::abs(determinant) < 1e-12)
        return {0, 0};
    return {(bb * ra - ab * rb) / determinant, (aa * rb - ab * ra) / determinant};
}

double meanOf(std::span<const double> values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// Place: where the profile passes the middle of its two ends, nearest to 0. Width: an ordinary
/// one.
EdgeFit startOf(std::span<const double> mm, std::span<const double> hu) {
    const double middle = 0.5 * (meanOf(hu.first(3)) + meanOf(hu.last(3)));
    EdgeFit start;
    start.sigma = 1.0;
    double nearest = -1;
    for (std::size_t n = 0; n + 1 < mm.size(); ++n) {
        const double a = hu[n] - middle, b = hu[n + 1] - middle;
        if (a * b > 0 || a == b)
            continue;
        const double at = mm[n] + (mm[n + 1] - mm[n]) * a / (a - b);
        if (nearest < 0 || std::abs(at) < nearest) {
            nearest = std::abs(at);
            start.at = at;
        }
    }
    return start;
}

}  // namespace

double EdgeFit::value(double x) const {
    return outside + (inside - outside) * falling(x, at, sigma);
}

std::optional<EdgeFit> fitEdge(std::span<const double> mm, std::span<const double> hu) {
    if (mm.size() < 6 || mm.size() != hu.size())
        return std::nullopt;
    EdgeFit fit = startOf(mm, hu);
    Levels levels = solveLevels(mm, hu, fit.at, fit.sigma);
    double damping = 1e-3;
    for (int round = 0; round < 40 && damping < 1e6; ++round) {
        const auto step = newtonStep(mm, hu, levels, fit.at, fit.sigma, damping);
        const double at = fit.at + std::clamp(step[0], -1.0, 1.0);
        const double sigma = fit.sigma * std::exp(std::clamp(step[1], -0.7, 0.7));
        const Levels next = solveLevels(mm, hu, at, sigma);
        if (!(next.squares < levels.squares)) {
            damping *= 10;
            continue;
        }
        const bool settled = levels.squares - next.squares < 1e-5 * levels.squares + 1e-9;
        fit.at = at;
        fit.sigma = sigma;
        levels = next;
        damping = std::max(1e-9, damping * 0.2);
        if (settled)
            break;
    }
    if (fit.at <= mm.front() || fit.at >= mm.back() || fit.sigma > mm.back() - mm.front())
        return std::nullopt;
    fit.inside = levels.inside;
    fit.outside = levels.outside;
    fit.residual = std::sqrt(levels.squares / static_cast<double>(mm.size()));
    return fit;
}

}  // namespace nodewise::measure
