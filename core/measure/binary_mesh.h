/// binary_mesh.h: the marching-cubes mesh of a mask as it is, and its convex hull.
#pragma once
#include "geometry/lattice_hull.h"
#include "geometry/point.h"
#include "measure/blurred_mask.h"
#include <array>
#include <vector>

namespace nodewise::measure {

/// Area and volume of the 0.5 level of the mask with vertices half-way between voxel centres, the
/// mesh of IBSI and pyradiomics.
struct BinaryMesh {
    double areaMm2 = 0, volumeMm3 = 0;
};
/// Pure, thread-safe. The mask may reach the border of its box: outside it is 0.
[[nodiscard]] BinaryMesh binaryMesh(const MaskBox& mask);

/// Convex hull of the vertices of that mesh.
struct MeshHull {
    LatticeHull hull;  ///< In half voxels from the centre of voxel (0,0,0).
    double areaMm2 = 0, volumeMm3 = 0;
    double greatestMm = 0;             ///< Longest distance between two vertices.
    std::array<LatticePoint, 2> ends;  ///< Of that length.
    std::array<double, 3> boxMm{};     ///< Sides of the box along the axes of the grid.
};
/// Pure, thread-safe.
[[nodiscard]] MeshHull meshHull(const MaskBox& mask);

/// The longest distance alone, without the hull. Pure, thread-safe.
[[nodiscard]] double meshGreatestMm(const MaskBox& mask);

/// The greatest distances between two vertices of that mesh within one plane across each axis of
/// the grid (half planes too), as pyradiomics gives them. Pure, thread-safe.
[[nodiscard]] std::array<double, 3> greatestInPlanes(const MaskBox& mask);

}  // namespace nodewise::measure
