#include "measure/fat_shell.h"
#include "base/parallel.h"
#include "measure/opposite_shell.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kRemoteFromMm = 8.0, kRemoteToMm = 15.0;
constexpr float kAirHu = -200.0F;                                // below: air or lung, no tissue
constexpr float kCleanFatLow = -150.0F, kCleanFatHigh = -50.0F;  // domain 5.3
constexpr double kOrdinaryFatHu = -100.0, kOrdinaryTissueHu = 60.0;
constexpr double kMixedFromMm = 1.5;  // a voxel of this size beside the node is a mixture
constexpr std::size_t kLeastReferenceVoxels = 50;
constexpr std::size_t kSectors = 27;

bool within(float value, double low, double high) {
    return static_cast<double>(value) >= low && static_cast<double>(value) <= high;
}

struct Sector {
    std::size_t all = 0, raised = 0;
    VectorLps sum;
};

/// What one plane of the region adds.
struct PlaneShell {
    double sum = 0;
    std::array<FatLayer, kShellLayers> layers{};
    std::vector<FatVoxel> map;
    std::vector<VoxelIndex> stranded;
    std::array<Sector, kSectors> sectors{};
    std::vector<float> cleanFat;
    std::size_t remote = 0, remoteRaised = 0;
};

class Shell {
public:
    Shell(const NodeRegion& region, double noiseHu)
        : m_region(region)
        , m_dims(region.geometry.dims())
        , m_steps{1, static_cast<std::size_t>(m_dims[0]),
                  static_cast<std::size_t>(m_dims[0]) * static_cast<std::size_t>(m_dims[1])} {
        m_shell.raisedFromHu = std::max(kRaisedFromHu, kOrdinaryFatHu + 2 * noiseHu);
        for (std::size_t a = 0; a < 3; ++a)
            m_thick[a] = region.geometry.spacing()[a] > kMixedFromMm;
    }

    Result<FatShellResult> run(const OppositeSide* opposite, unsigned threads, JobControl& job) {
        std::optional<OppositeShell> other;
        if (opposite != nullptr) {
            auto read = readOppositeShell(m_region, *opposite, m_shell.raisedFromHu, threads, job);
            if (!read)
                return fail(read.error());
            other = std::move(*read);
        }
        // Fat further out is looked at only when there is no opposite side.
        const RegionBox box = boxRound(m_region, other ? kShellToMm + 1 : kRemoteToMm, 1);
        std::vector<PlaneShell> planes(static_cast<std::size_t>(box.size[2]));
        parallelFor(planes.size(), threads, [&](std::size_t k) {
            if (!job.cancelled())
                look(box, box.low.k + static_cast<int>(k), !other, planes[k]);
        });
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled");
        for (PlaneShell& plane : planes)
            add(plane);
        return finish(other);
    }

private:
    [[nodiscard]] bool raised(float hu) const {
        return within(hu, m_shell.raisedFromHu, kRaisedToHu);
    }

    void look(const RegionBox& box, int k, bool remote, PlaneShell& plane) const {
        for (int j = box.low.j; j < box.low.j + box.size[1]; ++j) {
            std::size_t at = m_region.geometry.offset({box.low.i, j, k});
            for (int i = box.low.i; i < box.low.i + box.size[0]; ++i, ++at) {
                const float mm = m_region.distanceMm[at];
                if (mm < static_cast<float>(kShellFromMm))
                    continue;
                if (mm <= static_cast<float>(kShellToMm)) {
                    if (counts({i, j, k}, at))
                        addShellVoxel({i, j, k}, at, static_cast<double>(mm), plane);
                } else if (remote && within(mm, kRemoteFromMm, kRemoteToMm) &&
                           counts({i, j, k}, at))
                    addRemoteVoxel({i, j, k}, at, plane);
            }
        }
    }

