/// solid.h: round bars and smooth cuts in space, of which the vertebrae are built.
#pragma once
#include "synthesis/shapes.h"

namespace nodewise::synthesis {

/// A place beside the midline: x to the side, y to the back, u up.
struct SolidPoint {
    float x, y, u;
};

/// Intersection with rounded edges.
[[nodiscard]] inline float smoothMax(float a, float b, float k) {
    return -smoothMin(-a, -b, k);
}

/// Distance to a bar between two balls, `tall` times as thick along z as in the slice.
[[nodiscard]] inline float bar(const SolidPoint& p, const Knot& a, const Knot& b, float tall = 1) {
    const float k = 1 / tall;
    const float px = p.x - a.x, py = p.y - a.y, pz = k * (p.u - a.z);
    const float dx = b.x - a.x, dy = b.y - a.y, dz = k * (b.z - a.z);
    float t = (px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz);
    t = t < 0 ? 0 : (t > 1 ? 1 : t);
    const float ex = px - t * dx, ey = py - t * dy, ez = pz - t * dz;
    return std::sqrt(ex * ex + ey * ey + ez * ez) - (a.r + t * (b.r - a.r));
}

/// Distance to an ellipsoid without rotation, to first order.
[[nodiscard]] inline float ellipsoid(float x, float y, float z, float a, float b, float c) {
    const float u = x / a, v = y / b, w = z / c;
    const float k0 = std::sqrt(u * u + v * v + w * w) + 1e-6F;
    const float ua = u / a, vb = v / b, wc = w / c;
    return k0 * (k0 - 1) / (std::sqrt(ua * ua + vb * vb + wc * wc) + 1e-6F);
}

}  // namespace nodewise::synthesis
