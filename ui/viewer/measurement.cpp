#include "ui/viewer/measurement.h"
#include "base/require.h"
#include <algorithm>
#include <array>
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
    case MeasurementKind::Polygon:
        return 3;
    case MeasurementKind::Probe:
        break;
    }
    return 1;
}

bool isComplete(const Measurement& measurement) {
    const auto points = static_cast<int>(measurement.points.size());
    return measurement.kind == MeasurementKind::Polygon ? points >= 3
                                                        : points == pointCount(measurement.kind);
}

MeasurementValues measurementValues(const Measurement& measurement, const CtVolume* volume) {
    const auto& p = measurement.points;
    NODEWISE_REQUIRE(isComplete(measurement));
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
    case MeasurementKind::Polygon:
        if (volume != nullptr)
            if (const auto region = polygonStatistics(*volume, {p, measurement.normal}))
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

std::vector<PointLps> smoothLine(const std::vector<PointLps>& points, int perPiece) {
    NODEWISE_REQUIRE(points.size() >= 3 && perPiece > 0);
    const std::size_t count = points.size();
    std::vector<PointLps> line;
    const auto mix = [](PointLps a, PointLps b, double ta, double tb, double t) {
        const double share = tb > ta ? (t - ta) / (tb - ta) : 0.0;
        return a + (b - a) * share;
    };
    for (std::size_t n = 0; n < count; ++n) {
        const std::array p{points[(n + count - 1) % count], points[n], points[(n + 1) % count],
                           points[(n + 2) % count]};
        // Knots by the root of the distance: no loops, no cusps.
        std::array<double, 4> t{};
        for (std::size_t i = 1; i < 4; ++i)
            t[i] = t[i - 1] + std::sqrt(std::max(distance(p[i - 1], p[i]), 1e-9));
        for (int step = 0; step < perPiece; ++step) {
            const double at = t[1] + (t[2] - t[1]) * step / perPiece;
            const PointLps a1 = mix(p[0], p[1], t[0], t[1], at),
                           a2 = mix(p[1], p[2], t[1], t[2], at),
                           a3 = mix(p[2], p[3], t[2], t[3], at);
            const PointLps b1 = mix(a1, a2, t[0], t[2], at), b2 = mix(a2, a3, t[1], t[3], at);
            line.push_back(mix(b1, b2, t[1], t[2], at));
        }
    }
    return line;
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
