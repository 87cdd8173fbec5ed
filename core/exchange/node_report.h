/// node_report.h: the report of measured nodes as JSON, and as the list a DICOM report is made of.
#pragma once
#include "dicom/measurement_report.h"
#include "exchange/measure_work.h"

namespace nodewise::exchange {

/// The words every report carries.
inline constexpr const char* kUseLabel = "Teaching and research; not a medical device.";

/// `format use patient nodes[]{name side level own measurements answer} staging{}` with the keys of
/// the CLI for measurements, findings, grade and probability. No patient name, no file name.
[[nodiscard]] serial::Json reportJson(const MeasureWork& work);

/// Sizes, margin, fat and density with standard codes where there are some; grade and probability,
/// the reader's and the core's, with the scheme 99NODEWISE. Segment numbers follow the labels of
/// `work.labels` in ascending order, as `dicom::writeSegmentation` numbers them.
[[nodiscard]] dicom::MeasurementReport dicomReportOf(const MeasureWork& work);

}  // namespace nodewise::exchange
