/// stack_geometry.h: what the positions of a stack of parallel slices say: order, gaps, tilt.
#pragma once
#include "dicom/image_header.h"
#include "geometry/point.h"
#include <span>
#include <vector>

namespace nodewise::dicom {

/// Geometry of slices in order. Lengths in mm.
struct StackGeometry {
    VectorLps normal;      ///< Row × column.
    double gap = 0;        ///< Mean gap of an even stack, median gap of an uneven one.
    double tiltDeg = 0;    ///< Angle between the normal and the line from first to last slice.
    bool tilted = false;   ///< The stack leans by more than a quarter pixel in all.
    bool even = true;      ///< Every slice within 3 % of a gap (at least 0.02 mm) of even spacing.
    bool straight = true;  ///< No slice a quarter pixel beside the line from first to last.
    double smallestGap = 0, largestGap = 0;

    [[nodiscard]] bool regular() const { return even && !tilted && straight; }
};

/// Row × column, unit length.
[[nodiscard]] VectorLps normalOf(const Orientation& orientation);

/// Distance of a slice from the patient's origin along the normal.
[[nodiscard]] double alongNormal(PointLps position, VectorLps normal);

/// @pre at least one position, sorted by `alongNormal`, no two closer than kSamePlaceMm.
[[nodiscard]] StackGeometry stackGeometry(std::span<const PointLps> positions,
                                          const Orientation& orientation, double pixelSizeMm);

/// Slices nearer than this along the normal lie at the same place.
inline constexpr double kSamePlaceMm = 1e-3;

}  // namespace nodewise::dicom
