#include "ui/render/turntable.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace nodewise::render {
namespace {

double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}

}  // namespace

VectorLps Turntable::outward() const {
    const double a = radians(azimuthDeg), e = radians(elevationDeg);
    return {std::sin(a) * std::cos(e), -std::cos(a) * std::cos(e), std::sin(e)};
}

VectorLps Turntable::right() const {
    const double a = radians(azimuthDeg);
    return {std::cos(a), std::sin(a), 0};
}

VectorLps Turntable::up() const {
    return cross(outward(), right());
}

QPointF Turntable::project(PointLps point, QSizeF size) const {
    const VectorLps from = point - focus;
    const double depth = std::max(distanceMm - dot(from, outward()), 1e-3);
    const double pixelsPerMm = size.height() / (2 * std::tan(radians(viewAngleDeg) / 2) * depth);
    return {size.width() / 2 + dot(from, right()) * pixelsPerMm,
            size.height() / 2 - dot(from, up()) * pixelsPerMm};
}

void Turntable::turn(double azimuth, double elevation) {
    azimuthDeg = std::remainder(azimuthDeg + azimuth, 360.0);
    elevationDeg = std::clamp(elevationDeg + elevation, -89.0, 89.0);
}

void Turntable::fit(double radiusMm, QSizeF size, double share) {
    const double narrow = std::min(1.0, size.width() / std::max(size.height(), 1.0));
    distanceMm = radiusMm / (std::tan(radians(viewAngleDeg) / 2) * share * std::max(narrow, 0.05));
}

}  // namespace nodewise::render
