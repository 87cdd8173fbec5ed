#include "measure/series_noise.h"
#include "base/parallel.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kPatchMm = 3.0, kRasterMm = 3.0;
constexpr double kLargeMm = 9.0, kSliceStepMm = 2.5;
constexpr double kLeastRatio = 0.45;  // of half patches to whole ones; below it is no noise
constexpr double kSoftLow = 0.0, kSoftHigh = 120.0;
constexpr float kMetalHu = 2500.0F;
constexpr std::size_t kBins = 200, kLeastPatches = 40, kLeastInSlice = 12, kLeastMetal = 4;
constexpr double kBinHu = 0.5;

/// What the patches of one slice show.
struct SliceNoise {
    std::array<int, kBins> bins{};
    std::size_t patches = 0, metal = 0;
    std::array<int, kBins> halves{}, wholes{};  ///< Of the large patches and their quarters.
    std::size_t large = 0;
};

/// Mode of a histogram, smoothed over `reach` bins to either side.
double modeOf(const std::array<int, kBins>& bins, int reach) {
    int best = -1;
    std::size_t at = 0;
    for (std::size_t n = 0; n < kBins; ++n) {
        int sum = 0;
        for (int d = -reach; d <= reach; ++d) {
            const int m = static_cast<int>(n) + d;
            if (m >= 0 && m < static_cast<int>(kBins))
                sum += bins[static_cast<std::size_t>(m)] * (reach + 1 - std::abs(d));
        }
        if (sum > best) {
            best = sum;
            at = n;
        }
    }
    return (static_cast<double>(at) + 0.5) * kBinHu;
}

/// The mode between the bins: the mean of what lies within two of them.
double peakOf(const std::array<int, kBins>& bins) {
    const auto at = static_cast<std::size_t>(modeOf(bins, 2) / kBinHu);
    double sum = 0, count = 0;
    for (std::size_t n = at < 2 ? 0 : at - 2; n < std::min(kBins, at + 3); ++n) {
        sum += (static_cast<double>(n) + 0.5) * bins[n];
        count += bins[n];
    }
    return count > 0 ? sum / count * kBinHu : 0;
}

/// SD of a square patch about its own plane, and its mean.
template <class Span>
std::array<double, 2> patchOf(const Span& voxels, std::size_t corner, std::size_t row, int side) {
    double sum = 0, squares = 0, u = 0, v = 0;
    const double middle = 0.5 * (side - 1);
    for (int j = 0; j < side; ++j)
        for (int i = 0; i < side; ++i) {
            const auto hu = static_cast<double>(
                voxels[corner + static_cast<std::size_t>(j) * row + static_cast<std::size_t>(i)]);
            sum += hu;
            squares += hu * hu;
            u += hu * (i - middle);
            v += hu * (j - middle);
        }
    const double n = static_cast<double>(side) * side;
    const double spread = n * (static_cast<double>(side) * side - 1) / 12.0;
    const double left = squares - sum * sum / n - (u * u + v * v) / spread;
    return {sum / n, std::sqrt(std::max(0.0, left) / (n - 3))};
}

/// Variance left in a square patch, its plane taken out, of noise of variance 1 whose correlation
/// at a distance r is exp(-r² / (4 b²)): white noise through a Gaussian of SD b (in pixels here).
double varianceLeft(int side, double b) {
    double level = 0, slope = 0, spread = 0;  // 1'A1, u'Au, u'u of one axis
    const double middle = 0.5 * (side - 1);
    for (int i = 0; i < side; ++i) {
        spread += (i - middle) * (i - middle);
        for (int j = 0; j < side; ++j) {
            const double apart = i - j;
            const double alike = b > 0 ? std::exp(-apart * apart / (4 * b * b)) : i == j ? 1 : 0;
            level += alike;
            slope += alike * (i - middle) * (j - middle);
        }
    }
    const double n = static_cast<double>(side) * side, mean = level / side;
    return (n - mean * mean - 2 * mean * slope / spread) / (n - 3);
}

/// The SD that patches of a side and patches of half of it show, with what they lose to their
/// plane given back: the more the larger ones show, the longer the noise's waves.
double carriedOn(double whole, double half, int side) {
    const double ratio = half * half / (whole * whole);
    double low = 0, high = 0.25 * side;
    for (int round = 0; round < 40; ++round) {
        const double b = 0.5 * (low + high);
        (varianceLeft(side / 2, b) > ratio * varianceLeft(side, b) ? low : high) = b;
    }
    return whole / std::sqrt(varianceLeft(side, low));
}

class NoiseFinder {
public:
    explicit NoiseFinder(const CtVolume& image)
        : m_image(image)
        , m_grid(image.geometry()) {
        const auto& s = m_grid.spacing();
        m_side = std::clamp(static_cast<int>(std::lround(kPatchMm / s[0])), 3, 9);
        m_step = std::max(1, static_cast<int>(std::lround(kRasterMm / s[0])));
        m_half = std::clamp(static_cast<int>(std::lround(0.5 * kLargeMm / s[0])), 4, 16);
        m_sliceStep = std::max(1, static_cast<int>(kSliceStepMm / s[2]));
    }

