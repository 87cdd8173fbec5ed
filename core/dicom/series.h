/// series.h: finds the image series in files and folders and loads one as a
/// volume.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "dicom/warning.h"
#include "geometry/grid_geometry.h"
#include "volume/ct_volume.h"
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nodewise::dicom {

struct SeriesContent;  ///< The slices behind a SeriesInfo; private to the
                       ///< module, immutable.

/// One stack of slices that can become a volume. Holds no patient data. Value
/// type.
struct SeriesInfo {
    std::string uid;  ///< SeriesInstanceUID (0020,000e).
    std::string id;   ///< The UID; with "#2", "#3" … when one series holds several stacks.
    std::string modality;
    std::string description;          ///< UTF-8.
    std::array<int, 3> dims{};        ///< Columns, rows, slices.
    std::array<double, 3> spacing{};  ///< mm; the third along the normal; 0 where unknown.
    PointLps origin;                  ///< Centre of the first voxel.
    GridGeometry::Axes axes{VectorLps{1, 0, 0}, VectorLps{0, 1, 0}, VectorLps{0, 0, 1}};
    std::string frameOfReference;  ///< UID; empty when the images name none.
    std::string transferSyntax;    ///< UID (of the first slice).
    /// Angle between the slices' normal and the line through their positions,
    /// degrees. Found from orientation and position only; the gantry tilt tag has
    /// no common sign among makers.
    double tiltDeg = 0;
    bool uniform = true;  ///< Even spacing, no tilt, no sideways jump: fit for a
                          ///< regular grid.
    VoxelMeaning meaning = VoxelMeaning::Arbitrary;
    std::vector<std::filesystem::path> files;  ///< In slice order, each once.
    Warnings warnings;
    /// Why `loadSeries` refuses this stack as it is; nothing when it loads.
    /// SpacingUneven and GeometryInconsistent go away with
    /// LoadOptions::resampleToRegular, GeometryMissing does not.
    std::optional<Error> obstacle;
    std::shared_ptr<const SeriesContent> content;
};

/// A file that belongs to no series, and why.
struct SkippedFile {
    std::filesystem::path path;
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
};

struct ScanResult {
    std::vector<SeriesInfo> series;    ///< By number of slices, the largest first; then by uid.
    std::vector<SkippedFile> skipped;  ///< By path.
};

/// Looks through files, folders (with their subfolders), DICOMDIRs (the files
/// they name; absent ones are skipped as ReferencedFileMissing) and zip
/// archives (extracted to a temporary folder that lives as long as a SeriesInfo
/// from it). Names and endings of files play no part. Slices form one stack
/// when series, orientation, rows, columns, pixel spacing and frame of
/// reference agree; they are sorted by position along the normal, never by
/// instance number. Stacks that share positions (echoes, phases, acquisitions)
/// are told apart; a slice that still shares its position with another is
/// skipped as DuplicatePosition. Only headers are read. Thread-safe. Errors:
/// FileNotFound, FileUnreadable, DictionaryMissing, Cancelled, those of
/// archives; one bad file never fails the scan, it is listed in `skipped`.
[[nodiscard]] Result<ScanResult> scanSeries(std::span<const std::filesystem::path> paths,
                                            JobControl& job, unsigned threads = 0);

struct LoadOptions {
    /// Tilted or uneven stacks are sampled onto a regular grid: same rows,
    /// columns and normal, the median gap between slices; linear between the two
    /// slices next to a voxel, each in its own plane. Voxels outside all slices
    /// take the lowest value. Even stacks are loaded as they are.
    bool resampleToRegular = false;
    unsigned threads = 0;  ///< 0 = all cores.
};

/// Loads the stack: stored × slope + intercept, slope and intercept of each
/// slice. Whole numbers that fit are int16, others float. The result does not
/// depend on the number of threads. Tilted or uneven stacks are refused unless
/// `resampleToRegular` is set: a regular grid over them would put voxels in
/// wrong places. Thread-safe. Errors (with file and tag): SpacingUneven,
/// GeometryInconsistent, GeometryMissing, PixelDataTruncated, PixelDataDamaged,
/// PixelFormatUnsupported, TransferSyntaxUnsupported, NoPixelData,
/// ImageTooLarge, OutOfMemory, FileNotFound, FileUnreadable, Cancelled.
[[nodiscard]] Result<VolumePtr> loadSeries(const SeriesInfo& series, JobControl& job,
                                           const LoadOptions& options = {});

/// One slice of a stack as a volume of one slice, for a small picture: the same
/// values as `loadSeries`, without the rest. `slice` counts from 0 in slice
/// order; numbers outside are clamped. Stacks that `loadSeries` refuses for
/// their spacing are read here all the same; a stack without a position lies at
/// the origin. Errors: those of pixels and files. Thread-safe.
[[nodiscard]] Result<VolumePtr> loadSlice(const SeriesInfo& series, int slice, JobControl& job);

/// What turns Bq/mL into body-weight SUV, and what it was worked out from.
struct SuvScale {
    double factor = 0;  ///< SUV = Bq/mL × factor.
    double weightKg = 0, doseBq = 0, halfLifeS = 0, minutesToScan = 0;
};
/// Body weight, injected dose decayed from the injection to the start of the
/// scan (series time; the images must be corrected to it: DecayCorrection
/// START). Errors: InvalidArgument (not in Bq/mL), TagMissing, TagInvalid with
/// the tag as place, FileNotFound. Thread-safe.
[[nodiscard]] Result<SuvScale> suvScaleOf(const SeriesInfo& series);

/// Lowest and highest value of the stack; decodes every slice, needs no
/// geometry. Errors as `loadSeries`, without those of geometry.
[[nodiscard]] Result<ValueRange> seriesValueRange(const SeriesInfo& series, JobControl& job,
                                                  unsigned threads = 0);

}  // namespace nodewise::dicom
