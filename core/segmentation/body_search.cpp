#include "segmentation/body_search.h"
#include "base/parallel.h"
#include <algorithm>
#include <cmath>

namespace nodewise::segmentation {

namespace {

constexpr float kClearHu = 38, kNoiseHu = 6;  ///< A fall that is a clear border; one that is none.
constexpr float kClearBloodHu = 60;
constexpr float kWrong = 0.6F;    ///< Cost of tissue that brightens outward: the wall of a core.
constexpr float kPlaced = 0.7F;   ///< Share of a border's gain that asks for its exact place.
constexpr float kMiddle = 0.42F;  ///< Of the fall: where a border lies; labels reach a little out.
constexpr float kFloor = 0.2F, kFloorHu = -5;      ///< The same in a thin plane of fat.
constexpr float kPlaneHu = 6, kClearPlaneHu = 25;  ///< Rise beyond the floor of such a plane.
constexpr float kBelow = 12, kFarBelow = 26;       ///< HU below the node's level: other tissue.
constexpr float kFlankShare = 0.1F;                ///< Of the fall: what blur takes inside.
constexpr float kVesselCost = 2, kMuscleCost = 0.4F, kFatCost = 0.4F, kFatFree = 0.2F;
constexpr float kMarginMm = 1;  ///< Not looked at below the surface.
constexpr float kLongFrom = 1.7F, kLongCost = 0.25F, kLongest = 3;
constexpr float kOffFrom = 0.45F, kOffCost = 0.8F;  ///< A click so far out speaks against a body.
constexpr float kGuessFrom = 0.8F;                  ///< The same of a guess.
constexpr float kSizeGain = 0.2F, kUsualMm = 5;     ///< The whole rather than a part of it.
constexpr float kLeastMm = 1.4F, kFirstMm = 2.6F, kNextSize = 1.35F, kLargest = 0.75F;
constexpr float kFirstStep = 0.2F, kMidStep = 0.09F, kLastStep = 0.04F, kShrink = 0.6F;
constexpr float kLeastGain = 0.002F;
constexpr int kMostTurns = 18;
constexpr std::size_t kFinely = 5;
constexpr float kSameMiddle = 0.06F, kSameSize = 0.04F;  ///< Of the radius: the same body.
constexpr float kLargerFrom = 1.1F;                      ///< Of the least radius: the first start.

float ramp(float x, float from, float to) {
    return std::clamp((x - from) / (to - from), 0.0F, 1.0F);
}

/// Points spread evenly in the unit ball (or disc).
std::vector<Direction> ballPoints(bool flat) {
    std::vector<Direction> out;
    constexpr int kSide = 6;
    for (int z = -kSide; z <= kSide; z += 2)
        for (int y = -kSide; y <= kSide; y += 2)
            for (int x = -kSide; x <= kSide; x += 2) {
                const auto c = [](int n) { return 0.95F * static_cast<float>(n) / kSide; };
                if (flat && z != 0)
                    continue;
                if (c(x) * c(x) + c(y) * c(y) + c(z) * c(z) < 0.85F)
                    out.push_back({c(x), c(y), flat ? 0 : c(z)});
            }
    return out;
}

class Judge {
public:
    Judge(const WorkBox& box, const RaySet& rays, BoxPoint click, const TissueLevels& levels,
          const SizeRange& sizes)
        : m_box(&box)
        , m_rays(&rays)
        , m_click(click)
        , m_levels(levels)
        , m_sizes(sizes)
        , m_inside(ballPoints(rays.flat())) {}

    [[nodiscard]] float score(const Body& body) const {
        float least = 1e9F, most = 0, gain = 0;
        const float offFrom = m_sizes.guessed ? kGuessFrom : kOffFrom;
        for (std::size_t r = 0; r < m_rays->size(); ++r) {
            const BoxPoint p = body.at((*m_rays)[r]), c = body.centre;
            const float size = std::hypot(p.x - c.x, p.y - c.y, p.z - c.z);
            least = std::min(least, size);
            most = std::max(most, size);
        }
        if (least < kLeastMm || most > m_sizes.reachMm || most > kLongest * least ||
            body.meanRadius(m_rays->flat()) < m_sizes.leastMm)
            return -9;
        for (std::size_t r = 0; r < m_rays->size(); ++r)
            gain += gainAt(body, (*m_rays)[r], least);
        return gain / static_cast<float>(m_rays->size()) - costInside(body, least) -
               kLongCost * std::max(0.0F, most / least - kLongFrom) -
               kOffCost * std::max(0.0F, body.depthOf(m_click) - offFrom) + body.forSize();
    }

private:
    /// What is seen across the surface at one place.
    struct Across {
        float inner = 0, here = 0;            ///< Solid tissue below, and on the surface.
        float low = 0, high = 0, beyond = 0;  ///< Just outside, and farther out.
    };

    [[nodiscard]] Direction normalAt(const Body& body, const Direction& u) const {
        const auto& a = body.a;
        const float z = m_rays->flat() ? 0 : u[2] / a[5];
        const float y = (u[1] - a[4] * z) / a[2];
        const float x = (u[0] - a[1] * y - a[3] * z) / a[0];
        const float size = std::sqrt(x * x + y * y + z * z);
        return {x / size, y / size, z / size};
    }

