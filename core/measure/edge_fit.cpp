#include "measure/edge_fit.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::measure {
namespace {

/// The falling cumulative Gaussian and its slope, read from a table: a node has thousands of
/// profiles. Linear between entries; off by less than 1e-5.
class GaussianTable {
public:
    struct Entry {
        double falling = 0, bell = 0;
    };
    static constexpr double kReach = 7.0;

    GaussianTable() {
        for (std::size_t n = 0; n < kEntries; ++n) {
            const double z = static_cast<double>(n) / kPerUnit - kReach;
            m_entries[n] = {0.5 * std::erfc(z / 1.4142135623730951),
                            0.3989422804014327 * std::exp(-0.5 * z * z)};
        }
    }
    [[nodiscard]] Entry read(double z) const {
        const double at = std::clamp((z + kReach) * kPerUnit, 0.0, kEntries - 1.001);
        const auto n = static_cast<std::size_t>(at);
        const double t = at - static_cast<double>(n);
        const Entry &a = m_entries[n], &b = m_entries[n + 1];
        return {a.falling + t * (b.falling - a.falling), a.bell + t * (b.bell - a.bell)};
    }

private:
    static constexpr std::size_t kEntries = 2048;
    static constexpr double kPerUnit = (kEntries - 1) / (2 * kReach);
    std::array<Entry, kEntries> m_entries;
};

const GaussianTable& table() {
    static const GaussianTable made;
    return made;
}

double meanOf(std::span<const double> values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// Fits one profile: levels by linear least squares for each place and blur (variable projection),
/// place and log(blur) by damped Gauss-Newton.
class EdgeFitter {
public:
    EdgeFitter(std::span<const double> mm, std::span<const double> hu)
        : m_mm(mm)
        , m_hu(hu)
        , m_table(table())
        , m_mean(meanOf(hu)) {
        for (const double value : hu)
            m_sumSquares += (value - m_mean) * (value - m_mean);
    }

    std::optional<EdgeFit> run() {
        State now = evaluate(startPlace(), 1.0, m_now);
        now = refineStart(now);
        double damping = 1e-3;
        for (int round = 0; round < 40 && damping < 1e6; ++round) {
            const auto step = newtonStep(now, damping);
            const double at = now.at + std::clamp(step[0], -1.0, 1.0);
            const double sigma = now.sigma * std::exp(std::clamp(step[1], -0.7, 0.7));
            const State next = evaluate(at, sigma, m_next);
            if (!(next.squares < now.squares)) {
                damping *= 10;
                continue;
            }
            const bool settled =
                now.squares - next.squares < 1e-5 * now.squares + 1e-10 * m_sumSquares;
            now = next;
            m_now.swap(m_next);
            damping = std::max(1e-9, damping * 0.2);
            if (settled)
                break;
        }
        return resultOf(now);
    }

private:
    struct State {
        double at = 0, sigma = 1, outside = 0, step = 0, squares = 0;
    };
    using Values = std::array<GaussianTable::Entry, kMostSamples>;

    /// Where the profile passes the middle of its two ends, nearest to 0.
    [[nodiscard]] double startPlace() const {
        const double middle = 0.5 * (meanOf(m_hu.first(3)) + meanOf(m_hu.last(3)));
        double nearest = -1, place = 0;
        for (std::size_t n = 0; n + 1 < m_mm.size(); ++n) {
            const double a = m_hu[n] - middle, b = m_hu[n + 1] - middle;
            if (a * b > 0 || a == b)
                continue;
            const double at = m_mm[n] + (m_mm[n + 1] - m_mm[n]) * a / (a - b);
            if (nearest < 0 || std::abs(at) < nearest) {
                nearest = std::abs(at);
                place = at;
            }
        }
        return place;
    }

    /// The best of three widths to start from.
    State refineStart(State best) {
        for (const double sigma : {0.5, 2.0}) {
            const State other = evaluate(best.at, sigma, m_next);
            if (other.squares < best.squares) {
                best = other;
                m_now.swap(m_next);
            }
        }
        return best;
    }

    /// Best levels for a place and blur, and the sum of squares that is left.
    State evaluate(double at, double sigma, Values& values) const {
        double s = 0, ss = 0, sy = 0;
        const double perSigma = 1 / sigma;
        for (std::size_t n = 0; n < m_mm.size(); ++n) {
            values[n] = m_table.read((m_mm[n] - at) * perSigma);
            const double f = values[n].falling;
            s += f;
            ss += f * f;
            sy += f * (m_hu[n] - m_mean);
        }
        const auto count = static_cast<double>(m_mm.size());
        const double determinant = count * ss - s * s;
        State state{at, sigma, 0, 0, 0};
        state.step = determinant > 1e-9 ? count * sy / determinant : 0.0;
        const double outside = -state.step * s / count;
        state.outside = m_mean + outside;
        state.squares = std::max(0.0, m_sumSquares - state.step * sy);
        return state;
    }

    /// One damped step of place and log sigma, with the levels held.
    [[nodiscard]] std::array<double, 2> newtonStep(const State& now, double damping) const {
        double aa = 0, ab = 0, bb = 0, ra = 0, rb = 0;
        const double perSigma = 1 / now.sigma;
        for (std::size_t n = 0; n < m_mm.size(); ++n) {
            const double z = (m_mm[n] - now.at) * perSigma, slope = now.step * m_now[n].bell;
            const double da = slope * perSigma, db = slope * z;  // by place, by log(sigma)
            const double off = m_hu[n] - now.outside - now.step * m_now[n].falling;
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

    [[nodiscard]] std::optional<EdgeFit> resultOf(const State& now) const {
        if (now.at <= m_mm.front() || now.at >= m_mm.back() ||
            now.sigma > m_mm.back() - m_mm.front())
            return std::nullopt;
        EdgeFit fit;
        fit.at = now.at;
        fit.sigma = now.sigma;
        fit.outside = now.outside;
        fit.inside = now.outside + now.step;
        fit.residual = std::sqrt(now.squares / static_cast<double>(m_mm.size()));
        return fit;
    }

    std::span<const double> m_mm, m_hu;
    const GaussianTable& m_table;
    double m_mean, m_sumSquares = 0;
    Values m_now, m_next;
};

}  // namespace

double EdgeFit::value(double x) const {
    return outside + (inside - outside) * table().read((x - at) / sigma).falling;
}

std::optional<EdgeFit> fitEdge(std::span<const double> mm, std::span<const double> hu) {
    if (mm.size() < 6 || mm.size() > kMostSamples || mm.size() != hu.size())
        return std::nullopt;
    return EdgeFitter(mm, hu).run();
}

}  // namespace nodewise::measure
