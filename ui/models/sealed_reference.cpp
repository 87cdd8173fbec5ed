#include "ui/models/sealed_reference.h"

namespace nodewise::models {

struct SealedReference::Case {
    using Truth = MadeOnce<casepack::OpenedTruth>;
    using Node = MadeOnce<MeasuredReference>;

    explicit Case(CaseLocator at)
        : where(std::move(at)) {}

    [[nodiscard]] Result<Truth::Ptr> truthOf(const Source& source, unsigned threads,
                                             JobControl& job) {
        return m_truth.get(job, [&] {
            return casepack::openCaseTruth(*source.pack, source.where.id, job, threads,
                                           casepack::TruthExtent::NearNodes);
        });
    }
    [[nodiscard]] Result<Node::Ptr> nodeOf(const Source& source, const Truth::Ptr& truth,
                                           const NodeId& id, unsigned threads, JobControl& job) {
        const auto facts = m_facts.get(
            job, [&] { return measure::findSeriesFacts(*source.volume, job, threads); });
        if (!facts)
            return fail(facts.error());
        return slotOf(id).get(job, [&] {
            measure::MeasureOptions how;
            how.facts = facts->get();
            how.threads = threads;
            return measureReference(*source.volume, *truth, id, how, job);
        });
    }

    const CaseLocator where;

private:
    /// Slots stay where they are as long as the case is known.
    Node& slotOf(const NodeId& id) {
        const std::scoped_lock guard(m_lock);
        return m_nodes[id];
    }

    MadeOnce<measure::SeriesFacts> m_facts;
    Truth m_truth;
    std::mutex m_lock;
    std::map<NodeId, Node> m_nodes;
};

SealedReference::SealedReference() = default;
SealedReference::~SealedReference() = default;

void SealedReference::expect(const CaseLocator& where) {
    const std::scoped_lock guard(m_lock);
    if (m_read && m_read->where == where)
        return;
    m_read = m_other && m_other->where == where ? m_other : std::make_shared<Case>(where);
    m_other.reset();
}

void SealedReference::forget() {
    const std::scoped_lock guard(m_lock);
    m_read.reset();
    m_other.reset();
}

SealedReference::CasePtr SealedReference::known(const CaseLocator& where) {
    const std::scoped_lock guard(m_lock);
    return m_read && m_read->where == where ? m_read : nullptr;
}

SealedReference::CasePtr SealedReference::knownOrAdded(const CaseLocator& where) {
    if (CasePtr read = known(where))
        return read;
    const std::scoped_lock guard(m_lock);
    if (!m_other || !(m_other->where == where))
        m_other = std::make_shared<Case>(where);
    return m_other;
}

Result<void> SealedReference::prepare(const Source& source, JobControl& job) {
    const CasePtr into = known(source.where);
    if (!into)
        return {};
    const auto truth = into->truthOf(source, 1, job);
    if (!truth)
        return fail(truth.error());
    for (const NodeTruth& node : (*truth)->truth.nodes)
        if (const auto made = into->nodeOf(source, *truth, node.id, 1, job); !made)
            return fail(made.error());
    return {};
}

Result<SealedReference::Opened> SealedReference::open(const progress::TruthKey& key,
                                                      const Source& source, JobControl& job) {
    if (key.ref().pack != source.pack->info().id || key.ref().caseId != source.where.id)
        return fail(ErrorCode::TruthSealed, "the kept call is on another case",
                    source.where.id.value);
    const CasePtr from = knownOrAdded(source.where);
    const auto truth = from->truthOf(source, 0, job);
    if (!truth)
        return fail(truth.error());
    const auto node = from->nodeOf(source, *truth, key.node(), 0, job);
    if (!node)
        return fail(node.error());
    return Opened{*truth, *node};
}

}  // namespace nodewise::models
