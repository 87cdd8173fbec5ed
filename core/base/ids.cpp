#include "base/ids.h"
#include <array>
#include <cstdint>
#include <cstdio>
#include <random>

namespace nodewise {

std::string newUuid() {
    std::random_device source;
    std::array<std::uint32_t, 4> word{source(), source(), source(), source()};
    word[1] = (word[1] & 0xffff0fffU) | 0x00004000U;  // version 4
    word[2] = (word[2] & 0x3fffffffU) | 0x80000000U;  // RFC 4122 variant
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%08x-%04x-%04x-%04x-%04x%08x", word[0], word[1] >> 16,
                  word[1] & 0xffffU, word[2] >> 16, word[2] & 0xffffU, word[3]);
    return text.data();
}

}  // namespace nodewise