    SeriesNoise run(bool axial, unsigned threads, JobControl& job) const {
        const auto& dims = m_grid.dims();
        std::vector<SliceNoise> slices(static_cast<std::size_t>(dims[2]));
        parallelFor(slices.size(), threads, [&](std::size_t k) {
            if (!job.cancelled())
                m_image.visit([&](auto voxels) {
                    look(voxels, static_cast<int>(k), slices[k]);
                    if (k % static_cast<std::size_t>(m_sliceStep) == 0)
                        lookWider(voxels, static_cast<int>(k), slices[k]);
                });
        });
        SliceNoise all;
        for (const SliceNoise& slice : slices) {
            for (std::size_t n = 0; n < kBins; ++n) {
                all.bins[n] += slice.bins[n];
                all.halves[n] += slice.halves[n];
                all.wholes[n] += slice.wholes[n];
            }
            all.patches += slice.patches;
            all.large += slice.large;
        }
        SeriesNoise noise;
        if (all.patches < kLeastPatches)
            return noise;
        const double small = modeOf(all.bins, 2);
        noise.noiseHu = wholeNoise(all).value_or(small);
        for (std::size_t k = 0; axial && k < slices.size(); ++k)
            if (streaked(slices[k], small))
                noise.streakSlices.push_back(static_cast<int>(k));
        return noise;
    }

private:
    template <class Span>
    void look(const Span& voxels, int k, SliceNoise& slice) const {
        const auto& dims = m_grid.dims();
        const auto row = static_cast<std::size_t>(dims[0]);
        for (int j = 0; j + m_side <= dims[1]; j += m_step)
            for (int i = 0; i + m_side <= dims[0]; i += m_step) {
                const std::size_t corner = m_grid.offset({i, j, k});
                const auto first = static_cast<float>(voxels[corner]);
                slice.metal += first >= kMetalHu ? 1 : 0;
                if (!(first > -100.0F && first < 250.0F))
                    continue;
                const auto [mean, sd] = patchOf(voxels, corner, row, m_side);
                if (!(mean > kSoftLow && mean < kSoftHigh) || sd >= kBins * kBinHu)
                    continue;
                ++slice.bins[static_cast<std::size_t>(sd / kBinHu)];
                ++slice.patches;
            }
    }

    /// Large patches that lie in one tissue, by the means of their quarters.
    template <class Span>
    void lookWider(const Span& voxels, int k, SliceNoise& slice) const {
        const auto& dims = m_grid.dims();
        const auto row = static_cast<std::size_t>(dims[0]);
        const int side = 2 * m_half;
        for (int j = 0; j + side <= dims[1]; j += m_half)
            for (int i = 0; i + side <= dims[0]; i += m_half) {
                const std::size_t corner = m_grid.offset({i, j, k});
                std::array<double, 4> sds{};
                bool soft = true;
                for (std::size_t q = 0; q < 4 && soft; ++q) {
                    const auto at =
                        corner + static_cast<std::size_t>(m_half) * (q % 2 + q / 2 * row);
                    const auto first = static_cast<float>(voxels[at]);
                    soft = first > -100.0F && first < 250.0F;
                    if (!soft)
                        break;
                    const auto [mean, sd] = patchOf(voxels, at, row, m_half);
                    soft = mean > kSoftLow && mean < kSoftHigh && sd < kBins * kBinHu;
                    sds[q] = sd;
                }
                const double whole = soft ? patchOf(voxels, corner, row, side)[1] : kBins * kBinHu;
                if (!(whole < kBins * kBinHu))
                    continue;
                for (const double sd : sds)
                    ++slice.halves[static_cast<std::size_t>(sd / kBinHu)];
                ++slice.wholes[static_cast<std::size_t>(whole / kBinHu)];
                ++slice.large;
            }
    }

    /// Nothing where too few large patches lie in one tissue.
    [[nodiscard]] std::optional<double> wholeNoise(const SliceNoise& all) const {
        if (all.large < kLeastPatches)
            return std::nullopt;
        const double half = peakOf(all.halves), whole = std::max(half, peakOf(all.wholes));
        if (half < kLeastRatio * whole)
            return half;  // no noise grows like that: the large patches show tissue
        return carriedOn(whole, half, 2 * m_half);
    }

    static bool streaked(const SliceNoise& slice, double series) {
        if (slice.patches < kLeastInSlice)
            return slice.metal >= kLeastMetal;
        const double own = modeOf(slice.bins, 4);
        return (slice.metal >= kLeastMetal && own > 1.33 * series) ||
               (own > 2 * series && own > 25);
    }

    const CtVolume& m_image;
    const GridGeometry& m_grid;
    int m_side = 5, m_step = 6, m_half = 5, m_sliceStep = 1;
};

}  // namespace

SeriesNoise findSeriesNoise(const CtVolume& image, int stackAxis, unsigned threads,
                            JobControl& job) {
    return NoiseFinder(image).run(stackAxis == 2, threads, job);
}

}  // namespace nodewise::measure
