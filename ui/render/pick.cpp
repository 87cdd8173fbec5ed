#include "ui/render/pick.h"
#include <cmath>
#include <limits>
#include <numbers>

namespace nodewise::render {
namespace {

/// Distance along the ray to a triangle, after Möller and Trumbore (1997); nothing when it misses.
std::optional<double> distanceTo(const PickRay& ray, PointLps a, PointLps b, PointLps c) {
    constexpr double flat = 1e-12;
    const VectorLps ab = b - a, ac = c - a;
    const VectorLps across = cross(ray.direction, ac);
    const double volume = dot(ab, across);
    if (std::abs(volume) < flat)
        return std::nullopt;
    const VectorLps from = ray.from - a;
    const double u = dot(from, across) / volume;
    const VectorLps along = cross(from, ab);
    const double v = dot(ray.direction, along) / volume;
    if (u < 0 || v < 0 || u + v > 1)
        return std::nullopt;
    const double distance = dot(ac, along) / volume;
    return distance > 0 ? std::optional(distance) : std::nullopt;
}

double nearestOn(const TriangleMesh& mesh, const PickRay& ray, double limit) {
    for (const auto& triangle : mesh.triangles)
        if (const auto hit = distanceTo(ray, mesh.vertices[triangle[0]], mesh.vertices[triangle[1]],
                                        mesh.vertices[triangle[2]]))
            limit = std::min(limit, *hit);
    return limit;
}

}  // namespace

PickRay rayThrough(const Turntable& camera, QPointF pixel, QSizeF size) {
    const double high = std::max(size.height(), 1.0);
    const double mmPerPixel =
        2 * std::tan(camera.viewAngleDeg * std::numbers::pi / 360) * camera.distanceMm / high;
    const PointLps at = camera.focus +
                        camera.right() * ((pixel.x() - size.width() / 2) * mmPerPixel) +
                        camera.up() * ((size.height() / 2 - pixel.y()) * mmPerPixel);
    const VectorLps towards = at - camera.position();
    return {camera.position(), towards * (1 / length(towards))};
}

std::optional<PointLps> pickPlace(const BuiltScene& scene, const PickRay& ray) {
    constexpr double none = std::numeric_limits<double>::max();
    double solid = none, glass = none;
    for (const BuiltSurface& surface : scene.surfaces) {
        double& nearest = lookOf(surface.kind).opacity < 1 ? glass : solid;
        nearest = nearestOn(surface.mesh, ray, nearest);
    }
    const double hit = solid < none ? solid : glass;
    return hit < none ? std::optional(ray.from + ray.direction * hit) : std::nullopt;
}

}  // namespace nodewise::render
