/// level_surface.h: the 0.5 level of a blurred mask: area, volume and the curvature of its pieces.
#pragma once
#include "measure/blurred_mask.h"
#include <array>
#include <vector>

namespace nodewise::measure {

/// One cell of the grid that the surface passes.
struct SurfacePiece {
    std::array<double, 3> place{};   ///< Middle of the piece, mm from voxel (0,0,0) of the mask.
    std::array<double, 3> normal{};  ///< Outward, as long as the piece is large (mm²).
    double area = 0;                 ///< mm².
    std::array<int, 3> cell{};
};

struct LevelSurface {
    double areaMm2 = 0, volumeMm3 = 0;
    std::vector<SurfacePiece> pieces;
};

/// Marching cubes with the crossing found on each edge by a straight line. Pure, thread-safe.
[[nodiscard]] LevelSurface levelSurface(const BlurredMask& field);

/// The smaller of the two principal curvatures at a piece, 1/mm, from the first and second
/// derivatives of the field; positive where the surface bulges outward in every direction, negative
/// where it is hollow in one. Source: Goldman, Comput Aided Geom Des 2005;22:632 (implicit
/// surfaces). Pure, thread-safe.
[[nodiscard]] double leastCurvature(const BlurredMask& field, const SurfacePiece& piece);

}  // namespace nodewise::measure
