/// large_pages.h: room for voxels at the cost of a few page faults.
#pragma once
#include <cstddef>
#include <vector>

namespace nodewise {

/// Advises the system to back the memory with pages of 2 MB where it offers them: a volume of 80 MB
/// then costs 40 page faults instead of 20,000. Advice only: nothing happens where it is refused.
void adviseLargePages(void* memory, std::size_t bytes);

/// `count` zeros on large pages. Throws std::bad_alloc. Any thread.
template <class T>
[[nodiscard]] std::vector<T> zerosOnLargePages(std::size_t count) {
    std::vector<T> numbers;
    numbers.reserve(count);
    adviseLargePages(numbers.data(), count * sizeof(T));
    numbers.resize(count);
    return numbers;
}

}  // namespace nodewise
