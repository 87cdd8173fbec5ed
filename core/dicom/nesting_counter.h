/// nesting_counter.h: how deep items lie within items, seen from the reads of a parser.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace nodewise::dicom {

/// DCMTK calls itself once for each item within an item, so a made-up file of a few hundred
/// kilobytes could exhaust the stack. This counts along with its reads of tags and lengths (two
/// bytes group, two bytes element, four bytes length) and tells when to stop. Not thread-safe.
class NestingCounter {
public:
    /// Deeper than any object of the standard: structured reports nest some twenty items.
    static constexpr std::size_t kDeepest = 128;

    /// The parser read `bytes` at `position`.
    void saw(std::uint64_t position, std::span<const unsigned char> bytes);
    [[nodiscard]] bool tooDeep() const { return m_ends.size() > kDeepest; }

private:
    enum class Expect { Group, ItemElement, ItemLength };

    void sawElement(std::span<const unsigned char> bytes);
    void sawLength(std::uint64_t position, std::span<const unsigned char> bytes);
    void closeEnded(std::uint64_t position);

    Expect m_expect = Expect::Group;
    bool m_bigEndian = false;
    std::uint64_t m_lastOpened = 0;     ///< Position of its length; a parser may read it twice.
    std::vector<std::uint64_t> m_ends;  ///< Of the open items.
};

}  // namespace nodewise::dicom