    /// Calls `test(next, axis)` for each face neighbour; true when all hold.
    template <class Test>
    [[nodiscard]] bool allFaces(VoxelIndex v, std::size_t at, Test test) const {
        const std::array<int, 3> index{v.i, v.j, v.k};
        for (std::size_t a = 0; a < 3; ++a) {
            if (index[a] > 0 && !test(at - m_steps[a], a))
                return false;
            if (index[a] + 1 < m_dims[a] && !test(at + m_steps[a], a))
                return false;
        }
        return true;
    }

    /// Tissue of its own: no structure, no other node, no air, and not mixed with one of them.
    [[nodiscard]] bool counts(VoxelIndex v, std::size_t at) const {
        const auto masked = [&](std::size_t voxel) {
            return m_region.structures[voxel] != 0 ||
                   (m_region.hasOtherNodes && m_region.otherNodes[voxel] != 0);
        };
        return m_region.hu[at] > kAirHu && !masked(at) &&
               allFaces(v, at, [&](std::size_t next, std::size_t axis) {
                   return !masked(next) && !(m_thick[axis] && m_region.inside[next] != 0);
               });
    }

    void addShellVoxel(VoxelIndex v, std::size_t at, double mm, PlaneShell& plane) const {
        const float hu = m_region.hu[at];
        const VoxelIndex place{m_region.start.i + v.i, m_region.start.j + v.j,
                               m_region.start.k + v.k};
        const bool up = raised(hu);
        FatLayer& layer =
            plane.layers[std::min(kShellLayers - 1, static_cast<std::size_t>(mm - kShellFromMm))];
        ++layer.voxels;
        layer.hu += static_cast<double>(hu);
        layer.raisedShare += up ? 1 : 0;
        plane.sum += static_cast<double>(hu);
        plane.map.push_back({place, hu, 0});
        const PointLps patient = m_region.geometry.toPatient(v);
        Sector& sector = plane.sectors[sectorOf(patient)];
        ++sector.all;
        if (!up)
            return;
        plane.stranded.push_back(place);
        ++sector.raised;
        sector.sum = sector.sum + (patient - PointLps{});
    }

    void addRemoteVoxel(VoxelIndex v, std::size_t at, PlaneShell& plane) const {
        const float hu = m_region.hu[at];
        if (static_cast<double>(hu) <= kRaisedToHu) {
            ++plane.remote;
            plane.remoteRaised += raised(hu) ? 1 : 0;
        }
        const auto clean = [&](std::size_t voxel, std::size_t) {
            return within(m_region.hu[voxel], kCleanFatLow, kCleanFatHigh);
        };
        if (clean(at, 0) && allFaces(v, at, clean))
            plane.cleanFat.push_back(hu);
    }

    /// One of 26 directions from the middle of the node.
    [[nodiscard]] std::size_t sectorOf(PointLps place) const {
        const VectorLps d = place - m_region.centroid;
        const double line = 0.4 * length(d);
        const auto third = [line](double x) {
            return x > line ? std::size_t{2} : x < -line ? std::size_t{0} : std::size_t{1};
        };
        return third(d.x) + 3 * third(d.y) + 9 * third(d.z);
    }

    void add(PlaneShell& plane) {
        m_all.sum += plane.sum;
        for (std::size_t n = 0; n < kShellLayers; ++n) {
            m_shell.layers[n].voxels += plane.layers[n].voxels;
            m_shell.layers[n].hu += plane.layers[n].hu;
            m_shell.layers[n].raisedShare += plane.layers[n].raisedShare;
        }
        for (std::size_t s = 0; s < kSectors; ++s) {
            m_all.sectors[s].all += plane.sectors[s].all;
            m_all.sectors[s].raised += plane.sectors[s].raised;
            m_all.sectors[s].sum = m_all.sectors[s].sum + plane.sectors[s].sum;
        }
        m_shell.map.insert(m_shell.map.end(), plane.map.begin(), plane.map.end());
        m_shell.stranded.insert(m_shell.stranded.end(), plane.stranded.begin(),
                                plane.stranded.end());
        m_all.cleanFat.insert(m_all.cleanFat.end(), plane.cleanFat.begin(), plane.cleanFat.end());
        m_all.remote += plane.remote;
        m_all.remoteRaised += plane.remoteRaised;
    }

