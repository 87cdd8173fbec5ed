#include "measure/extension.h"
#include "measure/neighbours.h"
#include "measure/region_sampler.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kRimMm = 2.5, kReachMm = 8.0, kLeastBeyondMm = 1.0, kLeastPieceMm3 = 5.0;
constexpr double kFatHu = -100.0, kBelowShare = 0.33, kAboveHu = 45.0;
constexpr double kMostJoined = 0.5;  // of the node's volume; more is a leak
constexpr double kSectorShare = 0.95, kDegree = 57.29577951308232;

class ExtensionMeter {
public:
    ExtensionMeter(const NodeRegion& region, const Capsule& capsule)
        : m_region(region)
        , m_sampler(region)
        , m_capsule(capsule)
        , m_box(boxRound(region, kReachMm, 1)) {}

    Result<Extension> run(const NodeSurface& surface, JobControl& job) {
        m_out.capsule = m_capsule;
        lookAtSurface(surface);
        join(job);
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled");
        collect();
        describe();
        return std::move(m_out);
    }

private:
    void lookAtSurface(const NodeSurface& surface) {
        double cubes = 0, area = 0;
        for (std::size_t v = 0; v < surface.mesh.vertices.size(); ++v) {
            const double mm = m_capsule.outsideMm(surface.mesh.vertices[v]);
            m_out.beyondMm.push_back(static_cast<float>(mm));
            cubes += surface.areas[v] * mm * mm * mm;
            area += surface.areas[v];
        }
        m_out.outwardMm = area > 0 ? std::cbrt(cubes / area) : 0.0;
    }

    [[nodiscard]] std::size_t inRegion(std::size_t at) const {
        const VoxelIndex v = m_box.geometry.indexOf(at);
        return m_region.geometry.offset({m_box.low.i + v.i, m_box.low.j + v.j, m_box.low.k + v.k});
    }

    /// Median HU of the node within two millimetres of the fat: what grows out looks like it.
    [[nodiscard]] double rimHu() const {
        std::vector<float> values;
        const CapsuleOnGrid scaled(m_capsule, m_region.geometry);
        const VoxelBox& node = m_region.nodeBox;
        for (int k = node.low.k; k <= node.high.k; ++k)
            for (int j = node.low.j; j <= node.high.j; ++j) {
                std::size_t at = m_region.geometry.offset({node.low.i, j, k});
                for (int i = node.low.i; i <= node.high.i; ++i, ++at)
                    if (m_region.inside[at] != 0 && scaled.aboutMm(i, j, k) > -kRimMm)
                        values.push_back(m_region.hu[at]);
            }
        if (values.empty())
            return 60;
        // The outer half of the rim mixes with fat: the upper third is its own.
        const auto at = values.begin() + static_cast<std::ptrdiff_t>(2 * values.size() / 3);
        std::nth_element(values.begin(), at, values.end());
        return static_cast<double>(*at);
    }

    /// Marks the mask (2), and gives the free tissue of the rim's HU round it.
    std::vector<std::uint8_t> markTissue() {
        const double rim = rimHu();
        const auto low = static_cast<float>(rim - kBelowShare * (rim - kFatHu));
        const auto high = static_cast<float>(rim + kAboveHu);
        m_tissue.assign(m_box.geometry.voxelCount(), 0);
        std::vector<std::uint8_t> like(m_tissue.size(), 0);
        std::size_t at = 0;
        for (int k = 0; k < m_box.size[2]; ++k)
            for (int j = 0; j < m_box.size[1]; ++j) {
                std::size_t own =
                    m_region.geometry.offset({m_box.low.i, m_box.low.j + j, m_box.low.k + k});
                for (int i = 0; i < m_box.size[0]; ++i, ++at, ++own) {
                    if (m_region.inside[own] != 0)
                        m_tissue[at] = 2;
                    else if (m_region.hu[own] >= low && m_region.hu[own] <= high &&
                             m_region.structures[own] == 0 && m_region.otherNodes[own] == 0 &&
                             m_region.distanceMm[own] <= static_cast<float>(kReachMm))
                        like[at] = 1;
                }
            }
        return like;
    }

    /// Joins to the mask what has its rim's HU and hangs together with it (1).
    void join(JobControl& job) {
        const auto like = markTissue();
        std::vector<std::size_t> front;
        const auto take = [&](std::size_t at) {
            m_tissue[at] = 1;
            front.push_back(at);
        };
        std::size_t at = 0;
        for (int k = 0; k < m_box.size[2]; ++k)
            for (int j = 0; j < m_box.size[1]; ++j)
                for (int i = 0; i < m_box.size[0]; ++i, ++at)
                    if (like[at] != 0 &&
                        !allNeighbours(m_box.size, {i, j, k}, at,
                                       [&](std::size_t next) { return m_tissue[next] != 2; }) &&
                        inBulk(like, at))
                        take(at);
        const auto most =
            static_cast<std::size_t>(kMostJoined * static_cast<double>(m_region.voxels));
        for (std::size_t n = 0; n < front.size() && front.size() <= most && !job.cancelled(); ++n)
            static_cast<void>(allNeighbours(m_box.geometry, front[n], [&](std::size_t next) {
                if (like[next] != 0 && m_tissue[next] == 0 && inBulk(like, next))
                    take(next);
                return true;
            }));
        if (front.size() > most)
            std::replace(m_tissue.begin(), m_tissue.end(), std::uint8_t{1}, std::uint8_t{0});
    }

