#include "base/parallel.h"
#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace nodewise {

unsigned defaultThreadCount() {
    return std::max(1U, std::thread::hardware_concurrency());
}

void parallelFor(std::size_t count, unsigned threads,
                 const std::function<void(std::size_t)>& work) {
    const unsigned wanted = threads == 0 ? defaultThreadCount() : threads;
    const auto helpers = static_cast<unsigned>(std::min<std::size_t>(wanted, count));
    std::atomic<std::size_t> next{0};
    const auto drain = [&] {
        for (std::size_t index = next++; index < count; index = next++)
            work(index);
    };
    std::vector<std::jthread> pool;
    for (unsigned i = 1; i < helpers; ++i)
        pool.emplace_back(drain);
    drain();
}

}  // namespace nodewise
