/// measurement.h: what a reader has drawn to measure, in patient mm, and the numbers it gives.
#pragma once
#include "geometry/point.h"
#include "volume/ct_volume.h"
#include "volume/region_statistics.h"
#include <optional>
#include <vector>

namespace nodewise::viewer {

enum class MeasurementKind { Pair, Ruler, Angle, Ellipse, Probe, Polygon };

/// Points by kind:
/// Pair: long axis from, to; short axis from, to (held perpendicular) ·
/// Ruler: from, to · Angle: arm, vertex, arm · Ellipse: centre, end of axis A, end of axis B ·
/// Probe: the place · Polygon: three corners or more.
struct Measurement {
    int id = 0;  ///< Given by the model; unique in it.
    MeasurementKind kind = MeasurementKind::Ruler;
    std::vector<PointLps> points;
    VectorLps normal;    ///< Of the plane it was drawn on.
    int markNumber = 0;  ///< The node a Pair belongs to; 0 = none.
};

/// Numbers of one measurement; only those of its kind are given.
struct MeasurementValues {
    std::optional<double> lengthMm;         ///< Ruler.
    std::optional<double> longMm, shortMm;  ///< Pair.
    std::optional<double> angleDeg;         ///< Angle, 0..180.
    std::optional<RegionStatistics>
        region;                   ///< Ellipse, polygon; absent when no voxel lies inside.
    std::optional<double> value;  ///< Probe: value of the voxel; absent outside.
};

/// @pre as many points as the kind needs; `volume` may be null (then no region, no value).
[[nodiscard]] MeasurementValues measurementValues(const Measurement& measurement,
                                                  const CtVolume* volume);

/// How many points a kind has when complete; of a polygon the least.
[[nodiscard]] int pointCount(MeasurementKind kind);
/// True when the measurement has the points of its kind.
[[nodiscard]] bool isComplete(const Measurement& measurement);

/// A closed smooth line through the points (centripetal Catmull-Rom), `perPiece` points a piece.
/// @pre at least three points.
[[nodiscard]] std::vector<PointLps> smoothLine(const std::vector<PointLps>& points,
                                               int perPiece = 8);

/// A pair from its long axis: the short axis through the middle, half as long, perpendicular in the
/// plane with this normal.
[[nodiscard]] Measurement makePair(PointLps from, PointLps to, VectorLps normal);

/// Moves one end of a pair. An end of the long axis turns and scales the short one with it; an end
/// of the short axis slides along the perpendicular and may shift the crossing along the long axis.
void movePairEnd(Measurement& pair, int pointIndex, PointLps to);

}  // namespace nodewise::viewer
