#include "synthesis/shapes.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

/// Where a height lies among keys that run from the head down.
struct Place {
    std::array<std::size_t, 4> index{};
    float t = 0;
    float beyond = 0;  ///< Distance outside the keys.
};

template <class Key>
Place placeOf(std::span<const Key> keys, float z) {
    Place place;
    const std::size_t last = keys.size() - 1;
    if (z >= keys.front().z) {
        place.beyond = z - keys.front().z;
        place.index = {0, 0, 0, 0};
        return place;
    }
    if (z <= keys.back().z) {
        place.beyond = keys.back().z - z;
        place.index = {last, last, last, last};
        return place;
    }
    std::size_t i = 0;
    while (keys[i + 1].z > z)
        ++i;
    place.index = {i > 0 ? i - 1 : i, i, i + 1, std::min(i + 2, last)};
    place.t = (keys[i].z - z) / (keys[i].z - keys[i + 1].z);
    return place;
}

/// Halfway between spline and straight line: keys are uneven in z and a full spline overshoots.
float along(float a, float b, float c, float d, float t) {
    return 0.5F * spline(a, b, c, d, t) + 0.5F * (b + t * (c - b));
}

template <class Keys, class Get>
float interpolate(const Keys& keys, const Place& place, Get&& get) {
    const auto& i = place.index;
    return along(get(keys[i[0]]), get(keys[i[1]]), get(keys[i[2]]), get(keys[i[3]]), place.t);
}

/// A sharp edge instead of a round one.
void thin(StrokePoint& edge, const StrokePoint& inner, float taper) {
    const float dx = edge.x - inner.x, dy = edge.y - inner.y;
    const float out = taper * edge.r / (std::sqrt(dx * dx + dy * dy) + 0.1F);
    edge = {edge.x + out * dx, edge.y + out * dy, edge.r * (1 - taper)};
}

}  // namespace

void FlatBox::hold(float x, float y, float r) {
    x0 = std::min(x0, x - r);
    x1 = std::max(x1, x + r);
    y0 = std::min(y0, y - r);
    y1 = std::max(y1, y + r);
}

Segment segmentOf(const StrokePoint& a, const StrokePoint& b) {
    const float dx = b.x - a.x, dy = b.y - a.y;
    return {a.x, a.y, a.r, dx, dy, b.r - a.r, 1.0F / std::max(1e-4F, dx * dx + dy * dy)};
}

std::optional<StrokeSection> cutStroke(std::span<const StrokeKey> keys, float z, float cap,
                                       float taper) {
    const Place place = placeOf(keys, z);
    if (place.beyond > cap + 6)
        return std::nullopt;
    std::array<StrokePoint, 4> p{};
    for (std::size_t n = 0; n < 4; ++n) {
        p[n].x = interpolate(keys, place, [n](const StrokeKey& k) { return k.points[n].x; });
        p[n].y = interpolate(keys, place, [n](const StrokeKey& k) { return k.points[n].y; });
        p[n].r = interpolate(keys, place, [n](const StrokeKey& k) { return k.points[n].r; });
    }
    // Round ends: the section shrinks over the cap.
    const float end = std::min(1.0F, place.beyond / std::max(cap, 0.1F));
    for (auto& q : p)
        q.r *= std::sqrt(1 - end * end);
    StrokeSection section;
    std::array<StrokePoint, 7> fine{};
    for (std::size_t n = 0; n < 3; ++n) {
        const auto &a = p[n == 0 ? 0 : n - 1], &b = p[n], &c = p[n + 1],
                   &d = p[std::min(n + 2, std::size_t{3})];
        fine[2 * n] = b;
        fine[2 * n + 1] = {spline(a.x, b.x, c.x, d.x, 0.5F), spline(a.y, b.y, c.y, d.y, 0.5F),
                           spline(a.r, b.r, c.r, d.r, 0.5F)};
    }
    fine[6] = p[3];
    if (taper > 0) {
        thin(fine[0], fine[1], taper);
        thin(fine[6], fine[5], taper);
    }
    for (std::size_t n = 0; n < 6; ++n)
        section.segments[n] = segmentOf(fine[n], fine[n + 1]);
    for (const auto& q : fine)
        section.box.hold(q.x, q.y, q.r);
    section.floor = place.beyond > 0 ? place.beyond - cap : -kFar;
    return section;
}

