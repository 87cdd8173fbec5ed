#include "measure/series_noise.h"
#include "base/parallel.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kPatchMm = 3.0, kRasterMm = 3.0;
constexpr double kSoftLow = 0.0, kSoftHigh = 120.0;
constexpr float kMetalHu = 2500.0F;
constexpr std::size_t kBins = 200, kLeastPatches = 40, kLeastInSlice = 12, kLeastMetal = 4;
constexpr double kBinHu = 0.5;

/// What the patches of one slice show.
struct SliceNoise {
    std::array<int, kBins> bins{};
    std::size_t patches = 0, metal = 0;
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

class NoiseFinder {
public:
    explicit NoiseFinder(const CtVolume& image)
        : m_image(image)
        , m_grid(image.geometry()) {
        const auto& s = m_grid.spacing();
        m_side = std::clamp(static_cast<int>(std::lround(kPatchMm / s[0])), 3, 9);
        m_step = std::max(1, static_cast<int>(std::lround(kRasterMm / s[0])));
    }

    SeriesNoise run(bool axial, unsigned threads, JobControl& job) const {
        const auto& dims = m_grid.dims();
        std::vector<SliceNoise> slices(static_cast<std::size_t>(dims[2]));
        parallelFor(slices.size(), threads, [&](std::size_t k) {
            if (!job.cancelled())
                m_image.visit([&](auto voxels) { look(voxels, static_cast<int>(k), slices[k]); });
        });
        SliceNoise all;
        for (const SliceNoise& slice : slices) {
            for (std::size_t n = 0; n < kBins; ++n)
                all.bins[n] += slice.bins[n];
            all.patches += slice.patches;
        }
        SeriesNoise noise;
        if (all.patches < kLeastPatches)
            return noise;
        noise.noiseHu = modeOf(all.bins, 2);
        for (std::size_t k = 0; axial && k < slices.size(); ++k)
            if (streaked(slices[k], *noise.noiseHu))
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

    static bool streaked(const SliceNoise& slice, double series) {
        if (slice.patches < kLeastInSlice)
            return slice.metal >= kLeastMetal;
        const double own = modeOf(slice.bins, 4);
        return (slice.metal >= kLeastMetal && own > 1.33 * series) ||
               (own > 2 * series && own > 25);
    }

    const CtVolume& m_image;
    const GridGeometry& m_grid;
    int m_side = 5, m_step = 6;
};

}  // namespace

SeriesNoise findSeriesNoise(const CtVolume& image, int stackAxis, unsigned threads,
                            JobControl& job) {
    return NoiseFinder(image).run(stackAxis == 2, threads, job);
}

}  // namespace nodewise::measure
