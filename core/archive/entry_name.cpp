#include "archive/entry_name.h"
#include "archive/zip_reader.h"
#include <algorithm>
#include <cstdint>

namespace nodewise::archive {
namespace {

constexpr std::size_t kLongestName = 1024;
constexpr int kDeepestName = 32;

/// Small form of a letter written in two UTF-8 bytes; other characters stay.
std::uint32_t smallLetter(std::uint32_t letter) {
    const auto within = [&](std::uint32_t low, std::uint32_t high) {
        return letter >= low && letter <= high;
    };
    if ((within(0xC0, 0xDE) && letter != 0xD7) || within(0x391, 0x3A9) || within(0x410, 0x42F))
        return letter + 0x20;
    if (within(0x400, 0x40F))
        return letter + 0x50;
    // Latin Extended-A: capitals are even up to 0x137 and from 0x14A, odd between.
    if (within(0x100, 0x137) || within(0x14A, 0x177))
        return letter | 1U;
    if (within(0x139, 0x148) || within(0x179, 0x17E))
        return letter + (letter & 1U);
    return letter;
}

tl::unexpected<Error> unsafe(std::string_view name, const std::string& why) {
    return fail(ErrorCode::ArchiveUnsafePath, "an entry's name " + why + "; nothing was unpacked",
                {}, std::string(name));
}

Result<void> checkCharacters(std::string_view name) {
    if (name.empty())
        return unsafe(name, "is empty");
    if (name.size() > kLongestName)
        return unsafe(name.substr(0, 80), "is longer than 1024 bytes");
    if (name.front() == '/')
        return unsafe(name, "is an absolute path");
    if (name.find('\\') != std::string_view::npos)
        return unsafe(name, "holds a backslash");
    const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    if (name.size() > 1 && name[1] == ':' && isLetter(name[0]))
        return unsafe(name, "begins with a drive letter");
    if (std::any_of(name.begin(), name.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
        }))
        return unsafe(name, "holds a control character");
#ifdef _WIN32
    if (name.find_first_of(":*?\"<>|") != std::string_view::npos)
        return unsafe(name, "holds a character that Windows does not allow");
#endif
    return {};
}

}  // namespace

Result<std::string> safeEntryName(std::string_view name) {
    if (auto fine = checkCharacters(name); !fine)
        return fail(fine.error());
    std::string safe;
    int depth = 0;
    std::size_t start = 0;
    while (start <= name.size()) {
        const std::size_t end = std::min(name.find('/', start), name.size());
        const std::string_view part = name.substr(start, end - start);
        const bool trailing = part.empty() && end == name.size();
        if (part == ".." || (part.empty() && !trailing))
            return unsafe(name, part.empty() ? "holds an empty part" : "leads out of its folder");
        if (!trailing && part != ".") {
            if (++depth > kDeepestName)
                return unsafe(name, "lies more than 32 folders deep");
            safe += safe.empty() ? "" : "/";
            safe += part;
        }
        start = end + 1;
    }
    if (safe.empty())
        return unsafe(name, "names no file");
    return safe;
}

std::string foldedName(std::string_view utf8) {
    std::string folded;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        const bool pair = byte >= 0xC2 && byte <= 0xDF && at + 1 < utf8.size();
        if (byte >= 'A' && byte <= 'Z') {
            folded += static_cast<char>(byte + 0x20);
        } else if (pair) {
            const auto next = static_cast<unsigned char>(utf8[++at]);
            const std::uint32_t letter = smallLetter(((byte & 0x1FU) << 6U) | (next & 0x3FU));
            folded += static_cast<char>(0xC0U | (letter >> 6U));
            folded += static_cast<char>(0x80U | (letter & 0x3FU));
        } else {
            folded += utf8[at];
        }
    }
    return folded;
}

Result<void> NameCollisions::add(const std::string& name, bool folder) {
    for (std::size_t slash = name.find('/'); slash != std::string::npos;
         slash = name.find('/', slash + 1))
        if (auto fine = addPart(name.substr(0, slash), true, false); !fine)
            return fine;
    return addPart(name, folder, true);
}

Result<void> NameCollisions::addPart(const std::string& name, bool folder, bool last) {
    const auto [place, fresh] = m_seen.try_emplace(foldedName(name), Seen{name, folder});
    if (fresh)
        return {};
    const Seen& seen = place->second;
    const bool sameFolder = seen.folder && folder && seen.exact == name;
    if (sameFolder)
        return {};
    const std::string why = seen.exact == name
                                ? (last ? "stands twice" : "is a file and a folder")
                                : "differs from \"" + seen.exact + "\" only in capitals";
    return fail(ErrorCode::ArchiveCaseCollision,
                "the entry " + why + "; some disks would make one file of both", {}, name);
}

}  // namespace nodewise::archive