    FatShellResult finish(const std::optional<OppositeShell>& other) {
        FatShellResult result;
        m_shell.shellVoxels = m_shell.map.size();
        if (m_shell.shellVoxels == 0) {
            result.gap = Gap::NoFatAround;
            return result;
        }
        const auto count = static_cast<double>(m_shell.shellVoxels);
        m_shell.shellHu = m_all.sum / count;
        m_shell.strandingIndex = static_cast<double>(m_shell.stranded.size()) / count;
        m_shell.shellVolumeMl = count * m_region.geometry.voxelVolumeMm3() / 1000.0;
        finishLayers();
        if (other)
            setOpposite(*other);
        else
            setRemote(result);
        if (m_shell.referenceIndex)
            m_shell.excessIndex = m_shell.strandingIndex - *m_shell.referenceIndex;
        finishMap();
        setWorstPlace();
        result.shell = std::move(m_shell);
        return result;
    }

    void finishLayers() {
        for (std::size_t n = 0; n < kShellLayers; ++n) {
            FatLayer& layer = m_shell.layers[n];
            layer.fromMm = kShellFromMm + static_cast<double>(n);
            layer.toMm = layer.fromMm + 1;
            if (layer.voxels == 0)
                continue;
            layer.hu /= static_cast<double>(layer.voxels);
            layer.raisedShare /= static_cast<double>(layer.voxels);
        }
    }

    void setOpposite(const OppositeShell& other) {
        m_shell.reference = FatReference::Opposite;
        m_shell.referenceHu = other.hu;
        m_shell.referenceIndex = other.raisedShare;
        m_shell.referenceLayers = other.layers;
    }

    void setRemote(FatShellResult& result) {
        auto& fat = m_all.cleanFat;
        if (fat.size() < kLeastReferenceVoxels) {
            result.referenceGap = Gap::NoReferenceFat;
            return;
        }
        const auto middle = fat.begin() + static_cast<std::ptrdiff_t>(fat.size() / 2);
        std::nth_element(fat.begin(), middle, fat.end());
        m_shell.reference = FatReference::Remote;
        m_shell.referenceHu = static_cast<double>(*middle);
        m_shell.referenceIndex =
            static_cast<double>(m_all.remoteRaised) / static_cast<double>(m_all.remote);
    }

    void finishMap() {
        constexpr auto kFat = static_cast<float>(kOrdinaryFatHu);
        constexpr auto kTissue = static_cast<float>(kOrdinaryTissueHu);
        for (FatVoxel& voxel : m_shell.map)
            voxel.soft = std::clamp((voxel.hu - kFat) / (kTissue - kFat), 0.0F, 1.0F);
    }

    void setWorstPlace() {
        const auto share = [](const Sector& s) {
            return s.all > 0 ? static_cast<double>(s.raised) / static_cast<double>(s.all) : 0.0;
        };
        const auto& sectors = m_all.sectors;
        const auto worst =
            std::max_element(sectors.begin(), sectors.end(),
                             [&](const Sector& a, const Sector& b) { return share(a) < share(b); });
        if (worst->raised > 0)
            m_shell.worstPlace =
                PointLps{} + worst->sum * (1.0 / static_cast<double>(worst->raised));
    }

    const NodeRegion& m_region;
    std::array<int, 3> m_dims;
    std::array<std::size_t, 3> m_steps;
    std::array<bool, 3> m_thick{};
    FatShell m_shell;
    PlaneShell m_all;
};

}  // namespace

Result<FatShellResult> measureFatShell(const NodeRegion& region, const OppositeSide* opposite,
                                       double noiseHu, unsigned threads, JobControl& job) {
    if (!region.calibrated) {
        FatShellResult result;
        result.gap = Gap::NotCalibrated;
        return result;
    }
    return Shell(region, noiseHu).run(opposite, threads, job);
}

Result<FatShellResult> measureFatShell(const NodeRegion& region, JobControl& job) {
    return measureFatShell(region, nullptr, 0, 0, job);
}

}  // namespace nodewise::measure
