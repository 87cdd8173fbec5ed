#include "measure/node_surface.h"
#include "measure/smooth_mask.h"
#include <algorithm>
#include <array>
#include <utility>

namespace nodewise::measure {
namespace {

constexpr float kLevel = 0.5F;

/// One voxel of the finest axis, in mm, along all axes, but at least half a voxel of each: thick
/// slices are not smoothed away.
std::array<double, 3> smoothing(const GridGeometry& grid) {
    const auto& s = grid.spacing();
    const double finest = std::min({s[0], s[1], s[2]});
    std::array<double, 3> sd{};
    for (std::size_t a = 0; a < 3; ++a)
        sd[a] = std::clamp(finest / s[a], 0.5, 1.0);
    return sd;
}

/// Gaussian tails and the cells of the surface fit into a rim of so many voxels.
constexpr int kSurfaceRim = 6;

/// Mean of the mask over blocks of about a millimetre.
struct Blocks {
    GridGeometry geometry;
    std::vector<float> share;
    std::array<double, 3> sd{};
};

Blocks blocksOf(const GridGeometry& grid, const std::vector<std::uint8_t>& mask) {
    constexpr double kBlockMm = 1.0;
    Blocks blocks;
    std::array<int, 3> by{}, dims{};
    std::array<double, 3> spacing{};
    ContinuousIndex first;
    for (std::size_t a = 0; a < 3; ++a) {
        by[a] = std::max(1, static_cast<int>(kBlockMm / grid.spacing()[a] + 0.1));
        dims[a] = (grid.dims()[a] + by[a] - 1) / by[a];
        spacing[a] = grid.spacing()[a] * by[a];
        // Averaging over a block is a blur of its own.
        blocks.sd[a] = by[a] > 1 ? 0.5 : smoothing(grid)[a];
    }
    first = {0.5 * (by[0] - 1), 0.5 * (by[1] - 1), 0.5 * (by[2] - 1)};
    blocks.geometry =
        GridGeometry::create(dims, spacing, grid.toPatient(first), grid.axes()).value();
    blocks.share.assign(blocks.geometry.voxelCount(), 0.0F);
    const float one = 1.0F / static_cast<float>(by[0] * by[1] * by[2]);
    for (int k = 0; k < grid.dims()[2]; ++k)
        for (int j = 0; j < grid.dims()[1]; ++j)
            for (int i = 0; i < grid.dims()[0]; ++i)
                if (mask[grid.offset({i, j, k})] != 0)
                    blocks.share[blocks.geometry.offset({i / by[0], j / by[1], k / by[2]})] += one;
    return blocks;
}

class SurfaceNets {
public:
    SurfaceNets(const GridGeometry& grid, std::vector<float> field)
        : m_grid(grid)
        , m_field(std::move(field))
        , m_vertexOf(m_field.size()) {}

    TriangleMesh run() {
        const auto& dims = m_grid.dims();
        for (int k = 0; k + 1 < dims[2]; ++k)
            for (int j = 0; j + 1 < dims[1]; ++j)
                for (int i = 0; i + 1 < dims[0]; ++i)
                    addVertex({i, j, k});
        for (int k = 1; k + 1 < dims[2]; ++k)
            for (int j = 1; j + 1 < dims[1]; ++j)
                for (int i = 1; i + 1 < dims[0]; ++i)
                    for (int axis = 0; axis < 3; ++axis)
                        addFace({i, j, k}, axis);
        return std::move(m_mesh);
    }

private:
    [[nodiscard]] float at(VoxelIndex v) const { return m_field[m_grid.offset(v)]; }
    [[nodiscard]] bool in(VoxelIndex v) const { return at(v) >= kLevel; }

    static VoxelIndex step(VoxelIndex v, int axis, int by = 1) {
        return {v.i + (axis == 0 ? by : 0), v.j + (axis == 1 ? by : 0), v.k + (axis == 2 ? by : 0)};
    }

