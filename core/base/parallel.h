/// parallel.h: the same work on many indices, on several threads, in any order.
#pragma once
#include <cstddef>
#include <functional>

namespace nodewise {

/// How many threads to use when the caller does not say: the number of cores, at least 1.
[[nodiscard]] unsigned defaultThreadCount();

/// Calls `work(index)` once for each index in [0, count), on at most `threads` threads (0 =
/// default). `work` must be safe to call at the same time with different indices and must not
/// throw. Returns when all calls have ended. The result must not depend on the order: then it does
/// not depend on `threads`.
void parallelFor(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace nodewise
