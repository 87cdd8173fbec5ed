/// image_input.h: volumes and labels as the subcommands take them: DICOM, NIfTI, NRRD, SEG,
/// RTSTRUCT.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "base/result.h"
#include "volume/ct_volume.h"
#include <string>

namespace nodewise::cli {

/// NIfTI or NRRD by the ending of the name, else DICOM: file, folder, DICOMDIR or zip; of several
/// series the only one that is a volume. Errors: those of readVolume, scanSeries and loadSeries.
[[nodiscard]] Result<VolumePtr> readImage(const std::string& path, JobControl& job,
                                          unsigned threads);

/// NIfTI or NRRD labels, or DICOM SEG or RTSTRUCT painted on `grid`. A single folder holding one
/// such file will do. Errors: those of readLabelGrid, readSegmentation and readRtStruct;
/// FormatUnknown.
[[nodiscard]] Result<LabelMap> readLabels(const std::string& path, const GridGeometry& grid,
                                          JobControl& job);

/// Labels at the centres of another grid: each voxel takes the label of the voxel it lies in.
[[nodiscard]] LabelMap onGrid(const LabelMap& labels, const GridGeometry& grid);

}  // namespace nodewise::cli
