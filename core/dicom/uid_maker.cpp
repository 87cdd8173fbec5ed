#include "dicom/uid_maker.h"
#include "archive/sha256.h"
#include <algorithm>
#include <array>
#include <cstdint>

namespace nodewise::dicom {
namespace {

constexpr std::size_t kUuidBytes = 16;

/// Divides the big-endian number by ten in place and gives the rest.
unsigned divideByTen(std::array<std::uint8_t, kUuidBytes>& number) {
    unsigned rest = 0;
    for (auto& byte : number) {
        const unsigned value = rest * 256 + byte;
        byte = static_cast<std::uint8_t>(value / 10);
        rest = value % 10;
    }
    return rest;
}

unsigned hexDigit(char c) {
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

}  // namespace

std::string uidFrom(std::string_view words) {
    const std::string hash = archive::sha256Hex(words);
    std::array<std::uint8_t, kUuidBytes> uuid{};
    for (std::size_t i = 0; i < kUuidBytes; ++i)
        uuid[i] = static_cast<std::uint8_t>(hexDigit(hash[2 * i]) * 16 + hexDigit(hash[2 * i + 1]));
    // Version 8 (of one's own making), variant of RFC 9562.
    uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0F) | 0x80);
    uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3F) | 0x80);
    std::string digits;
    while (std::ranges::any_of(uuid, [](std::uint8_t byte) { return byte != 0; }))
        digits += static_cast<char>('0' + divideByTen(uuid));
    std::ranges::reverse(digits);
    return "2.25." + digits;
}

}  // namespace nodewise::dicom
