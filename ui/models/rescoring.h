/// rescoring.h: a newer version of a pack may have another truth: a new result beside the old one.
#pragma once
#include "ui/models/case_library.h"
#include "ui/models/learner.h"
#include <QObject>
#include <deque>

namespace nodewise::models {

/// Looks at each pack version once. No widget. GUI thread only.
class Rescoring final : public QObject {
    Q_OBJECT
public:
    /// All outlive it.
    Rescoring(Learner& learner, CaseLibrary& library, ReadingServices& services,
              jobs::JobRunner& jobs, QObject* parent = nullptr);

    /// Compares every scored call of a pack that is here in another version with the truth of that
    /// version. A result that differs is kept as a new one; the first one stays in the log.
    void check();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    /// So many calls have a new result, by this version of this pack.
    void rescored(int calls, const QString& pack, const QString& version);

private:
    struct Task {
        session::CallRecord call;
        QString pack, version;
    };
    void next();
    void finishPack(const Task& last);

    Learner& m_learner;
    CaseLibrary& m_library;
    ReadingServices& m_services;
    jobs::JobRunner& m_jobs;
    std::deque<Task> m_tasks;
    int m_changed = 0;
    bool m_running = false;
};

/// Whether the two results come from another truth: another grade or distribution of the reference,
/// or another verdict on a mark. Pure.
[[nodiscard]] bool truthDiffers(const session::NodeScore& a, const session::NodeScore& b);

}  // namespace nodewise::models
