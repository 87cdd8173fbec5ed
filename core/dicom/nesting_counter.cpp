#include "dicom/nesting_counter.h"
#include <limits>

namespace nodewise::dicom {
namespace {

constexpr std::uint64_t kUntilDelimiter = std::numeric_limits<std::uint64_t>::max();

}  // namespace

void NestingCounter::closeEnded(std::uint64_t position) {
    while (!m_ends.empty() && m_ends.back() != kUntilDelimiter && m_ends.back() <= position)
        m_ends.pop_back();
}

void NestingCounter::saw(std::uint64_t position, std::span<const unsigned char> bytes) {
    if (m_expect == Expect::ItemLength && bytes.size() == 4) {
        sawLength(position, bytes);
    } else if (m_expect == Expect::ItemElement && bytes.size() == 2) {
        sawElement(bytes);
        return;
    } else if (bytes.size() == 2) {
        const bool little = bytes[0] == 0xFE && bytes[1] == 0xFF;
        const bool big = bytes[0] == 0xFF && bytes[1] == 0xFE;
        closeEnded(position);
        m_bigEndian = big;
        m_expect = little || big ? Expect::ItemElement : Expect::Group;
        return;
    }
    m_expect = Expect::Group;
}

void NestingCounter::sawElement(std::span<const unsigned char> bytes) {
    const unsigned element = m_bigEndian ? bytes[0] * 256U + bytes[1] : bytes[1] * 256U + bytes[0];
    m_expect = element == 0xE000 ? Expect::ItemLength : Expect::Group;
    if (element == 0xE00D && !m_ends.empty())
        m_ends.pop_back();
}

void NestingCounter::sawLength(std::uint64_t position, std::span<const unsigned char> bytes) {
    if (position == m_lastOpened)
        return;
    m_lastOpened = position;
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length |= std::uint64_t{bytes[i]} << 8 * (m_bigEndian ? 3 - i : i);
    m_ends.push_back(length == 0xFFFFFFFF ? kUntilDelimiter : position + 4 + length);
}

}  // namespace nodewise::dicom
