#include "measure/outline.h"
#include "base/require.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise::measure {
namespace {

constexpr float kLevel = 0.5F;
constexpr double kSmoothing = 0.6;  // pixels

std::array<float, 2 * kPlaneRim + 1> kernel() {
    std::array<float, 2 * kPlaneRim + 1> weights{};
    double sum = 0;
    for (int d = -kPlaneRim; d <= kPlaneRim; ++d)
        sum += std::exp(-0.5 * d * d / (kSmoothing * kSmoothing));
    for (int d = -kPlaneRim; d <= kPlaneRim; ++d)
        weights[static_cast<std::size_t>(d + kPlaneRim)] =
            static_cast<float>(std::exp(-0.5 * d * d / (kSmoothing * kSmoothing)) / sum);
    return weights;
}

/// Along the rows of a field whose rim of kPlaneRim is 0.
void smoothRows(PlaneField& field) {
    static const auto weights = kernel();
    const auto width = static_cast<std::size_t>(field.width);
    std::vector<float> line(width);
    for (std::size_t j = kPlaneRim; j + kPlaneRim < static_cast<std::size_t>(field.height); ++j) {
        float* row = field.value.data() + j * width;
        std::copy(row, row + width, line.begin());
        std::fill(row, row + width, 0.0F);
        for (std::size_t d = 0; d < weights.size(); ++d) {
            // out[i] += w[d] · in[i + d - rim], where that lies in the row
            const std::size_t from = d < kPlaneRim ? kPlaneRim - d : 0;
            const std::size_t end = d > kPlaneRim ? width - (d - kPlaneRim) : width;
            for (std::size_t i = from; i < end; ++i)
                row[i] += weights[d] * line[i + d - kPlaneRim];
        }
    }
}

/// Across the rows.
void smoothColumns(PlaneField& field) {
    static const auto weights = kernel();
    const auto width = static_cast<std::size_t>(field.width);
    const auto height = static_cast<std::size_t>(field.height);
    const std::vector<float> in = field.value;
    std::fill(field.value.begin(), field.value.end(), 0.0F);
    for (std::size_t j = 0; j < height; ++j)
        for (std::size_t d = 0; d < weights.size(); ++d) {
            if (j + d < kPlaneRim || j + d - kPlaneRim >= height)
                continue;
            const float* from = in.data() + (j + d - kPlaneRim) * width;
            float* to = field.value.data() + j * width;
            for (std::size_t i = 0; i < width; ++i)
                to[i] += weights[d] * from[i];
        }
}

/// Sides of a cell between four pixels.
enum Side : std::uint8_t { Bottom, Right, Top, Left, None };

/// From side, to side: at most two pieces a cell; the inside (bit set) lies to the left.
/// Bits: 1 lower left, 2 lower right, 4 upper right, 8 upper left.
using CellPieces = std::array<Side, 4>;
constexpr std::array<CellPieces, 16> kPieces{{
    {None, None, None, None},
    {Bottom, Left, None, None},
    {Right, Bottom, None, None},
    {Right, Left, None, None},
    {Top, Right, None, None},
    {Bottom, Left, Top, Right},
    {Top, Bottom, None, None},
    {Top, Left, None, None},
    {Left, Top, None, None},
    {Bottom, Top, None, None},
    {Right, Bottom, Left, Top},
    {Right, Top, None, None},
    {Left, Right, None, None},
    {Bottom, Right, None, None},
    {Left, Bottom, None, None},
    {None, None, None, None},
}};
/// The two saddles when their middle lies inside.
constexpr CellPieces kJoined5{Bottom, Right, Top, Left}, kJoined10{Left, Bottom, Right, Top};

/// Walks the cells and links their pieces into loops.
class Tracer {
public:
    explicit Tracer(const PlaneField& field)
        : m_field(field) {}

    std::vector<std::vector<PlanePoint>> run() {
        m_pieceOf.assign(2 * m_field.value.size() + 2, 0);
        const auto width = static_cast<std::size_t>(m_field.width);
        for (int j = 0; j + 1 < m_field.height; ++j) {
            const float* low = m_field.value.data() + static_cast<std::size_t>(j) * width;
            const auto side = [&](std::size_t i) {
                return (low[i] >= kLevel ? 1 : 0) + (low[i + width] >= kLevel ? 1 : 0);
            };
            int left = side(0);
            for (int i = 0; i + 1 < m_field.width; ++i) {
                const int right = side(static_cast<std::size_t>(i) + 1);
                if (left + right != 0 && left + right != 4)
                    addCell(i, j);
                left = right;
            }
        }
        return link();
    }

private:
    struct Piece {
        std::size_t side, next;
        PlanePoint from;
        bool used;
    };

