/// slice_plane.h: a flat picture's place in the patient, and the way between its pixels and mm.
#pragma once
#include "geometry/point.h"

namespace nodewise {

class GridGeometry;

/// Width and height of a picture in pixels.
struct ImageSize {
    int width = 0, height = 0;
    friend bool operator==(const ImageSize&, const ImageSize&) = default;
};

/// A place on a picture in pixels; a pixel's centre has whole numbers.
struct PixelPoint {
    double x = 0, y = 0;
    friend bool operator==(const PixelPoint&, const PixelPoint&) = default;
};

/// The plane of a picture. `right` and `down` are the steps from one pixel to the next in mm; they
/// stand at right angles to each other and need not be of equal length. Plain value.
struct SlicePlane {
    PointLps origin;        ///< Centre of pixel (0, 0).
    VectorLps right, down;  ///< mm per pixel.

    [[nodiscard]] PointLps toPatient(PixelPoint pixel) const;
    /// Foot of the perpendicular from the point, in pixels.
    [[nodiscard]] PixelPoint toPixel(PointLps point) const;
    /// Unit length, right × down: away from the reader.
    [[nodiscard]] VectorLps normal() const;
    /// mm along `normal`; 0 on the plane.
    [[nodiscard]] double signedDistanceMm(PointLps point) const;
    friend bool operator==(const SlicePlane&, const SlicePlane&) = default;
};

/// Spacing of the grid along a unit direction, mm: the length of a step that moves one voxel.
/// Along a grid axis it is that axis' spacing.
[[nodiscard]] double spacingAlongMm(const GridGeometry& grid, VectorLps direction);

}  // namespace nodewise
