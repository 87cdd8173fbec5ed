#include "synthesis/neck_levels.h"
#include "synthesis/anatomy_model.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

// Heights of the straight neck, mm above the middle of the hyoid body.
constexpr float kSkullBase = 73, kPalate = 66, kAtlasProcess = 49.5F, kMylohyoidTop = 36,
                kHyoidTop = 4.5F, kHyoidLow = -4.5F, kThyroidLow = -46, kCricoidLow = -62,
                kTransverseCervical = -74, kAboveJoint = -92, kManubrium = -114;

/// Extent of a piece of line with its thickness along one axis.
struct Extent {
    float low = kFar * 10, high = -kFar * 10;
    void hold(float v, float r) {
        low = std::min(low, v - r);
        high = std::max(high, v + r);
    }
    [[nodiscard]] bool empty() const { return low > high; }
};

/// Everything of one part that a slice cuts on one side.
struct Outline {
    Extent x, y;
    std::array<float, 2> backEnd{}, frontEnd{};

    void add(float px, float py, float r) {
        if (r <= 0)
            return;
        if (y.empty() || py + r > y.high)
            backEnd = {px, py + r};
        if (y.empty() || py - r < y.low)
            frontEnd = {px, py - r};
        x.hold(px, r);
        y.hold(py, r);
    }
};

Outline outlineOf(const SliceAnatomy& slice, Part part, bool left) {
    Outline out;
    const PartSide both = partSide(part, left);
    const float mirror = left ? 1.0F : -1.0F;
    for (const Chain& chain : slice.chains)
        if (chain.part == both && chain.floor <= 0)
            for (const Segment& s : chain.segments) {
                out.add(mirror * s.x, s.y, s.r);
                out.add(mirror * (s.x + s.dx), s.y + s.dy, s.r + s.dr);
            }
    for (const Tube& tube : slice.tubes)
        if (tube.part == both && tube.section.floor <= 0) {
            const EllipseSection& e = tube.section;
            const float wide = std::hypot(e.a * e.cosine, e.b * e.sine),
                        deep = std::hypot(e.a * e.sine, e.b * e.cosine);
            out.add(mirror * e.x, e.y, deep);
            out.x.hold(mirror * e.x, wide);
        }
    return out;
}

float parotidDistance(const SliceAnatomy& slice, bool left, float x, float y) {
    float d = kFar;
    for (const Chain& chain : slice.chains)
        if (chain.part == partSide(Part::Parotid, left) && chain.floor <= 0)
            for (const Segment& s : chain.segments)
                d = std::min(d, distanceTo(s, x, y));
    return d;
}

LevelEdges edgesAt(const CasePlan& plan, float z, bool left, float x, float y) {
    const SliceAnatomy slice = cutAnatomy(plan, z);
    const auto of = [&](Part part) { return outlineOf(slice, part, left); };
    const Outline vein = of(Part::InternalJugular), gland = of(Part::Submandibular),
                  belly = of(Part::DigastricAnterior), strap = of(Part::StrapMuscles),
                  scm = of(Part::Sternocleidomastoid), trapezius = of(Part::Trapezius);
    const Outline common = of(Part::CommonCarotid);
    const Outline artery = common.x.empty() ? of(Part::InternalCarotid) : common;
    LevelEdges e;
    e.veinBack = vein.y.empty() ? -14 : vein.y.high;
    e.arteryInner = artery.x.empty() ? 24 : artery.x.low;
    e.glandBack = gland.y.empty() ? -38 : gland.y.high;
    e.bellyX = belly.x.empty() ? 14 : 0.5F * (belly.x.low + belly.x.high);
    e.strapFront = strap.y.empty() ? -62 : strap.y.low;
    e.scmFront = scm.y.empty() ? -66 : scm.y.low;
    e.scmBack = scm.y.empty() ? std::array{56.0F, -40.0F} : scm.backEnd;
    e.trapezius = trapezius.y.empty() ? std::array{60.0F, 30.0F} : trapezius.frontEnd;
    e.parotid = parotidDistance(slice, left, x, y);
    return e;
}