    /// Every side between two pixels has one number, shared by its two cells.
    [[nodiscard]] std::size_t sideId(int i, int j, Side side) const {
        const auto id = [&](int column, int row, std::size_t vertical) {
            return 2 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(m_field.width) +
                        static_cast<std::size_t>(column)) +
                   vertical;
        };
        switch (side) {
        case Bottom:
            return id(i, j, 0);
        case Top:
            return id(i, j + 1, 0);
        case Left:
            return id(i, j, 1);
        default:
            return id(i + 1, j, 1);
        }
    }

    [[nodiscard]] PlanePoint crossing(int i, int j, Side side) const {
        const auto between = [&](int i0, int j0, int i1, int j1) {
            const float a = m_field.at(i0, j0), b = m_field.at(i1, j1);
            const double t = static_cast<double>(kLevel - a) / static_cast<double>(b - a);
            return m_field.place(i0 + t * (i1 - i0), j0 + t * (j1 - j0));
        };
        switch (side) {
        case Bottom:
            return between(i, j, i + 1, j);
        case Top:
            return between(i, j + 1, i + 1, j + 1);
        case Left:
            return between(i, j, i, j + 1);
        default:
            return between(i + 1, j, i + 1, j + 1);
        }
    }

    void addCell(int i, int j) {
        const std::array<float, 4> corner{m_field.at(i, j), m_field.at(i + 1, j),
                                          m_field.at(i + 1, j + 1), m_field.at(i, j + 1)};
        std::size_t code = 0;
        for (std::size_t c = 0; c < 4; ++c)
            code |= corner[c] >= kLevel ? std::size_t{1} << c : 0;
        const bool joined = corner[0] + corner[1] + corner[2] + corner[3] >= 4 * kLevel;
        CellPieces pieces = kPieces[code];
        if (joined && code == 5)
            pieces = kJoined5;
        if (joined && code == 10)
            pieces = kJoined10;
        for (std::size_t p = 0; p < 4 && pieces[p] != None; p += 2) {
            m_pieces.push_back({sideId(i, j, pieces[p]), sideId(i, j, pieces[p + 1]),
                                crossing(i, j, pieces[p]), false});
            m_pieceOf[m_pieces.back().side] = static_cast<std::uint32_t>(m_pieces.size());
        }
    }

    std::vector<std::vector<PlanePoint>> link() {
        std::vector<std::size_t> starts;
        starts.reserve(m_pieces.size());
        for (const Piece& piece : m_pieces)
            starts.push_back(piece.side);
        std::sort(starts.begin(), starts.end());
        std::vector<std::vector<PlanePoint>> loops;
        for (const std::size_t start : starts) {
            std::vector<PlanePoint> loop;
            for (std::uint32_t at = m_pieceOf[start]; at != 0 && !m_pieces[at - 1].used;) {
                Piece& piece = m_pieces[at - 1];
                piece.used = true;
                loop.push_back(piece.from);
                at = m_pieceOf[piece.next];
            }
            if (loop.size() > 2)
                loops.push_back(std::move(loop));
        }
        std::stable_sort(loops.begin(), loops.end(),
                         [](const auto& a, const auto& b) { return a.size() > b.size(); });
        return loops;
    }

    const PlaneField& m_field;
    std::vector<Piece> m_pieces;
    std::vector<std::uint32_t> m_pieceOf;  ///< By side: number of its piece and 1, else 0.
};

/// Parts one pixel wide would sink below the level: the outline runs at least through their
/// centres.
void keepThinParts(const PlaneMask& mask, PlaneField& field) {
    constexpr float kJustInside = 0.505F;
    for (int j = 0; j < mask.height; ++j)
        for (int i = 0; i < mask.width; ++i) {
            const std::size_t at =
                static_cast<std::size_t>(j) * static_cast<std::size_t>(mask.width) +
                static_cast<std::size_t>(i);
            float& value = field.value[static_cast<std::size_t>(j + kPlaneRim) *
                                           static_cast<std::size_t>(field.width) +
                                       static_cast<std::size_t>(i + kPlaneRim)];
            if (mask.inside[at] != 0)
                value = std::max(value, kJustInside);
        }
}

