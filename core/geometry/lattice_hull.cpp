#include "geometry/lattice_hull.h"
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <utility>

namespace nodewise {
namespace {

using Wide = std::array<std::int64_t, 3>;

Wide minus(const LatticePoint& a, const LatticePoint& b) {
    return {std::int64_t{a[0]} - b[0], std::int64_t{a[1]} - b[1], std::int64_t{a[2]} - b[2]};
}

Wide crossOf(const Wide& a, const Wide& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

std::int64_t dotOf(const Wide& a, const Wide& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

constexpr std::uint32_t kNone = 0xffffffffU;

struct Face {
    std::array<std::uint32_t, 3> corner{};
    std::array<std::uint32_t, 3> neighbour{};  ///< Across the edge corner[e] to corner[e + 1].
    Wide normal{};
    std::vector<std::uint32_t> outside;  ///< Points that see this face.
    std::uint32_t farthest = kNone;
    std::int64_t reach = 0;
    bool alive = true;
};

class Quickhull {
public:
    explicit Quickhull(const std::vector<LatticePoint>& points)
        : m_points(points) {}

    bool run() {
        if (!start())
            return false;
        for (std::uint32_t f = 0; f < m_faces.size(); ++f)
            while (m_faces[f].alive && m_faces[f].farthest != kNone)
                add(m_faces[f].farthest, f);
        return true;
    }

    LatticeHull result() const {
        LatticeHull hull;
        std::vector<std::uint32_t> number(m_points.size(), kNone);
        for (const Face& face : m_faces) {
            if (!face.alive)
                continue;
            std::array<std::uint32_t, 3> triangle{};
            for (std::size_t c = 0; c < 3; ++c) {
                std::uint32_t& n = number[face.corner[c]];
                if (n == kNone) {
                    n = static_cast<std::uint32_t>(hull.corners.size());
                    hull.corners.push_back(m_points[face.corner[c]]);
                }
                triangle[c] = n;
            }
            hull.triangles.push_back(triangle);
        }
        return hull;
    }

private:
    [[nodiscard]] std::int64_t height(const Face& face, std::uint32_t point) const {
        return dotOf(face.normal, minus(m_points[point], m_points[face.corner[0]]));
    }

    std::uint32_t addFace(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        Face face;
        face.corner = {a, b, c};
        face.normal = crossOf(minus(m_points[b], m_points[a]), minus(m_points[c], m_points[a]));
        m_faces.push_back(std::move(face));
        return static_cast<std::uint32_t>(m_faces.size() - 1);
    }

    /// The point for which `size` is largest, if that is not zero.
    template <class Size>
    [[nodiscard]] std::optional<std::uint32_t> largest(Size size) const {
        std::int64_t best = 0;
        std::optional<std::uint32_t> found;
        for (std::uint32_t p = 0; p < m_points.size(); ++p)
            if (const std::int64_t s = std::llabs(size(m_points[p])); s > best) {
                best = s;
                found = p;
            }
        return found;
    }

    /// Four points that are not in one plane, and who sees which of their faces.
    bool start() {
        if (m_points.empty())
            return false;
        const LatticePoint& first = m_points[0];
        const auto b = largest([&](const LatticePoint& p) {
            const Wide d = minus(p, first);
            return dotOf(d, d);
        });
        if (!b)
            return false;
        const Wide along = minus(m_points[*b], first);
        const auto c = largest([&](const LatticePoint& p) {
            const Wide area = crossOf(along, minus(p, first));
            return std::llabs(area[0]) + std::llabs(area[1]) + std::llabs(area[2]);
        });
        if (!c)
            return false;
        const Wide normal = crossOf(along, minus(m_points[*c], first));
        const auto d =
            largest([&](const LatticePoint& p) { return dotOf(normal, minus(p, first)); });
        if (!d)
            return false;
        tetrahedron(*b, *c, *d, dotOf(normal, minus(m_points[*d], first)) > 0);
        std::vector<std::uint32_t> all(m_points.size());
        for (std::uint32_t p = 0; p < all.size(); ++p)
            all[p] = p;
        share(all, {0, 1, 2, 3});
        return true;
    }

    void tetrahedron(std::uint32_t b, std::uint32_t c, std::uint32_t d, bool above) {
        if (above)
            std::swap(b, c);
        addFace(0, b, c);
        addFace(0, d, b);
        addFace(b, d, c);
        addFace(c, d, 0);
        m_faces[0].neighbour = {1, 2, 3};
        m_faces[1].neighbour = {3, 2, 0};
        m_faces[2].neighbour = {1, 3, 0};
        m_faces[3].neighbour = {2, 1, 0};
    }

    /// Gives each point to the first of the faces that it sees; the others lie within the hull.
    void share(const std::vector<std::uint32_t>& points, const std::vector<std::uint32_t>& faces) {
        for (const std::uint32_t point : points)
            for (const std::uint32_t f : faces) {
                Face& face = m_faces[f];
                const std::int64_t reach = height(face, point);
                if (reach <= 0)
                    continue;
                face.outside.push_back(point);
                if (reach > face.reach) {
                    face.reach = reach;
                    face.farthest = point;
                }
                break;
            }
    }

    struct Rim {
        std::uint32_t from, to, beyond;  ///< An edge of a seen face and the unseen face beyond it.
    };

    /// The seen faces round `face`, taken out of the hull; their rim in order.
    void look(std::uint32_t point, std::uint32_t face, std::size_t entry, bool isFirst,
              std::vector<Rim>& rim, std::vector<std::uint32_t>& loose) {
        // Walked with a stack of its own: a seen region can be as deep as it has faces.
        struct Visit {
            std::uint32_t face;
            std::size_t entry, done;
        };
        std::vector<Visit> stack{{face, entry, isFirst ? std::size_t{0} : std::size_t{1}}};
        takeOut(face, loose);
        while (!stack.empty()) {
            Visit& visit = stack.back();
            if (visit.done == 3) {
                stack.pop_back();
                continue;
            }
            const std::size_t e = (visit.entry + visit.done++) % 3;
            const Face& here = m_faces[visit.face];
            const std::uint32_t other = here.neighbour[e];
            if (!m_faces[other].alive)
                continue;
            if (height(m_faces[other], point) > 0) {
                const std::size_t back = edgeTo(other, visit.face);
                takeOut(other, loose);
                stack.push_back({other, back, 1});
            } else {
                rim.push_back({here.corner[e], here.corner[(e + 1) % 3], other});
            }
        }
    }

    void takeOut(std::uint32_t f, std::vector<std::uint32_t>& loose) {
        Face& face = m_faces[f];
        face.alive = false;
        loose.insert(loose.end(), face.outside.begin(), face.outside.end());
        face.outside = {};
    }

    [[nodiscard]] std::size_t edgeTo(std::uint32_t face, std::uint32_t neighbour) const {
        const auto& list = m_faces[face].neighbour;
        return static_cast<std::size_t>(std::find(list.begin(), list.end(), neighbour) -
                                        list.begin());
    }

    void add(std::uint32_t point, std::uint32_t seen) {
        std::vector<Rim> rim;
        std::vector<std::uint32_t> loose, fresh;
        look(point, seen, 0, true, rim, loose);
        for (const Rim& edge : rim)
            fresh.push_back(addFace(edge.from, edge.to, point));
        for (std::size_t n = 0; n < rim.size(); ++n) {
            const std::uint32_t next = fresh[(n + 1) % rim.size()];
            Face& face = m_faces[fresh[n]];
            face.neighbour[0] = rim[n].beyond;
            face.neighbour[1] = next;
            m_faces[next].neighbour[2] = fresh[n];
            Face& beyond = m_faces[rim[n].beyond];
            for (std::size_t e = 0; e < 3; ++e)
                if (beyond.corner[e] == rim[n].to && beyond.corner[(e + 1) % 3] == rim[n].from)
                    beyond.neighbour[e] = fresh[n];
        }
        loose.erase(std::remove(loose.begin(), loose.end(), point), loose.end());
        share(loose, fresh);
    }

    const std::vector<LatticePoint>& m_points;
    std::vector<Face> m_faces;
};

}  // namespace

LatticeHull latticeHull(std::vector<LatticePoint> points) {
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    Quickhull hull(points);
    if (!hull.run())
        return {std::move(points), {}};
    return hull.result();
}

}  // namespace nodewise
