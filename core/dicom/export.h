/// export.h: a volume as a CT series; a label map as DICOM SEG or RTSTRUCT.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "base/result.h"
#include "dicom/series.h"
#include "volume/ct_volume.h"
#include <filesystem>
#include <string>
#include <vector>

namespace nodewise::dicom {

/// What the written objects say about themselves. UIDs are made from `seed` so that the same input
/// gives the same bytes; texts are UTF-8.
struct ExportAttributes {
    std::string patientName = "Nodewise^Phantom";
    std::string patientId = "nodewise";
    std::string studyDescription = "Nodewise";
    std::string seriesDescription = "CT";
    std::string seed;               ///< Same seed, same study and frame of reference.
    std::string date = "20260101";  ///< YYYYMMDD.
    /// Name of what drew the outlines; empty: drawn by hand.
    std::string outlinedBy;
    /// Centres of the slices' first pixels, mm; empty: those of the grid. A tilted gantry takes its
    /// slices one table step apart, not along their normal.
    std::vector<PointLps> slicePositions;

    [[nodiscard]] PointLps positionOf(int slice, const GridGeometry& grid) const {
        return slicePositions.empty() ? grid.toPatient(VoxelIndex{0, 0, slice})
                                      : slicePositions.at(static_cast<std::size_t>(slice));
    }
};

/// The identity of a written series, for what refers to it.
struct WrittenSeries {
    std::string studyUid, seriesUid, frameOfReferenceUid;
    std::vector<std::string> instanceUids;                    ///< By slice.
    std::string imageClassUid = "1.2.840.10008.5.1.4.1.1.2";  ///< SOP class of the images; CT.
};

/// The identity of a series that was read, for objects that refer to it. UIDs only; nothing of the
/// patient. Thread-safe. Errors: GridMismatch (multi-frame images, or a stack that had to be
/// resampled: its voxels have no images of their own), FileNotFound, FileUnreadable, TagMissing.
[[nodiscard]] Result<WrittenSeries> identityOfScanned(const SeriesInfo& series);

/// Writes one file a slice (IMG0001.dcm …), explicit little endian, 16 bit signed, into `folder`,
/// which is made when absent; float volumes are rounded to whole HU. Thread-safe.
/// Errors: FileUnwritable, DiskFull, ValueOutOfRange (beyond int16), DictionaryMissing,
/// GridMismatch (slicePositions are not one a slice), Cancelled.
[[nodiscard]] Result<WrittenSeries> writeCtSeries(const CtVolume& volume,
                                                  const std::filesystem::path& folder,
                                                  const ExportAttributes& attributes,
                                                  JobControl& job);

/// Writes a binary SEG with one segment a label, frames only where a label is, that refers to the
/// written series. Errors: FileUnwritable, EmptyMask, GridMismatch (slices differ), Cancelled.
[[nodiscard]] Result<void> writeSegmentation(const LabelMap& labels,
                                             const std::filesystem::path& file,
                                             const WrittenSeries& series,
                                             const ExportAttributes& attributes, JobControl& job);

/// Writes the outlines of every label as closed planar contours on the slices of the series: half
/// way between voxel centres, so that `readRtStruct` gives the same voxels back. Slices lie as the
/// grid says: GridMismatch with slicePositions. Errors as `writeSegmentation`.
[[nodiscard]] Result<void> writeRtStruct(const LabelMap& labels, const std::filesystem::path& file,
                                         const WrittenSeries& series,
                                         const ExportAttributes& attributes, JobControl& job);

}  // namespace nodewise::dicom
