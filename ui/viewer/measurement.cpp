#include "ui/viewer/measurement.h"
#include "base/require.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace nodewise::viewer {
namespace {

PointLps middle(PointLps a, PointLps b) {
    return a + (b - a) * 0.5;
}

double angleDegrees(PointLps a, PointLps vertex, PointLps b) {
    const VectorLps u = normalized(a - vertex), v = normalized(b - vertex);
    // atan2 keeps its precision near 0 and 180 degrees where acos loses it.
    return std::atan2(length(cross(u, v)), dot(u, v)) * 180.0 / std::numbers::pi;
}

/// Where the short axis crosses the long one, as a share of the long axis, and how far its two ends
/// reach along the perpendicular, mm.
struct PairShape {
    double crossing, first, second;
};

VectorLps acrossOf(const Measurement& pair) {
    return normalized(cross(pair.normal, pair.points[1] - pair.points[0]));
}

PairShape shapeOf(const Measurement& pair) {
    const VectorLps along = pair.points[1] - pair.points[0];
    const double squared = dot(along, along);
    const VectorLps across = acrossOf(pair);
    const double crossing =
        squared > 0 ? dot(pair.points[2] - pair.points[0], along) / squared : 0.5;
    return {crossing, dot(pair.points[2] - pair.points[0], across),
            dot(pair.points[3] - pair.points[0], across)};
}

void applyShape(Measurement& pair, const PairShape& shape) {
    const PointLps foot =
        pair.points[0] + (pair.points[1] - pair.points[0]) * std::clamp(shape.crossing, 0.0, 1.0);
    const VectorLps across = acrossOf(pair);
    pair.points[2] = foot + across * shape.first;
    pair.points[3] = foot + across * shape.second;
}

}  // namespace

int pointCount(MeasurementKind kind) {
    switch (kind) {
    case MeasurementKind::Pair:
        return 4;
    case MeasurementKind::Ruler:
        return 2;
    case MeasurementKind::Angle:
    case MeasurementKind::Ellipse:
        return 3;
    case MeasurementKind::Probe:
        break;
    }
    return 1;
}

MeasurementValues measurementValues(const Measurement& measurement, const CtVolume* volume) {
    const auto& p = measurement.points;
    NODEWISE_REQUIRE(static_cast<int>(p.size()) == pointCount(measurement.kind));
    MeasurementValues out;
    switch (measurement.kind) {
    case MeasurementKind::Pair:
        out.longMm = std::max(distance(p[0], p[1]), distance(p[2], p[3]));
        out.shortMm = std::min(distance(p[0], p[1]), distance(p[2], p[3]));
        break;
    case MeasurementKind::Ruler:
        out.lengthMm = distance(p[0], p[1]);
        break;
    case MeasurementKind::Angle:
        out.angleDeg = angleDegrees(p[0], p[1], p[2]);
        break;
    case MeasurementKind::Ellipse:
        if (volume != nullptr)
            if (const auto region = ellipseStatistics(*volume, {p[0], p[1] - p[0], p[2] - p[0]}))
                out.region = *region;
        break;
    case MeasurementKind::Probe:
        if (volume != nullptr)
            if (const VoxelIndex at = volume->geometry().nearestVoxel(p[0]);
                volume->geometry().contains(at))
                out.value = volume->value(at);
        break;
    }
    return out;
}

Measurement makePair(PointLps from, PointLps to, VectorLps normal) {
    Measurement pair;
    pair.kind = MeasurementKind::Pair;
    pair.normal = normal;
    pair.points = {from, to, middle(from, to), middle(from, to)};
    const double half = distance(from, to) / 4;
    applyShape(pair, {0.5, -half, half});
    return pair;
}

void movePairEnd(Measurement& pair, int pointIndex, PointLps to) {
    NODEWISE_REQUIRE(pair.points.size() == 4 && pointIndex >= 0 && pointIndex < 4);
    const VectorLps offPlane = pair.normal * dot(to - pair.points[0], pair.normal);
    const PointLps flat = to - offPlane;
    PairShape shape = shapeOf(pair);
    if (pointIndex < 2) {
        const double before = distance(pair.points[0], pair.points[1]);
        pair.points[static_cast<std::size_t>(pointIndex)] = flat;
        const double after = distance(pair.points[0], pair.points[1]);
        const double scale = before > 0 ? after / before : 1.0;
        shape.first *= scale;
        shape.second *= scale;
    } else {
        const VectorLps along = pair.points[1] - pair.points[0];
        if (const double squared = dot(along, along); squared > 0)
            shape.crossing = dot(flat - pair.points[0], along) / squared;
        (pointIndex == 2 ? shape.first : shape.second) = dot(flat - pair.points[0], acrossOf(pair));
    }
    applyShape(pair, shape);
}

}  // namespace nodewise::viewer
