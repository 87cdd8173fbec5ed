/// progress_model.h: what the Progress screen shows, as texts and plain numbers.
#pragma once
#include "ui/models/case_library.h"
#include "ui/models/learner.h"
#include "ui/models/today_model.h"
#include <QObject>
#include <vector>

namespace nodewise::models {

/// Label, value and interval of one figure; the value is "–" while something is missing, and then
/// the interval says what and how many so far.
struct FigureValue {
    QString label, value, interval;
};

struct MissRow {
    CallRow call;
    QString why;  ///< The main error of the call, a few words; may be empty.
};

struct WeakConcept {
    ConceptId id;
    QString title, detail;
    double skill = 0;
    int nodes = 0;
};

class ProgressModel final : public QObject {
    Q_OBJECT
public:
    ProgressModel(Learner& learner, CaseLibrary& library, QObject* parent = nullptr);

    [[nodiscard]] bool isEmpty() const;      ///< No scored node yet.
    [[nodiscard]] QString headline() const;  ///< "64 scored nodes in 41 cases since 2 September"
    [[nodiscard]] std::vector<FigureValue> figures() const;
    [[nodiscard]] const analytics::ResidentSummary& summary() const;
    /// Every kept call, newest first.
    [[nodiscard]] const std::vector<session::CallRecord>& calls() const;
    [[nodiscard]] Learner& learner() const { return m_learner; }
    /// One sentence about the last bins of the reliability curve; empty when nothing stands out.
    [[nodiscard]] QString reliabilityNote() const;
    /// "G3 called G1 five times": the largest cell off the diagonal, from 3 on; else empty.
    [[nodiscard]] QString confusionNote() const;
    [[nodiscard]] std::vector<MissRow> misses(std::size_t count = 5) const;
    [[nodiscard]] std::vector<WeakConcept> weakest(std::size_t count = 3) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString binsNote() const;

    Learner& m_learner;
    CaseLibrary& m_library;
};

}  // namespace nodewise::models
