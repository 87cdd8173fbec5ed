/// node_mask.h: the voxels of one node as a small box of yes and no.
#pragma once
#include "annotation/label_map.h"
#include "geometry/grid_geometry.h"
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nodewise::segmentation {

/// Yes or no for each voxel of a box of a grid; no everywhere else. Value type.
struct NodeMask {
    VoxelIndex start;                ///< First voxel of the box in the grid.
    std::array<int, 3> size{};       ///< Voxels of the box along i, j, k.
    std::vector<std::uint8_t> bits;  ///< 0 or 1, i fastest.

    /// All no. @pre the box lies within the grid it is used with.
    [[nodiscard]] static NodeMask box(VoxelIndex start, std::array<int, 3> size);
    [[nodiscard]] bool inBox(VoxelIndex index) const;
    /// @pre inBox(index).
    [[nodiscard]] std::size_t offset(VoxelIndex index) const;
    [[nodiscard]] bool at(VoxelIndex index) const;
    [[nodiscard]] std::size_t count() const;
};

/// Writes `label` where the mask says yes; other voxels stay. @pre the box lies within the map.
void paint(const NodeMask& mask, LabelValue label, LabelMap& map);

/// The voxels of a label, boxed tightly; an empty box when there are none.
[[nodiscard]] NodeMask maskOf(const LabelMap& map, LabelValue label);

/// 2·|a ∩ b| / (|a| + |b|); 1 when both are empty. Boxes may differ; the grid is the same.
[[nodiscard]] double dice(const NodeMask& a, const NodeMask& b);

}  // namespace nodewise::segmentation
