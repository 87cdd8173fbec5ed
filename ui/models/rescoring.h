/// rescoring.h: a newer version of a pack may have another truth: a new result beside the old one.
#pragma once
#include "progress/progress_store.h"
#include "ui/models/case_library.h"
#include "ui/models/reading_services.h"
#include <QObject>
#include <deque>
#include <functional>
#include <optional>

namespace nodewise::models {

/// Compares kept calls with the truth of the pack version at hand: the learner's own or a group's.
/// No widget. GUI thread only.
class Rescoring final : public QObject {
    Q_OBJECT
public:
    /// All outlive it; the services read the same store.
    Rescoring(progress::ProgressStore& store, CaseLibrary& library, ReadingServices& services,
              jobs::JobRunner& jobs, QObject* parent = nullptr);

    /// Whose calls these are (nobody's: a group's) and where they are read, if they are needed.
    struct Calls {
        std::optional<ProfileId> profile;
        std::function<std::vector<session::CallRecord>()> read;
    };
    /// Looks at every scored call of a pack that is here in another version, once for each version.
    /// A result that differs is kept as a new one; the first one stays in the log. Nothing while it
    /// runs.
    void check(const Calls& calls);
    /// Other calls have come in: all packs are looked at once more.
    void forget(const std::optional<ProfileId>& profile);
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    /// So many calls have a new result, by this version of this pack.
    void rescored(int calls, const QString& pack, const QString& version);
    /// Calls were compared: what was read from the store may be old.
    void finished();

private:
    struct Task {
        session::CallRecord call;
        QString pack, version;
    };
    void next();
    /// False when the pack at hand has no such case or node: its first result stays.
    [[nodiscard]] bool compare(const Task& task);
    void keep(const Task& task, const Result<GradedCall>& graded);
    void finishPack(const Task& last);

    progress::ProgressStore& m_store;
    CaseLibrary& m_library;
    ReadingServices& m_services;
    jobs::JobRunner& m_jobs;
    std::deque<Task> m_tasks;
    std::optional<ProfileId> m_profile;
    int m_changed = 0;  ///< Of the present pack.
    bool m_running = false;
};

/// Whether the two results come from another truth: another grade or distribution of the reference,
/// or another verdict on a mark. Pure.
[[nodiscard]] bool truthDiffers(const session::NodeScore& a, const session::NodeScore& b);

}  // namespace nodewise::models
