/// volume_io.h: volumes and label grids as NRRD and NIfTI files.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "volume/ct_volume.h"
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace nodewise {

/// A grid of label numbers as it lies in a file; annotation::LabelMap gives it meaning.
struct LabelGrid {
    GridGeometry geometry;
    std::vector<std::uint16_t> labels;  ///< i fastest, one a voxel; 0 = background.
    std::map<std::uint16_t, std::string>
        names;  ///< From the file, when it holds names (NRRD segments).
};

/// True when the name ends in .nrrd, .nhdr, .nii or .nii.gz (any case).
[[nodiscard]] bool isVolumeFile(const std::filesystem::path& file);

/// Reads one scalar 3-D volume. NRRD: raw or gzip, attached or detached, space LPS or RAS, little
/// or big endian, all integer and float types. NIfTI through libnifti: sform, else qform, else
/// pixdim; slope and intercept applied. Numbers that are whole and within int16 stay int16. Sheared
/// or singular direction matrices are refused. Safe on any thread. Errors: FileNotFound,
/// FileUnreadable, FormatUnknown, FormatDamaged, Truncated, GeometryInconsistent,
/// PixelFormatUnsupported, Cancelled; a NaN voxel is kept (measurements refuse it).
[[nodiscard]] Result<VolumePtr> readVolume(const std::filesystem::path& file, JobControl& job);

/// Reads a label grid: whole numbers 0..65535. Errors as `readVolume`, and ValueOutOfRange.
[[nodiscard]] Result<LabelGrid> readLabelGrid(const std::filesystem::path& file, JobControl& job);

/// Writes by ending (.nrrd, .nii, .nii.gz) to a temporary name, then renames: never half a file.
/// int16 stays int16, float stays float32. Errors: FormatUnknown, FileUnwritable, DiskFull.
[[nodiscard]] Result<void> writeVolume(const CtVolume& volume, const std::filesystem::path& file);
[[nodiscard]] Result<void> writeLabelGrid(const LabelGrid& grid, const std::filesystem::path& file);

}  // namespace nodewise
