/// feedback.h: a call against the reference: six separate marks, coded items, error codes, scores.
///
/// Core speaks codes and numbers; ui/text makes the sentences. Rules of marks and error codes:
/// core/feedback/README.md.
#pragma once
#include "annotation/label_map.h"
#include "annotation/reference_truth.h"
#include "assessment/call.h"
#include "base/result.h"
#include "evidence/assess.h"
#include "evidence/hncig.h"
#include "evidence/likelihoods.h"
#include "measure/measurements.h"
#include "staging/n_category.h"
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace nodewise::feedback {

using ItemValue = std::variant<double, std::string>;

enum class Severity {
    Info,     ///< A measured fact.
    Note,     ///< Worth knowing; costs nothing.
    Warning,  ///< Costs part of a mark.
    Error     ///< One of the error codes E01 … E16.
};

/// One thing to say. `code` is stable; `values` are numbers with the unit in their name
/// ("difference_mm") or words of core/terms.
struct FeedbackItem {
    std::string code;
    Severity severity = Severity::Info;
    std::map<std::string, ItemValue> values;
    std::optional<PointLps> place;  ///< Where the picture should jump.
    std::optional<Mark> mark;       ///< The mark it belongs under.
    NodeId node;                    ///< Empty: the whole case.
};

/// One of the six marks. `given` and `reference` hold codes and numbers by name.
struct MarkResult {
    Mark mark = Mark::Detection;
    Verdict verdict = Verdict::Differs;
    double score = 0;  ///< 0..1.
    std::map<std::string, ItemValue> given, reference;
    std::vector<FeedbackItem> items;
};

/// A detected error with the place and node it is about.
struct DetectedError {
    TraineeError code = TraineeError::E01;
    NodeId node;
    std::map<std::string, ItemValue> values;
    std::optional<PointLps> place;
};

/// What feedback must know of the case besides call and truth. Plain values; no case pack here.
struct FeedbackContext {
    Site site = Site::OropharynxP16Pos;
    PrimarySide primarySide = PrimarySide::Unknown;
    P16Status p16 = P16Status::Unknown;
    BiopsyKind biopsy = BiopsyKind::None;
    std::optional<int> biopsyDaysBefore;
    double sliceThicknessMm = 1.0;
    double pixelMm = 0.5;
    Basis basis = Basis::Clinical;
    /// Truth labels for "inside the node"; null: within half the long axis of the centre.
    const LabelMap* truthLabels = nullptr;
};

/// Scores of forecasts; absent when the call gives no probability (or no grade).
struct Scores {
    std::optional<double> brier;  ///< iENE only: (p - share of the reference that is G1 or more)².
    std::optional<double> rps;    ///< Ranked probability score over G0..G3, 0..1.
    std::optional<double> peneBrier;  ///< Scored apart, where pathology is known.
};

/// Feedback for one reference node.
struct NodeFeedback {
    NodeId id;
    std::optional<std::size_t> callIndex;  ///< Into CaseCall::nodes; absent when missed.
    std::vector<MarkResult> marks;         ///< Detection, level, size, features, grade.
    evidence::GradeOpinion rule;           ///< Which HNCIG criterion fired for the reference.
    /// What the core itself makes of the node: findings, grade, probability of pathological ENE.
    /// Absent when it was not measured. Shown after the commit, never scored.
    std::optional<evidence::NodeEvidence> core;
    std::vector<evidence::Likelihood> evidence;
    std::vector<FeedbackItem> measured;  ///< Measured sentences, as codes and numbers.
    std::vector<DetectedError> errors;
    Scores scores;
    std::optional<PointLps> place;  ///< Where to look first.

    /// @pre the mark is among the five.
    [[nodiscard]] const MarkResult& mark(Mark mark) const;
};

/// N category of reference and call under one edition.
struct TnmComparison {
    Edition edition = Edition::Tnm9;
    staging::NCategory reference;
    std::optional<staging::NCategory> call;  ///< What the reader's own nodes would give.
};

struct CaseFeedback {
    std::vector<MarkResult> marks;  ///< All six, in order, over the whole case.
    std::vector<NodeFeedback> nodes;
    std::vector<FeedbackItem> items;     ///< About the whole case.
    std::vector<DetectedError> errors;   ///< All, in order of code, without repeats per node.
    std::array<TnmComparison, 2> tnm;    ///< TNM8, TNM9.
    Scores scores;                       ///< Means over the nodes that have one.
    std::vector<std::size_t> unmatched;  ///< Calls whose mark lies in no reference node.

    [[nodiscard]] const MarkResult& mark(Mark mark) const;
};

/// Compares a call with the truth. `measurements` may be empty, or hold one for each node that was
/// measured, told by its label. Soft at the border: a grade whose share in the node's distribution
/// is at least 0.2 is never "differs". Errors: InvalidArgument (truth without a node, a
/// distribution that does not sum to 1), ValueOutOfRange (a call that does not pass checkCall).
/// Thread-safe.
[[nodiscard]] Result<CaseFeedback> compareCall(const CaseCall& call, const CaseTruth& truth,
                                               const FeedbackContext& context,
                                               std::span<const measure::Measurements> measurements);

}  // namespace nodewise::feedback
