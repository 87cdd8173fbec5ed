#include "measure/binary_mesh.h"
#include "geometry/marching_cubes.h"
#include "measure/farthest_pair.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

/// Voxel columns of a mask with an empty rim, so that neighbours need no test.
class Padded {
public:
    explicit Padded(const MaskBox& mask) {
        for (std::size_t a = 0; a < 3; ++a)
            m_dims[a] = mask.dims[a] + 2;
        m_inside.assign(static_cast<std::size_t>(m_dims[0]) * static_cast<std::size_t>(m_dims[1]) *
                            static_cast<std::size_t>(m_dims[2]),
                        0);
        for (int k = 0; k < mask.dims[2]; ++k)
            for (int j = 0; j < mask.dims[1]; ++j)
                for (int i = 0; i < mask.dims[0]; ++i)
                    m_inside[offset(i, j, k)] = mask.inside[mask.offset(i, j, k)] != 0 ? 1 : 0;
    }

    /// -1 is the rim.
    [[nodiscard]] std::size_t offset(int i, int j, int k) const {
        return static_cast<std::size_t>(i + 1) +
               static_cast<std::size_t>(m_dims[0]) *
                   (static_cast<std::size_t>(j + 1) +
                    static_cast<std::size_t>(m_dims[1]) * static_cast<std::size_t>(k + 1));
    }
    [[nodiscard]] bool at(int i, int j, int k) const { return m_inside[offset(i, j, k)] != 0; }
    [[nodiscard]] const std::uint8_t* row(int j, int k) const {
        return &m_inside[offset(-1, j, k)];
    }
    [[nodiscard]] int width() const { return m_dims[0]; }

private:
    std::array<int, 3> m_dims{};
    std::vector<std::uint8_t> m_inside;
};

/// Corners of one hull of points of one plane, found by Andrew's monotone chain.
using PlanePoints = std::vector<std::array<std::int32_t, 2>>;

void keepHull(PlanePoints& points) {
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3)
        return;
    const auto turn = [](const auto& a, const auto& b, const auto& c) {
        return std::int64_t{b[0] - a[0]} * (c[1] - a[1]) -
               std::int64_t{b[1] - a[1]} * (c[0] - a[0]);
    };
    PlanePoints hull;
    for (int pass = 0; pass < 2; ++pass) {
        const std::size_t floor = hull.size();
        for (const auto& point : points) {
            while (hull.size() >= floor + 2 && turn(hull[hull.size() - 2], hull.back(), point) <= 0)
                hull.pop_back();
            hull.push_back(point);
        }
        hull.pop_back();
        std::reverse(points.begin(), points.end());
    }
    points = std::move(hull);
}

/// The vertices of the mesh by planes across axis 2, in half voxels; only those that can be corners
/// of the hull of their plane: the outermost two of each row.
class Vertices {
public:
    explicit Vertices(const MaskBox& mask, int normal)
        : m_mask(mask)
        , m_padded(mask)
        , m_u((normal + 1) % 3)
        , m_v((normal + 2) % 3)
        , m_w(normal) {}

    [[nodiscard]] int planes() const { return 2 * m_mask.dims[static_cast<std::size_t>(m_w)] + 1; }
    /// Plane n lies n - 1 half voxels from the first voxel centres.
    [[nodiscard]] PlanePoints plane(int n) const {
        PlanePoints points;
        const int half = n - 1, width = size(m_u), height = size(m_v);
        if (half % 2 == 0)
            wholePlane(half / 2, width, height, points);
        else
            halfPlane(half, width, height, points);
        keepHull(points);
        return points;
    }
    [[nodiscard]] LatticePoint place(const std::array<std::int32_t, 2>& point, int n) const {
        LatticePoint at{};
        at[static_cast<std::size_t>(m_u)] = point[0];
        at[static_cast<std::size_t>(m_v)] = point[1];
        at[static_cast<std::size_t>(m_w)] = n - 1;
        return at;
    }
    [[nodiscard]] double distanceMm(const std::array<std::int32_t, 2>& a,
                                    const std::array<std::int32_t, 2>& b) const {
        return 0.5 * std::hypot((a[0] - b[0]) * m_mask.spacingMm[static_cast<std::size_t>(m_u)],
                                (a[1] - b[1]) * m_mask.spacingMm[static_cast<std::size_t>(m_v)]);
    }

private:
    [[nodiscard]] int size(int axis) const { return m_mask.dims[static_cast<std::size_t>(axis)]; }
    [[nodiscard]] bool at(int u, int v, int w) const {
        std::array<int, 3> index{};
        index[static_cast<std::size_t>(m_u)] = u;
        index[static_cast<std::size_t>(m_v)] = v;
        index[static_cast<std::size_t>(m_w)] = w;
        return m_padded.at(index[0], index[1], index[2]);
    }

    /// Vertices on edges along u and v.
    void wholePlane(int w, int width, int height, PlanePoints& points) const {
        for (int v = 0; v < height; ++v) {
            int first = -1, last = -1;
            for (int u = 0; u < width; ++u)
                if (at(u, v, w)) {
                    first = first < 0 ? u : first;
                    last = u;
                }
            if (first < 0)
                continue;
            points.push_back({2 * first - 1, 2 * v});
            points.push_back({2 * last + 1, 2 * v});
        }
        for (int u = 0; u < width; ++u) {
            int first = -1, last = -1;
            for (int v = 0; v < height; ++v)
                if (at(u, v, w)) {
                    first = first < 0 ? v : first;
                    last = v;
                }
            if (first < 0)
                continue;
            points.push_back({2 * u, 2 * first - 1});
            points.push_back({2 * u, 2 * last + 1});
        }
    }

