/// label_import.h: outlines and masks from RTSTRUCT and SEG objects as label maps.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "base/result.h"
#include "dicom/warning.h"
#include "geometry/grid_geometry.h"
#include <filesystem>
#include <optional>
#include <string>

namespace nodewise::dicom {

/// What a file holds, by its SOP class.
enum class LabelFileKind { None, RtStruct, Segmentation };

/// Looks at the SOP class only. Thread-safe. Errors: FileNotFound, FileUnreadable, NotDicom,
/// DictionaryMissing.
[[nodiscard]] Result<LabelFileKind> labelFileKind(const std::filesystem::path& file);

/// A label map and what had to be decided on the way. A voxel holds one label: where two regions
/// overlap the smaller one keeps the voxel (a node inside a target volume stays whole), and
/// `warnings` names the pair with ValueOutOfRange.
struct LabelImport {
    LabelMap labels;
    Warnings warnings;
};

/// Fills the closed contours of every region of an RTSTRUCT on the grid: a voxel belongs to a
/// region when its centre lies inside an odd number of the region's contours on the slice nearest
/// to them. Labels are 1, 2 … in the order of the structure set, names as in the file (UTF-8).
/// `onlyRegion` reads the region of that name alone, as label 1.
/// Contours off the grid are left out with a GridMismatch warning. Thread-safe.
/// Errors: FileNotFound, NotDicom, NotAnImage (no RTSTRUCT), TagMissing, TagInvalid, GridMismatch
/// (nothing lands on the grid), GeometryInconsistent (contours across slices), LabelAbsent (no
/// region of that name), Cancelled.
[[nodiscard]] Result<LabelImport> readRtStruct(const std::filesystem::path& file,
                                               const GridGeometry& grid, JobControl& job,
                                               const std::optional<std::string>& onlyRegion = {});

/// Reads a DICOM SEG: binary, fractional (at least half of the maximum counts) or label map. Labels
/// are the segment numbers, names the segment labels. Without `grid` the result lies on the SEG's
/// own grid; with it each voxel of the grid takes the label at its centre. Frames of a tilted
/// gantry need the grid (GeometryInconsistent without it). Errors: as `readRtStruct`, and
/// PixelDataTruncated, PixelDataDamaged, PixelFormatUnsupported, TransferSyntaxUnsupported,
/// GeometryMissing, SpacingUneven, ImageTooLarge.
[[nodiscard]] Result<LabelImport> readSegmentation(const std::filesystem::path& file,
                                                   const std::optional<GridGeometry>& grid,
                                                   JobControl& job);

}  // namespace nodewise::dicom
