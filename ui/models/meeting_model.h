/// meeting_model.h: a review meeting on the answers of several readers, without a server.
#pragma once
#include "session/review_meeting.h"
#include "ui/models/case_library.h"
#include "ui/models/group.h"
#include "ui/models/learner.h"
#include <QObject>
#include <QStringList>
#include <optional>

namespace nodewise::models {

/// One reader's call on the node of the meeting.
struct MeetingCall {
    QString reader;  ///< Pseudonym.
    Grade grade = Grade::G0;
    double probability = 0;
    std::optional<PointLps> mark;
};

class MeetingModel final : public QObject {
    Q_OBJECT
public:
    /// All outlive the model.
    MeetingModel(Group& group, Learner& learner, CaseLibrary& library, ReadingServices& services,
                 jobs::JobRunner& jobs, QObject* parent = nullptr);

    /// Nodes that two readers or more called, most disagreement first.
    [[nodiscard]] std::vector<session::MeetingNode> nodes() const;
    [[nodiscard]] QString nodeTitle(const session::MeetingNode& node) const;
    /// Takes up a node; its case opens when its pack is here.
    void open(int index);
    [[nodiscard]] const session::ReviewMeeting* meeting() const {
        return m_meeting ? &*m_meeting : nullptr;
    }
    [[nodiscard]] int current() const { return m_current; }
    /// Nothing before the spread may be shown.
    [[nodiscard]] std::vector<MeetingCall> calls() const;
    [[nodiscard]] session::Spread spread() const;
    void showSpread();
    void vote(const std::array<int, 4>& hands);
    /// Opens the reference of the case.
    void showTruth();
    /// Nothing before the truth may be shown.
    [[nodiscard]] const NodeTruth* truth() const;
    [[nodiscard]] VolumePtr volume() const { return m_volume; }
    /// "3 hands moved towards the reference, 1 away." Empty before the truth.
    [[nodiscard]] QString changeText() const;

Q_SIGNALS:
    void changed();
    void nodesChanged();
    void problem(const nodewise::Error& error);

private:
    [[nodiscard]] Result<session::ActivityId> activity();
    void openCase();

    Group& m_group;
    Learner& m_learner;
    CaseLibrary& m_library;
    ReadingServices& m_services;
    jobs::JobRunner& m_jobs;
    std::optional<session::ReviewMeeting> m_meeting;
    std::optional<CaseReference> m_reference;
    session::ActivityId m_activity;
    VolumePtr m_volume;
    int m_current = -1;
    int m_generation = 0;
};

/// Hands that moved towards the reference, and away from it, when the votes went from `before` to
/// `after`: the change of the mean distance to the grade, in hands. Pure.
struct VoteChange {
    double before = 0, after = 0;  ///< Mean distance to the reference, grades.
};
[[nodiscard]] VoteChange voteChange(const std::array<int, 4>& before,
                                    const std::array<int, 4>& after, Grade reference);

}  // namespace nodewise::models
