/// truth_key.h: proof that a call is kept for good, so that the truth of its case may be opened.
#pragma once
#include "progress/progress_store.h"

namespace nodewise::progress {

/// Nobody but truthKeyOf makes one, and that only for a call that is on disk: who holds a key comes
/// after the commit. Copy it as you like; it tells nothing but whose it is.
class TruthKey {
public:
    [[nodiscard]] const session::CaseRef& ref() const { return m_ref; }
    [[nodiscard]] const NodeId& node() const { return m_node; }

private:
    TruthKey(session::CaseRef ref, NodeId node)
        : m_ref(std::move(ref))
        , m_node(std::move(node)) {}
    friend Result<TruthKey> truthKeyOf(const ProgressStore& store, const session::CallId& call);

    session::CaseRef m_ref;
    NodeId m_node;
};

/// NodeNotFound when the call is not kept; TruthSealed while its test runs; those of the store.
/// Thread-safe.
[[nodiscard]] Result<TruthKey> truthKeyOf(const ProgressStore& store, const session::CallId& call);

}  // namespace nodewise::progress
