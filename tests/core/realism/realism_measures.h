/// realism_measures.h: what can be measured alike on a real and on a drawn neck CT.
#pragma once
#include "volume/ct_volume.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

namespace nodewise::test {

/// Part of a volume that is looked at: columns and rows, and heights above the hyoid in mm.
struct RealismBox {
    int i0 = 0, i1 = 0, j0 = 0, j1 = 0;
    double hyoidZ = 0;                    ///< Patient z of the hyoid body.
    double brainFrom = 84, brainTo = 96;  ///< Heights of brain.
};

struct Spread {
    double mean = 0, median = 0, robustSd = 0;
    std::size_t count = 0;
};

inline Spread spreadOf(std::vector<double> values) {
    Spread s;
    s.count = values.size();
    if (values.empty())
        return s;
    for (const double v : values)
        s.mean += v / static_cast<double>(values.size());
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    s.median = at(0.5);
    s.robustSd = (at(0.841) - at(0.159)) / 2;
    return s;
}

struct Realism {
    Spread fat, muscle, bone, edges, gradient;
    double noiseSd = 0, noiseCentroid = 0, noiseHigh = 0;  ///< HU; per mm; share above 0.25 per mm.
    std::array<double, 30> gradients{};                    ///< Share of pixels, 5 HU/mm a bin.
};

/// Measures one volume of about 1 mm pixels.
class RealismMeter {
public:
    RealismMeter(const CtVolume& volume, const RealismBox& box)
        : m_volume(volume)
        , m_box(box) {}

    Realism measure() {
        const auto& grid = m_volume.geometry();
        Realism out;
        std::vector<double> fat, muscle, bone, edges, gradient;
        for (int k = 0; k < grid.dims()[2]; ++k) {
            const double height = grid.toPatient(VoxelIndex{0, 0, k}).z - m_box.hyoidZ;
            if (height > -45 && height < 32) {
                tissues(k, fat, muscle, bone);
                edgesOf(k, edges);
                gradients(k, out, gradient);
            }
            if (height > m_box.brainFrom && height < m_box.brainTo)
                noise(k, out);
        }
        out.fat = spreadOf(std::move(fat));
        out.muscle = spreadOf(std::move(muscle));
        out.bone = spreadOf(std::move(bone));
        out.edges = spreadOf(std::move(edges));
        out.gradient = spreadOf(std::move(gradient));
        double all = 0;
        for (const double v : out.gradients)
            all += v;
        for (double& v : out.gradients)
            v /= std::max(1.0, all);
        finishNoise(out);
        return out;
    }

private:
    [[nodiscard]] double at(int i, int j, int k) const { return m_volume.value({i, j, k}); }

    [[nodiscard]] bool all(int i, int j, int k, int reach, double low, double high) const {
        for (int b = -reach; b <= reach; ++b)
            for (int a = -reach; a <= reach; ++a) {
                const double v = at(i + a, j + b, k);
                if (v < low || v > high)
                    return false;
            }
        return true;
    }

    void tissues(int k, std::vector<double>& fat, std::vector<double>& muscle,
                 std::vector<double>& bone) const {
        for (int j = m_box.j0 + 3; j < m_box.j1 - 3; ++j)
            for (int i = m_box.i0 + 3; i < m_box.i1 - 3; ++i) {
                const double v = at(i, j, k);
                if (v > -180 && v < -30 && all(i, j, k, 1, -180, -30))
                    fat.push_back(v);
                else if (v > -20 && v < 110 && all(i, j, k, 2, -20, 110))
                    muscle.push_back(v);
                else if (v > 200 && all(i, j, k, 1, 200, 3000))
                    bone.push_back(v);
            }
    }

    /// Width from 10 to 90 % where a row passes from fat into muscle or back.
    void edgesOf(int k, std::vector<double>& edges) const {
        constexpr int kReach = 5;
        const double pixel = m_volume.geometry().spacing()[0];
        for (int j = m_box.j0; j < m_box.j1; ++j)
            for (int i = m_box.i0 + kReach; i < m_box.i1 - kReach; ++i)
                for (const int way : {1, -1}) {
                    const auto v = [&](int n) { return at(i + way * n, j, k); };
                    const double low = (v(-5) + v(-4)) / 2, high = (v(4) + v(5)) / 2;
                    if (low > -75 || low < -140 || high < 15 || high > 95 ||
                        std::fabs(v(-5) - v(-4)) > 25 || std::fabs(v(4) - v(5)) > 25)
                        continue;
                    if (!(v(-1) < (low + high) / 2 && v(0) >= (low + high) / 2))
                        continue;
                    const auto crossing = [&](double share, int from, int to) {
                        const double level = low + share * (high - low);
                        for (int n = from; n < to; ++n)
                            if (v(n) <= level && v(n + 1) > level)
                                return n + (level - v(n)) / (v(n + 1) - v(n));
                        return 1e9;
                    };
                    const double width = (crossing(0.9, -1, 5) - crossing(0.1, -5, 1)) * pixel;
                    if (width > 0 && width < 9)
                        edges.push_back(width);
                }
    }

