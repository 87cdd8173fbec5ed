#include "session/review_meeting.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace nodewise::session {

namespace {

/// Hyndman and Fan type 7, the default of R. @pre sorted, not empty.
double quantile(const std::vector<double>& sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(std::floor(at));
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (at - std::floor(at)) * (sorted[high] - sorted[low]);
}

/// The first call of each reader: later ones knew the truth.
std::map<ProfileId, const CallRecord*> firstCalls(const std::vector<CallRecord>& calls,
                                                  const CaseRef& ref, const NodeId& node) {
    std::map<ProfileId, const CallRecord*> first;
    for (const CallRecord& call : calls) {
        if (!(call.ref == ref) || call.node.id != node || !call.answer.grade)
            continue;
        const CallRecord*& known = first[call.profile];
        if (!known || call.committed < known->committed)
            known = &call;
    }
    return first;
}

tl::unexpected<Error> notNow(const char* what) {
    return fail(ErrorCode::StepNotAllowed, what);
}

}  // namespace

Spread spreadOf(const std::vector<CallRecord>& calls, const CaseRef& ref, const NodeId& node) {
    Spread spread;
    for (const auto& [reader, call] : firstCalls(calls, ref, node)) {
        ++spread.readers;
        ++spread.grades[static_cast<std::size_t>(gradeNumber(*call->answer.grade))];
        if (call->answer.probability)
            spread.probabilities.push_back(*call->answer.probability);
    }
    std::sort(spread.probabilities.begin(), spread.probabilities.end());
    if (!spread.probabilities.empty()) {
        spread.median = quantile(spread.probabilities, 0.5);
        spread.lower = quantile(spread.probabilities, 0.25);
        spread.upper = quantile(spread.probabilities, 0.75);
    }
    return spread;
}

std::vector<MeetingNode> meetingNodes(const std::vector<CallRecord>& calls, int readers) {
    using Key = std::tuple<std::string, std::string, std::string, std::string>;
    std::map<Key, MeetingNode> nodes;
    for (const CallRecord& call : calls)
        nodes.try_emplace(
            {call.ref.pack.value, call.ref.packVersion, call.ref.caseId.value, call.node.id.value},
            MeetingNode{call.ref, call.caseTitle, call.node, 0, 0});
    std::vector<MeetingNode> result;
    for (auto& [key, node] : nodes) {
        const Spread spread = spreadOf(calls, node.ref, node.node.id);
        if (spread.readers < readers)
            continue;
        node.readers = spread.readers;
        node.disagreement = 1.0 - *std::max_element(spread.grades.begin(), spread.grades.end()) /
                                      static_cast<double>(spread.readers);
        result.push_back(node);
    }
    std::stable_sort(result.begin(), result.end(), [](const MeetingNode& a, const MeetingNode& b) {
        return std::pair(-a.disagreement, -a.readers) < std::pair(-b.disagreement, -b.readers);
    });
    return result;
}

Result<ReviewMeeting> ReviewMeeting::open(const ActivityId& activity, const MeetingNode& node,
                                          const std::array<int, 4>& before) {
    if (activity.empty() || std::accumulate(before.begin(), before.end(), 0) == 0)
        return fail(ErrorCode::InvalidArgument, "a meeting needs an id and a call");
    ReviewMeeting meeting;
    meeting.m_activity = activity;
    meeting.m_node = node;
    meeting.m_before = before;
    return meeting;
}

Result<void> ReviewMeeting::showSpread() {
    if (m_step != MeetingStep::Blind)
        return notNow("the spread is shown");
    m_step = MeetingStep::Spread;
    return {};
}

Result<void> ReviewMeeting::vote(const std::array<int, 4>& after, const Keep& keep) {
    if (m_step != MeetingStep::Spread)
        return notNow(m_step == MeetingStep::Blind ? "the spread comes first" : "the vote is kept");
    if (std::any_of(after.begin(), after.end(), [](int hands) { return hands < 0; }) ||
        std::accumulate(after.begin(), after.end(), 0) == 0)
        return fail(ErrorCode::InvalidArgument, "a vote has at least one hand");
    if (auto kept = keep({m_activity, m_node.ref, m_node.node.id, m_before, after}); !kept)
        return kept;
    m_after = after;
    m_step = MeetingStep::Voted;
    return {};
}

Result<void> ReviewMeeting::showTruth() {
    if (m_step != MeetingStep::Voted)
        return notNow("the reference opens after the second vote");
    m_step = MeetingStep::Truth;
    return {};
}

}  // namespace nodewise::session
