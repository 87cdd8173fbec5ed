/// measurements.h: all measurements of one node, with reasons for what could not be measured.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "base/result.h"
#include "measure/contact.h"
#include "measure/extension.h"
#include "measure/fat_shell.h"
#include "measure/margin.h"
#include "measure/necrosis.h"
#include "measure/series_facts.h"
#include "measure/shape.h"
#include "measure/size.h"
#include "volume/ct_volume.h"
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::measure {

/// What may limit the numbers. Words stand in `quality.flags`.
#define NODEWISE_QUALITY_FLAGS(X)                                                                  \
    X(ThickSlices, "thick_slices")      /* largest spacing above 3 mm */                           \
    X(CoarseForSize, "coarse_for_size") /* short axis under four voxels */                         \
    X(Noisy, "noisy")                   /* SD of clean fat above 20 HU */                          \
    X(TouchesBorder, "touches_border")                                                             \
    X(StructuresNotMasked, "structures_not_masked") /* shell may hold muscle and vessels */        \
    X(MuscleAssumed, "muscle_assumed")              /* no muscle mask: 60 HU taken */              \
    X(SeveralPieces, "several_pieces")              /* the mask is not one piece */                \
    X(Unenhanced, "unenhanced")                     /* no opacified vessel in the series */        \
    X(PhaseUnknown, "phase_unknown")                /* no vessel found to tell the phase */        \
    X(Streaks, "streaks")                           /* in a slice of the node */                   \
    X(NotCalibrated, "not_calibrated")              /* not in HU */                                \
    X(HuDoubtful, "hu_doubtful")                    /* air or fat not where HU puts them */        \
    X(NoFatAround, "no_fat_around")                 /* nothing to see a plane or strands in */     \
    X(BlurUnknown, "blur_unknown")                  /* the scanner's blur was not taken out */     \
    X(NoOppositeSide, "no_opposite_side")           /* reference fat from further out */
enum class QualityFlag { NODEWISE_QUALITY_FLAGS(NODEWISE_TERM_ENUM) };

/// The numbers of one node. A part that is absent has its reason in `gaps` under the part's JSON
/// name ("fat", "margin", "size.long_axis_mm").
struct Measurements {
    LabelValue node = 0;
    std::array<double, 3> spacingMm{1, 1, 1};
    std::optional<SizeMeasurement> size;
    std::optional<ShapeMeasurement> shape;
    std::optional<MarginMeasurement> margin;
    std::optional<FatShell> fat;
    std::optional<Extension> extension;
    std::optional<Necrosis> necrosis;
    std::optional<double> noiseHu;  ///< SD near the node, else of the series.
    std::vector<StructureContact> contacts;
    std::vector<Coalescence> coalescence;
    std::vector<QualityFlag> flags;
    std::map<std::string, Gap> gaps;

    /// Largest voxel spacing, mm: what the thresholds depend on.
    [[nodiscard]] double coarsestSpacingMm() const;
};

/// Measures one node of `labels`; other labels are other nodes. `structures` (may be null) lies on
/// the same grid; without any named structure tissue found in the picture stands in. The time it
/// takes stands in the README. Thread-safe.
/// Errors: GridMismatch, InvalidArgument (label 0), LabelAbsent, EmptyMask (no label at all),
/// NotANumber, Cancelled. A node too small for a part, or cut by the border, is no error: the part
/// is absent with its gap.
[[nodiscard]] Result<Measurements> measureNode(const CtVolume& image, const LabelMap& labels,
                                               LabelValue node, const LabelMap* structures,
                                               JobControl& job);

/// How to measure.
struct MeasureOptions {
    const SeriesFacts* facts = nullptr;  ///< Of the whole series; null: blur and opposite side stay
                                         ///< unknown, noise is taken near the node.
    unsigned threads = 0;                ///< 0 = all cores.
};
[[nodiscard]] Result<Measurements> measureNode(const CtVolume& image, const LabelMap& labels,
                                               LabelValue node, const LabelMap* structures,
                                               const MeasureOptions& options, JobControl& job);

}  // namespace nodewise::measure

namespace nodewise {
template <>
struct Words<measure::QualityFlag> {
    using Self = measure::QualityFlag;
    static constexpr auto pairs = std::to_array({NODEWISE_QUALITY_FLAGS(NODEWISE_TERM_PAIR)});
};
}  // namespace nodewise