double turn(PlanePoint a, PlanePoint b, PlanePoint c) {
    return (b.u - a.u) * (c.v - a.v) - (b.v - a.v) * (c.u - a.u);
}

}  // namespace

double distance(PlanePoint a, PlanePoint b) {
    const double u = a.u - b.u, v = a.v - b.v;
    return std::sqrt(u * u + v * v);
}

PlaneField smoothPlane(const PlaneMask& mask) {
    PlaneField field;
    field.width = mask.width + 2 * kPlaneRim;
    field.height = mask.height + 2 * kPlaneRim;
    field.spacingU = mask.spacingU;
    field.spacingV = mask.spacingV;
    const auto width = static_cast<std::size_t>(field.width);
    const auto height = static_cast<std::size_t>(field.height);
    field.value.assign(width * height, 0.0F);
    for (int j = 0; j < mask.height; ++j)
        for (int i = 0; i < mask.width; ++i)
            field.value[static_cast<std::size_t>(j + kPlaneRim) * width +
                        static_cast<std::size_t>(i + kPlaneRim)] =
                mask.inside[static_cast<std::size_t>(j) * static_cast<std::size_t>(mask.width) +
                            static_cast<std::size_t>(i)];
    smoothRows(field);
    smoothColumns(field);
    keepThinParts(mask, field);
    return field;
}

std::vector<std::vector<PlanePoint>> outlinesOf(const PlaneField& field) {
    return Tracer(field).run();
}

std::vector<PlanePoint> convexHull(std::vector<PlanePoint> points) {
    const auto before = [](PlanePoint a, PlanePoint b) {
        return a.u < b.u || (a.u == b.u && a.v < b.v);
    };
    std::sort(points.begin(), points.end(), before);
    points.erase(std::unique(points.begin(), points.end(),
                             [](PlanePoint a, PlanePoint b) { return a.u == b.u && a.v == b.v; }),
                 points.end());
    if (points.size() < 3)
        return points;
    std::vector<PlanePoint> hull;  // Andrew's monotone chain: lower side, then upper side.
    for (int pass = 0; pass < 2; ++pass) {
        const std::size_t floor = hull.size();
        for (const PlanePoint point : points) {
            while (hull.size() >= floor + 2 && turn(hull[hull.size() - 2], hull.back(), point) <= 0)
                hull.pop_back();
            hull.push_back(point);
        }
        hull.pop_back();
        std::reverse(points.begin(), points.end());
    }
    return hull;
}

std::array<PlanePoint, 2> farthestPair(const std::vector<PlanePoint>& hull) {
    NODEWISE_REQUIRE(hull.size() >= 2);
    // A node's hull has at most a few hundred corners: all pairs of corners are cheap and exact.
    std::array<PlanePoint, 2> best{hull[0], hull[1]};
    double longest = -1;  // its square
    for (std::size_t a = 0; a < hull.size(); ++a)
        for (std::size_t b = a + 1; b < hull.size(); ++b) {
            const double u = hull[a].u - hull[b].u, v = hull[a].v - hull[b].v;
            if (u * u + v * v > longest) {
                longest = u * u + v * v;
                best = {hull[a], hull[b]};
            }
        }
    return best;
}

std::array<PlanePoint, 2> widthAcross(const std::vector<PlanePoint>& hull,
                                      const std::array<PlanePoint, 2>& line) {
    NODEWISE_REQUIRE(!hull.empty());
    const double length = distance(line[0], line[1]);
    const double du = length > 0 ? (line[1].u - line[0].u) / length : 1;
    const double dv = length > 0 ? (line[1].v - line[0].v) / length : 0;
    const auto across = [&](PlanePoint p) { return -p.u * dv + p.v * du; };
    const auto along = [&](PlanePoint p) { return p.u * du + p.v * dv; };
    const auto [low, high] =
        std::minmax_element(hull.begin(), hull.end(),
                            [&](PlanePoint a, PlanePoint b) { return across(a) < across(b); });
    const double middle = 0.5 * (along(*low) + along(*high));
    const auto place = [&](double w) {
        return PlanePoint{middle * du - w * dv, middle * dv + w * du};
    };
    return {place(across(*low)), place(across(*high))};
}

}  // namespace nodewise::measure