    static VoxelIndex corner(VoxelIndex cell, int c) {
        return {cell.i + (c & 1), cell.j + ((c >> 1) & 1), cell.k + ((c >> 2) & 1)};
    }

    void addVertex(VoxelIndex cell) {
        int inside = 0;
        for (int c = 0; c < 8; ++c)
            inside += in(corner(cell, c)) ? 1 : 0;
        if (inside == 0 || inside == 8)
            return;
        ContinuousIndex sum;
        int crossings = 0;
        for (int c = 0; c < 8; ++c)
            for (int axis = 0; axis < 3; ++axis) {
                if (((c >> axis) & 1) != 0)
                    continue;
                const VoxelIndex from = corner(cell, c), to = step(from, axis);
                if (in(from) == in(to))
                    continue;
                const double t =
                    static_cast<double>(kLevel - at(from)) / static_cast<double>(at(to) - at(from));
                sum.i += from.i + (axis == 0 ? t : 0);
                sum.j += from.j + (axis == 1 ? t : 0);
                sum.k += from.k + (axis == 2 ? t : 0);
                ++crossings;
            }
        m_vertexOf[m_grid.offset(cell)] = static_cast<std::uint32_t>(m_mesh.vertices.size());
        m_mesh.vertices.push_back(m_grid.toPatient(
            ContinuousIndex{sum.i / crossings, sum.j / crossings, sum.k / crossings}));
    }

    /// The four cells round the edge from `v` along `axis`; wound so that the normal points
    /// outward.
    void addFace(VoxelIndex v, int axis) {
        const bool here = in(v), there = in(step(v, axis));
        if (here == there)
            return;
        const int a = (axis + 1) % 3, b = (axis + 2) % 3;
        const std::array<VoxelIndex, 4> cells{v, step(v, a, -1), step(step(v, a, -1), b, -1),
                                              step(v, b, -1)};
        std::array<std::uint32_t, 4> q{};
        for (std::size_t n = 0; n < 4; ++n)
            q[n] = m_vertexOf[m_grid.offset(cells[n])];
        // Seen from along `axis` the four run counter-clockwise in a right-handed grid.
        if (here != m_grid.rightHanded())
            std::swap(q[1], q[3]);
        m_mesh.triangles.push_back({q[0], q[1], q[2]});
        m_mesh.triangles.push_back({q[0], q[2], q[3]});
    }

    const GridGeometry& m_grid;
    std::vector<float> m_field;
    std::vector<std::uint32_t> m_vertexOf;
    TriangleMesh m_mesh;
};

}  // namespace

TriangleMesh surfaceOfField(const GridGeometry& grid, std::vector<float> field) {
    return SurfaceNets(grid, std::move(field)).run();
}

TriangleMesh nodeSurface(const NodeRegion& region) {
    const RegionBox box = boxRound(region, 0, kSurfaceRim);
    return surfaceOfField(box.geometry,
                          smoothMask(box.geometry, maskIn(region, box), smoothing(box.geometry)));
}

NodeSurface sharedSurface(const NodeRegion& region) {
    const RegionBox box = boxRound(region, 0, kSurfaceRim);
    const Blocks blocks = blocksOf(box.geometry, maskIn(region, box));
    NodeSurface surface;
    surface.mesh =
        surfaceOfField(blocks.geometry, smoothMask(blocks.geometry, blocks.share, blocks.sd));
    surface.normals = vertexNormals(surface.mesh);
    surface.areas = vertexAreas(surface.mesh);
    return surface;
}

std::vector<double> vertexAreas(const TriangleMesh& mesh) {
    std::vector<double> areas(mesh.vertices.size(), 0.0);
    for (const auto& t : mesh.triangles) {
        const VectorLps a = mesh.vertices[t[1]] - mesh.vertices[t[0]];
        const VectorLps b = mesh.vertices[t[2]] - mesh.vertices[t[0]];
        const double third = length(cross(a, b)) / 6.0;
        for (const std::uint32_t vertex : t)
            areas[vertex] += third;
    }
    return areas;
}

}  // namespace nodewise::measure
