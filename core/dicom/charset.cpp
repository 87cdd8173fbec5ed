#include "dicom/charset.h"
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcspchrs.h>

namespace nodewise::dicom {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool isAscii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80 || c == '\x1b')
            return false;
    return true;
}

/// Length of the UTF-8 sequence that starts at `at`, 0 when it is not valid (PS3.5 takes RFC 3629).
std::size_t sequenceLength(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool beyond = (lead == 0xED && byte(1) > 0x9F) || (lead == 0xF4 && byte(1) > 0x8F);
    return overlong || beyond ? 0 : length;
}

std::string withoutBadSequences(std::string_view text) {
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequenceLength(text, at);
        clean += length == 0 ? kReplacement : text.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return clean;
}

std::string fromLatin1(std::string_view text) {
    std::string utf8;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            utf8 += c;
        } else {
            utf8 += static_cast<char>(0xC0 | (byte >> 6));
            utf8 += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return utf8;
}

/// ASCII kept, everything else replaced; escape sequences (code extensions) are taken out whole.
std::string asciiOnly(std::string_view text) {
    std::string clean;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\x1b') {
            while (at + 1 < text.size() && text[at + 1] >= 0x20 && text[at + 1] <= 0x2F)
                ++at;
            ++at;
        } else if (static_cast<unsigned char>(c) < 0x80) {
            clean += c;
        } else {
            clean += kReplacement;
        }
    }
    return clean;
}

std::string throughDcmtk(std::string_view raw, std::string_view characterSet) {
    DcmSpecificCharacterSet converter;
    const OFString from(characterSet.data(), characterSet.size());
    if (converter.selectCharacterSet(from, "ISO_IR 192").bad())
        return asciiOnly(raw);
    OFString result;
    const OFString text(raw.data(), raw.size());
    if (converter.convertString(text, result, "\\^=").bad())
        return asciiOnly(raw);
    return withoutBadSequences(std::string_view(result.data(), result.size()));
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\0'))
        text.remove_suffix(1);
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    return text;
}

}  // namespace

std::string toUtf8(std::string_view raw, std::string_view characterSet) {
    const std::string_view set = trimmed(characterSet);
    if (isAscii(raw))
        return std::string(raw);
    if (set == "ISO_IR 192")
        return withoutBadSequences(raw);
    if (set == "ISO_IR 100")
        return fromLatin1(raw);
    if (set.empty())
        return asciiOnly(raw);
    return throughDcmtk(raw, set);
}

}  // namespace nodewise::dicom
