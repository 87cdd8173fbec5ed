#include "casepack/outline_size.h"
#include "base/require.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace nodewise::casepack {
namespace {

/// A place in an axial slice, mm along the two axes of the slice.
struct Flat {
    double u = 0, v = 0;
    friend auto operator<=>(const Flat&, const Flat&) = default;
};
using FlatPoints = std::vector<Flat>;

double turn(Flat a, Flat b, Flat c) {
    return (b.u - a.u) * (c.v - a.v) - (b.v - a.v) * (c.u - a.u);
}

/// Convex hull, counter-clockwise (Andrew's monotone chain).
FlatPoints hullOf(FlatPoints points) {
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3)
        return points;
    FlatPoints hull;
    const auto chain = [&](auto begin, auto end) {
        const std::size_t base = hull.size();
        for (auto at = begin; at != end; ++at) {
            while (hull.size() >= base + 2 && turn(hull[hull.size() - 2], hull.back(), *at) <= 0)
                hull.pop_back();
            hull.push_back(*at);
        }
        hull.pop_back();
    };
    chain(points.begin(), points.end());
    chain(points.rbegin(), points.rend());
    return hull;
}

struct Chord {
    Flat from, to;
    [[nodiscard]] double length() const { return std::hypot(to.u - from.u, to.v - from.v); }
};

Chord longestChord(const FlatPoints& hull) {
    Chord best;
    for (std::size_t a = 0; a < hull.size(); ++a)
        for (std::size_t b = a + 1; b < hull.size(); ++b)
            if (const Chord chord{hull[a], hull[b]}; chord.length() > best.length())
                best = chord;
    return best;
}

/// The longest chord of a convex outline across `axis` ends in one of its corners.
double longestAcross(const FlatPoints& hull, const Chord& axis) {
    const double length = axis.length();
    const double cu = (axis.to.u - axis.from.u) / length, cv = (axis.to.v - axis.from.v) / length;
    const auto along = [&](Flat p) { return p.u * cu + p.v * cv; };
    const auto across = [&](Flat p) { return p.v * cu - p.u * cv; };
    double best = 0;
    for (const Flat corner : hull) {
        const double at = along(corner);
        double low = across(corner), high = low;
        for (std::size_t a = 0; a < hull.size(); ++a) {
            const Flat p = hull[a], q = hull[(a + 1) % hull.size()];
            const double tp = along(p) - at, tq = along(q) - at;
            if (tp * tq > 0 || tp == tq)
                continue;
            const double share = tp / (tp - tq);
            const double side = across(p) + share * (across(q) - across(p));
            low = std::min(low, side);
            high = std::max(high, side);
        }
        best = std::max(best, high - low);
    }
    return best;
}

/// The grid seen as a stack of axial slices.
class AxialView {
public:
    AxialView(const LabelMap& labels, LabelValue label)
        : m_labels(labels)
        , m_label(label)
        , m_up(labels.geometry().axisAlong(2))
        , m_u((m_up + 1) % 3)
        , m_v((m_up + 2) % 3) {
        const auto box = labels.boxOf(label);
        NODEWISE_REQUIRE(box.has_value());
        m_low = {box->low.i, box->low.j, box->low.k};
        m_high = {box->high.i, box->high.j, box->high.k};
    }

    [[nodiscard]] int firstSlice() const { return m_low[at(m_up)]; }
    [[nodiscard]] int lastSlice() const { return m_high[at(m_up)]; }
    [[nodiscard]] double spacing(int axis) const { return m_labels.geometry().spacing()[at(axis)]; }
    [[nodiscard]] double spacingUp() const { return spacing(m_up); }

    /// Midpoints of the border faces within the slice, mm.
    [[nodiscard]] FlatPoints border(int slice) const {
        FlatPoints points;
        forEach(slice, [&](std::array<int, 3> voxel) {
            const Flat centre{voxel[at(m_u)] * spacing(m_u), voxel[at(m_v)] * spacing(m_v)};
            for (const int step : {-1, 1}) {
                if (!inside(moved(voxel, m_u, step)))
                    points.push_back({centre.u + 0.5 * step * spacing(m_u), centre.v});
                if (!inside(moved(voxel, m_v, step)))
                    points.push_back({centre.u, centre.v + 0.5 * step * spacing(m_v)});
            }
        });
        return points;
    }

