/// drill_model.h: a drill against the clock: the schedule chooses, feedback after each node.
#pragma once
#include "ui/models/case_library.h"
#include "ui/models/learner.h"
#include "ui/models/reading_model.h"
#include <QObject>
#include <optional>

namespace nodewise::models {

/// How a drill went, so far or at its end.
struct DrillStanding {
    int calls = 0, wanted = 0, agreed = 0, late = 0;
    double secondsMean = 0;
};

class DrillModel final : public QObject {
    Q_OBJECT
public:
    /// All outlive the model.
    DrillModel(Learner& learner, CaseLibrary& library, ReadingModel& reading,
               QObject* parent = nullptr);

    static constexpr int kNodes = 10;
    static constexpr std::chrono::seconds kSecondsPerNode{90};

    /// Whether the schedule has a case.
    [[nodiscard]] bool isPossible() const;
    [[nodiscard]] bool isRunning() const { return m_running.has_value(); }
    /// Starts and opens the first case. StepNotAllowed while one runs, CaseNotFound when the
    /// schedule has none, those of the store.
    [[nodiscard]] Result<void> start(int nodes = kNodes,
                                     std::chrono::seconds perNode = kSecondsPerNode);
    /// The next case of the schedule, or the end.
    void goOn();
    /// Ends it; what was called stays.
    void stop();
    [[nodiscard]] DrillStanding standing() const;
    /// "10 nodes: 7 agree or are close, 2 over the time, 64 s each."
    [[nodiscard]] QString standingText() const;

Q_SIGNALS:
    void changed();
    void ended(const QString& standing);
    void problem(const nodewise::Error& error);

private:
    void followReading();

    Learner& m_learner;
    CaseLibrary& m_library;
    ReadingModel& m_reading;
    std::optional<session::ActivityStarted> m_running;
    int m_wanted = kNodes;
};

}  // namespace nodewise::models
