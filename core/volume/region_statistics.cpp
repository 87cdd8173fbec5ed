#include "volume/region_statistics.h"
#include "volume/slice_plane.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace nodewise {
namespace {

/// Voxels that can lie under the region, cut to the grid; low > high on an axis = none.
struct SearchBox {
    std::array<int, 3> low{}, high{};
};

SearchBox searchBox(const GridGeometry& grid, const EllipseRegion& region, VectorLps normal,
                    double halfThickness) {
    const ContinuousIndex centre = grid.toIndex(region.centre);
    const std::array<double, 3> at{centre.i, centre.j, centre.k};
    SearchBox box;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const VectorLps along = grid.axes()[axis];
        const double reach =
            std::hypot(dot(region.halfAxisA, along), dot(region.halfAxisB, along)) +
            std::abs(dot(normal, along)) * halfThickness;
        const double steps = reach / grid.spacing()[axis];
        const double last = grid.dims()[axis] - 1;
        box.low[axis] = static_cast<int>(std::clamp(std::floor(at[axis] - steps), 0.0, last + 1));
        box.high[axis] = static_cast<int>(std::clamp(std::ceil(at[axis] + steps), -1.0, last));
    }
    return box;
}

template <class F>
void forEachVoxel(const SearchBox& box, const F& use) {
    for (int k = box.low[2]; k <= box.high[2]; ++k)
        for (int j = box.low[1]; j <= box.high[1]; ++j)
            for (int i = box.low[0]; i <= box.high[0]; ++i)
                use(VoxelIndex{i, j, k});
}

/// Welford's running mean and sum of squares.
struct Running {
    RegionStatistics result{
        0, 0, 0, std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest(), 0};
    double squares = 0;
    bool nan = false;
    void add(double value) {
        nan = nan || std::isnan(value);
        ++result.voxels;
        const double before = value - result.mean;
        result.mean += before / static_cast<double>(result.voxels);
        squares += before * (value - result.mean);
        result.low = std::min(result.low, value);
        result.high = std::max(result.high, value);
    }
};

}  // namespace

Result<RegionStatistics> ellipseStatistics(const CtVolume& volume, const EllipseRegion& region) {
    const double a2 = dot(region.halfAxisA, region.halfAxisA);
    const double b2 = dot(region.halfAxisB, region.halfAxisB);
    if (!(a2 > 0) || !(b2 > 0))
        return fail(ErrorCode::InvalidArgument, "the ellipse has no area");
    const GridGeometry& grid = volume.geometry();
    const VectorLps normal = normalized(cross(region.halfAxisA, region.halfAxisB));
    const double half = spacingAlongMm(grid, normal) / 2;
    Running sum;
    forEachVoxel(searchBox(grid, region, normal, half), [&](VoxelIndex index) {
        const VectorLps from = grid.toPatient(index) - region.centre;
        const double depth = dot(from, normal);
        if (depth < -half || depth >= half)
            return;
        const double u = dot(from, region.halfAxisA) / a2;
        const double v = dot(from, region.halfAxisB) / b2;
        if (u * u + v * v <= 1.0)
            sum.add(volume.value(index));
    });
    if (sum.result.voxels == 0)
        return fail(ErrorCode::EmptyMask, "no voxel centre lies within the ellipse");
    if (sum.nan)
        return fail(ErrorCode::NotANumber, "a voxel within the ellipse is not a number");
    sum.result.sd = sum.result.voxels > 1
                        ? std::sqrt(sum.squares / static_cast<double>(sum.result.voxels - 1))
                        : 0.0;
    sum.result.areaMm2 = std::numbers::pi * std::sqrt(a2 * b2);
    return sum.result;
}

}  // namespace nodewise