    /// Centres of the voxels whose face towards `step` along the stack lies free.
    [[nodiscard]] FlatPoints cap(int slice, int step) const {
        FlatPoints points;
        forEach(slice, [&](std::array<int, 3> voxel) {
            if (!inside(moved(voxel, m_up, step)))
                points.push_back({voxel[at(m_u)] * spacing(m_u), voxel[at(m_v)] * spacing(m_v)});
        });
        return points;
    }

private:
    static std::size_t at(int axis) { return static_cast<std::size_t>(axis); }
    static std::array<int, 3> moved(std::array<int, 3> voxel, int axis, int step) {
        voxel[at(axis)] += step;
        return voxel;
    }
    [[nodiscard]] bool inside(std::array<int, 3> voxel) const {
        const VoxelIndex index{voxel[0], voxel[1], voxel[2]};
        return m_labels.geometry().contains(index) && m_labels.at(index) == m_label;
    }
    template <class F>
    void forEach(int slice, F&& use) const {
        std::array<int, 3> voxel{};
        voxel[at(m_up)] = slice;
        for (int v = m_low[at(m_v)]; v <= m_high[at(m_v)]; ++v)
            for (int u = m_low[at(m_u)]; u <= m_high[at(m_u)]; ++u) {
                voxel[at(m_u)] = u;
                voxel[at(m_v)] = v;
                if (inside(voxel))
                    use(voxel);
            }
    }

    const LabelMap& m_labels;
    LabelValue m_label;
    int m_up, m_u, m_v;
    std::array<int, 3> m_low{}, m_high{};
};

struct Solid {
    Flat flat;
    double up = 0;
};

double greatestOf(const AxialView& view) {
    std::vector<Solid> corners;
    const auto take = [&](const FlatPoints& points, double up) {
        for (const Flat point : hullOf(points))
            corners.push_back({point, up * view.spacingUp()});
    };
    for (int slice = view.firstSlice(); slice <= view.lastSlice(); ++slice) {
        take(view.border(slice), slice);
        take(view.cap(slice, -1), slice - 0.5);
        take(view.cap(slice, 1), slice + 0.5);
    }
    double best = 0;
    for (std::size_t a = 0; a < corners.size(); ++a)
        for (std::size_t b = a + 1; b < corners.size(); ++b)
            best = std::max(best, std::hypot(corners[a].flat.u - corners[b].flat.u,
                                             corners[a].flat.v - corners[b].flat.v,
                                             corners[a].up - corners[b].up));
    return best;
}

}  // namespace

OutlineSize sizeOfOutline(const LabelMap& labels, LabelValue label) {
    const AxialView view(labels, label);
    OutlineSize size;
    for (int slice = view.firstSlice(); slice <= view.lastSlice(); ++slice) {
        const FlatPoints hull = hullOf(view.border(slice));
        const Chord axis = longestChord(hull);
        if (axis.length() <= size.longAxisMm)
            continue;
        size.longAxisMm = axis.length();
        size.shortAxisMm = longestAcross(hull, axis);
    }
    size.greatestMm = greatestOf(view);
    return size;
}

PointLps centreOfOutline(const LabelMap& labels, LabelValue label) {
    const auto centroid = labels.centroidOf(label);
    NODEWISE_REQUIRE(centroid.has_value());
    if (labels.at(*centroid) == label)
        return *centroid;
    const GridGeometry& grid = labels.geometry();
    PointLps nearest = *centroid;
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t offset = 0; offset < labels.labels().size(); ++offset) {
        if (labels.labels()[offset] != label)
            continue;
        const PointLps point = grid.toPatient(grid.indexOf(offset));
        if (const double away = distance(point, *centroid); away < best) {
            best = away;
            nearest = point;
        }
    }
    return nearest;
}

}  // namespace nodewise::casepack
