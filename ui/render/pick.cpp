#include "ui/render/pick.h"
#include <algorithm>
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

/// The straight line between the points of the look.
double opacityAt(const std::vector<LookPoint>& points, double hu) {
    if (points.empty() || hu <= points.front().hu)
        return points.empty() ? 0 : points.front().opacity;
    for (std::size_t n = 1; n < points.size(); ++n)
        if (hu < points[n].hu) {
            const LookPoint &a = points[n - 1], &b = points[n];
            return a.opacity + (b.opacity - a.opacity) * (hu - a.hu) / (b.hu - a.hu);
        }
    return points.back().opacity;
}

/// Of the nearest voxel; nothing outside.
std::optional<double> valueAt(const VolumeBlock& block, PointLps place) {
    std::size_t at = 0, stride = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double index =
            std::round(dot(place - block.origin, block.axes[axis]) / block.spacing[axis]);
        if (index < 0 || index >= block.dims[axis])
            return std::nullopt;
        at += static_cast<std::size_t>(index) * stride;
        stride *= static_cast<std::size_t>(block.dims[axis]);
    }
    return (*block.values)[at];
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

std::optional<PointLps> pickPlace(const VolumeBlock& block, VolumeLook look, const PickRay& ray) {
    const std::vector<LookPoint> points = pointsOf(look);
    if (block.empty() || points.empty())
        return std::nullopt;
    const double step = *std::ranges::min_element(block.spacing) / 2;
    // From where the ray comes near the block to where it leaves it, whatever the camera's
    // distance.
    const double middle = dot(block.centre() - ray.from, ray.direction);
    const double reach = block.radiusMm() * std::numbers::sqrt3;
    double light = 1;
    for (double way = std::max(0.0, middle - reach); way < middle + reach; way += step) {
        const PointLps place = ray.from + ray.direction * way;
        const auto value = valueAt(block, place);
        if (!value)
            continue;
        // Opacities are given for one millimetre.
        light *= std::pow(1 - opacityAt(points, *value), step);
        if (light < 0.5)
            return place;
    }
    return std::nullopt;
}

}  // namespace nodewise::render
