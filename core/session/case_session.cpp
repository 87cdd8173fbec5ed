#include "session/case_session.h"
#include "assessment/call_json.h"
#include <algorithm>
#include <set>

namespace nodewise::session {

namespace {

tl::unexpected<Error> notNow(Step step, const std::string& what) {
    return fail(ErrorCode::StepNotAllowed, what + "; the session is at " + std::string(word(step)));
}

}  // namespace

std::vector<Missing> missingFor(const NodeCall& call) {
    std::vector<Missing> result;
    if (!call.probability)
        result.push_back(Missing::Probability);
    if (!call.grade)
        result.push_back(Missing::Grade);
    return result;
}

std::vector<KeptCall> keptCalls(const std::vector<CallRecord>& records) {
    std::vector<KeptCall> result;
    for (const CallRecord& record : records)
        result.push_back({record.id, record.node.id, record.answer, record.feedbackSeen});
    return result;
}

Result<CaseSession> CaseSession::open(const CaseOpened& setup) {
    if (setup.session.empty())
        return fail(ErrorCode::InvalidArgument, "a session needs an id");
    if (setup.nodes.empty())
        return fail(ErrorCode::InvalidArgument, "the case asks about no node");
    std::set<NodeId> seen;
    CaseSession result;
    result.m_setup = setup;
    result.m_caseAnswer.edition = setup.edition;
    for (const NodeAsked& node : setup.nodes) {
        if (node.id.empty() || !seen.insert(node.id).second)
            return fail(ErrorCode::InvalidArgument,
                        "node \"" + node.id.value + "\" comes twice or has no id");
        result.m_nodes.push_back({node, {}, std::nullopt, false});
    }
    return result;
}

Result<CaseSession> CaseSession::resume(const CaseOpened& setup,
                                        const std::vector<KeptCall>& kept) {
    auto session = open(setup);
    if (!session)
        return session;
    for (const KeptCall& call : kept) {
        const auto index = session->indexOf(call.node);
        if (!index)
            return fail(index.error());
        NodeProgress& node = session->m_nodes[*index];
        node.call = call.call;
        node.kept = call.id;
        node.feedbackShown = call.feedbackShown;
    }
    if (const auto next = session->nextOpen(0)) {
        session->m_current = *next;
        return session;
    }
    const auto unseen = std::find_if(session->m_nodes.begin(), session->m_nodes.end(),
                                     [](const NodeProgress& n) { return !n.feedbackShown; });
    session->m_step = Step::Committed;
    session->m_current = unseen == session->m_nodes.end()
                             ? session->m_nodes.size() - 1
                             : static_cast<std::size_t>(unseen - session->m_nodes.begin());
    return session;
}

std::size_t CaseSession::openNodeCount() const {
    return static_cast<std::size_t>(std::count_if(m_nodes.begin(), m_nodes.end(),
                                                  [](const NodeProgress& n) { return !n.kept; }));
}

CaseCall CaseSession::caseCall() const {
    CaseCall result;
    for (const NodeProgress& node : m_nodes)
        result.nodes.push_back(node.call);
    result.nCategory = m_caseAnswer.nCategory;
    result.edition = m_caseAnswer.edition;
    result.quality = m_caseAnswer.quality;
    result.nextStep = m_caseAnswer.nextStep;
    return result;
}

Result<std::size_t> CaseSession::indexOf(const NodeId& node) const {
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        if (m_nodes[i].asked.id == node)
            return i;
    return fail(ErrorCode::NodeNotFound, "the case does not ask about node \"" + node.value + "\"");
}

Result<std::size_t> CaseSession::openIndexOf(const NodeId& node) const {
    const auto index = indexOf(node);
    if (!index)
        return index;
    if (m_nodes[*index].kept)
        return fail(ErrorCode::AlreadyCommitted,
                    "the call on node \"" + node.value + "\" is kept and stays");
    if (m_step != Step::Reading)
        return notNow(m_step, "a draft changes only while reading");
    return index;
}

std::optional<std::size_t> CaseSession::nextOpen(std::size_t from) const {
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const std::size_t index = (from + i) % m_nodes.size();
        if (!m_nodes[index].kept)
            return index;
    }
    return std::nullopt;
}

