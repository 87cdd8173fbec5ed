/// hncig.h: from findings to the HNCIG grade, with a certainty and a trace that names each rule.
#pragma once
#include "base/result.h"
#include "measure/measurements.h"
#include "terms/terms.h"
#include <optional>
#include <string>
#include <vector>

namespace nodewise::evidence {

/// What can be found. The first six may set a grade; the rest never can.
#define NODEWISE_FINDINGS(X)                                                                       \
    X(MarginIndistinct, "margin_indistinct")                                                       \
    X(MarginIrregular, "margin_irregular")                                                         \
    X(FatStranding, "fat_stranding")                                                               \
    X(FatExtension, "fat_extension")                                                               \
    X(Coalescence, "coalescence")                                                                  \
    X(StructureInvasion, "structure_invasion")                                                     \
    X(StructureContact, "structure_contact")                                                       \
    X(Necrosis, "necrosis")                                                                        \
    X(Cystic, "cystic")                                                                            \
    X(Hilum, "hilum")                                                                              \
    X(Shape, "shape")                                                                              \
    X(Size, "size")                                                                                \
    X(ExtensionDepth, "extension_depth")                                                           \
    X(NodeCount, "node_count")                                                                     \
    X(StructureCount, "structure_count")
enum class FindingCode { NODEWISE_FINDINGS(NODEWISE_TERM_ENUM) };

/// One finding. `strength` 0..1 is how surely it is there: 0 absent, 1 unequivocal.
struct Finding {
    FindingCode code = FindingCode::Size;
    double strength = 0;
    std::optional<double> value;      ///< The number behind it, in `unit`.
    std::optional<double> threshold;  ///< Where strength is 0.5.
    /// What is seen beside nodes without the sign, at this spacing; absent where none is known.
    std::optional<double> referenceLow, referenceHigh;
    std::string unit;     ///< "mm", "HU", "share", "mL" or empty.
    std::string subject;  ///< Structure or neighbour it is about; may be empty.
    std::string reason;   ///< A code for ui/text: "above_reference", "given" …
};

/// One step of the rule, in the order it was looked at.
struct TraceStep {
    std::string rule;  ///< "G3.invasion", "G2.coalescence", "G1.extension", "G1.margin_and_fat",
                       ///< "G0.none", "not_a_criterion", "quality.lower", "biopsy.lower",
                       ///< "infection.lower", "unread.lower".
    std::optional<FindingCode> finding;
    double strength = 0;
    bool fired = false;  ///< The step that set the grade (once), or lowered the certainty.
    std::string subject;
};

struct GradeOpinion {
    Grade grade = Grade::G0;
    double strength = 0;                        ///< How surely imaging shows ENE, 0..1.
    Certainty certainty = Certainty::Doubtful;  ///< The bin of `strength`.
    std::vector<TraceStep> trace;

    /// The step that set the grade.
    [[nodiscard]] const TraceStep& decisive() const;
};

/// What weakens certainty, never the grade.
struct ReadingConditions {
    bool limitedQuality = false;
    bool recentBiopsy = false;  ///< Stranding and an unsharp edge weigh less.
    bool infection = false;     ///< The same; also for a field of earlier radiation.
    bool unread = false;        ///< Neither margin nor fat was measured: G0 is all but a guess.
};

/// HNCIG 2024 (Henson et al., Lancet Oncol 2024;25:e297): highest grade whose criterion is present
/// (strength at least 0.5). G3: an adjacent structure is invaded; contact or a lost plane alone is
/// not. G2: coalescent nodes. G1: extension into the perinodal fat, or an indistinct or irregular
/// margin together with stranded fat (then at most "probable"). Necrosis, cyst, hilum, size, depth
/// and counts are traced as "not_a_criterion" and cannot change grade or certainty. Thread-safe.
[[nodiscard]] GradeOpinion gradeFindings(const std::vector<Finding>& findings,
                                         const ReadingConditions& conditions = {});

/// Ticked features, of a reference or of a call. Absent = not said.
struct FeatureSet {
    std::optional<Margin> margin;
    std::optional<PerinodalFat> fat;
    std::optional<Adjacency> adjacency;
    std::string structure;
    std::optional<bool> coalescence, necrosis, cystic, hilum;
};

/// Features as findings of strength 1 or 0 with reason "given".
[[nodiscard]] std::vector<Finding> findingsOf(const FeatureSet& features);
[[nodiscard]] GradeOpinion gradeFromFeatures(const FeatureSet& features,
                                             const ReadingConditions& conditions = {});

/// Measurements as findings. Thresholds are functions of spacing (a raised-fat share of 0.20 to
/// 0.31 is normal beside a clean node). Parts that could not be measured give no finding.
[[nodiscard]] std::vector<Finding> findingsOf(const measure::Measurements& measurements);

/// True for the six codes that may set a grade.
[[nodiscard]] bool isCriterion(FindingCode code);
/// True when a ticked feature is among the HNCIG criteria (margin, fat, adjacent structure,
/// coalescence); necrosis, cyst, hilum and size are not.
[[nodiscard]] bool isCriterion(Feature feature);

}  // namespace nodewise::evidence

namespace nodewise {
template <>
struct Words<evidence::FindingCode> {
    using Self = evidence::FindingCode;
    static constexpr auto pairs = std::to_array({NODEWISE_FINDINGS(NODEWISE_TERM_PAIR)});
};
}  // namespace nodewise
