#include "measure/fat_shell.h"
#include "measure/neighbours.h"
#include <algorithm>
#include <array>
#include <numeric>

namespace nodewise::measure {
namespace {

constexpr double kRemoteFromMm = 8.0, kRemoteToMm = 15.0;
constexpr float kAirHu = -200.0F;                                // below: air or lung, no tissue
constexpr float kCleanFatLow = -150.0F, kCleanFatHigh = -50.0F;  // domain 5.3
constexpr std::size_t kLeastReferenceVoxels = 50;

bool within(float value, double low, double high) {
    return static_cast<double>(value) >= low && static_cast<double>(value) <= high;
}

class Shell {
public:
    explicit Shell(const NodeRegion& region)
        : m_region(region) {}

    Result<FatShellResult> run(JobControl& job) {
        double sum = 0;
        for (std::size_t at = 0; at < m_region.hu.size(); ++at) {
            if (at % 65536 == 0 && job.cancelled())
                return fail(ErrorCode::Cancelled, "cancelled");
            const float distance = m_region.distanceMm[at];
            if (within(distance, kShellFromMm, kShellToMm) && counts(at)) {
                sum += static_cast<double>(m_region.hu[at]);
                addShellVoxel(at);
            } else if (within(distance, kRemoteFromMm, kRemoteToMm) && counts(at))
                addRemoteVoxel(at);
        }
        return finish(sum);
    }

private:
    static bool raised(float hu) { return within(hu, kRaisedFromHu, kRaisedToHu); }

    /// Tissue of its own: no structure, no other node, no air, and not mixed with one of them.
    [[nodiscard]] bool counts(std::size_t at) const {
        const auto masked = [&](std::size_t voxel) {
            return m_region.structures[voxel] != 0 || m_region.otherNodes[voxel] != 0;
        };
        return m_region.hu[at] > kAirHu && !masked(at) &&
               allNeighbours(m_region.geometry, at,
                             [&](std::size_t next) { return !masked(next); });
    }

    void addShellVoxel(std::size_t at) {
        ++m_shell.shellVoxels;
        const std::size_t sector = sectorOf(at);
        ++m_sectors[sector].all;
        if (!raised(m_region.hu[at]))
            return;
        m_shell.stranded.push_back(m_region.inVolume(at));
        auto& own = m_sectors[sector];
        const PointLps place = m_region.geometry.toPatient(m_region.geometry.indexOf(at));
        own.raised += 1;
        own.sum = own.sum + (place - PointLps{});
    }

    void addRemoteVoxel(std::size_t at) {
        const float hu = m_region.hu[at];
        if (static_cast<double>(hu) <= kRaisedToHu) {
            ++m_remote;
            m_remoteRaised += raised(hu) ? 1 : 0;
        }
        const auto clean = [&](std::size_t voxel) {
            return within(m_region.hu[voxel], kCleanFatLow, kCleanFatHigh);
        };
        if (clean(at) && allNeighbours(m_region.geometry, at, clean))
            m_fat.push_back(hu);
    }

    /// One of 26 directions from the middle of the node.
    [[nodiscard]] std::size_t sectorOf(std::size_t at) {
        if (!m_centre) {
            VectorLps sum;
            for (std::size_t v = 0; v < m_region.inside.size(); ++v)
                if (m_region.inside[v] != 0)
                    sum = sum +
                          (m_region.geometry.toPatient(m_region.geometry.indexOf(v)) - PointLps{});
            m_centre = PointLps{} + sum * (1.0 / static_cast<double>(m_region.voxels));
        }
        const VectorLps d =
            normalized(m_region.geometry.toPatient(m_region.geometry.indexOf(at)) - *m_centre);
        const auto third = [](double x) {
            return x > 0.4 ? std::size_t{2} : x < -0.4 ? std::size_t{0} : std::size_t{1};
        };
        return third(d.x) + 3 * third(d.y) + 9 * third(d.z);
    }

    FatShellResult finish(double sum) {
        FatShellResult result;
        if (m_shell.shellVoxels == 0) {
            result.gap = Gap::NoFatAround;
            return result;
        }
        const auto count = static_cast<double>(m_shell.shellVoxels);
        m_shell.shellHu = sum / count;
        m_shell.strandingIndex = static_cast<double>(m_shell.stranded.size()) / count;
        m_shell.shellVolumeMl = count * m_region.geometry.voxelVolumeMm3() / 1000.0;
        setReference(result);
        setWorstPlace();
        result.shell = std::move(m_shell);
        return result;
    }

    void setReference(FatShellResult& result) {
        if (m_fat.size() < kLeastReferenceVoxels) {
            result.referenceGap = Gap::NoReferenceFat;
            return;
        }
        const auto middle = m_fat.begin() + static_cast<std::ptrdiff_t>(m_fat.size() / 2);
        std::nth_element(m_fat.begin(), middle, m_fat.end());
        m_shell.referenceHu = static_cast<double>(*middle);
        m_shell.referenceIndex =
            static_cast<double>(m_remoteRaised) / static_cast<double>(m_remote);
    }

    void setWorstPlace() {
        const auto share = [](const Sector& s) {
            return s.all > 0 ? static_cast<double>(s.raised) / static_cast<double>(s.all) : 0.0;
        };
        const auto worst =
            std::max_element(m_sectors.begin(), m_sectors.end(),
                             [&](const Sector& a, const Sector& b) { return share(a) < share(b); });
        if (worst->raised > 0)
            m_shell.worstPlace =
                PointLps{} + worst->sum * (1.0 / static_cast<double>(worst->raised));
    }

    struct Sector {
        std::size_t all = 0, raised = 0;
        VectorLps sum;
    };

    const NodeRegion& m_region;
    FatShell m_shell;
    std::array<Sector, 27> m_sectors{};
    std::optional<PointLps> m_centre;
    std::vector<float> m_fat;
    std::size_t m_remote = 0, m_remoteRaised = 0;
};

}  // namespace

Result<FatShellResult> measureFatShell(const NodeRegion& region, JobControl& job) {
    if (!region.calibrated) {
        FatShellResult result;
        result.gap = Gap::NotCalibrated;
        return result;
    }
    return Shell(region).run(job);
}

}  // namespace nodewise::measure