    /// Looks about a millimetre to either side; farther across thick slices, less in small nodes.
    [[nodiscard]] Across lookAcross(BoxPoint p, const Direction& n, float least) const {
        const auto& mm = m_box->spacing();
        const float voxel = std::hypot(n[0] * mm[0], n[1] * mm[1], n[2] * mm[2]);
        const float unit = std::min(std::max(1.0F, 0.55F * voxel), std::max(0.6F, 0.5F * least));
        const auto at = [&](float t) {
            return m_box->smooth({p.x + t * n[0], p.y + t * n[1], p.z + t * n[2]});
        };
        const float near = at(0.6F * unit), far = at(1.2F * unit);
        const float deep = at(-std::min(1.9F * unit, 0.8F * least));
        return {std::max({at(-0.6F * unit), at(-1.2F * unit), deep}), at(0), std::min(near, far),
                std::max(near, far), std::max(far, at(2.2F * unit))};
    }

    /// -0.6..1: how well a place of the surface lies where node tissue ends.
    [[nodiscard]] float gainAt(const Body& body, const Direction& u, float least) const {
        const BoxPoint p = body.at(u);
        if (!m_box->inside(p))
            return 0;
        const Across seen = lookAcross(p, normalAt(body, u), least);
        const float blood = vesselFrom(m_levels) + 5;
        if (seen.inner > blood + 15)
            return -0.5F;
        if (seen.inner < 0)
            return seen.high > 30 ? -0.3F : 0.0F;
        const float fall = seen.inner - seen.low;
        const float gap = m_levels.node - m_levels.muscle;
        const float missing = m_levels.node - seen.inner - kFlankShare * std::max(0.0F, fall);
        const float like = 1 - 0.85F * ramp(missing, kBelow, std::max(kFarBelow, 0.8F * gap));
        if (fall > kNoiseHu)
            return like * placed(seen, seen.low, edgeLevel(seen)) *
                   std::min(1.0F, std::sqrt((fall - kNoiseHu) / kClearHu));
        if (seen.high > blood)
            return like * placed(seen, seen.high, 0.5F * (seen.inner + seen.high)) *
                   std::min(1.0F, (seen.high - seen.inner) / kClearBloodHu);
        return -kWrong * ramp(seen.high - seen.inner, kNoiseHu, kNoiseHu + kClearHu);
    }

    /// HU at which a falling border lies. A thin plane of fat is filled by blur: the border lies
    /// near its floor.
    [[nodiscard]] static float edgeLevel(const Across& seen) {
        const float fall = seen.inner - seen.low;
        const float middle = seen.low + kMiddle * fall;
        const float floor = std::min(middle, std::max(seen.low + kFloor * fall, kFloorHu));
        return middle + ramp(seen.beyond - seen.low, kPlaneHu, kClearPlaneHu) * (floor - middle);
    }

    [[nodiscard]] static float placed(const Across& seen, float outer, float level) {
        const float half = 0.5F * std::fabs(seen.inner - outer) + 1;
        return 1 - kPlaced * std::min(std::fabs(seen.here - level) / half, 1.2F);
    }

    /// Blood, air, much fat and muscle have no place in a node. The flank below the surface says
    /// nothing.
    [[nodiscard]] float costInside(const Body& body, float least) const {
        float vessel = 0, fat = 0, muscle = 0;
        const float gap = m_levels.node - m_levels.muscle;
        const float middle = 0.5F * (m_levels.node + m_levels.muscle), blood = vesselFrom(m_levels);
        const float deep = std::max(0.5F, 1 - kMarginMm / least);
        for (const Direction& w : m_inside) {
            const float hu = m_box->smooth(body.at({deep * w[0], deep * w[1], deep * w[2]}));
            vessel += ramp(hu, blood, blood + 25) + ramp(-hu, 200, 400);
            fat += ramp(-hu, -10, 40);
            if (hu > kFluidBelow - 2)
                muscle += ramp(gap, 6, 22) * ramp(middle - hu, -2, 0.5F * gap);
        }
        const float all = 1.0F / static_cast<float>(m_inside.size());
        return kVesselCost * vessel * all + kFatCost * std::max(0.0F, fat * all - kFatFree) +
               kMuscleCost * muscle * all;
    }

