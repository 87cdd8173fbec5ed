/// node_score.h: what grading one committed call came to, flat enough to keep and to plot.
#pragma once
#include "base/ids.h"
#include "terms/terms.h"
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::session {

/// One of the six marks. `given` and `reference` are codes or numbers ("G1", "IIa", "14.2"), never
/// sentences; `score` is 0..1, absent when the mark could not be given.
struct MarkSummary {
    Mark mark = Mark::Grade;
    Verdict verdict = Verdict::Agrees;
    std::optional<double> score;
    std::string given, reference;
    friend bool operator==(const MarkSummary&, const MarkSummary&) = default;
};

/// The score of one call. Probabilities 0..1, lengths mm.
struct NodeScore {
    TruthKind truthKind = TruthKind::Synthetic;
    /// False when the truth may teach but not score (a teaching draft, a spent case): the call is
    /// listed, and left out of every statistic.
    bool counts = true;
    std::vector<MarkSummary> marks;  ///< In the order of `Mark`; absent marks are left out.

    Grade gradeReference = Grade::G0;
    std::array<double, 4> gradeDistribution{1, 0, 0, 0};  ///< Readers or border band, sums to 1.
    std::optional<double> brier;      ///< (probability - [reference >= G1])^2; absent without one.
    std::optional<double> logScore;   ///< -ln of the probability given to what was so.
    std::optional<double> rps;        ///< Ranked probability score of the grade, 0 best.
    std::optional<double> peneBrier;  ///< The second question, kept apart from `brier`.

    std::vector<TraineeError> errors;        ///< E01-E12, E15, E16.
    bool wrongReason = false;                ///< Grade agrees, yet the reasons do not carry it.
    std::optional<double> shortAxisErrorMm;  ///< given - reference.
    std::optional<double> longAxisErrorMm;
    std::vector<ConceptId> concepts;  ///< What the node trains; drives the schedule.
    std::string mainItem;             ///< Code of the feedback item shown first; may be empty.
    std::string feedbackJson;         ///< The whole feedback, to open it again; may be empty.

    friend bool operator==(const NodeScore&, const NodeScore&) = default;
};

/// True when imaging shows ENE by the reference: iENE grade 1 or more.
[[nodiscard]] constexpr bool referencePositive(const NodeScore& score) {
    return score.gradeReference != Grade::G0;
}

/// The verdict shown beside a call in lists: that of the grade mark; nothing when it is absent.
[[nodiscard]] std::optional<Verdict> gradeVerdict(const NodeScore& score);

}  // namespace nodewise::session
