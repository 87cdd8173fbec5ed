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

/// True when `test(offset)` holds for each face neighbour of voxel `v`, at `offset`, in the grid.
template <class Test>
[[nodiscard]] bool allNeighbours(const std::array<int, 3>& dims, VoxelIndex v, std::size_t offset,
                                 Test test) {
    const std::array<int, 3> index{v.i, v.j, v.k};
    std::size_t step = 1;
    for (std::size_t a = 0; a < 3; ++a) {
        if (index[a] > 0 && !test(offset - step))
            return false;
        if (index[a] + 1 < dims[a] && !test(offset + step))
            return false;
        step *= static_cast<std::size_t>(dims[a]);
    }
    return true;
}

/// The same where the voxel's index is not at hand.
template <class Test>
[[nodiscard]] bool allNeighbours(const GridGeometry& grid, std::size_t offset, Test test) {
    return allNeighbours(grid.dims(), grid.indexOf(offset), offset, test);
}

/// The connected pieces (over faces) of the voxels for which `in(offset)` holds, largest first.
/// `starts` holds all of them, in rising order.
template <class Test>
[[nodiscard]] std::vector<std::vector<std::size_t>>
piecesOf(const GridGeometry& grid, const std::vector<std::size_t>& starts, Test in) {
    std::vector<std::vector<std::size_t>> pieces;
    if (starts.empty())
        return pieces;
    std::vector<bool> seen(grid.voxelCount(), false);
    for (const std::size_t start : starts) {
        if (seen[start])
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

/// The same, looking for the voxels.
template <class Test>
[[nodiscard]] std::vector<std::vector<std::size_t>> piecesOf(const GridGeometry& grid, Test in) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < grid.voxelCount(); ++at)
        if (in(at))
            starts.push_back(at);
    return piecesOf(grid, starts, in);
}

}  // namespace nodewise::measure
