#include "measure/series_facts.h"
#include "measure/contrast_phase.h"
#include "measure/mirror_plane.h"
#include "measure/scanner_blur.h"
#include "measure/series_grid.h"
#include "measure/series_noise.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kMirrorBlockMm = 3.0, kPhaseBlockMm = 1.5;
constexpr int kLowHu = -1100, kHighHu = 2000, kBinHu = 5;
constexpr std::size_t kBins = (kHighHu - kLowHu) / kBinHu;

/// How often each HU occurs in the blocks of a series.
class HuHistogram {
public:
    explicit HuHistogram(const SeriesGrid& grid) {
        for (const float hu : grid.hu) {
            const int bin = (static_cast<int>(std::floor(hu)) - kLowHu) / kBinHu;
            if (bin >= 0 && bin < static_cast<int>(kBins)) {
                ++m_bins[static_cast<std::size_t>(bin)];
                ++m_all;
            }
        }
    }

    /// The most frequent HU of a range, when at least `share` of the blocks lie about it.
    [[nodiscard]] std::optional<double> peak(int from, int to, double share) const {
        std::size_t best = 0, most = 0;
        for (std::size_t n = binOf(from); n < binOf(to); ++n) {
            const std::size_t count = about(n);
            if (count > most) {
                most = count;
                best = n;
            }
        }
        if (m_all == 0 || static_cast<double>(most) < share * static_cast<double>(m_all))
            return std::nullopt;
        double sum = 0;
        for (std::size_t m = best < 2 ? 0 : best - 2; m < std::min(kBins, best + 3); ++m)
            sum += (static_cast<double>(m) + 0.5) * static_cast<double>(m_bins[m]);
        return kLowHu + sum / static_cast<double>(most) * kBinHu;
    }

private:
    static std::size_t binOf(int hu) { return static_cast<std::size_t>((hu - kLowHu) / kBinHu); }
    [[nodiscard]] std::size_t about(std::size_t n) const {
        std::size_t sum = 0;
        for (std::size_t m = n < 2 ? 0 : n - 2; m < std::min(kBins, n + 3); ++m)
            sum += m_bins[m];
        return sum;
    }

    std::vector<std::size_t> m_bins = std::vector<std::size_t>(kBins, 0);
    std::size_t m_all = 0;
};

/// Air, fat and soft tissue lie where HU puts them; what is not in the picture is not held against
/// it.
bool plausible(const HuHistogram& histogram) {
    const auto air = histogram.peak(-1100, -600, 0.02);
    if (air && (*air < -1045 || *air > -930))
        return false;
    const auto fatLike = histogram.peak(-220, -30, 0.01);
    if (fatLike && (*fatLike < -145 || *fatLike > -55))
        return false;
    const auto soft = histogram.peak(-30, 1500, 0.01);
    return !soft || *soft < 300;
}

/// Stored numbers without their intercept: air at 0, tissue about 1000, nothing far below 0.
bool looksStored(const CtVolume& image, const HuHistogram& histogram) {
    const auto soft = histogram.peak(300, 1900, 0.05);
    return image.range().low > -300 && soft && *soft > 800 && *soft < 1300 &&
           histogram.peak(-50, 50, 0.05).has_value();
}

void describeTissue(const HuHistogram& histogram, SeriesFacts& facts) {
    facts.plausibleHu = plausible(histogram);
    facts.fatHu = histogram.peak(-145, -55, 0.004);
    facts.softTissueHu = histogram.peak(20, 110, 0.004);
}

}  // namespace

double ScannerBlur::alongMm(VectorLps direction, VectorLps stack) const {
    const double cosine = dot(direction, stack);
    const double c2 = std::clamp(cosine * cosine, 0.0, 1.0);
    return std::sqrt(inPlaneSdMm * inPlaneSdMm * (1 - c2) + acrossSdMm * acrossSdMm * c2);
}

Result<SeriesFacts> findSeriesFacts(const CtVolume& image, JobControl& job, unsigned threads) {
    SeriesFacts facts;
    facts.stackAxis = image.geometry().axisAlong(2);
    facts.calibrated = image.meaning() == VoxelMeaning::Hounsfield;
    if (!facts.calibrated)
        return facts;
    const auto stopped = [&](double fraction) {
        job.report(fraction, "series");
        return job.cancelled();
    };
    if (stopped(0.0))
        return fail(ErrorCode::Cancelled, "cancelled");
    const SeriesGrid fine = seriesGrid(image, kPhaseBlockMm, threads);
    const HuHistogram histogram(fine);
    facts.calibrated = !looksStored(image, histogram);
    if (!facts.calibrated)
        return facts;
    describeTissue(histogram, facts);
    if (stopped(0.2))
        return fail(ErrorCode::Cancelled, "cancelled");
    const PhaseFinding phase = findContrastPhase(fine, facts.stackAxis);
    facts.phase = phase.phase;
    facts.vesselHu = phase.vesselHu;
    if (stopped(0.4))
        return fail(ErrorCode::Cancelled, "cancelled");
    facts.mirror = findMirrorPlane(seriesGrid(image, kMirrorBlockMm, threads), threads, job);
    if (stopped(0.6))
        return fail(ErrorCode::Cancelled, "cancelled");
    facts.blur = findScannerBlur(image, facts.stackAxis, threads, job);
    if (stopped(0.8))
        return fail(ErrorCode::Cancelled, "cancelled");
    SeriesNoise noise = findSeriesNoise(image, facts.stackAxis, threads, job);
    facts.noiseHu = noise.noiseHu;
    facts.streakSlices = std::move(noise.streakSlices);
    if (stopped(1.0))
        return fail(ErrorCode::Cancelled, "cancelled");
    return facts;
}

}  // namespace nodewise::measure
