/// neighbours.h: the six face neighbours of a voxel in a plain array.
#pragma once
#include "geometry/grid_geometry.h"
#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace nodewise::measure {

constexpr std::array<VoxelIndex, 6> kFaces{VoxelIndex{-1, 0, 0}, VoxelIndex{1, 0, 0},
                                           VoxelIndex{0, -1, 0}, VoxelIndex{0, 1, 0},
                                           VoxelIndex{0, 0, -1}, VoxelIndex{0, 0, 1}};

/// True when `test(offset)` holds for each face neighbour within the grid.
template <class Test>
[[nodiscard]] bool allNeighbours(const GridGeometry& grid, std::size_t offset, Test test) {
    const VoxelIndex at = grid.indexOf(offset);
    for (const VoxelIndex face : kFaces) {
        const VoxelIndex next{at.i + face.i, at.j + face.j, at.k + face.k};
        if (grid.contains(next) && !test(grid.offset(next)))
            return false;
    }
    return true;
}

/// The connected pieces (over faces) of the voxels for which `in(offset)` holds, largest first.
template <class Test>
[[nodiscard]] std::vector<std::vector<std::size_t>> piecesOf(const GridGeometry& grid, Test in) {
    std::vector<std::vector<std::size_t>> pieces;
    std::vector<bool> seen(grid.voxelCount(), false);
    for (std::size_t start = 0; start < seen.size(); ++start) {
        if (seen[start] || !in(start))
            continue;
        std::vector<std::size_t> piece{start};
        seen[start] = true;
        for (std::size_t next = 0; next < piece.size(); ++next)
            static_cast<void>(allNeighbours(grid, piece[next], [&](std::size_t offset) {
                if (!seen[offset] && in(offset)) {
                    seen[offset] = true;
                    piece.push_back(offset);
                }
                return true;
            }));
        pieces.push_back(std::move(piece));
    }
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return pieces;
}

}  // namespace nodewise::measure
