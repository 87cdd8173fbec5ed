/// measure_files.h: a report, saved work and DICOM objects as files; nothing names the patient.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "dicom/series.h"
#include "exchange/measure_work.h"
#include "volume/ct_volume.h"
#include <QImage>
#include <QString>
#include <filesystem>
#include <optional>
#include <vector>

namespace nodewise::measure_screen {

/// A picture of the report with its line below.
struct ReportPicture {
    QImage image;
    QString caption;
};

/// The pages: numbers, pictures with outlines, rules, evidence, model card line; the label of use
/// on each page. A4. Errors: FileUnwritable.
[[nodiscard]] Result<void> writePdf(const exchange::MeasureWork& work,
                                    const std::vector<ReportPicture>& pictures,
                                    const QString& file);
/// The pages as pictures, 96 dots an inch: for tests and the tour.
[[nodiscard]] std::vector<QImage> pdfPages(const exchange::MeasureWork& work,
                                           const std::vector<ReportPicture>& pictures);

/// Errors: FileUnwritable, DiskFull.
[[nodiscard]] Result<void> writeJson(const exchange::MeasureWork& work, const QString& file);

/// SEG, RTSTRUCT and a TID 1500 report into `folder`. They refer to the series that was read; where
/// its voxels have no images of their own (a volume file, a resampled or multi-frame series) a CT
/// series without a name is written beside them and referred to. Errors: those of core/dicom.
[[nodiscard]] Result<void> writeDicom(const exchange::MeasureWork& work, const VolumePtr& volume,
                                      const std::optional<dicom::SeriesInfo>& series,
                                      const std::filesystem::path& folder, JobControl& job);

}  // namespace nodewise::measure_screen