    void gradients(int k, Realism& out, std::vector<double>& gradient) const {
        const double step = 2 * m_volume.geometry().spacing()[0];
        for (int j = m_box.j0 + 1; j < m_box.j1 - 1; ++j)
            for (int i = m_box.i0 + 1; i < m_box.i1 - 1; ++i) {
                if (!all(i, j, k, 1, -200, 200))
                    continue;
                const double g = std::hypot(at(i + 1, j, k) - at(i - 1, j, k),
                                            at(i, j + 1, k) - at(i, j - 1, k)) /
                                 step;
                out.gradients[std::min<std::size_t>(29, static_cast<std::size_t>(g / 5))] += 1;
                gradient.push_back(g);
            }
    }

    static constexpr int kSide = 32;

    /// Mean and SD of a square.
    [[nodiscard]] std::array<double, 2> square(int i0, int j0, int k) const {
        double sum = 0, squares = 0;
        for (int n = 0; n < kSide * kSide; ++n) {
            const double v = at(i0 + n % kSide, j0 + n / kSide, k);
            sum += v / (kSide * kSide);
            squares += v * v / (kSide * kSide);
        }
        return {sum, std::sqrt(std::max(0.0, squares - sum * sum))};
    }

    /// Corner of the calmest square of brain in a slice.
    [[nodiscard]] std::optional<std::array<int, 2>> calmest(int k, double& sd) const {
        std::optional<std::array<int, 2>> best;
        sd = 60;
        for (int j = m_box.j0; j + kSide <= m_box.j1; j += 4)
            for (int i = m_box.i0; i + kSide <= m_box.i1; i += 4) {
                const auto [mean, spread] = square(i, j, k);
                if (mean > 5 && mean < 75 && spread < sd) {
                    sd = spread;
                    best = {i, j};
                }
            }
        return best;
    }

    /// Adds the power of one square of brain to the radial spectrum.
    void noise(int k, Realism& out) {
        double sd = 0;
        const auto corner = calmest(k, sd);
        if (!corner)
            return;
        const auto [i0, j0] = *corner;
        const double pixel = m_volume.geometry().spacing()[0], mean = square(i0, j0, k)[0];
        for (int v = 0; v < kSide; ++v)
            for (int u = 0; u <= kSide / 2; ++u) {
                double re = 0, im = 0;
                for (int j = 0; j < kSide; ++j)
                    for (int i = 0; i < kSide; ++i) {
                        const double a = 2 * std::numbers::pi * (u * i + v * j) / kSide;
                        const double x = at(i0 + i, j0 + j, k) - mean;
                        re += x * std::cos(a);
                        im += x * std::sin(a);
                    }
                const double f = std::hypot(u, v <= kSide / 2 ? v : v - kSide) / (kSide * pixel);
                const double power = re * re + im * im;
                if (f < 0.06)  // folds of the brain and shading
                    continue;
                m_power += power;
                m_moment += power * f;
                m_high += f > 0.25 ? power : 0;
            }
        out.noiseSd += sd;
        ++m_noiseSlices;
    }

    void finishNoise(Realism& out) const {
        if (m_noiseSlices == 0 || m_power <= 0)
            return;
        out.noiseSd /= m_noiseSlices;
        out.noiseCentroid = m_moment / m_power;
        out.noiseHigh = m_high / m_power;
    }

    const CtVolume& m_volume;
    RealismBox m_box;
    double m_power = 0, m_moment = 0, m_high = 0;
    int m_noiseSlices = 0;
};

/// Half the summed difference of two histograms, 0 equal … 1 apart.
inline double histogramDistance(const Realism& a, const Realism& b) {
    double sum = 0;
    for (std::size_t n = 0; n < a.gradients.size(); ++n)
        sum += std::fabs(a.gradients[n] - b.gradients[n]) / 2;
    return sum;
}

}  // namespace nodewise::test
