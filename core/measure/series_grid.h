/// series_grid.h: a volume averaged over blocks of a few millimetres, for what holds for a series.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "volume/ct_volume.h"
#include <array>
#include <vector>

namespace nodewise::measure {

/// Block means, i fastest.
struct SeriesGrid {
    GridGeometry geometry;
    std::array<int, 3> by{1, 1, 1};  ///< Voxels a block.
    std::vector<float> hu;  ///< Mean of the block's voxels that are numbers; -1024 if none.
};

/// Blocks of about `blockMm` (at least a voxel). Thread-safe.
[[nodiscard]] SeriesGrid seriesGrid(const CtVolume& image, double blockMm, unsigned threads);

}  // namespace nodewise::measure
