#include "base/large_pages.h"
#ifdef __linux__
#include <cstdint>
#include <sys/mman.h>
#endif

namespace nodewise {

void adviseLargePages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes) {
#ifdef __linux__
    constexpr std::uintptr_t kLargePage = 2U << 20U;
    const auto start = reinterpret_cast<std::uintptr_t>(memory);
    const std::uintptr_t first = (start + kLargePage - 1) / kLargePage * kLargePage;
    if (const std::uintptr_t end = start + bytes; end >= first + kLargePage)
        (void)madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
#endif
}

}  // namespace nodewise
