/// region_statistics.h: mean and spread of the voxels under a flat region.
#pragma once
#include "base/result.h"
#include "volume/ct_volume.h"

namespace nodewise {

/// A flat ellipse: the half axes are perpendicular vectors in mm.
struct EllipseRegion {
    PointLps centre;
    VectorLps halfAxisA, halfAxisB;
};

/// Values in the volume's own scale; `sd` with n − 1 (0 for one voxel); area π·a·b.
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

}  // namespace nodewise
