#include "volume/slice_plane.h"
#include "geometry/grid_geometry.h"
#include <cmath>

namespace nodewise {

PointLps SlicePlane::toPatient(PixelPoint pixel) const {
    return origin + right * pixel.x + down * pixel.y;
}

PixelPoint SlicePlane::toPixel(PointLps point) const {
    const VectorLps from = point - origin;
    return {dot(from, right) / dot(right, right), dot(from, down) / dot(down, down)};
}

VectorLps SlicePlane::normal() const {
    return normalized(cross(right, down));
}

double SlicePlane::signedDistanceMm(PointLps point) const {
    return dot(point - origin, normal());
}

double spacingAlongMm(const GridGeometry& grid, VectorLps direction) {
    double squared = 0;
    for (int axis = 0; axis < 3; ++axis) {
        const double steps =
            dot(direction, grid.axis(axis)) / grid.spacing()[static_cast<std::size_t>(axis)];
        squared += steps * steps;
    }
    return squared > 0 ? 1.0 / std::sqrt(squared) : 0.0;
}

}  // namespace nodewise
