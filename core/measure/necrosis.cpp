#include "measure/necrosis.h"
#include "base/parallel.h"
#include "measure/distance_map.h"
#include "measure/neighbours.h"
#include "measure/structure_names.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace nodewise::measure {
namespace {

constexpr double kBelowMuscleHu = 20.0;  // domain 9
constexpr double kAboveFatHu = -20.0;    // below: fatty hilum
constexpr double kAssumedMuscleHu = 60.0;
constexpr std::size_t kLeastMuscleVoxels = 50, kMostLookedAt = 300000;
constexpr std::size_t kLeastSpeck = 8;
constexpr double kCentralShare = 0.3;
// A cyst: most of the node, near water (domain 5.3), even, behind a thin wall.
constexpr double kWallFrom = 0.2, kCystFrom = 0.5;
constexpr double kCystHu = 35.0, kCystSd = 20.0, kCystWallMm = 3.0;

template <class T>
T medianOf(std::vector<T>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Median of the muscle masks in the region, from at most kMostLookedAt voxels spread evenly;
/// nothing when there is too little of them.
std::optional<double> measuredMuscle(const NodeRegion& region) {
    std::vector<std::uint8_t> muscle(65536, 0);
    for (const auto& [label, name] : region.structureNames)
        muscle[label] = structureKindOf(name) == StructureKind::Muscle ? 1 : 0;
    std::vector<float> values;
    // A step without a factor in common with a row's length walks through all columns.
    std::size_t step = 1 + region.hu.size() / kMostLookedAt;
    while (std::gcd(step, static_cast<std::size_t>(region.geometry.dims()[0])) != 1)
        ++step;
    for (std::size_t at = 0; at < region.hu.size(); at += step)
        if (muscle[region.structures[at]] != 0)
            values.push_back(region.hu[at]);
    if (values.size() * step < kLeastMuscleVoxels || values.empty())
        return std::nullopt;
    return static_cast<double>(medianOf(values));
}

class LowDensity {
public:
    LowDensity(const NodeRegion& region, unsigned threads)
        : m_region(region)
        , m_threads(threads)
        , m_box(boxRound(region, 0, 1))
        , m_mask(maskIn(region, m_box)) {}

    Result<NecrosisResult> run(JobControl& job) {
        const auto muscle = measuredMuscle(m_region);
        m_necrosis.muscleMeasured = muscle.has_value();
        m_necrosis.muscleHu = muscle.value_or(kAssumedMuscleHu);
        m_kind.assign(m_mask.size(), Kind::None);
        std::vector<std::size_t> core(static_cast<std::size_t>(m_box.size[2]), 0);
        parallelFor(core.size(), m_threads, [&](std::size_t k) {
            if (!job.cancelled())
                core[k] = classify(static_cast<int>(k));
        });
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled");
        NecrosisResult result;
        if (std::accumulate(core.begin(), core.end(), std::size_t{0}) == 0) {
            result.gap = Gap::TooSmall;
            return result;
        }
        addHilum();
        addLow();
        if (auto ok = addWall(job); !ok)
            return fail(ok.error());
        result.necrosis = std::move(m_necrosis);
        return result;
    }

private:
    enum class Kind : std::uint8_t { None, Low, Fat };

    [[nodiscard]] std::size_t inRegion(std::size_t at) const {
        const VoxelIndex v = m_box.geometry.indexOf(at);
        return m_region.geometry.offset({m_box.low.i + v.i, m_box.low.j + v.j, m_box.low.k + v.k});
    }

    /// Of a voxel, or of three by three of them: how many are in the node, low and fatty.
    struct Counts {
        std::uint8_t all = 0, low = 0, fatty = 0;

        void add(Counts other) {
            all = static_cast<std::uint8_t>(all + other.all);
            low = static_cast<std::uint8_t>(low + other.low);
            fatty = static_cast<std::uint8_t>(fatty + other.fatty);
        }
    };

    /// The voxels of a plane, each summed with its neighbours to the left and right.
    [[nodiscard]] std::vector<Counts> countRows(int k) const {
        const auto below = static_cast<float>(m_necrosis.muscleHu - kBelowMuscleHu);
        const auto fat = static_cast<float>(kAboveFatHu);
        const auto width = static_cast<std::size_t>(m_box.size[0]);
        std::vector<Counts> sums(width * static_cast<std::size_t>(m_box.size[1]));
        std::vector<Counts> row(width + 2);
        for (int j = 0; j < m_box.size[1]; ++j) {
            const std::size_t at = m_box.geometry.offset({0, j, k});
            const float* hu =
                m_region.hu.data() +
                m_region.geometry.offset({m_box.low.i, m_box.low.j + j, m_box.low.k + k});
            for (std::size_t i = 0; i < width; ++i) {
                const bool in = m_mask[at + i] != 0;
                row[i + 1] = {static_cast<std::uint8_t>(in ? 1 : 0),
                              static_cast<std::uint8_t>(in && hu[i] < below ? 1 : 0),
                              static_cast<std::uint8_t>(in && hu[i] <= fat ? 1 : 0)};
            }
            Counts* out = sums.data() + static_cast<std::size_t>(j) * width;
            for (std::size_t i = 0; i < width; ++i) {
                out[i] = row[i];
                out[i].add(row[i + 1]);
                out[i].add(row[i + 2]);
            }
        }
        return sums;
    }

    /// One plane: the median of the 3x3 neighbours in the plane that lie in the node, so that noise
    /// goes and edges stay, is compared by counting. Gives the number of inner voxels.
    std::size_t classify(int k) {
        std::size_t core = 0;
        const auto sums = countRows(k);
        const auto width = static_cast<std::size_t>(m_box.size[0]);
        std::size_t at = m_box.geometry.offset({0, 0, k}), own = 0;
        for (int j = 0; j < m_box.size[1]; ++j)
            for (int i = 0; i < m_box.size[0]; ++i, ++at, ++own) {
                if (m_mask[at] == 0 ||
                    !allNeighbours(m_box.size, {i, j, k}, at,
                                   [&](std::size_t next) { return m_mask[next] != 0; }))
                    continue;
                ++core;
                Counts sum = sums[own];
                if (j > 0)
                    sum.add(sums[own - width]);
                if (j + 1 < m_box.size[1])
                    sum.add(sums[own + width]);
                if (sum.fatty > sum.all / 2)
                    m_kind[at] = Kind::Fat;
                else if (sum.low > sum.all / 2)
                    m_kind[at] = Kind::Low;
            }
        return core;
    }

    [[nodiscard]] std::vector<std::size_t> piecesAs(Kind kind) {
        std::vector<std::size_t> all;
        for (const auto& piece :
             piecesOf(m_box.geometry, [&](std::size_t at) { return m_kind[at] == kind; })) {
            if (piece.size() < kLeastSpeck)
                break;
            if (all.empty())
                m_largest = piece.size();
            all.insert(all.end(), piece.begin(), piece.end());
        }
        return all;
    }

    [[nodiscard]] PointLps placeOf(std::size_t at) const {
        return m_box.geometry.toPatient(m_box.geometry.indexOf(at));
    }

    struct Mean {
        double hu = 0, sd = 0;
        bool central = false;
    };

    [[nodiscard]] Mean meanOf(const std::vector<std::size_t>& voxels,
                              std::vector<VoxelIndex>& out) const {
        VectorLps sum;
        double hu = 0, squares = 0;
        for (const std::size_t at : voxels) {
            const std::size_t own = inRegion(at);
            out.push_back(m_region.inVolume(own));
            sum = sum + (placeOf(at) - PointLps{});
            const auto value = static_cast<double>(m_region.hu[own]);
            hu += value;
            squares += value * value;
        }
        const auto count = static_cast<double>(voxels.size());
        constexpr double kPi = 3.14159265358979323846;
        const double volume =
            static_cast<double>(m_region.voxels) * m_region.geometry.voxelVolumeMm3();
        const double radius = std::cbrt(3.0 * volume / (4.0 * kPi));
        Mean mean;
        mean.hu = hu / count;
        mean.sd = std::sqrt(std::max(0.0, squares / count - mean.hu * mean.hu));
        mean.central =
            distance(PointLps{} + sum * (1.0 / count), m_region.centroid) <= kCentralShare * radius;
        return mean;
    }

    void addHilum() {
        const auto voxels = piecesAs(Kind::Fat);
        m_necrosis.hilumFraction =
            static_cast<double>(voxels.size()) / static_cast<double>(m_region.voxels);
        if (voxels.empty())
            return;
        const Mean mean = meanOf(voxels, m_necrosis.hilum);
        m_necrosis.hilumHu = mean.hu;
        m_necrosis.hilumEccentric = !mean.central;
    }

    void addLow() {
        m_lowVoxels = piecesAs(Kind::Low);
        m_necrosis.fraction =
            static_cast<double>(m_lowVoxels.size()) / static_cast<double>(m_region.voxels);
        if (m_lowVoxels.empty())
            return;
        const Mean mean = meanOf(m_lowVoxels, m_necrosis.voxels);
        m_necrosis.hu = mean.hu;
        m_necrosis.sdHu = mean.sd;
        m_necrosis.central = mean.central;
    }

    /// Thickness of the solid rest where the low part borders on it; tells a cyst from necrosis.
    Result<void> addWall(JobControl& job) {
        if (m_necrosis.fraction < kWallFrom)
            return {};
        std::vector<std::uint8_t> outside(m_mask.size());
        for (std::size_t at = 0; at < outside.size(); ++at)
            outside[at] = m_mask[at] == 0 ? 1 : 0;
        const auto depth = distanceToMask(m_box.geometry, outside, 30, job, m_threads);
        if (!depth)
            return fail(depth.error());
        std::vector<float> walls;
        for (const std::size_t at : m_lowVoxels)
            if (!allNeighbours(m_box.geometry, at,
                               [&](std::size_t next) { return m_kind[next] == Kind::Low; }))
                walls.push_back((*depth)[at]);
        if (walls.empty())
            return {};
        m_necrosis.wallMm = static_cast<double>(medianOf(walls));
        m_necrosis.cystLike =
            m_necrosis.fraction >= kCystFrom && m_necrosis.hu <= kCystHu &&
            m_necrosis.sdHu <= kCystSd && *m_necrosis.wallMm <= kCystWallMm &&
            static_cast<double>(m_largest) >= 0.95 * static_cast<double>(m_lowVoxels.size());
        return {};
    }

    const NodeRegion& m_region;
    unsigned m_threads;
    RegionBox m_box;
    std::vector<std::uint8_t> m_mask;
    std::vector<Kind> m_kind;
    std::vector<std::size_t> m_lowVoxels;
    std::size_t m_largest = 0;
    Necrosis m_necrosis;
};

}  // namespace

Result<NecrosisResult> measureNecrosis(const NodeRegion& region, unsigned threads,
                                       JobControl& job) {
    if (!region.calibrated) {
        NecrosisResult result;
        result.gap = Gap::NotCalibrated;
        return result;
    }
    return LowDensity(region, threads).run(job);
}

Result<NecrosisResult> measureNecrosis(const NodeRegion& region, JobControl& job) {
    return measureNecrosis(region, 0, job);
}

}  // namespace nodewise::measure