/// Behind the line from the back edge of the sternocleidomastoid to the scalenes.
bool behindSternomastoid(const LevelEdges& e, float ax, float y, float z) {
    const float low = std::clamp((-20 - z) / 40, 0.0F, 1.0F);
    const std::array scalene{44 + 6 * low, 6 - 20 * low};
    const float dx = scalene[0] - e.scmBack[0], dy = scalene[1] - e.scmBack[1];
    return dx * (y - e.scmBack[1]) - dy * (ax - e.scmBack[0]) < 0;
}

std::optional<Level> posterior(const LevelEdges& e, float y, float z) {
    if (z > kHyoidTop || y > std::max(e.trapezius[1], e.scmBack[1]) + 12)
        return std::nullopt;
    if (z > kCricoidLow)
        return Level::Va;
    if (z > kTransverseCervical)
        return Level::Vb;
    return z > kManubrium ? std::optional(Level::Vc) : std::nullopt;
}

std::optional<Level> anterior(const LevelEdges& e, float y, float z) {
    if (z > kHyoidLow || z < kManubrium || y > -26)
        return std::nullopt;
    if (y < e.strapFront + 3)
        return Level::VIa;
    return z < kThyroidLow ? std::optional(Level::VIb) : std::nullopt;
}

std::optional<Level> jugular(const LevelEdges& e, float y, float z) {
    if (z > kHyoidLow)
        return y <= e.veinBack ? Level::IIa : Level::IIb;
    if (z > kCricoidLow)
        return Level::III;
    if (z > kAboveJoint)
        return Level::IVa;
    return z > kManubrium ? std::optional(Level::IVb) : std::nullopt;
}

/// Beside the styloid process and the vessels behind it, up to the skull base.
std::optional<Level> besideStyloid(float ax, float y, float z) {
    constexpr float kOuter = 44, kFront = -26;
    const bool in = z < kSkullBase && ax < kOuter && y > kFront && y < 0;
    return in ? std::optional(Level::VIIb) : std::nullopt;
}

std::optional<Level> levelOf(const LevelEdges& e, float ax, float y, float z) {
    if (z > 20 && z < 78 && e.parotid < 2)
        return Level::VIII;
    if (z > kHyoidTop && z < kPalate && ax < e.arteryInner && y > -36 && y < -18)
        return Level::VIIa;
    if (z > kHyoidLow && z < kMylohyoidTop && y < -36 && y < e.glandBack)
        return ax < e.bellyX ? Level::Ia : Level::Ib;
    if (z > kAtlasProcess && z < kSkullBase)
        return ax > e.arteryInner && ax < 48 && y > -36 && y < 4 ? std::optional(Level::VIIb)
                                                                 : std::nullopt;
    if (ax < e.arteryInner)
        return anterior(e, y, z);
    if (y > 30 && z > kHyoidTop)
        return std::nullopt;  // nape
    if (z > kAtlasProcess)
        return besideStyloid(ax, y, z);
    if (behindSternomastoid(e, ax, y, z))
        return posterior(e, y, z);
    if (y < e.scmFront - 4)
        return z < kHyoidLow ? anterior(e, y, z) : std::nullopt;
    return jugular(e, y, z);
}

}  // namespace

std::optional<Level> levelAt(const Scene& scene, const PointLps& place) {
    const auto x = static_cast<float>(place.x), y = static_cast<float>(place.y),
               z = static_cast<float>(place.z);
    const auto straight = scene.warp.straight(x, y, z);
    const float height = scene.warp.straightHeight(z);
    const auto outline = bodyOutline(scene.plan, height);
    const float r = std::hypot(straight[0], straight[1]);
    const auto degree = static_cast<std::size_t>(
        std::clamp(angleDeg(straight[0], straight[1]) + 180, 0.0F, 360.0F));
    if (r > outline[degree])
        return std::nullopt;
    const bool left = straight[0] >= 0;
    const LevelEdges edges = edgesAt(scene.plan, height, left, straight[0], straight[1]);
    return levelOf(edges, std::fabs(straight[0]), straight[1], height);
}

}  // namespace nodewise::synthesis
