#include "exchange/answer_log.h"
#include <algorithm>
#include <map>
#include <set>

namespace nodewise::exchange {

namespace {

/// Takes one line after the other; gives what is wrong with it, nothing when it fits.
class LogChecker {
public:
    const char* operator()(const session::ProfileCreated&) {
        return std::exchange(m_created, true) ? "the profile was made before" : nullptr;
    }
    const char* operator()(const session::ProfileRenamed&) { return needsProfile(); }
    const char* operator()(const session::CaseOpened& e) {
        if (const char* problem = needsProfile())
            return problem;
        std::set<NodeId> nodes;
        for (const session::NodeAsked& node : e.nodes)
            if (!nodes.insert(node.id).second)
                return "a node is asked twice";
        return m_open.emplace(e.session, std::move(nodes)).second ? nullptr
                                                                  : "the reading was opened before";
    }
    const char* operator()(const session::NodeCallCommitted& e) {
        const auto reading = m_open.find(e.session);
        if (reading == m_open.end())
            return "the reading of this call was never opened";
        if (reading->second.erase(e.node) == 0)
            return "the reading does not ask about this node, or it was called before";
        return m_calls.insert(e.call).second ? nullptr : "the call was made before";
    }
    const char* operator()(const session::NodeScored& e) {
        if (const char* problem = needsCall(e.call))
            return problem;
        return m_scored.insert(e.call).second ? nullptr : "the call was scored before";
    }
    const char* operator()(const session::FeedbackSeen& e) { return needsCall(e.call); }
    const char* operator()(const session::CallDisputed& e) { return needsCall(e.call); }
    const char* operator()(const session::CaseFinished& e) { return needsReading(e.session); }
    const char* operator()(const session::CaseSetAside& e) { return needsReading(e.session); }
    const char* operator()(const session::ActivityStarted& e) {
        if (const char* problem = needsProfile())
            return problem;
        return m_activities.insert(e.activity).second ? nullptr : "it was begun before";
    }
    const char* operator()(const session::ActivityEnded& e) { return needsActivity(e.activity); }
    const char* operator()(const session::MeetingVoted& e) { return needsActivity(e.activity); }
    const char* operator()(const session::CaseSpent&) { return needsProfile(); }
    const char* operator()(const session::PairCompared& e) {
        const char* problem = needsCall(e.first);
        return problem ? problem : needsCall(e.second);
    }
    const char* operator()(const session::CallRescored& e) { return needsCall(e.call); }

private:
    const char* needsActivity(const session::ActivityId& activity) const {
        return m_activities.contains(activity) ? nullptr : "it was never begun";
    }
    const char* needsProfile() const { return m_created ? nullptr : "the profile was never made"; }
    const char* needsCall(const session::CallId& call) const {
        return m_calls.contains(call) ? nullptr : "there is no such call before it";
    }
    const char* needsReading(const session::SessionId& session) const {
        return m_open.contains(session) ? nullptr : "the reading was never opened";
    }

    bool m_created = false;
    std::map<session::SessionId, std::set<NodeId>> m_open;  ///< Nodes without a call.
    std::set<session::CallId> m_calls, m_scored;
    std::set<session::ActivityId> m_activities;
};

}  // namespace

Result<void> checkAnswerLog(const ProfileId& profile, const std::vector<session::Event>& events) {
    LogChecker checker;
    std::set<std::string> ids;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const session::Event& event = events[i];
        const char* problem = event.profile != profile ? "this line belongs to another profile"
                              : event.id.empty()       ? "this line has no identifier"
                              : !ids.insert(event.id).second ? "this identifier stands twice"
                                                             : std::visit(checker, event.body);
        if (problem)
            return fail(ErrorCode::FormatDamaged, problem, {},
                        "events.jsonl line " + std::to_string(i + 1));
    }
    return {};
}

}  // namespace nodewise::exchange