    /// Tissue all round: strands are thinner than that.
    [[nodiscard]] bool inBulk(const std::vector<std::uint8_t>& like, std::size_t at) const {
        return allNeighbours(m_box.geometry, at, [&](std::size_t next) {
            return like[next] != 0 || m_tissue[next] == 2;
        });
    }

    struct Beyond {
        std::size_t at = 0;
        double mm = 0;
    };

    void collect() {
        std::vector<std::size_t> places;
        std::vector<float> depths;
        const CapsuleOnGrid scaled(m_capsule, m_box.geometry);
        const double least = scaled.squareOutside(kLeastBeyondMm);
        std::size_t at = 0;
        for (int k = 0; k < m_box.size[2]; ++k)
            for (int j = 0; j < m_box.size[1]; ++j)
                for (int i = 0; i < m_box.size[0]; ++i, ++at) {
                    if (m_tissue[at] == 0 || scaled.squared(i, j, k) <= least)
                        continue;
                    const float mm = beyondLine(m_box.geometry.toPatient(VoxelIndex{i, j, k}));
                    if (mm <= 0)
                        continue;
                    m_tissue[at] = 3;
                    places.push_back(at);
                    depths.push_back(mm);
                }
        const auto depthOf = [&](std::size_t one) {
            const auto found = std::lower_bound(places.begin(), places.end(), one);
            return static_cast<double>(depths[static_cast<std::size_t>(found - places.begin())]);
        };
        const double voxel = m_box.geometry.voxelVolumeMm3();
        for (const auto& piece : piecesOf(m_box.geometry, places,
                                          [&](std::size_t one) { return m_tissue[one] == 3; })) {
            if (static_cast<double>(piece.size()) * voxel < kLeastPieceMm3)
                break;
            for (const std::size_t one : piece)
                m_beyond.push_back({one, depthOf(one)});
        }
    }

    /// How far outside the capsule, mm; 0 when not by more than the line.
    [[nodiscard]] float beyondLine(PointLps place) const {
        const PointLps on = m_capsule.nearest(place);
        const VectorLps normal = m_capsule.normalAt(on);
        const double mm = dot(place - on, normal);
        const double line = std::max(
            {kLeastBeyondMm, 2 * m_sampler.spacingAlong(normal), 2 * m_capsule.residualMm});
        return mm > line ? static_cast<float>(mm) : 0.0F;
    }

    void describe() {
        if (m_beyond.empty())
            return;
        VectorLps sum;
        const Beyond* deepest = &m_beyond.front();
        for (const Beyond& b : m_beyond) {
            const std::size_t own = inRegion(b.at);
            m_out.voxels.push_back(m_region.inVolume(own));
            sum = sum + directionOf(b.at);
            if (b.mm > deepest->mm)
                deepest = &b;
        }
        m_out.depthMm = deepest->mm;
        m_out.volumeMl =
            static_cast<double>(m_beyond.size()) * m_box.geometry.voxelVolumeMm3() / 1000.0;
        const PointLps tip = m_box.geometry.toPatient(m_box.geometry.indexOf(deepest->at));
        m_out.deepest = AxisLine{m_capsule.nearest(tip), tip, deepest->mm};
        const VectorLps middle = normalized(sum);
        std::vector<double> angles;
        for (const Beyond& b : m_beyond)
            angles.push_back(std::acos(std::clamp(dot(directionOf(b.at), middle), -1.0, 1.0)));
        const auto at = angles.begin() + static_cast<std::ptrdiff_t>(
                                             kSectorShare * static_cast<double>(angles.size() - 1));
        std::nth_element(angles.begin(), at, angles.end());
        m_out.sectorDeg = std::min(360.0, 2 * *at * kDegree);
    }

    [[nodiscard]] VectorLps directionOf(std::size_t at) const {
        return normalized(m_box.geometry.toPatient(m_box.geometry.indexOf(at)) - m_capsule.centre);
    }

    const NodeRegion& m_region;
    RegionSampler m_sampler;
    const Capsule& m_capsule;
    RegionBox m_box;
    std::vector<std::uint8_t> m_tissue;
    std::vector<Beyond> m_beyond;
    Extension m_out;
};

/// Fewer than two voxels from the middle of the capsule to its rim, along some axis of the grid.
bool tooCoarse(const Capsule& capsule, const GridGeometry& grid) {
    for (int a = 0; a < 3; ++a) {
        double square = 0;
        for (std::size_t n = 0; n < 3; ++n) {
            const double part = dot(capsule.axes[n], grid.axis(a)) * capsule.radiiMm[n];
            square += part * part;
        }
        if (2 * grid.spacing()[static_cast<std::size_t>(a)] > std::sqrt(square))
            return true;
    }
    return false;
}

}  // namespace

Result<ExtensionResult> measureExtension(const NodeRegion& region, const NodeSurface& surface,
                                         const std::optional<Capsule>& capsule, JobControl& job) {
    ExtensionResult result;
    if (!region.calibrated)
        result.gap = Gap::NotCalibrated;
    else if (!capsule)
        result.gap = Gap::TooSmall;
    else if (tooCoarse(*capsule, region.geometry))
        result.gap = Gap::TooCoarse;
    if (result.gap)
        return result;
    auto extension = ExtensionMeter(region, *capsule).run(surface, job);
    if (!extension)
        return fail(extension.error());
    result.extension = std::move(*extension);
    return result;
}

}  // namespace nodewise::measure