    const WorkBox* m_box;
    const RaySet* m_rays;
    BoxPoint m_click;
    TissueLevels m_levels;
    SizeRange m_sizes;
    std::vector<Direction> m_inside;
};

BoxPoint shifted(BoxPoint p, std::size_t axis, float mm) {
    (axis == 0 ? p.x : axis == 1 ? p.y : p.z) += mm;
    return p;
}
std::array<std::size_t, 2> rowOf(std::size_t axis) {
    return axis == 0   ? std::array<std::size_t, 2>{0, 1}
           : axis == 1 ? std::array<std::size_t, 2>{1, 3}
                       : std::array<std::size_t, 2>{3, 6};
}
float extentOf(const Body& b, std::size_t axis) {
    float sum = 0;
    for (std::size_t n = rowOf(axis)[0]; n < rowOf(axis)[1]; ++n)
        sum += b.a[n] * b.a[n];
    return std::sqrt(sum);
}
void stretch(Body& b, std::size_t axis, float by) {
    for (std::size_t n = rowOf(axis)[0]; n < rowOf(axis)[1]; ++n)
        b.a[n] *= by;
}

/// Every way to change a body a little.
std::vector<Body> moves(const Body& from, float step, bool flat) {
    std::vector<Body> out;
    const std::size_t axes = flat ? 2 : 3;
    for (const float s : {step, -step}) {
        Body all = from;
        for (std::size_t a = 0; a < axes; ++a)
            stretch(all, a, 1 + s);
        out.push_back(all);
        for (std::size_t a = 0; a < axes; ++a) {
            const float mm = extentOf(from, a);
            Body b = from;
            b.centre = shifted(b.centre, a, s * mm);
            out.push_back(b);
            b = from;
            stretch(b, a, 1 + s);
            out.push_back(b);
            for (const float side : {-1.0F, 1.0F}) {
                Body one = b;
                one.centre = shifted(one.centre, a, side * s * mm);
                out.push_back(one);
            }
        }
        Body b = from;
        b.a[1] += s * b.a[0];
        out.push_back(b);
        if (!flat) {
            b = from;
            b.a[3] += s * b.a[0];
            out.push_back(b);
            b = from;
            b.a[3] += s * b.a[1];
            b.a[4] += s * b.a[2];
            out.push_back(b);
        }
    }
    return out;
}

void climb(const Judge& judge, float step, float least, bool flat, Body& body) {
    body.score = judge.score(body);
    for (int n = 0; n < kMostTurns && step >= least; ++n) {
        Body best = body;
        for (Body& b : moves(body, step, flat)) {
            b.score = judge.score(b);
            if (b.score > best.score)
                best = b;
        }
        if (best.score > body.score + kLeastGain)
            body = best;
        else
            step *= kShrink;
    }
}

/// The best few that are not nearly the same. @pre best first.
void keepDistinct(std::vector<Body>& bodies, bool flat) {
    std::vector<Body> kept;
    for (const Body& body : bodies) {
        const float mm = body.meanRadius(flat);
        const bool known = std::any_of(kept.begin(), kept.end(), [&](const Body& other) {
            const BoxPoint p = body.centre, q = other.centre;
            return std::hypot(p.x - q.x, p.y - q.y, p.z - q.z) < kSameMiddle * mm &&
                   std::fabs(other.meanRadius(flat) - mm) < kSameSize * mm;
        });
        if (!known && kept.size() < kFinely)
            kept.push_back(body);
    }
    bodies = std::move(kept);
}

}  // namespace

BoxPoint Body::at(const Direction& u) const {
    return {centre.x + a[0] * u[0], centre.y + a[1] * u[0] + a[2] * u[1],
            centre.z + a[3] * u[0] + a[4] * u[1] + a[5] * u[2]};
}

float Body::radiusAlong(const Direction& d) const {
    return 1 / depthOf({centre.x + d[0], centre.y + d[1], centre.z + d[2]});
}

float Body::depthOf(BoxPoint p) const {
    const float x = (p.x - centre.x) / a[0];
    const float y = (p.y - centre.y - a[1] * x) / a[2];
    const float z = (p.z - centre.z - a[3] * x - a[4] * y) / a[5];
    return std::sqrt(x * x + y * y + z * z);
}

float Body::meanRadius(bool flat) const {
    return flat ? std::sqrt(a[0] * a[2]) : std::cbrt(a[0] * a[2] * a[5]);
}

float Body::forSize() const {
    return kSizeGain * std::log(meanRadius(false) / kUsualMm);
}

std::vector<Body> findBodies(const WorkBox& box, const BodyRays& rays, BoxPoint click,
                             const TissueLevels& levels, SizeRange sizes, unsigned threads,
                             JobControl& job) {
    std::vector<Body> bodies;
    const float first = std::max(kFirstMm, kLargerFrom * sizes.leastMm);
    for (float r = first; r < kLargest * sizes.reachMm; r *= kNextSize)
        bodies.push_back({click, {r, 0, r, 0, 0, r}, -1});
    const auto climbAll = [&](const Judge& judge, float step, float least) {
        parallelFor(bodies.size(), threads, [&](std::size_t n) {
            if (!job.cancelled())
                climb(judge, step, least, rays.few.flat(), bodies[n]);
        });
        std::stable_sort(bodies.begin(), bodies.end(),
                         [](const Body& a, const Body& b) { return a.score > b.score; });
    };
    climbAll(Judge(box, rays.few, click, levels, sizes), kFirstStep, kMidStep);
    keepDistinct(bodies, rays.few.flat());
    climbAll(Judge(box, rays.many, click, levels, sizes), kMidStep, kLastStep);
    if (job.cancelled())
        return {};
    return bodies;
}

}  // namespace nodewise::segmentation
