#include "measure/farthest_pair.h"
#include "base/require.h"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace nodewise::measure {
namespace {

using Place = std::array<double, 3>;
constexpr std::size_t kLeaf = 8;

struct Box {
    Place low{}, high{};
    std::size_t begin = 0, end = 0;  ///< Of the order.
    std::size_t halves = 0;          ///< Number of the first half, the other follows; 0: a leaf.
    double radius = 0;               ///< Of its points about the middle of all.
};

class Search {
public:
    Search(const std::vector<PointLps>& points, PointLps middle)
        : m_order(points.size()) {
        for (const PointLps p : points) {
            m_places.push_back({p.x, p.y, p.z});
            m_radii.push_back((1 + 1e-12) * distance(p, middle));
        }
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        m_boxes.reserve(4 * points.size() / kLeaf + 4);
        m_boxes.push_back(boxOf(0, points.size()));
        for (std::size_t b = 0; b < m_boxes.size(); ++b)
            split(b);
    }

    std::array<std::size_t, 2> run() {
        m_pair = {m_order[0], m_order[0]};
        open(0, 0);
        return m_pair;
    }

private:
    [[nodiscard]] Box boxOf(std::size_t begin, std::size_t end) const {
        Box box{m_places[m_order[begin]], m_places[m_order[begin]], begin, end, 0, 0};
        for (std::size_t n = begin; n < end; ++n) {
            for (std::size_t d = 0; d < 3; ++d) {
                box.low[d] = std::min(box.low[d], m_places[m_order[n]][d]);
                box.high[d] = std::max(box.high[d], m_places[m_order[n]][d]);
            }
            box.radius = std::max(box.radius, m_radii[m_order[n]]);
        }
        return box;
    }

    void split(std::size_t b) {
        const Box box = m_boxes[b];
        if (box.end - box.begin <= kLeaf)
            return;
        std::size_t axis = 0;
        for (std::size_t d = 1; d < 3; ++d)
            if (box.high[d] - box.low[d] > box.high[axis] - box.low[axis])
                axis = d;
        const std::size_t middle = (box.begin + box.end) / 2;
        const auto at = [&](std::size_t n) {
            return m_order.begin() + static_cast<std::ptrdiff_t>(n);
        };
        std::nth_element(at(box.begin), at(middle), at(box.end), [&](std::size_t p, std::size_t q) {
            return m_places[p][axis] < m_places[q][axis];
        });
        m_boxes[b].halves = m_boxes.size();
        m_boxes.push_back(boxOf(box.begin, middle));
        m_boxes.push_back(boxOf(middle, box.end));
    }

    /// Square of the farthest two points of two boxes can lie apart.
    [[nodiscard]] double reach(std::size_t a, std::size_t b) const {
        double square = 0;
        for (std::size_t d = 0; d < 3; ++d) {
            const double span = std::max(m_boxes[b].high[d] - m_boxes[a].low[d],
                                         m_boxes[a].high[d] - m_boxes[b].low[d]);
            square += span * span;
        }
        return square;
    }

    void open(std::size_t a, std::size_t b) {
        // By way of the middle no two of their points lie farther apart than this: what decides on
        // a ball, where every point has an opposite.
        if (m_boxes[a].radius + m_boxes[b].radius <= m_longest || reach(a, b) <= m_best)
            return;
        if (m_boxes[a].halves == 0 && m_boxes[b].halves == 0) {
            compare(m_boxes[a], m_boxes[b]);
            return;
        }
        // The larger box is opened; a box against itself gives three pairs.
        struct Pair {
            std::size_t a, b;
            double reach;
        };
        std::array<Pair, 3> pairs{};
        std::size_t count = 0;
        const auto add = [&](std::size_t p, std::size_t q) {
            pairs[count++] = {p, q, reach(p, q)};
        };
        if (a == b) {
            const std::size_t half = m_boxes[a].halves;
            add(half, half + 1);
            add(half, half);
            add(half + 1, half + 1);
        } else {
            const bool first = m_boxes[b].halves == 0 ||
                               (m_boxes[a].halves != 0 && m_boxes[a].end - m_boxes[a].begin >=
                                                              m_boxes[b].end - m_boxes[b].begin);
            const std::size_t half = m_boxes[first ? a : b].halves, other = first ? b : a;
            add(half, other);
            add(half + 1, other);
        }
        if (pairs[1].reach > pairs[0].reach)
            std::swap(pairs[0], pairs[1]);  // the most promising first
        for (std::size_t n = 0; n < count; ++n)
            open(pairs[n].a, pairs[n].b);
    }

    void compare(const Box& a, const Box& b) {
        for (std::size_t p = a.begin; p < a.end; ++p) {
            if (m_radii[m_order[p]] + b.radius <= m_longest)
                continue;
            for (std::size_t q = b.begin; q < b.end; ++q) {
                const Place &from = m_places[m_order[p]], &to = m_places[m_order[q]];
                const double x = from[0] - to[0], y = from[1] - to[1], z = from[2] - to[2];
                if (const double square = x * x + y * y + z * z; square > m_best) {
                    m_best = square;
                    m_longest = std::sqrt(square);
                    m_pair = {m_order[p], m_order[q]};
                }
            }
        }
    }

    std::vector<Place> m_places;
    std::vector<double> m_radii;
    std::vector<std::size_t> m_order;
    std::vector<Box> m_boxes;
    double m_best = 0, m_longest = 0;
    std::array<std::size_t, 2> m_pair{};
};

std::size_t farthestFrom(const std::vector<PointLps>& points, PointLps place) {
    std::size_t best = 0;
    double square = -1;
    for (std::size_t n = 0; n < points.size(); ++n) {
        const VectorLps away = points[n] - place;
        if (const double own = dot(away, away); own > square) {
            square = own;
            best = n;
        }
    }
    return best;
}

/// All points lie in a ball about `c`. With a pair `longest` apart in hand, an end of a longer one
/// lies at least `longest` less the ball's radius from `c`: of a ball with its voxels' noise few
/// points are left, of a long body its two ends.
std::vector<std::size_t> possibleEnds(const std::vector<PointLps>& points, PointLps& c) {
    double longest = 0;
    c = points.front();
    std::size_t from = 0;
    for (int walk = 0; walk < 4; ++walk) {
        const std::size_t to = farthestFrom(points, points[from]);
        const double own = distance(points[from], points[to]);
        if (own <= longest)
            break;
        longest = own;
        c = points[from] + (points[to] - points[from]) * 0.5;
        from = to;
    }
    const double radius = distance(points[farthestFrom(points, c)], c);
    const double least = std::max(0.0, longest - radius - 1e-9);
    std::vector<std::size_t> kept;
    for (std::size_t n = 0; n < points.size(); ++n)
        if (distance(points[n], c) >= least)
            kept.push_back(n);
    return kept;
}

}  // namespace

std::array<std::size_t, 2> farthestPair(const std::vector<PointLps>& points) {
    NODEWISE_REQUIRE(!points.empty());
    PointLps middle;
    const auto kept = possibleEnds(points, middle);
    std::vector<PointLps> places;
    places.reserve(kept.size());
    for (const std::size_t n : kept)
        places.push_back(points[n]);
    const auto [from, to] = Search(places, middle).run();
    return {kept[from], kept[to]};
}

}  // namespace nodewise::measure
