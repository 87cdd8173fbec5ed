/// region_statistics.h: mean and spread of the voxels under a flat region.
#pragma once
#include "base/result.h"
#include "volume/ct_volume.h"
#include <vector>

namespace nodewise {

/// A flat ellipse: the half axes are perpendicular vectors in mm.
struct EllipseRegion {
    PointLps centre;
    VectorLps halfAxisA, halfAxisB;
};

/// A flat region within a closed line of straight pieces; the last point joins the first. Where the
/// line crosses itself, what it runs round an odd number of times is inside.
struct PolygonRegion {
    std::vector<PointLps> points;
    VectorLps normal;  ///< Of the plane it lies in; points are put onto it.
};

/// Values in the volume's own scale; `sd` with n − 1 (0 for one voxel); area π·a·b of an ellipse,
/// by the shoelace formula of a polygon.
struct RegionStatistics {
    std::size_t voxels = 0;
    double mean = 0, sd = 0, low = 0, high = 0;
    double areaMm2 = 0;
};

/// Over the voxels whose centre lies within the ellipse and at most half a voxel from its plane
/// (the farther side left out, so that no voxel counts in two neighbouring slices).
/// Errors: EmptyMask when there is none, NotANumber when one of them is NaN,
/// InvalidArgument for a flat ellipse. Thread-safe.
[[nodiscard]] Result<RegionStatistics> ellipseStatistics(const CtVolume& volume,
                                                         const EllipseRegion& region);
/// The same within a polygon. Errors also: InvalidArgument for fewer than three points.
[[nodiscard]] Result<RegionStatistics> polygonStatistics(const CtVolume& volume,
                                                         const PolygonRegion& region);

/// The voxels of the grid whose centre lies within the polygon and at most half a voxel from its
/// plane (the farther side left out). Empty for fewer than three points. Thread-safe.
[[nodiscard]] std::vector<VoxelIndex> voxelsWithin(const GridGeometry& grid,
                                                   const PolygonRegion& region);

}  // namespace nodewise