float distanceTo(const StrokeSection& section, float x, float y) {
    float d = distanceTo(section.segments[0], x, y);
    for (std::size_t n = 1; n < section.segments.size(); ++n)
        d = smaller(d, distanceTo(section.segments[n], x, y));
    return larger(d, section.floor);
}

std::optional<EllipseSection> cutEllipse(std::span<const EllipseKey> keys, float z, float cap) {
    const Place place = placeOf(keys, z);
    if (place.beyond > cap + 6)
        return std::nullopt;
    EllipseSection e{};
    e.x = interpolate(keys, place, [](const EllipseKey& k) { return k.x; });
    e.y = interpolate(keys, place, [](const EllipseKey& k) { return k.y; });
    e.a = std::max(0.4F, interpolate(keys, place, [](const EllipseKey& k) { return k.a; }));
    e.b = std::max(0.4F, interpolate(keys, place, [](const EllipseKey& k) { return k.b; }));
    const float angle =
        interpolate(keys, place, [](const EllipseKey& k) { return k.angle; }) * 0.01745329F;
    e.cosine = steadyCos(angle);
    e.sine = steadySin(angle);
    e.floor = place.beyond > 0 ? place.beyond - cap : -kFar;
    e.box.hold(e.x, e.y, std::max(e.a, e.b));
    return e;
}

float distanceTo(std::span<const Knot> tube, float x, float y, float z) {
    float best = kFar;
    for (std::size_t i = 1; i < tube.size(); ++i) {
        const Knot &a = tube[i - 1], &b = tube[i];
        const float dx = b.x - a.x, dy = b.y - a.y, dz = b.z - a.z;
        const float px = x - a.x, py = y - a.y, pz = z - a.z;
        const float size = std::max(1e-4F, dx * dx + dy * dy + dz * dz);
        const float t = std::clamp((px * dx + py * dy + pz * dz) / size, 0.0F, 1.0F);
        const float ex = px - t * dx, ey = py - t * dy, ez = pz - t * dz;
        best = std::min(best, std::sqrt(ex * ex + ey * ey + ez * ez) - (a.r + t * (b.r - a.r)));
    }
    return best;
}

float ellipseDistance(float x, float y, float a, float b) {
    const float u = x / a, v = y / b;
    const float k0 = std::sqrt(u * u + v * v) + 1e-6F;
    const float ua = u / a, vb = v / b;
    return k0 * (k0 - 1) / (std::sqrt(ua * ua + vb * vb) + 1e-6F);
}

float superellipse(float x, float y, float a, float b) {
    // Fourth powers: corners rounded like a vertebral body's.
    const float u = x / a, v = y / b, uu = u * u, vv = v * v;
    const float f = std::sqrt(std::sqrt(uu * uu + vv * vv)) + 1e-6F;
    const float gx = uu * u / a, gy = vv * v / b;
    const float slope = std::sqrt(gx * gx + gy * gy) / (f * f * f) + 1e-6F;
    return (f - 1) / slope;
}

float capsule(float x, float y, StrokePoint a, StrokePoint b) {
    return distanceTo(segmentOf(a, b), x, y);
}

float angleDeg(float x, float y) {
    const float ax = std::fabs(x), ay = std::fabs(y);
    const float t = std::min(ax, ay) / (std::max(ax, ay) + 1e-9F), tt = t * t;
    float a = t * (57.289075F +
                   tt * (-18.941572F + tt * (10.394659F + tt * (-4.9918575F + tt * 1.2514157F))));
    if (ay > ax)
        a = 90 - a;
    if (x < 0)
        a = 180 - a;
    return y < 0 ? -a : a;
}

}  // namespace nodewise::synthesis
