/// review_meeting.h: everyone's calls on one node: spread before truth, vote again, then the truth.
///
///   Blind --showSpread--> Spread --vote--> Voted --showTruth--> Truth
///
/// Every other step is refused with StepNotAllowed and changes nothing.
#pragma once
#include "base/result.h"
#include "session/events.h"
#include <array>
#include <functional>
#include <vector>

namespace nodewise::session {

enum class MeetingStep { Blind, Spread, Voted, Truth };

/// How the readers of one node spread.
struct Spread {
    std::array<int, 4> grades{};              ///< Calls of G0 … G3.
    std::vector<double> probabilities;        ///< Ascending.
    double median = 0, lower = 0, upper = 0;  ///< Quartiles of the probabilities (type 7).
    int readers = 0;
};
/// Of the first call of each reader on that node. Pure.
[[nodiscard]] Spread spreadOf(const std::vector<CallRecord>& calls, const CaseRef& ref,
                              const NodeId& node);

/// A node that several readers called.
struct MeetingNode {
    CaseRef ref;
    std::string caseTitle;
    NodeAsked node;
    int readers = 0;
    double disagreement = 0;  ///< 1 − share of the commonest grade, 0..1.
};
/// The nodes with at least `readers` readers, most disagreement first, then most readers, then by
/// name. Nothing of a truth enters the order. Pure.
[[nodiscard]] std::vector<MeetingNode> meetingNodes(const std::vector<CallRecord>& calls,
                                                    int readers = 2);

class ReviewMeeting {
public:
    /// Keeps the votes for good (progress::ProgressStore::recordVote).
    using Keep = std::function<Result<void>(const MeetingVoted&)>;

    /// `before`: the grades as they were called. InvalidArgument without an id or a call.
    [[nodiscard]] static Result<ReviewMeeting>
    open(const ActivityId& activity, const MeetingNode& node, const std::array<int, 4>& before);

    [[nodiscard]] MeetingStep step() const { return m_step; }
    [[nodiscard]] const MeetingNode& node() const { return m_node; }
    [[nodiscard]] const std::array<int, 4>& before() const { return m_before; }
    [[nodiscard]] const std::array<int, 4>& after() const { return m_after; }

    /// Blind only.
    [[nodiscard]] Result<void> showSpread();
    /// Spread only; at least one hand (InvalidArgument). When `keep` fails the step stays Spread.
    [[nodiscard]] Result<void> vote(const std::array<int, 4>& after, const Keep& keep);
    /// Voted only.
    [[nodiscard]] Result<void> showTruth();
    [[nodiscard]] bool spreadAllowed() const { return m_step != MeetingStep::Blind; }
    [[nodiscard]] bool truthAllowed() const { return m_step == MeetingStep::Truth; }

private:
    ReviewMeeting() = default;
    ActivityId m_activity;
    MeetingNode m_node;
    std::array<int, 4> m_before{}, m_after{};
    MeetingStep m_step = MeetingStep::Blind;
};

}  // namespace nodewise::session
