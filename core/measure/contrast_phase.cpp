#include "measure/contrast_phase.h"
#include "measure/neighbours.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr float kVesselHu = 125.0F, kBoneHu = 420.0F, kSoftHu = -200.0F;
constexpr double kBoneShare = 0.03, kLeastLengthMm = 15.0, kLongMm = 60.0;
constexpr double kMostAreaMm2 = 400.0, kLeastVolumeMm3 = 150.0;
constexpr double kStackMm = 30.0, kBodyMm = 80.0;
constexpr float kAirHu = -300.0F, kGlandHu = 150.0F;
constexpr double kAirShare = 0.25;
constexpr int kAirReach = 2;  ///< Blocks.

struct Piece {
    double lengthMm = 0;
    std::vector<float> hu;
};

float medianOf(std::vector<float>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

class PhaseFinder {
public:
    PhaseFinder(const SeriesGrid& grid, int stackAxis)
        : m_grid(grid)
        , m_axis(static_cast<std::size_t>(stackAxis)) {}

    PhaseFinding run() const {
        std::vector<float> hu;
        int vessels = 0;
        double longest = 0;
        for (const auto& voxels :
             piecesOf(m_grid.geometry, [&](std::size_t at) { return m_grid.hu[at] > kVesselHu; })) {
            const auto piece = vesselOf(voxels);
            if (!piece)
                continue;
            ++vessels;
            longest = std::max(longest, piece->lengthMm);
            hu.insert(hu.end(), piece->hu.begin(), piece->hu.end());
        }
        PhaseFinding found;
        if (vessels >= 2 || longest >= kLongMm) {
            found.phase = ContrastPhase::Enhanced;
            found.vesselHu = static_cast<double>(medianOf(hu));
        } else if ((vessels == 0 || medianOf(hu) < kGlandHu) && showsANeck())
            found.phase = ContrastPhase::Unenhanced;
        return found;
    }

private:
    [[nodiscard]] std::size_t along(std::size_t at) const {
        const VoxelIndex index = m_grid.geometry.indexOf(at);
        return static_cast<std::size_t>(std::array<int, 3>{index.i, index.j, index.k}[m_axis]);
    }

    [[nodiscard]] std::optional<Piece> vesselOf(const std::vector<std::size_t>& voxels) const {
        const double h = m_grid.geometry.spacing()[m_axis];
        const double volume = m_grid.geometry.voxelVolumeMm3();
        if (static_cast<double>(voxels.size()) * volume < kLeastVolumeMm3)
            return std::nullopt;
        std::vector<int> slices(static_cast<std::size_t>(m_grid.geometry.dims()[m_axis]), 0);
        std::size_t bone = 0;
        Piece piece;
        for (const std::size_t at : voxels) {
            ++slices[along(at)];
            bone += m_grid.hu[at] > kBoneHu ? 1 : 0;
            piece.hu.push_back(m_grid.hu[at]);
        }
        const int widest = *std::max_element(slices.begin(), slices.end());
        const auto held = std::count_if(slices.begin(), slices.end(), [](int n) { return n > 0; });
        piece.lengthMm = static_cast<double>(held) * h;
        if (piece.lengthMm < kLeastLengthMm || widest * volume / h > kMostAreaMm2 ||
            static_cast<double>(bone) > kBoneShare * static_cast<double>(voxels.size()) ||
            liesInAir(voxels))
            return std::nullopt;
        return piece;
    }

    /// Of a couch or a mask, not of a neck: air beside more than a quarter of it.
    [[nodiscard]] bool liesInAir(const std::vector<std::size_t>& voxels) const {
        const auto besideAir = [&](std::size_t at) {
            const VoxelIndex v = m_grid.geometry.indexOf(at);
            return std::any_of(kFaces.begin(), kFaces.end(), [&](VoxelIndex face) {
                const VoxelIndex there{v.i + kAirReach * face.i, v.j + kAirReach * face.j,
                                       v.k + kAirReach * face.k};
                return m_grid.geometry.contains(there) &&
                       m_grid.hu[m_grid.geometry.offset(there)] < kAirHu;
            });
        };
        return static_cast<double>(std::count_if(voxels.begin(), voxels.end(), besideAir)) >
               kAirShare * static_cast<double>(voxels.size());
    }

    /// High and wide enough for a vessel to be in the picture, with soft tissue in it.
    [[nodiscard]] bool showsANeck() const {
        const auto& dims = m_grid.geometry.dims();
        const auto& h = m_grid.geometry.spacing();
        const auto body = static_cast<double>(std::count_if(m_grid.hu.begin(), m_grid.hu.end(),
                                                            [](float hu) { return hu > kSoftHu; }));
        const double stackMm = dims[m_axis] * h[m_axis];
        const double areaMm2 = body * m_grid.geometry.voxelVolumeMm3() / stackMm;
        return stackMm >= kStackMm && std::sqrt(areaMm2) >= kBodyMm;
    }

    const SeriesGrid& m_grid;
    std::size_t m_axis;
};

}  // namespace

PhaseFinding findContrastPhase(const SeriesGrid& grid, int stackAxis) {
    return PhaseFinder(grid, stackAxis).run();
}

}  // namespace nodewise::measure
