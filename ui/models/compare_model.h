/// compare_model.h: the learner beside others: readers of the packs, the core itself, the
/// reference.
#pragma once
#include "analytics/estimate.h"
#include "analytics/forecast.h"
#include "ui/models/case_library.h"
#include "ui/models/learner.h"
#include <QObject>
#include <vector>

namespace nodewise::models {

/// One figure among those of the readers a pack carries.
struct PeerRow {
    QString readers;        ///< "12 residents in their third year"
    QString figure;         ///< "Brier score"
    QString own, spread;    ///< "0.18", "0.12 to 0.31, middle half 0.16 to 0.24"
    QString place, source;  ///< "better than 7 of 12" or what is missing.
};

/// How well somebody's probabilities came true on some nodes.
struct ForecastSide {
    std::vector<analytics::ReliabilityBin> bins;
    analytics::Estimate brier;
    int nodes = 0;
};

/// The learner and the core on the very same nodes: those the core has measured.
struct CoreComparison {
    ForecastSide own, core;
    int notMeasured = 0;  ///< Scored nodes that the core could not measure.
    int noPathology = 0;  ///< Measured nodes for which it gave no probability of pathological ENE.
};

struct DisputeRow {
    session::CallId call;
    ProfileId reader;
    QString date, node, you, reference, argument;
};

/// Nodes of constructed cases, or of patients (imported cases and packs with a real reference).
enum class ComparedCases { Constructed, Patients };

/// Kept feedback is long; the newest so many calls are read for the comparison with the core.
inline constexpr std::size_t kComparedCalls = 400;

class CompareModel final : public QObject {
    Q_OBJECT
public:
    CompareModel(Learner& learner, CaseLibrary& library, QObject* parent = nullptr);

    /// By pack and figure. Only calls on the cases of that pack count, the first of each node.
    [[nodiscard]] std::vector<PeerRow> peers() const;
    /// From the feedback that was kept with each call: nothing is measured anew.
    [[nodiscard]] CoreComparison comparison(ComparedCases cases) const;
    /// What the learner has held against a reference, newest first.
    [[nodiscard]] std::vector<DisputeRow> disputes() const;
    [[nodiscard]] Learner& learner() const { return m_learner; }

Q_SIGNALS:
    void changed();

private:
    Learner& m_learner;
    CaseLibrary& m_library;
};

/// What readers have held against a reference, in the order of the calls.
[[nodiscard]] std::vector<DisputeRow> disputesAmong(const std::vector<session::CallRecord>& calls,
                                                    const CaseLibrary& library);

/// What the core made of one node by the feedback kept with its call.
struct CoreReading {
    double strength = 0;       ///< How surely imaging shows ENE.
    bool noPathology = false;  ///< It gave no probability of pathological ENE.
};
/// Nothing when the node was not measured, or the text cannot be read. Pure.
[[nodiscard]] std::optional<CoreReading> coreReadingOf(const std::string& feedbackJson,
                                                       const NodeId& node);

}  // namespace nodewise::models
