#include "serial/json.h"
#include <array>
#include <charconv>
#include <cmath>

namespace nodewise::serial {
namespace {

/// Length of the valid UTF-8 character at the start of `text`, 0 when it is not one (RFC 3629:
/// no overlong forms, no surrogates, nothing beyond U+10FFFF).
std::size_t utf8Length(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const auto follows = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80U)
        return 1;
    if (first >= 0xC2U && first <= 0xDFU)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0U && first <= 0xEFU) {
        const bool overlong = first == 0xE0U && byte(1) < 0xA0U;
        const bool surrogate = first == 0xEDU && byte(1) > 0x9FU;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0U && first <= 0xF4U) {
        const bool overlong = first == 0xF0U && byte(1) < 0x90U;
        const bool beyond = first == 0xF4U && byte(1) > 0x8FU;
        return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

void appendEscaped(std::string& out, unsigned char control) {
    constexpr std::string_view kHex = "0123456789abcdef";
    switch (control) {
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out += kHex[control >> 4U];
        out += kHex[control & 15U];
    }
}

void appendString(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        const auto first = static_cast<unsigned char>(text.front());
        if (length == 0)
            out += "\xEF\xBF\xBD";
        else if (first == '"' || first == '\\')
            (out += '\\') += text.front();
        else if (first < 0x20U)
            appendEscaped(out, first);
        else
            out += text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    out += '"';
}

void appendNumber(std::string& out, const Json& json) {
    std::array<char, 32> digits{};
    if (json.isInteger()) {
        const auto end = std::to_chars(digits.begin(), digits.end(), json.integer()).ptr;
        out.append(digits.begin(), end);
        return;
    }
    const double value = json.number();
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    const std::string_view text(digits.begin(), static_cast<std::size_t>(end - digits.begin()));
    // Whole doubles are written as whole numbers, but "-0" would lose its sign on reading.
    out += text == "-0" ? std::string_view("-0.0") : text;
}

class Text {
public:
    explicit Text(bool pretty)
        : m_pretty(pretty) {}

    void append(const Json& json) {
        if (json.isNull())
            m_out += "null";
        else if (json.isBool())
            m_out += json.boolean() ? "true" : "false";
        else if (json.isNumber())
            appendNumber(m_out, json);
        else if (json.isString())
            appendString(m_out, json.string());
        else if (json.isArray())
            appendArray(json);
        else
            appendObject(json);
    }
    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    void breakLine() {
        if (m_pretty)
            (m_out += '\n').append(2 * m_depth, ' ');
    }
    void appendArray(const Json& json) {
        m_out += '[';
        ++m_depth;
        bool first = true;
        for (const Json& element : json.elements()) {
            separate(first);
            append(element);
        }
        close(']', first);
    }
    void appendObject(const Json& json) {
        m_out += '{';
        ++m_depth;
        bool first = true;
        for (const Json::Member& member : json.members()) {
            separate(first);
            appendString(m_out, member.name);
            m_out += m_pretty ? ": " : ":";
            append(member.value);
        }
        close('}', first);
    }
    void separate(bool& first) {
        if (!first)
            m_out += ',';
        first = false;
        breakLine();
    }
    void close(char bracket, bool empty) {
        --m_depth;
        if (!empty)
            breakLine();
        m_out += bracket;
    }

    bool m_pretty;
    std::size_t m_depth = 0;
    std::string m_out;
};

}  // namespace

std::string toJsonText(const Json& json, bool pretty) {
    Text text(pretty);
    text.append(json);
    std::string result = text.take();
    if (pretty)
        result += '\n';
    return result;
}

}  // namespace nodewise::serial
