/// shapes.h: distances to the shapes a neck is drawn from. All in mm, negative inside.
#pragma once
#include "synthesis/anatomy_tables.h"
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

namespace nodewise::synthesis {

inline constexpr float kFar = 40.0F;  ///< Distance where nothing was drawn.

[[nodiscard]] inline float smaller(float a, float b) {
    return a < b ? a : b;
}
[[nodiscard]] inline float larger(float a, float b) {
    return a > b ? a : b;
}
/// Union with a fillet of about `k` (polynomial smooth minimum).
[[nodiscard]] inline float smoothMin(float a, float b, float k) {
    const float h = larger(k - (a > b ? a - b : b - a), 0.0F) / k;
    return smaller(a, b) - h * h * k * 0.25F;
}

/// Rectangle in the plane of a slice.
struct FlatBox {
    float x0 = 1e9F, y0 = 1e9F, x1 = -1e9F, y1 = -1e9F;
    void hold(float x, float y, float r);
    [[nodiscard]] FlatBox grown(float by) const { return {x0 - by, y0 - by, x1 + by, y1 + by}; }
};

/// A piece of a stroke: a line whose half thickness changes along it.
struct Segment {
    float x, y, r;     ///< Start.
    float dx, dy, dr;  ///< To the end.
    float inverse;     ///< 1 / length².
};
[[nodiscard]] Segment segmentOf(const StrokePoint& a, const StrokePoint& b);

[[nodiscard]] inline float distanceTo(const Segment& s, float x, float y) {
    const float px = x - s.x, py = y - s.y;
    float t = (px * s.dx + py * s.dy) * s.inverse;
    t = t < 0 ? 0 : (t > 1 ? 1 : t);
    const float ex = px - t * s.dx, ey = py - t * s.dy;
    return std::sqrt(ex * ex + ey * ey) - (s.r + t * s.dr);
}

/// The cut of a stroke with a slice: six segments along Catmull-Rom curves.
struct StrokeSection {
    std::array<Segment, 6> segments;
    float floor = -kFar;  ///< Beyond its ends along z: at least this far away.
    FlatBox box;
};
/// Nothing when the slice lies more than `cap` + 6 mm beyond the keys. `taper` thins both edges by
/// that share and lengthens them as much.
[[nodiscard]] std::optional<StrokeSection> cutStroke(std::span<const StrokeKey> keys, float z,
                                                     float cap, float taper = 0);
[[nodiscard]] float distanceTo(const StrokeSection& section, float x, float y);

/// The cut of an elliptic tube.
struct EllipseSection {
    float x, y, a, b, cosine, sine;
    float floor = -kFar;
    FlatBox box;
};
[[nodiscard]] std::optional<EllipseSection> cutEllipse(std::span<const EllipseKey> keys, float z,
                                                       float cap);
[[nodiscard]] inline float distanceTo(const EllipseSection& e, float x, float y) {
    const float px = x - e.x, py = y - e.y;
    const float u = (px * e.cosine + py * e.sine) / e.a, v = (py * e.cosine - px * e.sine) / e.b;
    // d = k0 (k0 - 1) / k1: exact to first order at the outline.
    const float k0 = std::sqrt(u * u + v * v) + 1e-6F;
    const float ua = u / e.a, vb = v / e.b;
    const float k1 = std::sqrt(ua * ua + vb * vb) + 1e-6F;
    return larger(k0 * (k0 - 1) / k1, e.floor);
}

/// A point in the neck with a radius: knots of free tubes.
struct Knot {
    float x, y, z, r;
};
/// Distance to a tube through the knots; `z` is the height of the point.
[[nodiscard]] float distanceTo(std::span<const Knot> tube, float x, float y, float z);

/// Ellipse in the slice without rotation.
[[nodiscard]] float ellipseDistance(float x, float y, float a, float b);
/// Box with rounded corners: |x|^p + |y|^p.
[[nodiscard]] float superellipse(float x, float y, float a, float b);
[[nodiscard]] float capsule(float x, float y, StrokePoint a, StrokePoint b);

/// Through double: single-precision library functions round differently from one processor to the
/// next, and a last bit can flip a cell of noise.
[[nodiscard]] inline float steadyCos(float radians) {
    return static_cast<float>(std::cos(static_cast<double>(radians)));
}
[[nodiscard]] inline float steadySin(float radians) {
    return static_cast<float>(std::sin(static_cast<double>(radians)));
}
[[nodiscard]] inline float steadyExp(float x) {
    return static_cast<float>(std::exp(static_cast<double>(x)));
}

/// Angle of (x, y) in degrees, -180..180; polynomial, so the same on every machine (within 0.02).
[[nodiscard]] float angleDeg(float x, float y);

/// Catmull-Rom between b and c at t in 0..1.
[[nodiscard]] inline float spline(float a, float b, float c, float d, float t) {
    return b + 0.5F * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

}  // namespace nodewise::synthesis
