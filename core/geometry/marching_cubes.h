/// marching_cubes.h: the surface between the yes and the no of eight neighbouring voxels.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace nodewise {

/// Corners of a cell: x first, then round the face z = 0, then the same at z = 1.
constexpr std::array<std::array<std::uint8_t, 3>, 8> kCellCorners{
    {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 1}, {1, 1, 1}, {0, 1, 1}}};
/// Edges of a cell by their corners: round z = 0, round z = 1, upright.
constexpr std::array<std::array<std::uint8_t, 2>, 12> kCellEdges{{{0, 1},
                                                                  {1, 2},
                                                                  {2, 3},
                                                                  {3, 0},
                                                                  {4, 5},
                                                                  {5, 6},
                                                                  {6, 7},
                                                                  {7, 4},
                                                                  {0, 4},
                                                                  {1, 5},
                                                                  {2, 6},
                                                                  {3, 7}}};

/// Triangles of one cell as numbers of edges; seen from outside they run counter-clockwise.
using CellTriangles = std::vector<std::array<std::uint8_t, 3>>;

/// The triangles of a cell by its code (bit c set: corner c lies inside), 256 of them. Marching
/// cubes after Lorensen and Cline (SIGGRAPH 1987) with half a table: a code with corner 7 inside
/// is the complement of another. On a face with two opposite corners inside, these are kept apart
/// when corner 7 is outside and joined when it is inside, as pyradiomics does, so that areas agree.
/// The table is worked out once from the faces of the cell. Thread-safe.
[[nodiscard]] const std::array<CellTriangles, 256>& cellTriangles();

/// What the triangles of a cell add to area and volume at mid-edge vertices.
struct CellMeasure {
    double area = 0;  ///< mm².
    /// Six times the volume is the sum of `atOrigin` + place · `perPlace` over all cells, `place`
    /// the position of corner 0 in mm.
    double atOrigin = 0;
    std::array<double, 3> perPlace{};
};
/// One entry a code, for voxels of a spacing in mm. Pure, thread-safe.
[[nodiscard]] std::array<CellMeasure, 256> cellMeasures(const std::array<double, 3>& spacingMm);

}  // namespace nodewise
