/// truth_changes.h: when a pack has another truth, all answers at hand get their new results.
#pragma once
#include "ui/models/group.h"
#include "ui/models/learner.h"
#include "ui/models/rescoring.h"
#include <functional>
#include <memory>

namespace nodewise::models {

/// The learner's own answers and the group's, each in its own file. No widget. GUI thread only.
class TruthChanges final : public QObject {
    Q_OBJECT
public:
    /// Services that read this file.
    using ServicesFor =
        std::function<std::unique_ptr<ReadingServices>(progress::ProgressStore& store)>;

    /// All outlive it.
    TruthChanges(Learner& learner, Group& group, CaseLibrary& library, ReadingServices& own,
                 ServicesFor services, jobs::JobRunner& jobs, QObject* parent = nullptr);

    /// Compares what was not compared yet; to be called when the library is complete. What is
    /// imported later is compared as it comes.
    void check();

Q_SIGNALS:
    /// See Rescoring::rescored.
    void ownRescored(int calls, const QString& pack, const QString& version);
    void groupRescored(int calls, const QString& pack, const QString& version);

private:
    [[nodiscard]] bool reachGroup();
    void checkGroup();

    Learner& m_learner;
    Group& m_group;
    CaseLibrary& m_library;
    ServicesFor m_services;
    jobs::JobRunner& m_jobs;
    Rescoring m_own;
    std::unique_ptr<ReadingServices> m_groupServices;
    std::unique_ptr<Rescoring> m_ofGroup;  ///< From the first import on.
};

}  // namespace nodewise::models
