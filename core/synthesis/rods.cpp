#include "synthesis/rods.h"
#include <algorithm>
#include <cmath>
#include <utility>

namespace nodewise::synthesis {

float withinHeights(float z, float low, float high, float r, float round) {
    const float inside = std::min(z - low, high - z);
    return inside < 0 ? inside : r * std::min(1.0F, std::sqrt(inside / round));
}

void addRod(SliceAnatomy& out, Part part, Field field, std::span<const Knot> knots, float z,
            bool left) {
    Chain chain;
    chain.part = partSide(part, left);
    chain.field = field;
    const float mirror = left ? 1.0F : -1.0F;
    // A ball at every few millimetres: its cut is a disc, or lies some distance off the slice.
    const auto cut = [&](const Knot& k) {
        const float off = std::fabs(z - k.z);
        const float r = off < k.r ? std::sqrt(k.r * k.r - off * off) : k.r - off;
        return StrokePoint{mirror * k.x, k.y, r};
    };
    for (std::size_t n = 1; n < knots.size(); ++n) {
        const Knot &a = knots[n - 1], &b = knots[n];
        if (z > std::max(a.z, b.z) + a.r + b.r + 6 || z < std::min(a.z, b.z) - a.r - b.r - 6)
            continue;
        const Knot &before = knots[n > 1 ? n - 2 : 0],
                   &after = knots[std::min(n + 1, knots.size() - 1)];
        const int steps = 1 + static_cast<int>(std::hypot(b.x - a.x, b.y - a.y, b.z - a.z) / 3);
        StrokePoint last = cut(a);
        for (int i = 1; i <= steps; ++i) {
            const float t = static_cast<float>(i) / static_cast<float>(steps);
            const auto at = [&](auto member) {
                return spline(before.*member, a.*member, b.*member, after.*member, t);
            };
            const StrokePoint next =
                cut({at(&Knot::x), at(&Knot::y), at(&Knot::z), a.r + t * (b.r - a.r)});
            chain.add(last, next);
            last = next;
        }
    }
    if (!chain.segments.empty())
        out.chains.push_back(std::move(chain));
}

void addRodPair(SliceAnatomy& out, Part part, Field field, std::span<const Knot> knots, float z) {
    addRod(out, part, field, knots, z, true);
    addRod(out, part, field, knots, z, false);
}

void addTooth(Chain& chain, const StrokePoint& middle, std::size_t tooth) {
    constexpr float kArchMiddle = -60;  // the arches curve about this place
    const float nx = middle.x, ny = middle.y - kArchMiddle;
    const float r = middle.r, away = std::sqrt(nx * nx + ny * ny) + 1e-3F;
    const bool across = tooth > 1 && tooth < 5;
    const float half = (across ? 0.4F : 0.35F) * std::max(r, 0.0F) / away;
    const float dx = half * (across ? nx : -ny), dy = half * (across ? ny : nx);
    const float rest = r > 0 ? 0.84F * r : r;
    chain.add({middle.x - dx, middle.y - dy, rest}, {middle.x + dx + 0.01F, middle.y + dy, rest});
}

void addLine(SliceAnatomy& out, PartSide part, Field field, std::span<const StrokePoint> points,
             float mirror, float reach) {
    Chain chain;
    chain.part = part;
    chain.field = field;
    chain.reach = reach;
    for (std::size_t n = 1; n < points.size(); ++n)
        chain.add({mirror * points[n - 1].x, points[n - 1].y, points[n - 1].r},
                  {mirror * points[n].x, points[n].y, points[n].r});
    if (!chain.segments.empty())
        out.chains.push_back(std::move(chain));
}

}  // namespace nodewise::synthesis
