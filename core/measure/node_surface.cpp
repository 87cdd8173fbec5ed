#include "measure/node_surface.h"
#include "measure/smooth_mask.h"
#include <algorithm>
#include <array>
#include <unordered_map>

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

class SurfaceNets {
public:
    explicit SurfaceNets(const NodeRegion& region)
        : m_grid(region.geometry)
        , m_field(smoothMask(region.geometry, region.inside, smoothing(region.geometry))) {}

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
            q[n] = m_vertexOf.at(m_grid.offset(cells[n]));
        // Seen from along `axis` the four run counter-clockwise in a right-handed grid.
        if (here != m_grid.rightHanded())
            std::swap(q[1], q[3]);
        m_mesh.triangles.push_back({q[0], q[1], q[2]});
        m_mesh.triangles.push_back({q[0], q[2], q[3]});
    }

    const GridGeometry& m_grid;
    std::vector<float> m_field;
    std::unordered_map<std::size_t, std::uint32_t> m_vertexOf;
    TriangleMesh m_mesh;
};

}  // namespace

TriangleMesh nodeSurface(const NodeRegion& region) {
    return SurfaceNets(region).run();
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
