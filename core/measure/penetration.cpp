#include "measure/penetration.h"
#include "measure/distance_map.h"
#include "measure/neighbours.h"
#include "measure/region_sampler.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kBlockMm = 1.0, kRimMm = 14.0;
constexpr double kBayMm = 6.0, kBayShare = 1.25, kWidestBayMm = 12.5;
constexpr double kBehindFromMm = 1.5, kBehindToMm = 4.0, kRestMm = 7.0;
constexpr std::size_t kLeastVoxels = 40, kManyVoxels = 500000;
constexpr double kLeastBeyondMm = 1.0;

/// Blocks of the surroundings: 1 where most of the block is structure, 2 where it is node.
struct PlaceBlocks {
    GridGeometry geometry;
    std::array<int, 3> by{1, 1, 1};
    std::vector<std::uint8_t> structure;

    [[nodiscard]] std::size_t of(VoxelIndex v) const {
        return geometry.offset({v.i / by[0], v.j / by[1], v.k / by[2]});
    }
};

/// A voxel of the node beyond its capsule.
struct Beyond {
    VoxelIndex at;  ///< In the box.
    double mm = 0;
};

class PenetrationMeter {
public:
    PenetrationMeter(const NodeRegion& region, const Capsule& capsule, LabelValue structure)
        : m_region(region)
        , m_capsule(capsule)
        , m_structure(structure)
        , m_bayMm(std::clamp(kBayShare * capsule.radiiMm[0], kBayMm, kWidestBayMm))
        , m_box(boxRound(region, kRimMm, 1)) {}

    Result<Penetration> run(unsigned threads, JobControl& job) {
        Penetration found;
        const auto beyond = beyondCapsule();
        if (beyond.empty())
            return found;
        auto depth = depthInPlace(threads, job);
        if (!depth)
            return fail(depth.error());
        for (const Beyond& b : beyond) {
            const double under = static_cast<double>((*depth)[m_blocks.of(b.at)]);
            if (under <= 0)
                continue;
            found.depthMm = std::max(found.depthMm, std::min(b.mm, under));
            found.voxels.push_back({m_region.start.i + m_box.low.i + b.at.i,
                                    m_region.start.j + m_box.low.j + b.at.j,
                                    m_region.start.k + m_box.low.k + b.at.k});
        }
        return found;
    }

private:
    [[nodiscard]] std::vector<Beyond> beyondCapsule() const {
        std::vector<Beyond> beyond;
        const RegionSampler sampler(m_region);
        const CapsuleOnGrid scaled(m_capsule, m_box.geometry);
        const double least = scaled.squareOutside(kLeastBeyondMm);
        const VoxelBox& node = m_region.nodeBox;
        for (int k = node.low.k - m_box.low.k; k <= node.high.k - m_box.low.k; ++k)
            for (int j = node.low.j - m_box.low.j; j <= node.high.j - m_box.low.j; ++j) {
                std::size_t own =
                    m_region.geometry.offset({node.low.i, m_box.low.j + j, m_box.low.k + k});
                for (int i = node.low.i - m_box.low.i; i <= node.high.i - m_box.low.i; ++i, ++own) {
                    if (m_region.inside[own] == 0 || scaled.squared(i, j, k) <= least)
                        continue;
                    const PointLps place = m_box.geometry.toPatient(VoxelIndex{i, j, k});
                    const PointLps on = m_capsule.nearest(place);
                    const VectorLps normal = m_capsule.normalAt(on);
                    const double mm = dot(place - on, normal);
                    if (mm > std::max({kLeastBeyondMm, 1.5 * sampler.spacingAlong(normal),
                                       2 * m_capsule.residualMm}))
                        beyond.push_back({{i, j, k}, mm});
                }
            }
        return beyond;
    }

