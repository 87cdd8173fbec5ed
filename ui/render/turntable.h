/// turntable.h: a camera that turns about the patient's long axis, as plain numbers.
#pragma once
#include "geometry/point.h"
#include <QPointF>
#include <QSizeF>

namespace nodewise::render {

/// Looks at `focus` from `distanceMm` away. Azimuth 0 = from the front, 90 = from the patient's
/// left, 180 = from behind; elevation 90 = from the head. The head is up.
struct Turntable {
    PointLps focus;
    double azimuthDeg = 0, elevationDeg = 0;
    double distanceMm = 100;
    double viewAngleDeg = 30;  ///< Across the height of the picture.

    /// Unit vector from the focus to the camera.
    [[nodiscard]] VectorLps outward() const;
    /// Unit vectors of the picture, towards its right and upper edge.
    [[nodiscard]] VectorLps right() const;
    [[nodiscard]] VectorLps up() const;
    [[nodiscard]] PointLps position() const { return focus + outward() * distanceMm; }
    /// Where a point falls on a picture of this size, from its upper left corner.
    /// @pre the point lies in front of the camera.
    [[nodiscard]] QPointF project(PointLps point, QSizeF size) const;
    /// Turns; elevation stays within ±89 degrees, azimuth within ±180.
    void turn(double azimuth, double elevation);
    /// Distance from which a ball of this radius fills `share` of the shorter side.
    void fit(double radiusMm, QSizeF size, double share);
};

}  // namespace nodewise::render
