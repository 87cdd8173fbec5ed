/// mask_size.h: calipers of a node's mask. The generator measures by itself, so that a mistake in
/// core/measure cannot hide in the truth.
#pragma once
#include "annotation/label_map.h"
#include <cstdint>
#include <vector>

namespace nodewise::synthesis {

struct MaskSize {
    double longAxisMm = 0;   ///< Longest axial diameter over all slices, outer edge to outer edge.
    double shortAxisMm = 0;  ///< Longest perpendicular to it in the same slice.
    double greatestMm = 0;   ///< Longest diameter in space.
    double volumeMm3 = 0;
    PointLps centre;
};

/// All voxels of `label`. @pre the label occurs and the grid is axis-aligned.
[[nodiscard]] MaskSize measureMask(const LabelMap& labels, LabelValue label);
/// Bytes within a box of the grid, x fastest, 1 inside. @pre at least one is.
[[nodiscard]] MaskSize measureMask(const VoxelBox& box, const std::vector<std::uint8_t>& inside,
                                   const GridGeometry& grid);

}  // namespace nodewise::synthesis