    void makeBlocks() {
        std::array<int, 3> dims{};
        std::array<double, 3> spacing{};
        for (std::size_t a = 0; a < 3; ++a) {
            const double h = m_region.geometry.spacing()[a];
            m_blocks.by[a] = std::max(1, static_cast<int>(kBlockMm / h + 0.1));
            dims[a] = (m_box.size[a] + m_blocks.by[a] - 1) / m_blocks.by[a];
            spacing[a] = h * m_blocks.by[a];
        }
        m_blocks.geometry = GridGeometry::axisAligned(dims, spacing);
        std::vector<int> count(m_blocks.geometry.voxelCount(), 0);
        const int most = m_blocks.by[0] * m_blocks.by[1] * m_blocks.by[2];
        for (int k = 0; k < m_box.size[2]; ++k)
            for (int j = 0; j < m_box.size[1]; ++j) {
                std::size_t own =
                    m_region.geometry.offset({m_box.low.i, m_box.low.j + j, m_box.low.k + k});
                for (int i = 0; i < m_box.size[0]; ++i, ++own)
                    if (m_region.structures[own] == m_structure)
                        ++count[m_blocks.of({i, j, k})];
            }
        m_blocks.structure.resize(count.size());
        for (std::size_t b = 0; b < count.size(); ++b)
            m_blocks.structure[b] = 2 * count[b] >= most ? 1 : 0;
    }

    /// Depth under the outline of the structure with its bays filled; 0 outside.
    Result<std::vector<float>> depthInPlace(unsigned threads, JobControl& job) {
        makeBlocks();
        const auto away =
            distanceToMask(m_blocks.geometry, m_blocks.structure, kRimMm, job, threads);
        if (!away)
            return fail(away.error());
        std::vector<std::uint8_t> far(away->size());
        for (std::size_t b = 0; b < far.size(); ++b)
            far[b] = (*away)[b] > static_cast<float>(m_bayMm) ? 1 : 0;
        auto depth = distanceToMask(m_blocks.geometry, far, m_bayMm + kRimMm, job, threads);
        if (!depth)
            return depth;
        for (float& mm : *depth)
            mm = std::max(0.0F, mm - static_cast<float>(m_bayMm));
        return depth;
    }

    const NodeRegion& m_region;
    const Capsule& m_capsule;
    LabelValue m_structure;
    double m_bayMm;  ///< Bays up to twice as wide are filled.
    RegionBox m_box;
    PlaceBlocks m_blocks;
};

double medianOf(std::vector<float>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return static_cast<double>(*middle);
}

}  // namespace

Result<Penetration> measurePenetration(const NodeRegion& region, const Capsule& capsule,
                                       LabelValue structure, unsigned threads, JobControl& job) {
    return PenetrationMeter(region, capsule, structure).run(threads, job);
}

std::map<LabelValue, double> changesInside(const NodeRegion& region,
                                           const std::vector<LabelValue>& labels) {
    struct Both {
        std::vector<float> behind, rest;
    };
    std::map<LabelValue, Both> found;
    if (labels.empty())
        return {};
    std::vector<Both*> wanted(static_cast<std::size_t>(labels.back()) + 1, nullptr);
    for (const LabelValue label : labels)
        wanted[label] = &found[label];
    const auto& dims = region.geometry.dims();
    const int sparse = region.hu.size() > kManyVoxels ? 7 : 3;
    std::size_t at = 0;
    const auto width = static_cast<std::size_t>(dims[0]);
    for (int k = 0; k < dims[2]; ++k)
        for (int j = 0; j < dims[1]; ++j) {
            LabelValue any = 0;
            for (std::size_t i = 0; i < width; ++i)
                any = static_cast<LabelValue>(any | region.structures[at + i]);
            if (any == 0) {
                at += width;
                continue;
            }
            for (int i = 0; i < dims[0]; ++i, ++at) {
                const LabelValue label = region.structures[at];
                if (label == 0 || label >= wanted.size() || wanted[label] == nullptr)
                    continue;
                const auto mm = static_cast<double>(region.distanceMm[at]);
                const bool near = mm >= kBehindFromMm && mm <= kBehindToMm;
                // A few of the rest are plenty.
                if ((!near && (mm < kRestMm || (i + j + k) % sparse != 0)) ||
                    !allNeighbours(dims, {i, j, k}, at, [&](std::size_t next) {
                        return region.structures[next] == label;
                    }))
                    continue;
                Both& own = *wanted[label];
                (near ? own.behind : own.rest).push_back(region.hu[at]);
            }
        }
    std::map<LabelValue, double> changes;
    for (auto& [label, own] : found)
        if (own.behind.size() >= kLeastVoxels && own.rest.size() >= kLeastVoxels)
            changes[label] = medianOf(own.behind) - medianOf(own.rest);
    return changes;
}

}  // namespace nodewise::measure
