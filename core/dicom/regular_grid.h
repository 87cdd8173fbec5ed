/// regular_grid.h: a tilted or uneven stack sampled onto a regular grid. Private to core/dicom.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "dicom/image_header.h"
#include "volume/ct_volume.h"
#include <array>
#include <span>
#include <vector>

namespace nodewise::dicom {

/// A stack as it was read: slices in order, each at its own place.
struct SliceStack {
    int columns = 0, rows = 0;
    std::array<double, 2> pixelSpacing{1, 1};
    Orientation orientation;
    std::vector<PointLps> positions;
    CtVolume::Voxels voxels;  ///< columns × rows × positions.size().
    VoxelMeaning meaning = VoxelMeaning::Hounsfield;
};

/// Same directions and pixel size; wide enough for every slice; from the first to the last slice in
/// equal steps as near as possible to `gapMm`. Linear between the slices next to a voxel, bilinear
/// within each; where only one of the two reaches, its value; where none does, the lowest value of
/// the stack. @pre two positions or more, sorted along the normal. Errors: ImageTooLarge,
/// Cancelled, OutOfMemory.
[[nodiscard]] Result<VolumePtr> resampleToRegular(const SliceStack& stack, double gapMm,
                                                  JobControl& job, unsigned threads);

}  // namespace nodewise::dicom
