/// reading_model.h: reading one case: opening, the call on each node, the commit, the feedback.
#pragma once
#include "base/clock.h"
#include "session/case_session.h"
#include "ui/jobs/job_runner.h"
#include "ui/models/reading_services.h"
#include "ui/text/call_text.h"
#include <QObject>
#include <QString>
#include <QTimer>
#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace nodewise::models {

/// Where the reading stands; every control's state follows from it.
enum class ReadingState {
    Empty,       ///< No case.
    Opening,     ///< The case is being read or drawn.
    Failed,      ///< It could not be opened; `problem()` says why.
    Viewing,     ///< A series without a case: looking only.
    Calling,     ///< A node is open; its draft changes.
    Committing,  ///< The call is kept; the reference is being opened and compared.
    Ungraded,    ///< The call is kept, the comparison failed; it can be tried again.
    Reviewing,   ///< The feedback is there.
    Finished     ///< All nodes are called and the case is closed.
};

/// One row of the list of nodes.
struct NodeRow {
    session::NodeAsked asked;
    std::optional<double> probability;
    std::optional<PointLps> mark;
    bool called = false;  ///< Kept for good.
};

/// No widget. GUI thread only.
class ReadingModel : public QObject {
    Q_OBJECT
public:
    /// All three outlive the model.
    ReadingModel(ReadingServices& services, jobs::JobRunner& jobs, const Clock& clock,
                 QObject* parent = nullptr);
    ~ReadingModel() override;

    /// The name a case carries in every list; empty = unknown, then the pack's title stands.
    using NameOf = std::function<QString(const CaseLocator&)>;
    void setCaseNames(NameOf names) { m_names = std::move(names); }

    // ---- opening
    /// Leaves the present case (its draft is saved) and opens another. An unfinished reading of it
    /// is taken up where it stood.
    /// In a test no feedback opens: after the last node the case is finished.
    void openCase(const CaseLocator& where, session::Mode mode = session::Mode::Learn,
                  const session::ActivityId& activity = {});
    /// The clock of a drill, for the cases opened from here on; 0 = none. It rings, it stops
    /// nothing.
    void setTimeLimit(std::chrono::seconds limit) { m_timeLimit = limit; }
    [[nodiscard]] std::chrono::seconds timeLimit() const { return m_timeLimit; }
    /// Shows a series without a case.
    void showSeries(VolumePtr volume, const QString& title);
    /// Opens the feedback of a call kept earlier, without a reading.
    void reviewCall(const session::CallId& call);
    void cancelOpening();
    /// Saves the draft and shows nothing.
    void close();

    // ---- what is there
    [[nodiscard]] ReadingState state() const { return m_state; }
    /// Why the last thing asked for did not happen; empty when it did.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString title() const { return m_title; }
    /// Nothing but in Calling, Committing, Ungraded, Reviewing and Finished.
    [[nodiscard]] const std::optional<OpenedCase>& openedCase() const { return m_case; }
    [[nodiscard]] VolumePtr volume() const;
    [[nodiscard]] std::optional<session::Mode> mode() const;
    [[nodiscard]] std::vector<NodeRow> nodes() const;
    [[nodiscard]] int currentNode() const;  ///< Index; −1 without a case.
    [[nodiscard]] int calledCount() const;
    [[nodiscard]] NodeCall draft() const;
    [[nodiscard]] session::CaseAnswer caseAnswer() const;
    /// Categories the edition can give for this site, low to high.
    [[nodiscard]] std::vector<std::string> nCategories() const;
    [[nodiscard]] std::vector<text::CallGap> gaps() const;
    [[nodiscard]] bool canEdit() const { return m_state == ReadingState::Calling; }
    [[nodiscard]] bool canCommit() const { return canEdit() && gaps().empty(); }
    [[nodiscard]] std::chrono::seconds elapsed() const;
    [[nodiscard]] std::optional<Timestamp> savedAt() const { return m_savedAt; }
    [[nodiscard]] GradedCallPtr graded() const { return m_graded; }
    /// True when the feedback on screen belongs to a running reading (there is a next step).
    [[nodiscard]] bool inReading() const { return m_session.has_value(); }
    [[nodiscard]] bool moreNodes() const;

