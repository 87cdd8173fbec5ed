#include "ui/viewer/view_plane.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace nodewise::viewer {
namespace {

struct WantedDirections {
    int right, down;  ///< Patient axes.
    double rightSign, downSign;
};

WantedDirections wanted(ViewPlane plane) {
    switch (plane) {
    case ViewPlane::Axial:
        return {0, 1, 1, 1};
    case ViewPlane::Coronal:
        return {0, 2, 1, -1};
    case ViewPlane::Sagittal:
        break;
    }
    return {1, 2, 1, -1};
}

double component(VectorLps v, int axis) {
    return axis == 0 ? v.x : axis == 1 ? v.y : v.z;
}

/// Which grid axis serves each patient axis: the assignment that fits best as a whole, so that no
/// grid axis serves twice even when the grid is turned by 45 degrees.
std::array<int, 3> assignedAxes(const GridGeometry& grid) {
    std::array<int, 3> order{0, 1, 2}, best = order;
    double bestFit = -1;
    do {
        double fit = 0;
        for (int axis = 0; axis < 3; ++axis)
            fit += std::abs(component(grid.axis(order[static_cast<std::size_t>(axis)]), axis));
        if (fit > bestFit + 1e-9) {
            bestFit = fit;
            best = order;
        }
    } while (std::next_permutation(order.begin(), order.end()));
    return best;
}

/// How far the whole grid reaches along a unit direction, faces included, mm.
double extentAlongMm(const GridGeometry& grid, VectorLps direction) {
    double mm = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
        mm +=
            std::abs(dot(direction, grid.axes()[axis])) * grid.dims()[axis] * grid.spacing()[axis];
    return mm;
}

/// Slice number with its fraction, 1-based, and the count.
struct ExactNumber {
    double number;
    int count;
    double stepMm;
};

ExactNumber exactNumber(const GridGeometry& grid, VectorLps counting, PointLps through) {
    const double step = spacingAlongMm(grid, counting);
    const int count =
        std::max(1, static_cast<int>(std::lround(extentAlongMm(grid, counting) / step)));
    const double from = dot(through - grid.centre(), counting) / step;
    return {from + (count - 1) / 2.0 + 1.0, count, step};
}

int dominantAxis(VectorLps v) {
    const std::array<double, 3> size{std::abs(v.x), std::abs(v.y), std::abs(v.z)};
    return static_cast<int>(std::max_element(size.begin(), size.end()) - size.begin());
}

}  // namespace

VectorLps countingDirection(const ViewDirections& directions) {
    const VectorLps normal = directions.normal();
    return component(normal, dominantAxis(normal)) < 0 ? normal * -1.0 : normal;
}

ViewDirections standardDirections(const GridGeometry& grid, ViewPlane plane) {
    const WantedDirections want = wanted(plane);
    const std::array<int, 3> axes = assignedAxes(grid);
    const auto along = [&](int patientAxis, double sign) {
        const VectorLps axis = grid.axis(axes[static_cast<std::size_t>(patientAxis)]);
        return component(axis, patientAxis) * sign < 0 ? axis * -1.0 : axis;
    };
    return {along(want.right, want.rightSign), along(want.down, want.downSign)};
}

double fitMmPerPixel(const GridGeometry& grid, const ViewDirections& directions, QSize size) {
    return std::max(extentAlongMm(grid, directions.right) / std::max(1, size.width()),
                    extentAlongMm(grid, directions.down) / std::max(1, size.height()));
}

double mmPerPixelOf(const GridGeometry& grid, const ViewState& state, QSize size) {
    if (state.fieldMm)
        return *state.fieldMm / std::max(1, std::min(size.width(), size.height()));
    if (state.fitMm)
        return std::max((*state.fitMm)[0] / std::max(1, size.width()),
                        (*state.fitMm)[1] / std::max(1, size.height()));
    return fitMmPerPixel(grid, state.directions, size);
}

SlicePlane viewPlaneOf(const GridGeometry& grid, const ViewState& state, PointLps through,
                       QSize size) {
    const double mm = mmPerPixelOf(grid, state, size);
    const ViewDirections& along = state.directions;
    PointLps centre = grid.centre() + along.right * state.panRightMm + along.down * state.panDownMm;
    const VectorLps normal = along.normal();
    centre = centre + normal * dot(through - centre, normal);
    const VectorLps right = along.right * (state.flipped ? -mm : mm);
    const VectorLps down = along.down * mm;
    return {centre - right * (size.width() / 2.0) - down * (size.height() / 2.0), right, down};
}

QString orientationLetters(VectorLps direction) {
    constexpr std::array<std::array<char, 2>, 3> letters{{{'L', 'R'}, {'P', 'A'}, {'H', 'F'}}};
    std::array<int, 3> order{0, 1, 2};
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return std::abs(component(direction, a)) > std::abs(component(direction, b)) + 1e-9;
    });
    const double strongest = std::abs(component(direction, order[0]));
    QString text;
    for (const int axis : order)
        if (const double part = component(direction, axis);
            strongest > 0 && std::abs(part) >= 0.2 * strongest)
            text += QLatin1Char(letters[static_cast<std::size_t>(axis)][part > 0 ? 0 : 1]);
    return text;
}

SliceNumber sliceNumberOf(const GridGeometry& grid, const ViewDirections& directions,
                          PointLps through) {
    const ExactNumber exact = exactNumber(grid, countingDirection(directions), through);
    return {std::clamp(static_cast<int>(std::lround(exact.number)), 1, exact.count), exact.count};
}

PointLps movedToSlice(const GridGeometry& grid, const ViewDirections& directions, PointLps through,
                      int number) {
    const VectorLps counting = countingDirection(directions);
    const ExactNumber exact = exactNumber(grid, counting, through);
    const int inside = std::clamp(number, 1, exact.count);
    return through + counting * ((inside - exact.number) * exact.stepMm);
}

SlicePosition slicePositionOf(const ViewDirections& directions, PointLps through) {
    const int axis = dominantAxis(directions.normal());
    const std::array<double, 3> at{through.x, through.y, through.z};
    return {static_cast<char>('x' + axis), at[static_cast<std::size_t>(axis)]};
}

}  // namespace nodewise::viewer
