#include "synthesis/slice_plane.h"
#include "base/require.h"
#include <array>
#include <cmath>
#include <numbers>

namespace nodewise::synthesis {

namespace {

/// Middle of the picture, mm behind the canal at the hyoid: chin and nape both fit.
constexpr double kMiddleY = -14;

}  // namespace

SliceStack regularStack(const Recipe& recipe) {
    const ScannerRecipe& s = recipe.scanner;
    const double half = 0.5 * s.pixelMm * (s.columns - 1);
    const std::array dims{s.columns, s.columns, s.slices};
    const double lowest = s.topMm - s.sliceMm * (s.slices - 1);
    if (s.gantryDeg == 0)
        return {GridGeometry::axisAligned(dims, {s.pixelMm, s.pixelMm, s.sliceMm},
                                          {-half, kMiddleY - half, lowest}),
                0};
    const double angle = s.gantryDeg * std::numbers::pi / 180;
    const VectorLps across{1, 0, 0}, down{0, std::cos(angle), std::sin(angle)},
        normal{0, -down.z, down.y};
    const double thick = s.sliceMm * down.y;
    const PointLps middle{0, kMiddleY, 0.5 * (s.topMm + lowest)};
    const PointLps origin =
        middle + across * -half + down * -half + normal * (-0.5 * thick * (s.slices - 1));
    const auto grid =
        GridGeometry::create(dims, {s.pixelMm, s.pixelMm, thick}, origin, {across, down, normal});
    NODEWISE_REQUIRE(grid.has_value());
    return {*grid, 0};
}

SliceStack scannedStack(const Recipe& recipe) {
    SliceStack stack = regularStack(recipe);
    stack.shiftMm = recipe.scanner.sliceMm * stack.grid.axis(1).z;
    return stack;
}

SlicePlane SliceStack::planeFrom(VoxelIndex first) const {
    const PointLps p = place(first);
    return {static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z),
            static_cast<float>(grid.axis(1).y), static_cast<float>(grid.axis(1).z)};
}

}  // namespace nodewise::synthesis
