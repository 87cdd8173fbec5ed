#include "measure/opposite_shell.h"
#include "measure/neighbours.h"
#include "measure/soft_tissue.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr float kAirHu = -200.0F;
constexpr double kClearMm = 5.0;
constexpr std::size_t kMostVoxels = 30000, kLeastVoxels = 200;
constexpr double kLeastShare = 0.33;

/// The voxel of one grid that holds the mirror image of a voxel of another. The way there is one
/// linear map; only where it ends on a border between voxels, within rounding, is it gone step by
/// step.
class MirrorMap {
public:
    MirrorMap(const GridGeometry& from, const MirrorPlane& plane, const GridGeometry& to)
        : m_from(from)
        , m_plane(plane)
        , m_to(to)
        , m_first(image({0, 0, 0})) {
        const std::array<VoxelIndex, 3> ones{VoxelIndex{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        for (std::size_t a = 0; a < 3; ++a) {
            const Place end = image(ones[a]);
            for (std::size_t d = 0; d < 3; ++d)
                m_steps[a][d] = end[d] - m_first[d];
        }
    }

    [[nodiscard]] VoxelIndex operator()(VoxelIndex voxel) const {
        std::array<int, 3> found{};
        for (std::size_t d = 0; d < 3; ++d) {
            const double at = m_first[d] + 0.5 + voxel.i * m_steps[0][d] + voxel.j * m_steps[1][d] +
                              voxel.k * m_steps[2][d];
            found[d] = static_cast<int>(at);
            const double share = at - found[d];
            if (!(share > kRounding && share < 1 - kRounding))
                return m_to.nearestVoxel(m_plane.mirrored(m_from.toPatient(voxel)));
        }
        return {found[0], found[1], found[2]};
    }

private:
    using Place = std::array<double, 3>;
    static constexpr double kRounding = 1e-6;

    [[nodiscard]] Place image(VoxelIndex voxel) const {
        const auto at = m_to.toIndex(m_plane.mirrored(m_from.toPatient(voxel)));
        return {at.i, at.j, at.k};
    }

    const GridGeometry& m_from;
    const MirrorPlane& m_plane;
    const GridGeometry& m_to;
    Place m_first;
    std::array<Place, 3> m_steps{};
};

/// The part of the volume that the shell's mirror image may lie in.
struct MirrorCut {
    VoxelIndex start;
    GridGeometry geometry;
    std::vector<float> hu;
    std::vector<std::uint8_t> masked;  ///< Structure, node, or not a number.
};

class OppositeReader {
public:
    OppositeReader(const NodeRegion& region, const OppositeSide& side, double raisedFromHu)
        : m_region(region)
        , m_side(side)
        , m_raisedFrom(raisedFromHu) {}

    Result<std::optional<OppositeShell>> run(unsigned threads, JobControl& job) {
        if (!clearOfPlane() || !cut())
            return std::optional<OppositeShell>();
        if (!m_region.hasStructures || !m_named) {
            const auto tissue =
                findSoftTissue(m_cut.geometry, m_cut.hu, m_cut.masked, threads, job);
            if (!tissue)
                return fail(tissue.error());
            for (std::size_t at = 0; at < tissue->size(); ++at)
                m_cut.masked[at] = static_cast<std::uint8_t>(m_cut.masked[at] | (*tissue)[at]);
        }
        read();
        if (m_out.voxels < kLeastVoxels ||
            static_cast<double>(m_out.voxels) < kLeastShare * static_cast<double>(m_looked))
            return std::optional<OppositeShell>();
        finish();
        return std::optional<OppositeShell>(m_out);
    }

private:
    [[nodiscard]] bool clearOfPlane() const {
        const auto& grid = m_region.geometry;
        double nearest = 1e9;
        const VoxelIndex low = m_region.nodeBox.low, high = m_region.nodeBox.high;
        for (int c = 0; c < 8; ++c) {
            const PointLps corner = grid.toPatient(VoxelIndex{(c & 1) != 0 ? high.i : low.i,
                                                              (c & 2) != 0 ? high.j : low.j,
                                                              (c & 4) != 0 ? high.k : low.k});
            const double side = dot(m_region.centroid - m_side.plane.point, m_side.plane.normal);
            const double own = dot(corner - m_side.plane.point, m_side.plane.normal);
            nearest = std::min(nearest, side > 0 ? own : -own);
        }
        return nearest > kClearMm;
    }

    /// The box of the mirrored shell within the volume; false when there is none.
    bool cut() {
        const GridGeometry& grid = m_side.image->geometry();
        const RegionBox shell = boxRound(m_region, kShellToMm + 2, 1);
        std::array<double, 3> low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};
        for (int c = 0; c < 8; ++c) {
            const VoxelIndex corner{(c & 1) != 0 ? shell.size[0] - 1 : 0,
                                    (c & 2) != 0 ? shell.size[1] - 1 : 0,
                                    (c & 4) != 0 ? shell.size[2] - 1 : 0};
            const auto at = grid.toIndex(m_side.plane.mirrored(shell.geometry.toPatient(corner)));
            const std::array<double, 3> index{at.i, at.j, at.k};
            for (std::size_t a = 0; a < 3; ++a) {
                low[a] = std::min(low[a], index[a]);
                high[a] = std::max(high[a], index[a]);
            }
        }
        std::array<int, 3> start{}, size{};
        for (std::size_t a = 0; a < 3; ++a) {
            const int last = grid.dims()[a] - 1;
            start[a] = std::clamp(static_cast<int>(std::floor(low[a])), 0, last);
            size[a] = std::clamp(static_cast<int>(std::ceil(high[a])), 0, last) - start[a] + 1;
            if (size[a] < 3)
                return false;
        }
        m_cut.start = {start[0], start[1], start[2]};
        m_cut.geometry = grid.part(m_cut.start, size);
        fill();
        return true;
    }

    void fill() {
        const std::size_t count = m_cut.geometry.voxelCount();
        m_cut.hu.resize(count);
        m_cut.masked.resize(count);
        const GridGeometry& grid = m_side.image->geometry();
        const auto& dims = m_cut.geometry.dims();
        const auto labels = m_side.labels->labels();
        m_side.image->visit([&](auto voxels) {
            std::size_t to = 0;
            for (int k = 0; k < dims[2]; ++k)
                for (int j = 0; j < dims[1]; ++j) {
                    const std::size_t row =
                        grid.offset({m_cut.start.i, m_cut.start.j + j, m_cut.start.k + k});
                    for (std::size_t i = 0; i < static_cast<std::size_t>(dims[0]); ++i, ++to) {
                        const auto hu = static_cast<float>(voxels[row + i]);
                        const bool structure = m_side.structures != nullptr &&
                                               m_side.structures->labels()[row + i] != 0;
                        m_named = m_named || structure;
                        m_cut.hu[to] = hu;
                        m_cut.masked[to] =
                            structure || labels[row + i] != 0 || !std::isfinite(hu) ? 1 : 0;
                    }
                }
        });
    }

    void read() {
        const RegionBox shell = boxRound(m_region, kShellToMm, 1);
        const MirrorMap mirror(m_region.geometry, m_side.plane, m_cut.geometry);
        const std::size_t count = shell.geometry.voxelCount();
        // A stride of whole voxels in the plane keeps the layers' shares.
        const int stride = count > 8 * kMostVoxels ? 2 : 1;
        for (int k = 0; k < shell.size[2]; ++k)
            for (int j = 0; j < shell.size[1]; j += stride)
                for (int i = (k + j / stride) % stride; i < shell.size[0]; i += stride) {
                    const VoxelIndex voxel{shell.low.i + i, shell.low.j + j, shell.low.k + k};
                    readVoxel(voxel, m_region.geometry.offset(voxel), mirror);
                }
    }

    void readVoxel(VoxelIndex voxel, std::size_t own, const MirrorMap& mirror) {
        const auto mm = static_cast<double>(m_region.distanceMm[own]);
        if (mm < kShellFromMm || mm >= kShellToMm)
            return;
        ++m_looked;
        const VoxelIndex at = mirror(voxel);
        if (!m_cut.geometry.contains(at))
            return;
        const std::size_t offset = m_cut.geometry.offset(at);
        const float hu = m_cut.hu[offset];
        if (hu <= kAirHu || m_cut.masked[offset] != 0 ||
            !allNeighbours(m_cut.geometry.dims(), at, offset,
                           [&](std::size_t next) { return m_cut.masked[next] == 0; }))
            return;
        const auto value = static_cast<double>(hu);
        const bool raised = value >= m_raisedFrom && value <= kRaisedToHu;
        FatLayer& layer = m_out.layers[static_cast<std::size_t>(mm - kShellFromMm)];
        ++layer.voxels;
        layer.hu += value;
        layer.raisedShare += raised ? 1 : 0;
        ++m_out.voxels;
        m_out.hu += value;
        m_out.raisedShare += raised ? 1 : 0;
    }

    void finish() {
        const auto share = [](double& sum, std::size_t voxels) {
            if (voxels > 0)
                sum /= static_cast<double>(voxels);
        };
        share(m_out.hu, m_out.voxels);
        share(m_out.raisedShare, m_out.voxels);
        for (std::size_t n = 0; n < m_out.layers.size(); ++n) {
            FatLayer& layer = m_out.layers[n];
            layer.fromMm = kShellFromMm + static_cast<double>(n);
            layer.toMm = layer.fromMm + 1;
            share(layer.hu, layer.voxels);
            share(layer.raisedShare, layer.voxels);
        }
    }

    const NodeRegion& m_region;
    const OppositeSide& m_side;
    double m_raisedFrom;
    MirrorCut m_cut;
    OppositeShell m_out;
    std::size_t m_looked = 0;
    bool m_named = false;  ///< The map names structures there too, not only about the node.
};

}  // namespace

Result<std::optional<OppositeShell>> readOppositeShell(const NodeRegion& region,
                                                       const OppositeSide& side,
                                                       double raisedFromHu, unsigned threads,
                                                       JobControl& job) {
    return OppositeReader(region, side, raisedFromHu).run(threads, job);
}

}  // namespace nodewise::measure
