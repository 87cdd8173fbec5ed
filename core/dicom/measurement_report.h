/// measurement_report.h: measurements of outlined regions as a DICOM structured report (TID 1500).
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "dicom/export.h"
#include <filesystem>
#include <string>
#include <vector>

namespace nodewise::dicom {

/// A coded word. Words without a standard code carry the scheme "99NODEWISE".
struct CodedWord {
    std::string value, scheme, meaning;
};

/// "Short axis 14.2 mm". `unit` is a UCUM code ("mm", "ml", "[hnsf'U]", "%", "1").
struct ReportedNumber {
    CodedWord what;
    double value = 0;
    std::string unit;
};

/// "HNCIG grade: G1".
struct ReportedWord {
    CodedWord what;
    std::string text;
};

/// One measured region: a segment of the SEG that goes with the report.
struct ReportedRegion {
    std::string name;           ///< Tracking identifier, as in the SEG: "node A".
    std::uint16_t segment = 1;  ///< Segment number in the SEG.
    std::string laterality;     ///< "L", "R" or empty.
    std::vector<ReportedNumber> numbers;
    std::vector<ReportedWord> words;
};

struct MeasurementReport {
    std::vector<ReportedRegion> regions;
    std::vector<ReportedWord> summary;  ///< Of the whole: N categories, the label of use.
};

/// Writes an Imaging Measurement Report (Comprehensive 3D SR, TID 1500) whose regions refer to the
/// SEG that `writeSegmentation` writes with the same attributes and series. Thread-safe.
/// Errors: InvalidArgument (no region, a number that is not finite), FileUnwritable, DiskFull,
/// Internal, Cancelled.
[[nodiscard]] Result<void> writeMeasurementReport(const MeasurementReport& report,
                                                  const std::filesystem::path& file,
                                                  const WrittenSeries& series,
                                                  const ExportAttributes& attributes,
                                                  JobControl& job);

}  // namespace nodewise::dicom