Result<void> CaseSession::selectNode(const NodeId& node) {
    const auto index = openIndexOf(node);
    if (!index)
        return fail(index.error());
    m_current = *index;
    return {};
}

Result<void> CaseSession::setDraft(const NodeId& node, const NodeCall& draft) {
    const auto index = openIndexOf(node);
    if (!index)
        return fail(index.error());
    CaseCall checked;
    checked.nodes = {draft};
    if (auto ok = assessment::checkCall(checked); !ok)
        return ok;
    m_nodes[*index].call = draft;
    return {};
}

Result<void> CaseSession::setCaseAnswer(const CaseAnswer& answer) {
    if (m_step != Step::Reading)
        return notNow(m_step, "the answer on the case changes only while reading");
    CaseCall checked;
    checked.nCategory = answer.nCategory;
    checked.nodes = {m_nodes[m_current].call};
    checked.edition = m_setup.edition;
    if (auto ok = assessment::checkCall(checked); !ok)
        return ok;
    m_caseAnswer = answer;
    m_caseAnswer.edition = m_setup.edition;
    return {};
}

Result<std::vector<Missing>> CaseSession::missing(const NodeId& node) const {
    const auto index = indexOf(node);
    if (!index)
        return fail(index.error());
    return missingFor(m_nodes[*index].call);
}

Result<NodeCallCommitted> CaseSession::commit(const ReadingTrace& trace, const Keep& keep) {
    NodeProgress& node = m_nodes[m_current];
    if (m_step != Step::Reading)
        return notNow(m_step, "a call is committed only while reading");
    if (!missingFor(node.call).empty())
        return notNow(m_step, "the call needs its probability and its grade");
    NodeCallCommitted event;
    event.session = m_setup.session;
    event.call = CallId(newUuid());
    event.node = node.asked.id;
    event.answer = node.call;
    event.trace = trace;
    const bool last = openNodeCount() == 1;
    if (last)
        event.caseAnswer = m_caseAnswer;
    if (auto kept = keep(event); !kept)
        return fail(kept.error());
    node.kept = event.call;
    m_step = Step::Committed;
    if (!feedbackAfterEachNode(m_setup.mode) && !last) {
        m_step = Step::Reading;
        m_current = nextOpen(m_current).value_or(m_current);
    }
    return event;
}

bool CaseSession::truthAllowed(const NodeId& node) const {
    const auto index = indexOf(node);
    if (!index || !m_nodes[*index].kept)
        return false;
    return feedbackAfterEachNode(m_setup.mode) || openNodeCount() == 0;
}

Result<void> CaseSession::requireTruthAllowed(const NodeId& node) const {
    if (const auto index = indexOf(node); !index)
        return fail(index.error());
    if (!truthAllowed(node))
        return fail(ErrorCode::TruthSealed,
                    "the reference of node \"" + node.value + "\" opens after its call");
    return {};
}

Result<void> CaseSession::showFeedback(const NodeId& node) {
    const auto index = indexOf(node);
    if (!index)
        return fail(index.error());
    if (m_step == Step::Finished)
        return notNow(m_step, "the case is closed");
    if (!truthAllowed(node))
        return notNow(m_step, "feedback opens after the commit");
    m_current = *index;
    m_nodes[m_current].feedbackShown = true;
    m_step = Step::Feedback;
    return {};
}

Result<void> CaseSession::nextNode() {
    if (m_step != Step::Feedback)
        return notNow(m_step, "the next node comes after the feedback");
    const auto next = nextOpen(m_current);
    if (!next)
        return notNow(m_step, "every node is called: finish the case");
    m_current = *next;
    m_step = Step::Reading;
    return {};
}

Result<void> CaseSession::finish() {
    if (m_step == Step::Finished)
        return notNow(m_step, "the case is closed");
    if (openNodeCount() > 0)
        return notNow(m_step, "a node is still open");
    const bool allShown = std::all_of(m_nodes.begin(), m_nodes.end(),
                                      [](const NodeProgress& n) { return n.feedbackShown; });
    if (feedbackAfterEachNode(m_setup.mode) && !allShown)
        return notNow(m_step, "the feedback of a node was not shown");
    m_step = Step::Finished;
    return {};
}

}  // namespace nodewise::session
