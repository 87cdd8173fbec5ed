/// grid_geometry.h: where the voxels of a regular grid lie in the patient.
#pragma once
#include "base/result.h"
#include "geometry/point.h"
#include <array>
#include <cstddef>
#include <cstdint>

namespace nodewise {

/// A regular grid with right-angled axes. Value type, immutable after `create`, thread-safe to
/// read.
///
/// patient = origin + i·spacing[0]·axis(0) + j·spacing[1]·axis(1) + k·spacing[2]·axis(2), where
/// origin is the centre of voxel (0,0,0). Axes are unit vectors; the third may be the opposite of
/// the cross product of the first two (a left-handed stack), which `rightHanded()` tells.
class GridGeometry {
public:
    using Axes = std::array<VectorLps, 3>;

    GridGeometry() = default;

    /// Errors: InvalidArgument when a size is < 1, a spacing is not finite and > 0, an axis is not
    /// of unit length (1e-3) or two axes are not at right angles (1e-3), or the voxel count exceeds
    /// 2^40.
    [[nodiscard]] static Result<GridGeometry>
    create(std::array<int, 3> dims, std::array<double, 3> spacingMm, PointLps origin, Axes axes);
    /// Axis-aligned grid: x to the left, y to the back, z to the head.
    /// @pre the same conditions as `create`; asserted.
    [[nodiscard]] static GridGeometry
    axisAligned(std::array<int, 3> dims, std::array<double, 3> spacingMm, PointLps origin = {});

    [[nodiscard]] const std::array<int, 3>& dims() const { return m_dims; }
    [[nodiscard]] const std::array<double, 3>& spacing() const { return m_spacing; }
    [[nodiscard]] PointLps origin() const { return m_origin; }
    [[nodiscard]] VectorLps axis(int index) const {
        return m_axes[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const Axes& axes() const { return m_axes; }
    [[nodiscard]] bool rightHanded() const;

    [[nodiscard]] std::size_t voxelCount() const;
    [[nodiscard]] double voxelVolumeMm3() const;

    [[nodiscard]] PointLps toPatient(ContinuousIndex index) const;
    [[nodiscard]] PointLps toPatient(VoxelIndex index) const;
    [[nodiscard]] ContinuousIndex toIndex(PointLps point) const;
    /// The voxel whose box holds the point; may lie outside the grid (`contains` tells).
    [[nodiscard]] VoxelIndex nearestVoxel(PointLps point) const;
    [[nodiscard]] bool contains(VoxelIndex index) const;
    /// Place in a contiguous array, i fastest. @pre contains(index).
    [[nodiscard]] std::size_t offset(VoxelIndex index) const {
        return static_cast<std::size_t>(index.i) +
               static_cast<std::size_t>(m_dims[0]) *
                   (static_cast<std::size_t>(index.j) +
                    static_cast<std::size_t>(m_dims[1]) * static_cast<std::size_t>(index.k));
    }
    [[nodiscard]] VoxelIndex indexOf(std::size_t offset) const;
    [[nodiscard]] PointLps centre() const;

    /// The axis (0..2) that runs most nearly along x, y or z of the patient.
    [[nodiscard]] int axisAlong(int patientAxis) const;

    /// Same size, and every corner voxel within `toleranceMm` of the other's.
    [[nodiscard]] bool sameGridAs(const GridGeometry& other, double toleranceMm = 1e-3) const;

    /// A part of this grid: `size` voxels from `start`. @pre start and size lie within; asserted.
    [[nodiscard]] GridGeometry part(VoxelIndex start, std::array<int, 3> size) const;

    friend bool operator==(const GridGeometry&, const GridGeometry&) = default;

private:
    std::array<int, 3> m_dims{1, 1, 1};
    std::array<double, 3> m_spacing{1, 1, 1};
    PointLps m_origin;
    Axes m_axes{VectorLps{1, 0, 0}, VectorLps{0, 1, 0}, VectorLps{0, 0, 1}};
};

}  // namespace nodewise
