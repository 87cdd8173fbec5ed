/// case_session.h: one reading of one case: commit before truth, one step after the other.
///
///   Reading --commit--> Committed --showFeedback--> Feedback --nextNode--> Reading … --finish-->
///   Finished
///
/// In Mode::Test a commit leads to the next node at once and feedback opens after the last one.
/// Every other step is refused with StepNotAllowed and changes nothing. A plain value without a
/// lock: one thread at a time.
#pragma once
#include "base/result.h"
#include "session/events.h"
#include <functional>
#include <optional>
#include <vector>

namespace nodewise::session {

/// What a node still needs before it can be committed.
enum class Missing { Probability, Grade };

/// One node of the session.
struct NodeProgress {
    NodeAsked asked;
    NodeCall call;               ///< The draft; after the commit, the call as it is kept.
    std::optional<CallId> kept;  ///< Set by the commit.
    bool feedbackShown = false;
};

/// A call that an earlier run of the program has kept; for `resume`.
struct KeptCall {
    CallId id;
    NodeId node;
    NodeCall call;
    bool feedbackShown = false;
};

/// The kept calls of a stored reading (progress::UnfinishedCase::kept). Pure.
[[nodiscard]] std::vector<KeptCall> keptCalls(const std::vector<CallRecord>& records);

class CaseSession {
public:
    /// Keeps a committed call for good (progress::ProgressStore::commitNodeCall). Only when it
    /// returns success does the session move on.
    using Keep = std::function<Result<void>(const NodeCallCommitted&)>;

    /// Starts at Reading with the first node open and all drafts empty. InvalidArgument when there
    /// is no node, a node comes twice, or the session id is empty.
    [[nodiscard]] static Result<CaseSession> open(const CaseOpened& setup);

    /// Takes up a session where it was left: kept calls stay kept, the first open node is read
    /// next. When all are kept it stands at Committed with the first node whose feedback was not
    /// shown (the last node when all were). NodeNotFound for a kept call of an unknown node.
    [[nodiscard]] static Result<CaseSession> resume(const CaseOpened& setup,
                                                    const std::vector<KeptCall>& kept);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] const CaseOpened& setup() const { return m_setup; }
    [[nodiscard]] const std::vector<NodeProgress>& nodes() const { return m_nodes; }
    [[nodiscard]] const NodeProgress& currentNode() const { return m_nodes[m_current]; }
    [[nodiscard]] std::size_t currentIndex() const { return m_current; }
    [[nodiscard]] const CaseAnswer& caseAnswer() const { return m_caseAnswer; }
    [[nodiscard]] std::size_t openNodeCount() const;
    /// The call on the case as it stands: drafts and kept calls in the order of the case.
    [[nodiscard]] CaseCall caseCall() const;

    /// Reading only: opens another node that is not committed. NodeNotFound, AlreadyCommitted,
    /// StepNotAllowed.
    [[nodiscard]] Result<void> selectNode(const NodeId& node);

    /// Reading only: replaces the draft of an open node. NodeNotFound, AlreadyCommitted,
    /// StepNotAllowed; ValueOutOfRange as assessment::checkCall.
    [[nodiscard]] Result<void> setDraft(const NodeId& node, const NodeCall& draft);

    /// Reading only: N category, quality, next step; frozen with the last commit. The edition is
    /// the session's and is filled in. StepNotAllowed, ValueOutOfRange as assessment::checkCall.
    [[nodiscard]] Result<void> setCaseAnswer(const CaseAnswer& answer);

    /// What the node still lacks; empty when it can be committed. NodeNotFound.
    [[nodiscard]] Result<std::vector<Missing>> missing(const NodeId& node) const;

    /// Reading only: freezes the draft of the current node and hands it to `keep`. When `keep`
    /// fails its error is passed on, the step stays Reading and the draft stays as it was.
    /// StepNotAllowed also when the call lacks its probability or grade, AlreadyCommitted.
    [[nodiscard]] Result<NodeCallCommitted> commit(const ReadingTrace& trace, const Keep& keep);

    /// Whether anything that follows from the truth of this node may be loaded or shown.
    [[nodiscard]] bool truthAllowed(const NodeId& node) const;
    /// The same as a value to pass on: TruthSealed, NodeNotFound.
    [[nodiscard]] Result<void> requireTruthAllowed(const NodeId& node) const;

    /// Opens the feedback of a committed node, now or again, from any step but Finished; the node
    /// becomes the current one. NodeNotFound, StepNotAllowed (not committed, or a test is running).
    [[nodiscard]] Result<void> showFeedback(const NodeId& node);

    /// Feedback only: reads the next open node (in case order, from the current one round).
    /// StepNotAllowed when none is left: then `finish`.
    [[nodiscard]] Result<void> nextNode();

    /// Closes the case. StepNotAllowed while a node is open or (Learn, Drill) a node's feedback was
    /// never shown.
    [[nodiscard]] Result<void> finish();

private:
    CaseSession() = default;
    [[nodiscard]] Result<std::size_t> indexOf(const NodeId& node) const;
    [[nodiscard]] Result<std::size_t> openIndexOf(const NodeId& node) const;
    [[nodiscard]] std::optional<std::size_t> nextOpen(std::size_t from) const;

    CaseOpened m_setup;
    CaseAnswer m_caseAnswer;
    std::vector<NodeProgress> m_nodes;
    std::size_t m_current = 0;
    Step m_step = Step::Reading;
};

/// What the call lacks before it may be committed; the same rule as CaseSession::missing. Pure.
[[nodiscard]] std::vector<Missing> missingFor(const NodeCall& call);

/// True when feedback opens after each node (Learn, Drill), false when after the last (Test). Pure.
[[nodiscard]] constexpr bool feedbackAfterEachNode(Mode mode) {
    return mode != Mode::Test;
}

}  // namespace nodewise::session
