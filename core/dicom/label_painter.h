/// label_painter.h: regions that may overlap, laid into one label map. Private to core/dicom.
#pragma once
#include "annotation/label_map.h"
#include "dicom/label_import.h"
#include <cstdint>
#include <string>
#include <vector>

namespace nodewise::dicom {

/// The voxels of one region; offsets as GridGeometry::offset gives them, each once.
struct Region {
    LabelValue label = 0;
    std::string name;
    std::vector<std::uint32_t> voxels;
};

/// Paints the largest region first, so that the smaller of two keeps the voxels they share; equal
/// sizes by label. Every pair that shares voxels becomes a warning. Regions without voxels keep
/// their name. @pre grid.voxelCount() ≤ kMaxVoxels.
[[nodiscard]] LabelImport paintRegions(const GridGeometry& grid, std::vector<Region> regions);

}  // namespace nodewise::dicom
