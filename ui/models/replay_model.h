/// replay_model.h: the search of a kept call, told again.
#pragma once
#include "session/search_path.h"
#include "ui/models/case_library.h"
#include "ui/models/learner.h"
#include <QImage>
#include <QObject>
#include <optional>

namespace nodewise::models {

/// What the replay shows. The place of the node is the reader's own mark.
struct Replay {
    session::CallRecord call;
    QString title;
    QImage coronal;  ///< The coronal plane through the mark, `extent` from foot to head.
    session::AxialExtent extent;
    double nodeZ = 0;
    session::SearchSummary search, reference;
};

class ReplayModel final : public QObject {
    Q_OBJECT
public:
    /// All outlive the model.
    ReplayModel(Learner& learner, CaseLibrary& library, ReadingServices& services,
                jobs::JobRunner& jobs, QObject* parent = nullptr);
    /// Opens the case of the call. Without its pack, or without a path or mark, `nothing` tells.
    void open(const session::CallId& call);
    [[nodiscard]] const std::optional<Replay>& replay() const { return m_replay; }
    [[nodiscard]] QString nothing() const { return m_nothing; }
    /// "Axial 62 s, 41 s of it at the node; came back twice; 12 % of the volume never seen."
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void changed();

private:
    void take(const session::CallRecord& call, const VolumePtr& volume);

    Learner& m_learner;
    CaseLibrary& m_library;
    ReadingServices& m_services;
    jobs::JobRunner& m_jobs;
    std::optional<Replay> m_replay;
    QString m_nothing;
    int m_generation = 0;
};

}  // namespace nodewise::models
