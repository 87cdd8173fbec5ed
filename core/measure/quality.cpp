#include "measure/quality.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kThickSliceMm = 3.0, kNoisyHu = 20.0, kCoarseVoxels = 4.0;
constexpr float kFatLikeHu = -30.0F;
constexpr double kLeastFatShare = 0.05;

class QualityCheck {
public:
    QualityCheck(const NodeRegion& region, const SeriesFacts* facts, Measurements& out)
        : m_region(region)
        , m_facts(facts)
        , m_out(out) {}

    void run() {
        grid();
        mask();
        numbers();
        if (m_facts != nullptr && m_region.calibrated)
            series();
    }

private:
    void flagIf(bool holds, QualityFlag flag) {
        if (holds)
            m_out.flags.push_back(flag);
    }

    void grid() {
        const double coarsest = m_out.coarsestSpacingMm();
        flagIf(coarsest > kThickSliceMm, QualityFlag::ThickSlices);
        flagIf(m_out.size && m_out.size->shortAxis &&
                   m_out.size->shortAxis->lengthMm < kCoarseVoxels * coarsest,
               QualityFlag::CoarseForSize);
    }

    void mask() {
        flagIf(m_region.cutByBorder, QualityFlag::TouchesBorder);
        flagIf(m_region.pieces.count > 1, QualityFlag::SeveralPieces);
    }

    void numbers() {
        flagIf(!m_region.calibrated, QualityFlag::NotCalibrated);
        flagIf(m_out.fat && !m_region.hasStructures, QualityFlag::StructuresNotMasked);
        flagIf(m_out.necrosis && !m_out.necrosis->muscleMeasured, QualityFlag::MuscleAssumed);
        flagIf(m_out.noiseHu && *m_out.noiseHu > kNoisyHu, QualityFlag::Noisy);
        flagIf(m_region.calibrated && !showsFat(), QualityFlag::NoFatAround);
        flagIf(m_out.margin && !m_out.margin->blurSdMm, QualityFlag::BlurUnknown);
    }

    [[nodiscard]] bool showsFat() const {
        if (!m_out.fat)
            return false;
        const auto& map = m_out.fat->map;
        const auto fat = std::count_if(map.begin(), map.end(),
                                       [](const FatVoxel& v) { return v.hu < kFatLikeHu; });
        return static_cast<double>(fat) >= kLeastFatShare * static_cast<double>(map.size());
    }

    void series() {
        flagIf(!m_facts->plausibleHu, QualityFlag::HuDoubtful);
        flagIf(m_facts->phase == ContrastPhase::Unenhanced, QualityFlag::Unenhanced);
        flagIf(m_facts->phase == ContrastPhase::Unknown, QualityFlag::PhaseUnknown);
        flagIf(streaked(), QualityFlag::Streaks);
        flagIf(m_out.fat && m_out.fat->reference != FatReference::Opposite,
               QualityFlag::NoOppositeSide);
    }

    [[nodiscard]] bool streaked() const {
        const auto along = [&](VoxelIndex v) {
            return m_facts->stackAxis == 0   ? v.i + m_region.start.i
                   : m_facts->stackAxis == 1 ? v.j + m_region.start.j
                                             : v.k + m_region.start.k;
        };
        const int low = along(m_region.nodeBox.low) - 1, high = along(m_region.nodeBox.high) + 1;
        return std::any_of(m_facts->streakSlices.begin(), m_facts->streakSlices.end(),
                           [&](int slice) { return slice >= low && slice <= high; });
    }

    const NodeRegion& m_region;
    const SeriesFacts* m_facts;
    Measurements& m_out;
};

}  // namespace

std::optional<double> fatNoiseNear(const NodeRegion& region) {
    double sum = 0;
    std::size_t count = 0;
    const auto& dims = region.geometry.dims();
    const auto clean = [&](std::size_t at) {
        return region.distanceMm[at] > 6.0F && region.hu[at] > -150.0F && region.hu[at] < -50.0F;
    };
    for (int k = 0; k < dims[2]; ++k)
        for (int j = 0; j < dims[1]; ++j) {
            const std::size_t row = region.geometry.offset({0, j, k});
            for (std::size_t i = 0; i + 1 < static_cast<std::size_t>(dims[0]); ++i) {
                if (!clean(row + i) || !clean(row + i + 1))
                    continue;
                const auto step = static_cast<double>(region.hu[row + i + 1] - region.hu[row + i]);
                sum += 0.5 * step * step;
                ++count;
            }
        }
    if (count < 100)
        return std::nullopt;
    return std::sqrt(sum / static_cast<double>(count));
}

void addQuality(const NodeRegion& region, const SeriesFacts* facts, Measurements& out) {
    QualityCheck(region, facts, out).run();
}

}  // namespace nodewise::measure