    /// Vertices on edges along w: where two planes of voxels differ.
    void halfPlane(int half, int width, int height, PlanePoints& points) const {
        const int below = (half - 1) / 2, above = below + 1;
        for (int v = 0; v < height; ++v) {
            int first = -1, last = -1;
            for (int u = 0; u < width; ++u)
                if (at(u, v, below) != at(u, v, above)) {
                    first = first < 0 ? u : first;
                    last = u;
                }
            if (first < 0)
                continue;
            points.push_back({2 * first, 2 * v});
            points.push_back({2 * last, 2 * v});
        }
    }

    const MaskBox& m_mask;
    Padded m_padded;
    int m_u, m_v, m_w;
};

void measureFaces(const std::array<double, 3>& spacing, MeshHull& result) {
    const auto place = [&](std::uint32_t corner) {
        const LatticePoint& at = result.hull.corners[corner];
        return PointLps{0.5 * at[0] * spacing[0], 0.5 * at[1] * spacing[1],
                        0.5 * at[2] * spacing[2]};
    };
    for (const auto& triangle : result.hull.triangles) {
        const PointLps a = place(triangle[0]), b = place(triangle[1]), c = place(triangle[2]);
        const VectorLps normal = cross(b - a, c - a);
        result.areaMm2 += 0.5 * length(normal);
        result.volumeMm3 += dot(a - PointLps{}, normal) / 6.0;
    }
}

void measureLengths(const std::array<double, 3>& spacing, MeshHull& result) {
    const auto& corners = result.hull.corners;
    if (corners.empty())
        return;
    std::vector<PointLps> places;
    LatticePoint low = corners[0], high = corners[0];
    for (const LatticePoint& corner : corners) {
        places.push_back({0.5 * corner[0] * spacing[0], 0.5 * corner[1] * spacing[1],
                          0.5 * corner[2] * spacing[2]});
        for (std::size_t d = 0; d < 3; ++d) {
            low[d] = std::min(low[d], corner[d]);
            high[d] = std::max(high[d], corner[d]);
        }
    }
    const auto [from, to] = farthestPair(places);
    result.ends = {corners[from], corners[to]};
    result.greatestMm = distance(places[from], places[to]);
    for (std::size_t d = 0; d < 3; ++d)
        result.boxMm[d] = 0.5 * (high[d] - low[d]) * spacing[d];
}

/// Corners of the hulls of all planes: among them are those of the whole.
std::vector<LatticePoint> outermost(const MaskBox& mask) {
    const Vertices vertices(mask, 2);
    std::vector<LatticePoint> points;
    for (int n = 0; n < vertices.planes(); ++n)
        for (const auto& point : vertices.plane(n))
            points.push_back(vertices.place(point, n));
    return points;
}

}  // namespace

BinaryMesh binaryMesh(const MaskBox& mask) {
    const auto table = cellMeasures(mask.spacingMm);
    const Padded padded(mask);
    BinaryMesh mesh;
    double six = 0;
    for (int k = -1; k < mask.dims[2]; ++k)
        for (int j = -1; j < mask.dims[1]; ++j) {
            const std::array<const std::uint8_t*, 4> row{padded.row(j, k), padded.row(j + 1, k),
                                                         padded.row(j, k + 1),
                                                         padded.row(j + 1, k + 1)};
            unsigned left = 0;
            for (int i = 0; i + 1 < padded.width(); ++i) {
                const auto next = static_cast<std::size_t>(i + 1);
                const unsigned right =
                    row[0][next] * 2U + row[1][next] * 4U + row[2][next] * 32U + row[3][next] * 64U;
                const unsigned code = left | right;
                left = row[0][next] * 1U + row[1][next] * 8U + row[2][next] * 16U +
                       row[3][next] * 128U;
                if (code == 0 || code == 255)
                    continue;
                const CellMeasure& cell = table[code];
                mesh.areaMm2 += cell.area;
                six += cell.atOrigin + cell.perPlace[0] * i * mask.spacingMm[0] +
                       cell.perPlace[1] * (j + 1) * mask.spacingMm[1] +
                       cell.perPlace[2] * (k + 1) * mask.spacingMm[2];
            }
        }
    mesh.volumeMm3 = six / 6.0;
    return mesh;
}

MeshHull meshHull(const MaskBox& mask) {
    MeshHull result;
    result.hull = latticeHull(outermost(mask));
    measureFaces(mask.spacingMm, result);
    measureLengths(mask.spacingMm, result);
    return result;
}

double meshGreatestMm(const MaskBox& mask) {
    std::vector<PointLps> places;
    for (const LatticePoint& point : outermost(mask))
        places.push_back({0.5 * point[0] * mask.spacingMm[0], 0.5 * point[1] * mask.spacingMm[1],
                          0.5 * point[2] * mask.spacingMm[2]});
    if (places.empty())
        return 0;
    const auto [from, to] = farthestPair(places);
    return distance(places[from], places[to]);
}

std::array<double, 3> greatestInPlanes(const MaskBox& mask) {
    std::array<double, 3> greatest{};
    for (int axis = 0; axis < 3; ++axis) {
        const Vertices vertices(mask, axis);
        for (int n = 0; n < vertices.planes(); ++n) {
            const auto hull = vertices.plane(n);
            for (std::size_t a = 0; a < hull.size(); ++a)
                for (std::size_t b = a + 1; b < hull.size(); ++b)
                    greatest[static_cast<std::size_t>(axis)] =
                        std::max(greatest[static_cast<std::size_t>(axis)],
                                 vertices.distanceMm(hull[a], hull[b]));
        }
    }
    return greatest;
}

}  // namespace nodewise::measure
