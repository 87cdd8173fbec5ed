/// point.h: places and directions, with the frame in the type.
#pragma once
#include <array>
#include <cmath>
#include <compare>

namespace nodewise {

/// A direction or displacement in the patient frame, mm (or unit length where said).
struct VectorLps {
    double x = 0, y = 0, z = 0;
    friend constexpr bool operator==(const VectorLps&, const VectorLps&) = default;
    friend constexpr VectorLps operator+(VectorLps a, VectorLps b) {
        return {a.x + b.x, a.y + b.y, a.z + b.z};
    }
    friend constexpr VectorLps operator-(VectorLps a, VectorLps b) {
        return {a.x - b.x, a.y - b.y, a.z - b.z};
    }
    friend constexpr VectorLps operator*(VectorLps a, double s) {
        return {a.x * s, a.y * s, a.z * s};
    }
    friend constexpr VectorLps operator*(double s, VectorLps a) { return a * s; }
};

/// A place in the patient, mm: x to the patient's left, y to the back, z to the head (DICOM).
struct PointLps {
    double x = 0, y = 0, z = 0;
    friend constexpr bool operator==(const PointLps&, const PointLps&) = default;
    friend constexpr PointLps operator+(PointLps p, VectorLps v) {
        return {p.x + v.x, p.y + v.y, p.z + v.z};
    }
    friend constexpr PointLps operator-(PointLps p, VectorLps v) {
        return {p.x - v.x, p.y - v.y, p.z - v.z};
    }
    friend constexpr VectorLps operator-(PointLps a, PointLps b) {
        return {a.x - b.x, a.y - b.y, a.z - b.z};
    }
};

[[nodiscard]] constexpr double dot(VectorLps a, VectorLps b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
[[nodiscard]] constexpr VectorLps cross(VectorLps a, VectorLps b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
[[nodiscard]] inline double length(VectorLps v) {
    return std::sqrt(dot(v, v));
}
[[nodiscard]] inline double distance(PointLps a, PointLps b) {
    return length(a - b);
}
/// Unit vector; a zero vector stays zero.
[[nodiscard]] inline VectorLps normalized(VectorLps v) {
    const double size = length(v);
    return size > 0 ? v * (1.0 / size) : v;
}

/// Whole voxel: i along columns (fastest in memory), j along rows, k along slices.
struct VoxelIndex {
    int i = 0, j = 0, k = 0;
    friend constexpr auto operator<=>(const VoxelIndex&, const VoxelIndex&) = default;
};

/// A place between voxels, in voxel steps; a voxel's centre has whole numbers.
struct ContinuousIndex {
    double i = 0, j = 0, k = 0;
    friend constexpr bool operator==(const ContinuousIndex&, const ContinuousIndex&) = default;
};

}  // namespace nodewise
