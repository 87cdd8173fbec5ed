/// resample.h: a volume on another grid, a part of it, or turned round; always on request.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "volume/ct_volume.h"
#include <array>

namespace nodewise {

/// Trilinear values of `volume` at the voxel centres of `grid`. More than half a voxel outside the
/// source there is `outside`. int16 stays int16 (rounded to nearest), float stays float.
/// Errors: Cancelled. Thread-safe.
[[nodiscard]] Result<VolumePtr> resampleToGrid(const CtVolume& volume, const GridGeometry& grid,
                                               double outside, JobControl& job,
                                               unsigned threads = 0);

/// The same box with another spacing, mm; the outer faces stay where they are up to the rounding
/// of the voxel count, and the first face exactly. Errors: InvalidArgument for a spacing that is
/// not finite and > 0 or more than 2^31 voxels; Cancelled.
[[nodiscard]] Result<VolumePtr> resampleToSpacing(const CtVolume& volume,
                                                  std::array<double, 3> spacingMm, JobControl& job,
                                                  unsigned threads = 0);

/// `size` voxels from `start`; every voxel keeps its place in the patient.
/// Errors: InvalidArgument when the part is empty or leaves the volume.
[[nodiscard]] Result<VolumePtr> cropVolume(const CtVolume& volume, VoxelIndex start,
                                           std::array<int, 3> size);

/// Stores the voxels the other way round along a grid axis (0..2) and turns that axis in the
/// geometry: every voxel keeps its place in the patient. @pre axis in 0..2; asserted.
[[nodiscard]] VolumePtr reverseAxis(const CtVolume& volume, int axis);

}  // namespace nodewise
