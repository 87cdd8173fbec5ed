/// measure_files.h: a report, saved work and DICOM objects as files; nothing names the patient.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "dicom/series.h"
#include "exchange/measure_work.h"
#include "ui/viewer/slice_picture.h"
#include "volume/ct_volume.h"
#include <QImage>
#include <QString>
#include <filesystem>
#include <optional>
#include <vector>

namespace nodewise::measure_screen {

/// What a picture of the report shows, with its line below; drawn where the report is written.
struct ReportPicture {
    viewer::SliceScene scene;
    QString caption;
};

/// The pages: numbers, pictures with outlines, rules, evidence, model card line; the label of use
/// on each page. A4. Cancelled or failed, an older file of that name stays as it was. Any thread.
/// Errors: FileUnwritable, Cancelled.
[[nodiscard]] Result<void> writePdf(const exchange::MeasureWork& work,
                                    const std::vector<ReportPicture>& pictures, const QString& file,
                                    JobControl& job);
/// The pages as pictures, 96 dots an inch: for tests and the tour.
[[nodiscard]] std::vector<QImage> pdfPages(const exchange::MeasureWork& work,
                                           const std::vector<ReportPicture>& pictures);

/// Errors: FileUnwritable, DiskFull.
[[nodiscard]] Result<void> writeJson(const exchange::MeasureWork& work, const QString& file);

/// SEG, RTSTRUCT and a TID 1500 report into `folder`. They refer to the series that was read; where
/// its voxels have no images of their own (a volume file, a resampled or multi-frame series) a CT
/// series without a name is written beside them and referred to. Objects of an earlier time are
/// replaced once all new ones are written; cancelled or failed, they stay. Any thread. Errors:
/// those of core/dicom, FileUnwritable, Cancelled.
[[nodiscard]] Result<void> writeDicom(const exchange::MeasureWork& work, const VolumePtr& volume,
                                      const std::optional<dicom::SeriesInfo>& series,
                                      const std::filesystem::path& folder, JobControl& job);

}  // namespace nodewise::measure_screen
