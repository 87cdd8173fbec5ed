#include "measure/level_surface.h"
#include "geometry/marching_cubes.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

using Vector = std::array<double, 3>;
constexpr float kLevel = 0.5F;

Vector crossOf(const Vector& a, const Vector& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double dotOf(const Vector& a, const Vector& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Vector minus(const Vector& a, const Vector& b) {
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

class Walker {
public:
    explicit Walker(const BlurredMask& field)
        : m_field(field) {
        for (std::size_t c = 0; c < 8; ++c)
            m_corner[c] = field.offset(kCellCorners[c][0], kCellCorners[c][1], kCellCorners[c][2]);
    }

    LevelSurface run() {
        const auto& dims = m_field.dims;
        m_surface.pieces.reserve(
            8 * static_cast<std::size_t>(std::max({dims[0], dims[1], dims[2]})) *
            static_cast<std::size_t>(std::min({dims[0], dims[1], dims[2]})) / 2);
        for (int k = 0; k + 1 < dims[2]; ++k)
            for (int j = 0; j + 1 < dims[1]; ++j)
                walkRow(j, k);
        m_surface.volumeMm3 /= 6.0;
        return std::move(m_surface);
    }

private:
    void walkRow(int j, int k) {
        const float* row = m_field.value.data() + m_field.offset(0, j, k);
        const auto side = [&](int i) {
            const float* at = row + i;
            return (at[m_corner[0]] >= kLevel ? 1U : 0U) | (at[m_corner[3]] >= kLevel ? 8U : 0U) |
                   (at[m_corner[4]] >= kLevel ? 16U : 0U) | (at[m_corner[7]] >= kLevel ? 128U : 0U);
        };
        unsigned left = side(0);
        for (int i = 0; i + 1 < m_field.dims[0]; ++i) {
            const unsigned right = side(i + 1);
            const unsigned code = left |
                                  (right & 9U ? (right & 1U) << 1U | (right & 8U) >> 1U : 0U) |
                                  (right & 16U) << 1U | (right & 128U) >> 1U;
            if (code != 0 && code != 255)
                addCell(code, {i, j, k}, row + i);
            left = right;
        }
    }

    [[nodiscard]] Vector crossing(std::uint8_t edge, const std::array<int, 3>& cell,
                                  const float* at) const {
        const std::size_t a = kCellEdges[edge][0], b = kCellEdges[edge][1];
        const float from = at[m_corner[a]], to = at[m_corner[b]];
        const double t = static_cast<double>(kLevel - from) / static_cast<double>(to - from);
        Vector place{};
        for (std::size_t d = 0; d < 3; ++d)
            place[d] = m_field.firstMm[d] +
                       m_field.stepMm * (cell[d] + kCellCorners[a][d] +
                                         t * (kCellCorners[b][d] - kCellCorners[a][d]));
        return place;
    }

    void addCell(unsigned code, const std::array<int, 3>& cell, const float* at) {
        SurfacePiece piece;
        piece.cell = cell;
        for (const auto& triangle : cellTriangles()[code]) {
            const Vector a = crossing(triangle[0], cell, at), b = crossing(triangle[1], cell, at),
                         c = crossing(triangle[2], cell, at);
            const Vector normal = crossOf(minus(b, a), minus(c, a));
            const double area = 0.5 * std::sqrt(dotOf(normal, normal));
            piece.area += area;
            m_surface.volumeMm3 += dotOf(a, normal);
            for (std::size_t d = 0; d < 3; ++d) {
                piece.place[d] += area * (a[d] + b[d] + c[d]) / 3.0;
                piece.normal[d] += 0.5 * normal[d];
            }
        }
        if (piece.area <= 0)
            return;
        for (double& place : piece.place)
            place /= piece.area;
        m_surface.areaMm2 += piece.area;
        m_surface.pieces.push_back(piece);
    }

    const BlurredMask& m_field;
    std::array<std::size_t, 8> m_corner{};
    LevelSurface m_surface;
};

/// First and second differences at a node, per step.
struct Derivatives {
    Vector first{};
    double xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0;
};

Derivatives derivativesAt(const BlurredMask& field, int i, int j, int k) {
    const auto at = [&](int x, int y, int z) {
        return static_cast<double>(field.value[field.offset(
            std::clamp(i + x, 0, field.dims[0] - 1), std::clamp(j + y, 0, field.dims[1] - 1),
            std::clamp(k + z, 0, field.dims[2] - 1))]);
    };
    const double middle = at(0, 0, 0);
    Derivatives d;
    d.first = {0.5 * (at(1, 0, 0) - at(-1, 0, 0)), 0.5 * (at(0, 1, 0) - at(0, -1, 0)),
               0.5 * (at(0, 0, 1) - at(0, 0, -1))};
    d.xx = at(1, 0, 0) + at(-1, 0, 0) - 2 * middle;
    d.yy = at(0, 1, 0) + at(0, -1, 0) - 2 * middle;
    d.zz = at(0, 0, 1) + at(0, 0, -1) - 2 * middle;
    d.xy = 0.25 * (at(1, 1, 0) + at(-1, -1, 0) - at(1, -1, 0) - at(-1, 1, 0));
    d.xz = 0.25 * (at(1, 0, 1) + at(-1, 0, -1) - at(1, 0, -1) - at(-1, 0, 1));
    d.yz = 0.25 * (at(0, 1, 1) + at(0, -1, -1) - at(0, 1, -1) - at(0, -1, 1));
    return d;
}

Derivatives derivativesAt(const BlurredMask& field, const SurfacePiece& piece) {
    Vector t{};
    for (std::size_t d = 0; d < 3; ++d)
        t[d] = (piece.place[d] - field.firstMm[d]) / field.stepMm - piece.cell[d];
    Derivatives sum;
    for (const auto& corner : kCellCorners) {
        double weight = 1;
        for (std::size_t d = 0; d < 3; ++d)
            weight *= corner[d] != 0 ? t[d] : 1 - t[d];
        const Derivatives at = derivativesAt(field, piece.cell[0] + corner[0],
                                             piece.cell[1] + corner[1], piece.cell[2] + corner[2]);
        for (std::size_t d = 0; d < 3; ++d)
            sum.first[d] += weight * at.first[d];
        sum.xx += weight * at.xx;
        sum.yy += weight * at.yy;
        sum.zz += weight * at.zz;
        sum.xy += weight * at.xy;
        sum.xz += weight * at.xz;
        sum.yz += weight * at.yz;
    }
    return sum;
}

}  // namespace

LevelSurface levelSurface(const BlurredMask& field) {
    return Walker(field).run();
}

double leastCurvature(const BlurredMask& field, const SurfacePiece& piece) {
    const Derivatives d = derivativesAt(field, piece);
    const auto& g = d.first;
    const double square = dotOf(g, g);
    if (square <= 0)
        return 0;
    const double size = std::sqrt(square);
    // g' H g, the trace, and g' adj(H) g.
    const double along = g[0] * g[0] * d.xx + g[1] * g[1] * d.yy + g[2] * g[2] * d.zz +
                         2 * (g[0] * g[1] * d.xy + g[0] * g[2] * d.xz + g[1] * g[2] * d.yz);
    const double mean = (along - square * (d.xx + d.yy + d.zz)) / (2 * square * size);
    const double gauss =
        (g[0] * g[0] * (d.yy * d.zz - d.yz * d.yz) + g[1] * g[1] * (d.xx * d.zz - d.xz * d.xz) +
         g[2] * g[2] * (d.xx * d.yy - d.xy * d.xy) +
         2 * (g[0] * g[1] * (d.xz * d.yz - d.xy * d.zz) +
              g[0] * g[2] * (d.xy * d.yz - d.xz * d.yy) +
              g[1] * g[2] * (d.xy * d.xz - d.yz * d.xx))) /
        (square * square);
    return (mean - std::sqrt(std::max(0.0, mean * mean - gauss))) / field.stepMm;
}

}  // namespace nodewise::measure
