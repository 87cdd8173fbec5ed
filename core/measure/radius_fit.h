/// radius_fit.h: the ellipsoid that lies nearest to a surface, and what is left over.
#pragma once
#include "measure/level_surface.h"
#include <optional>

namespace nodewise::measure {

/// r^-2 of an ellipsoid about its centre is a form of second degree in the direction; a centre that
/// lies a little off adds terms of first degree. The nine terms are fitted by least squares over
/// all directions (each piece weighs by the solid angle it fills and by r^6, so that lengths and
/// not r^-2 are fitted), as seen from the centroid of the surface's volume. Gives the root mean
/// square of r minus the fitted r, mm; nothing when there are under 30 pieces or the fit is not an
/// ellipsoid. Pure, thread-safe.
[[nodiscard]] std::optional<double> radiusResidualMm(const LevelSurface& surface);

}  // namespace nodewise::measure