    // ---- the call
    /// Calling only: opens another node that is not called yet.
    void selectNode(int index);
    /// The next open node, round; does nothing when there is no other.
    void selectNextNode();
    void setDraft(NodeCall draft);
    void setCaseAnswer(session::CaseAnswer answer);
    /// What is drawn on the pictures, in the viewer's own words: kept with the case until it is
    /// finished. Calling only.
    void setDrawn(std::string drawn);
    [[nodiscard]] const std::string& drawn() const { return m_drawn; }
    /// What the axial view shows now: for the trace that is kept with the call.
    void noteView(double positionZMm, int image);
    /// Which plane the reader looks at, and where (patient z, y or x): the path of the search.
    void notePlane(session::PathPlane plane, double positionMm);
    /// The clock of the node stands still while the screen is not shown.
    void setPaused(bool paused);

    // ---- the commit
    /// Keeps the call, then opens the reference and compares. Does nothing unless canCommit().
    void commit();
    /// Ungraded only.
    void gradeAgain();
    /// Reviewing: the next open node, or the end of the case.
    void next();
    /// Reviewing: keeps the learner's objection with the call. Empty text does nothing.
    void dispute(const QString& objection);

Q_SIGNALS:
    void stateChanged();
    /// Another case, or none.
    void caseChanged();
    void nodesChanged();
    void currentNodeChanged();
    void draftChanged();
    void saved();
    /// 0..1 while Opening or Committing, with a code word of the stage.
    void progressed(double fraction, const QString& stage);
    /// A step was refused; `problem()` holds the sentence. The state is as before.
    void refused();
    void feedbackReady();
    void disputed();

private:
    void setState(ReadingState state);
    [[nodiscard]] QString nameOf(const CaseLocator& where,
                                 const casepack::CaseRecord& record) const;
    void refuse(const Error& error);
    void leave();
    void follow(jobs::JobPtr job);
    void takeCase(Result<OpenedCase> opened, session::Mode mode,
                  const session::ActivityId& activity);
    [[nodiscard]] Result<void> startSession(session::Mode mode,
                                            const session::ActivityId& activity);
    void afterTestCommit();
    void finishCase();
    void closePathStep();
    void resumeSession(const progress::UnfinishedCase& unfinished);
    void prepareFeedback();
    void grade();
    [[nodiscard]] GradingRequest gradingRequest() const;
    void takeGrade(Result<GradedCall> graded);
    void takeReview(Result<GradedCall> graded);
    void saveDraftNow();
    void saveDrawnNow();
    void restartNodeClock(double secondsSoFar);
    [[nodiscard]] session::ReadingTrace trace() const;

    ReadingServices& m_services;
    jobs::JobRunner& m_jobs;
    const Clock& m_clock;
    NameOf m_names;
    ReadingState m_state = ReadingState::Empty;
    QString m_problem, m_title;
    std::optional<OpenedCase> m_case;
    VolumePtr m_series;
    std::optional<session::CaseSession> m_session;
    GradedCallPtr m_graded;
    jobs::JobPtr m_job, m_preparing;
    int m_generation = 0;  ///< A result of an earlier generation finds nobody waiting.

    /// Typed lengths that no node can have: shown and named, never handed on.
    std::optional<double> m_impossibleShortMm, m_impossibleLongMm;

    QTimer m_autosave;
    bool m_unsaved = false;
    std::string m_drawn, m_drawnSaved;
    std::optional<Timestamp> m_savedAt;
    std::optional<Timestamp> m_runningSince;
    std::chrono::milliseconds m_nodeTime{0};
    std::optional<double> m_positionZMm;
    std::optional<int> m_image;
    std::set<int> m_imagesSeen;
    std::chrono::seconds m_timeLimit{0};
    std::vector<session::ViewStep> m_path;
    std::optional<Timestamp> m_pathSince;  ///< Begin of the last step; none while paused.
};

}  // namespace nodewise::models
