/// lattice_hull.h: the convex hull of points of a lattice, exact in whole numbers.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace nodewise {

/// Steps of a lattice (half voxels, say). Each coordinate within ±2^18, so that no product
/// overflows.
using LatticePoint = std::array<std::int32_t, 3>;

/// Corners and triangles of a hull; triangles run counter-clockwise as seen from outside. Points
/// within a face or an edge are no corners. Points in one plane have no triangles, and `corners`
/// then holds the points given, each once.
struct LatticeHull {
    std::vector<LatticePoint> corners;
    std::vector<std::array<std::uint32_t, 3>> triangles;
};

/// Quickhull (Barber, Dobkin and Huhdanpaa, ACM TOMS 1996;22:469) with whole-number determinants:
/// many points of a mask's surface lie in one plane, which rounding would break. Pure, thread-safe.
[[nodiscard]] LatticeHull latticeHull(std::vector<LatticePoint> points);

}  // namespace nodewise
