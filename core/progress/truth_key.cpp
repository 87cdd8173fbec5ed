#include "progress/truth_key.h"

namespace nodewise::progress {

Result<TruthKey> truthKeyOf(const ProgressStore& store, const session::CallId& call) {
    auto kept = store.call(call);
    if (!kept)
        return fail(kept.error());
    const auto sealed = store.truthSealed(call);
    if (!sealed)
        return fail(sealed.error());
    if (*sealed)
        return fail(ErrorCode::TruthSealed, "the test of this call is running");
    return TruthKey(std::move(kept->ref), std::move(kept->node.id));
}

}  // namespace nodewise::progress
