/// label_drawer.h: labels of a scene on its grid.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "synthesis/scene.h"
#include "synthesis/slice_plane.h"
#include "synthesis/truth.h"

namespace nodewise::synthesis {

/// Slices within the extent carry labels, the others are background. Of a scanned stack the map's
/// geometry is the grid's: only the places of its slices differ. Errors: Cancelled.
[[nodiscard]] Result<LabelMap> drawLabels(const Scene& scene, const SliceStack& stack,
                                          LabelExtent extent, JobControl& job, unsigned threads);

/// The node with its extension (or its capsule alone) on the grid: box and bytes, 1 inside.
/// `inside` is empty when no voxel of the grid lies in it.
struct NodeMask {
    VoxelBox box{};
    std::vector<std::uint8_t> inside;
};
[[nodiscard]] NodeMask maskOf(const Scene& scene, std::size_t index, const GridGeometry& grid,
                              bool withExtension);

}  // namespace nodewise::synthesis
