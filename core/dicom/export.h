/// export.h: a volume as a CT series, a label map as a DICOM SEG.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "base/result.h"
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
};

/// The identity of a written series, for what refers to it.
struct WrittenSeries {
    std::string studyUid, seriesUid, frameOfReferenceUid;
    std::vector<std::string> instanceUids;  ///< By slice.
};

/// Writes one file a slice (IMG0001.dcm …), explicit little endian, 16 bit signed, into `folder`,
/// which is made when absent; float volumes are rounded to whole HU. Thread-safe.
/// Errors: FileUnwritable, DiskFull, ValueOutOfRange (beyond int16), DictionaryMissing, Cancelled.
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

}  // namespace nodewise::dicom
