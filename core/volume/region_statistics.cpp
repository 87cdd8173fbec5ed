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

Result<RegionStatistics> finished(Running& sum, double areaMm2) {
    if (sum.result.voxels == 0)
        return fail(ErrorCode::EmptyMask, "no voxel centre lies within the region");
    if (sum.nan)
        return fail(ErrorCode::NotANumber, "a voxel within the region is not a number");
    sum.result.sd = sum.result.voxels > 1
                        ? std::sqrt(sum.squares / static_cast<double>(sum.result.voxels - 1))
                        : 0.0;
    sum.result.areaMm2 = areaMm2;
    return sum.result;
}

/// A polygon in two coordinates of its own plane, mm from its centre.
struct FlatLine {
    PointLps centre;
    VectorLps u, v, normal;
    std::vector<std::array<double, 2>> at;

    explicit FlatLine(const PolygonRegion& region)
        : normal(normalized(region.normal)) {
        VectorLps sum{};
        for (const PointLps& point : region.points)
            sum = sum + (point - PointLps{});
        centre = PointLps{} + sum * (1.0 / static_cast<double>(region.points.size()));
        const VectorLps other = std::abs(normal.x) < 0.7 ? VectorLps{1, 0, 0} : VectorLps{0, 1, 0};
        u = normalized(cross(other, normal));
        v = cross(normal, u);
        for (const PointLps& point : region.points)
            at.push_back({dot(point - centre, u), dot(point - centre, v)});
    }

    /// An ellipse round it, for the search.
    [[nodiscard]] EllipseRegion frame() const {
        double far = 0;
        for (const auto& point : at)
            far = std::max(far, std::hypot(point[0], point[1]));
        return {centre, u * far, v * far};
    }

    [[nodiscard]] bool holds(double x, double y) const {
        bool inside = false;
        for (std::size_t n = 0, before = at.size() - 1; n < at.size(); before = n++)
            if ((at[n][1] > y) != (at[before][1] > y) &&
                x < (at[before][0] - at[n][0]) * (y - at[n][1]) / (at[before][1] - at[n][1]) +
                        at[n][0])
                inside = !inside;
        return inside;
    }

    [[nodiscard]] double areaMm2() const {
        double twice = 0;
        for (std::size_t n = 0, before = at.size() - 1; n < at.size(); before = n++)
            twice += at[before][0] * at[n][1] - at[n][0] * at[before][1];
        return std::abs(twice) / 2;
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
    return finished(sum, std::numbers::pi * std::sqrt(a2 * b2));
}

std::vector<VoxelIndex> voxelsWithin(const GridGeometry& grid, const PolygonRegion& region) {
    if (region.points.size() < 3)
        return {};
    const FlatLine line(region);
    const double half = spacingAlongMm(grid, line.normal) / 2;
    std::vector<VoxelIndex> inside;
    forEachVoxel(searchBox(grid, line.frame(), line.normal, half), [&](VoxelIndex index) {
        const VectorLps from = grid.toPatient(index) - line.centre;
        const double depth = dot(from, line.normal);
        if (depth >= -half && depth < half && line.holds(dot(from, line.u), dot(from, line.v)))
            inside.push_back(index);
    });
    return inside;
}

Result<RegionStatistics> polygonStatistics(const CtVolume& volume, const PolygonRegion& region) {
    if (region.points.size() < 3 || !(length(region.normal) > 0))
        return fail(ErrorCode::InvalidArgument, "a polygon needs three points and a plane");
    Running sum;
    for (const VoxelIndex index : voxelsWithin(volume.geometry(), region))
        sum.add(volume.value(index));
    return finished(sum, FlatLine(region).areaMm2());
}

}  // namespace nodewise
