#include "geometry/marching_cubes.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise {
namespace {

/// Corners of the six faces, counter-clockwise as seen from outside the cell.
constexpr std::array<std::array<std::uint8_t, 4>, 6> kFaces{
    {{0, 3, 2, 1}, {4, 5, 6, 7}, {0, 1, 5, 4}, {3, 7, 6, 2}, {0, 4, 7, 3}, {1, 2, 6, 5}}};

using Loop = std::vector<std::uint8_t>;  // edges, in order

bool inside(unsigned code, std::uint8_t corner) {
    return ((code >> corner) & 1U) != 0;
}

std::uint8_t edgeBetween(std::uint8_t a, std::uint8_t b) {
    for (std::uint8_t e = 0; e < 12; ++e)
        if ((kCellEdges[e][0] == a && kCellEdges[e][1] == b) ||
            (kCellEdges[e][0] == b && kCellEdges[e][1] == a))
            return e;
    return 12;
}

/// Where the surface goes on from each cut edge: on each face, round a run of inside corners, from
/// the edge the run is entered by to the edge it is left by. Single corners keep to themselves.
std::array<std::uint8_t, 12> nextEdges(unsigned code) {
    std::array<std::uint8_t, 12> next{};
    next.fill(12);
    for (const auto& face : kFaces)
        for (std::size_t c = 0; c < 4; ++c) {
            if (!inside(code, face[c]) || inside(code, face[(c + 1) % 4]))
                continue;
            std::size_t first = c;  // back to the start of the run
            while (inside(code, face[(first + 3) % 4]))
                first = (first + 3) % 4;
            next[edgeBetween(face[(first + 3) % 4], face[first])] =
                edgeBetween(face[c], face[(c + 1) % 4]);
        }
    return next;
}

std::vector<Loop> loopsOf(unsigned code) {
    auto next = nextEdges(code);
    std::vector<Loop> loops;
    for (std::uint8_t start = 0; start < 12; ++start) {
        Loop loop;
        for (std::uint8_t at = start; next[at] < 12;) {
            loop.push_back(at);
            const std::uint8_t to = next[at];
            next[at] = 12;
            at = to;
        }
        if (!loop.empty())
            loops.push_back(std::move(loop));
    }
    return loops;
}

/// The corner of an edge on the wanted side.
std::uint8_t cornerOf(unsigned code, std::uint8_t edge, bool wantInside) {
    const auto& ends = kCellEdges[edge];
    return inside(code, ends[0]) == wantInside ? ends[0] : ends[1];
}

/// How many edges of the loop end at the same corner of one side as this one.
long shared(unsigned code, const Loop& loop, std::uint8_t edge, bool side) {
    const std::uint8_t corner = cornerOf(code, edge, side);
    return std::count_if(loop.begin(), loop.end(),
                         [&](std::uint8_t other) { return cornerOf(code, other, side) == corner; });
}

/// Where the fan of a loop starts. Five edges: beside the one that stands alone at the middle
/// corner of the smaller side, which leaves two flat pieces. Six or seven with an outside corner of
/// three cut edges: at that corner's edge between the two neighbours it does not share a face with.
std::size_t fanStart(unsigned code, const Loop& loop) {
    int count = 0;
    for (std::uint8_t c = 0; c < 8; ++c)
        count += inside(code, c) ? 1 : 0;
    const bool side = count <= 4;
    if (loop.size() == 5)
        for (std::size_t n = 0; n < 5; ++n)
            if (shared(code, loop, loop[n], side) == 1)
                return (n + 1) % 5;
    for (std::size_t n = 0; loop.size() > 5 && n < loop.size(); ++n) {
        // Its own two other edges lie on either side of it in the loop.
        const std::size_t before = (n + loop.size() - 1) % loop.size(),
                          after = (n + 1) % loop.size();
        const std::uint8_t corner = cornerOf(code, loop[n], false);
        if (shared(code, loop, loop[n], false) == 3 &&
            cornerOf(code, loop[before], false) == corner &&
            cornerOf(code, loop[after], false) == corner)
            return n;
    }
    return 0;
}

void addTriangles(unsigned code, const Loop& loop, CellTriangles& out) {
    const std::size_t n = loop.size();
    int count = 0;
    for (std::uint8_t c = 0; c < 8; ++c)
        count += inside(code, c) ? 1 : 0;
    if (n == 6 && count < 6) {  // every other edge in the middle, a corner at each side
        for (std::size_t k = 0; k < 6; k += 2)
            out.push_back({loop[k], loop[k + 1], loop[(k + 2) % 6]});
        out.push_back({loop[0], loop[2], loop[4]});
        return;
    }
    const std::size_t start = fanStart(code, loop);
    for (std::size_t k = 1; k + 1 < n; ++k)
        out.push_back({loop[start], loop[(start + k) % n], loop[(start + k + 1) % n]});
}

std::array<CellTriangles, 256> allTriangles() {
    std::array<CellTriangles, 256> table;
    for (unsigned code = 0; code < 128; ++code) {
        for (const Loop& loop : loopsOf(code))
            addTriangles(code, loop, table[code]);
        table[255 - code] = table[code];
        for (auto& triangle : table[255 - code])
            std::swap(triangle[1], triangle[2]);
    }
    return table;
}

using Vector = std::array<double, 3>;

Vector crossOf(const Vector& a, const Vector& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

Vector middleOf(std::uint8_t edge, const Vector& spacing) {
    Vector middle{};
    for (std::size_t d = 0; d < 3; ++d)
        middle[d] = 0.5 * spacing[d] *
                    (kCellCorners[kCellEdges[edge][0]][d] + kCellCorners[kCellEdges[edge][1]][d]);
    return middle;
}

}  // namespace

const std::array<CellTriangles, 256>& cellTriangles() {
    static const auto table = allTriangles();
    return table;
}

std::array<CellMeasure, 256> cellMeasures(const std::array<double, 3>& spacingMm) {
    std::array<CellMeasure, 256> measures{};
    for (std::size_t code = 0; code < 256; ++code)
        for (const auto& triangle : cellTriangles()[code]) {
            CellMeasure& m = measures[code];
            const Vector a = middleOf(triangle[0], spacingMm), b = middleOf(triangle[1], spacingMm),
                         c = middleOf(triangle[2], spacingMm);
            const Vector ab = crossOf(a, b), bc = crossOf(b, c), ca = crossOf(c, a);
            Vector normal{};
            for (std::size_t d = 0; d < 3; ++d) {
                normal[d] = ab[d] + bc[d] + ca[d];
                m.perPlace[d] += normal[d];
                m.atOrigin += ab[d] * c[d];
            }
            m.area += 0.5 * std::hypot(normal[0], normal[1], normal[2]);
        }
    return measures;
}

}  // namespace nodewise
