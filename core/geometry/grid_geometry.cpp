#include "geometry/grid_geometry.h"
#include "base/require.h"
#include <algorithm>
#include <cmath>

namespace nodewise {
namespace {

constexpr double kAxisTolerance = 1e-3;
constexpr double kMaxVoxels = 1099511627776.0;  // 2^40

bool unitAndRightAngled(const GridGeometry::Axes& axes) {
    for (const auto& axis : axes)
        if (!(std::abs(length(axis) - 1.0) <= kAxisTolerance))
            return false;
    return std::abs(dot(axes[0], axes[1])) <= kAxisTolerance &&
           std::abs(dot(axes[0], axes[2])) <= kAxisTolerance &&
           std::abs(dot(axes[1], axes[2])) <= kAxisTolerance;
}

double component(VectorLps v, int axis) {
    return axis == 0 ? v.x : axis == 1 ? v.y : v.z;
}

}  // namespace

Result<GridGeometry> GridGeometry::create(std::array<int, 3> dims, std::array<double, 3> spacingMm,
                                          PointLps origin, Axes axes) {
    double voxels = 1;
    for (std::size_t a = 0; a < 3; ++a) {
        if (dims[a] < 1)
            return fail(ErrorCode::InvalidArgument, "a grid needs at least one voxel on each axis");
        if (!std::isfinite(spacingMm[a]) || spacingMm[a] <= 0)
            return fail(ErrorCode::InvalidArgument, "voxel spacing must be finite and above zero");
        voxels *= dims[a];
    }
    if (voxels > kMaxVoxels)
        return fail(ErrorCode::InvalidArgument, "more than 2^40 voxels");
    if (!std::isfinite(origin.x) || !std::isfinite(origin.y) || !std::isfinite(origin.z))
        return fail(ErrorCode::InvalidArgument, "the origin must be finite");
    if (!unitAndRightAngled(axes))
        return fail(ErrorCode::InvalidArgument, "grid axes must be unit vectors at right angles");
    GridGeometry grid;
    grid.m_dims = dims;
    grid.m_spacing = spacingMm;
    grid.m_origin = origin;
    grid.m_axes = axes;
    return grid;
}

GridGeometry GridGeometry::axisAligned(std::array<int, 3> dims, std::array<double, 3> spacingMm,
                                       PointLps origin) {
    auto grid = create(dims, spacingMm, origin, Axes{VectorLps{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    NODEWISE_REQUIRE(grid.has_value());
    return *grid;
}

bool GridGeometry::rightHanded() const {
    return dot(cross(m_axes[0], m_axes[1]), m_axes[2]) > 0;
}

std::size_t GridGeometry::voxelCount() const {
    return static_cast<std::size_t>(m_dims[0]) * static_cast<std::size_t>(m_dims[1]) *
           static_cast<std::size_t>(m_dims[2]);
}

double GridGeometry::voxelVolumeMm3() const {
    return m_spacing[0] * m_spacing[1] * m_spacing[2];
}

PointLps GridGeometry::toPatient(ContinuousIndex index) const {
    return m_origin + m_axes[0] * (index.i * m_spacing[0]) + m_axes[1] * (index.j * m_spacing[1]) +
           m_axes[2] * (index.k * m_spacing[2]);
}

PointLps GridGeometry::toPatient(VoxelIndex index) const {
    return toPatient(ContinuousIndex{static_cast<double>(index.i), static_cast<double>(index.j),
                                     static_cast<double>(index.k)});
}

ContinuousIndex GridGeometry::toIndex(PointLps point) const {
    const VectorLps v = point - m_origin;
    return {dot(v, m_axes[0]) / m_spacing[0], dot(v, m_axes[1]) / m_spacing[1],
            dot(v, m_axes[2]) / m_spacing[2]};
}

VoxelIndex GridGeometry::nearestVoxel(PointLps point) const {
    const ContinuousIndex c = toIndex(point);
    const auto whole = [](double v) {
        return static_cast<int>(std::floor(std::clamp(v + 0.5, -2e9, 2e9)));
    };
    return {whole(c.i), whole(c.j), whole(c.k)};
}

bool GridGeometry::contains(VoxelIndex index) const {
    return index.i >= 0 && index.j >= 0 && index.k >= 0 && index.i < m_dims[0] &&
           index.j < m_dims[1] && index.k < m_dims[2];
}

VoxelIndex GridGeometry::indexOf(std::size_t offset) const {
    const auto columns = static_cast<std::size_t>(m_dims[0]);
    const auto rows = static_cast<std::size_t>(m_dims[1]);
    return {static_cast<int>(offset % columns), static_cast<int>(offset / columns % rows),
            static_cast<int>(offset / columns / rows)};
}

PointLps GridGeometry::centre() const {
    return toPatient(
        ContinuousIndex{(m_dims[0] - 1) / 2.0, (m_dims[1] - 1) / 2.0, (m_dims[2] - 1) / 2.0});
}

int GridGeometry::axisAlong(int patientAxis) const {
    int best = 0;
    for (int a = 1; a < 3; ++a)
        if (std::abs(component(axis(a), patientAxis)) >
            std::abs(component(axis(best), patientAxis)))
            best = a;
    return best;
}

bool GridGeometry::sameGridAs(const GridGeometry& other, double toleranceMm) const {
    if (m_dims != other.m_dims)
        return false;
    for (int corner = 0; corner < 8; ++corner) {
        const VoxelIndex index{(corner & 1) != 0 ? m_dims[0] - 1 : 0,
                               (corner & 2) != 0 ? m_dims[1] - 1 : 0,
                               (corner & 4) != 0 ? m_dims[2] - 1 : 0};
        if (distance(toPatient(index), other.toPatient(index)) > toleranceMm)
            return false;
    }
    return true;
}

GridGeometry GridGeometry::part(VoxelIndex start, std::array<int, 3> size) const {
    NODEWISE_REQUIRE(contains(start));
    NODEWISE_REQUIRE(
        contains({start.i + size[0] - 1, start.j + size[1] - 1, start.k + size[2] - 1}));
    GridGeometry result = *this;
    result.m_dims = size;
    result.m_origin = toPatient(start);
    return result;
}

}  // namespace nodewise
