#include "measure/necrosis.h"
#include "measure/neighbours.h"
#include "measure/structure_names.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kBelowMuscleHu = 20.0;  // domain 9
constexpr double kAboveFatHu = -20.0;    // below: fatty hilum
constexpr double kAssumedMuscleHu = 60.0;
constexpr std::size_t kLeastMuscleVoxels = 50;
constexpr std::size_t kLeastSpeck = 8;
constexpr double kCentralShare = 0.3;

template <class T>
T medianOf(std::vector<T>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Median of the muscle masks in the region; nothing when there is too little of them.
std::optional<double> measuredMuscle(const NodeRegion& region) {
    std::vector<bool> muscle(65536, false);
    for (const auto& [label, name] : region.structureNames)
        muscle[label] = structureKindOf(name) == StructureKind::Muscle;
    std::vector<float> values;
    for (std::size_t at = 0; at < region.hu.size(); ++at)
        if (region.structures[at] != 0 && muscle[region.structures[at]])
            values.push_back(region.hu[at]);
    if (values.size() < kLeastMuscleVoxels)
        return std::nullopt;
    return static_cast<double>(medianOf(values));
}

class LowDensity {
public:
    explicit LowDensity(const NodeRegion& region)
        : m_region(region) {}

    Result<NecrosisResult> run(JobControl& job) {
        const auto muscle = measuredMuscle(m_region);
        m_necrosis.muscleMeasured = muscle.has_value();
        m_necrosis.muscleHu = muscle.value_or(kAssumedMuscleHu);
        m_low.assign(m_region.hu.size(), false);
        std::size_t core = 0;
        for (std::size_t at = 0; at < m_low.size(); ++at) {
            if (at % 65536 == 0 && job.cancelled())
                return fail(ErrorCode::Cancelled, "cancelled");
            if (m_region.inside[at] == 0 || !inner(at))
                continue;
            ++core;
            const double hu = smoothed(at);
            m_low[at] = hu < m_necrosis.muscleHu - kBelowMuscleHu && hu > kAboveFatHu;
        }
        NecrosisResult result;
        if (core == 0)
            result.gap = Gap::TooSmall;
        else
            result.necrosis = finish();
        return result;
    }

private:
    [[nodiscard]] bool inner(std::size_t at) const {
        return allNeighbours(m_region.geometry, at,
                             [&](std::size_t next) { return m_region.inside[next] != 0; });
    }

    /// Median of the 3x3 neighbours in the plane that lie in the node: noise goes, edges stay.
    [[nodiscard]] double smoothed(std::size_t offset) const {
        const GridGeometry& grid = m_region.geometry;
        const VoxelIndex at = grid.indexOf(offset);
        std::array<float, 9> values{};
        std::size_t count = 0;
        for (int dj = -1; dj <= 1; ++dj)
            for (int di = -1; di <= 1; ++di) {
                const VoxelIndex next{at.i + di, at.j + dj, at.k};
                if (grid.contains(next) && m_region.inside[grid.offset(next)] != 0)
                    values[count++] = m_region.hu[grid.offset(next)];
            }
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(count / 2);
        std::nth_element(values.begin(), middle,
                         values.begin() + static_cast<std::ptrdiff_t>(count));
        return static_cast<double>(*middle);
    }

    Necrosis finish() {
        VectorLps sum;
        double hu = 0;
        for (const auto& piece :
             piecesOf(m_region.geometry, [&](std::size_t at) { return m_low[at]; })) {
            if (piece.size() < kLeastSpeck)
                break;
            for (const std::size_t at : piece) {
                m_necrosis.voxels.push_back(m_region.inVolume(at));
                sum = sum + placeOf(at);
                hu += static_cast<double>(m_region.hu[at]);
            }
        }
        const auto count = static_cast<double>(m_necrosis.voxels.size());
        m_necrosis.fraction = count / static_cast<double>(m_region.voxels);
        if (count > 0) {
            m_necrosis.hu = hu / count;
            m_necrosis.central = isCentral(sum * (1.0 / count));
        }
        return std::move(m_necrosis);
    }

    [[nodiscard]] VectorLps placeOf(std::size_t at) const {
        return m_region.geometry.toPatient(m_region.geometry.indexOf(at)) - PointLps{};
    }

    [[nodiscard]] bool isCentral(VectorLps centre) const {
        VectorLps sum;
        for (std::size_t at = 0; at < m_region.inside.size(); ++at)
            if (m_region.inside[at] != 0)
                sum = sum + placeOf(at);
        const auto voxels = static_cast<double>(m_region.voxels);
        const double volume = voxels * m_region.geometry.voxelVolumeMm3();
        constexpr double kPi = 3.14159265358979323846;
        const double radius = std::cbrt(3.0 * volume / (4.0 * kPi));
        return length(centre - sum * (1.0 / voxels)) <= kCentralShare * radius;
    }

    const NodeRegion& m_region;
    Necrosis m_necrosis;
    std::vector<bool> m_low;
};

}  // namespace

Result<NecrosisResult> measureNecrosis(const NodeRegion& region, JobControl& job) {
    if (!region.calibrated) {
        NecrosisResult result;
        result.gap = Gap::NotCalibrated;
        return result;
    }
    return LowDensity(region).run(job);
}

}  // namespace nodewise::measure
