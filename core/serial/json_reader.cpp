#include "serial/json.h"
#include <algorithm>

namespace nodewise::serial {

struct Reader::Memory {
    std::string path;
    std::optional<Error> error;
};

namespace {

const Json kNull;

/// The JSON pointer (RFC 6901) of a member. One allocation: it is made for every member read.
std::string pointerTo(const std::string& parent, std::string_view name) {
    std::string pointer;
    pointer.reserve(parent.size() + 1 + name.size());
    pointer.append(parent).append(1, '/');
    if (name.find_first_of("~/") == std::string_view::npos)
        return pointer.append(name);
    for (const char letter : name)
        pointer += letter == '~' ? "~0" : letter == '/' ? "~1" : std::string(1, letter);
    return pointer;
}

std::string_view kindOf(const Json& json) {
    if (json.isNull())
        return "null";
    if (json.isBool())
        return "true or false";
    if (json.isNumber())
        return "a number";
    if (json.isString())
        return "a text";
    return json.isArray() ? "an array" : "an object";
}

void refuseKind(const Reader& reader, std::string_view expected) {
    reader.refuse(ErrorCode::JsonInvalid, "expected " + std::string(expected) + ", found " +
                                              std::string(kindOf(reader.json())));
}

}  // namespace

Reader::Reader(const Json& json, std::string path)
    : m_json(&json)
    , m_memory(std::make_shared<Memory>(Memory{std::move(path), std::nullopt})) {}

Reader::Reader(const Json& json, std::string pointer, std::shared_ptr<Memory> memory)
    : m_json(&json)
    , m_pointer(std::move(pointer))
    , m_memory(std::move(memory)) {}

Reader Reader::at(std::string_view name) const {
    if (!m_json->isObject())
        refuseKind(*this, "an object");
    const Json* member = m_json->find(name);
    Reader result(member ? *member : kNull, pointerTo(m_pointer, name), m_memory);
    if (!member)
        result.refuse(ErrorCode::JsonInvalid,
                      "the member \"" + std::string(name) + "\" is missing");
    return result;
}

Reader Reader::at(std::size_t index) const {
    const auto elements = m_json->elements();
    const bool there = index < elements.size();
    Reader result(there ? elements[index] : kNull, m_pointer + '/' + std::to_string(index),
                  m_memory);
    if (!there)
        result.refuse(ErrorCode::JsonInvalid, "element " + std::to_string(index) + " is missing");
    return result;
}

std::optional<Reader> Reader::find(std::string_view name) const {
    if (!m_json->isObject())
        refuseKind(*this, "an object");
    const Json* member = m_json->find(name);
    if (!member || member->isNull())
        return std::nullopt;
    return Reader(*member, pointerTo(m_pointer, name), m_memory);
}

std::vector<Reader> Reader::elements() const {
    if (!m_json->isArray())
        refuseKind(*this, "an array");
    std::vector<Reader> readers;
    for (std::size_t index = 0; index < m_json->elements().size(); ++index)
        readers.push_back(at(index));
    return readers;
}

std::vector<std::string> Reader::names() const {
    if (!m_json->isObject())
        refuseKind(*this, "an object");
    std::vector<std::string> names;
    for (const Json::Member& member : m_json->members())
        names.push_back(member.name);
    return names;
}

bool Reader::boolean() const {
    if (m_json->isBool())
        return m_json->boolean();
    refuseKind(*this, "true or false");
    return false;
}

std::int64_t Reader::integer() const {
    if (m_json->isInteger())
        return m_json->integer();
    // 5.0 is as whole as 5; the limit keeps the conversion exact.
    constexpr double kExact = 9007199254740992.0;
    if (m_json->isNumber()) {
        const double value = m_json->number();
        const auto whole = static_cast<std::int64_t>(std::clamp(value, -kExact, kExact));
        if (static_cast<double>(whole) == value)
            return whole;
    }
    refuseKind(*this, "a whole number");
    return 0;
}

double Reader::number() const {
    if (m_json->isNumber())
        return m_json->number();
    refuseKind(*this, "a number");
    return 0;
}

std::string Reader::string() const {
    if (m_json->isString())
        return m_json->string();
    refuseKind(*this, "a text");
    return {};
}

std::vector<double> Reader::numbers(int count) const {
    std::vector<double> values;
    for (const Reader& element : elements())
        values.push_back(element.number());
    if (count < 0 || values.size() == static_cast<std::size_t>(count))
        return values;
    refuse(ErrorCode::JsonInvalid, "expected " + std::to_string(count) + " numbers, found " +
                                       std::to_string(values.size()));
    return std::vector<double>(static_cast<std::size_t>(count), 0.0);
}

bool Reader::booleanOr(std::string_view name, bool fallback) const {
    const auto member = find(name);
    return member ? member->boolean() : fallback;
}

std::int64_t Reader::integerOr(std::string_view name, std::int64_t fallback) const {
    const auto member = find(name);
    return member ? member->integer() : fallback;
}

double Reader::numberOr(std::string_view name, double fallback) const {
    const auto member = find(name);
    return member ? member->number() : fallback;
}

std::string Reader::stringOr(std::string_view name, std::string fallback) const {
    const auto member = find(name);
    return member ? member->string() : std::move(fallback);
}

void Reader::only(std::initializer_list<std::string_view> known) const {
    for (const Json::Member& member : m_json->members())
        if (std::find(known.begin(), known.end(), member.name) == known.end()) {
            refuse(ErrorCode::UnknownKey, "the member \"" + member.name + "\" is not known here");
            return;
        }
}

void Reader::refuse(ErrorCode code, const std::string& detail) const {
    if (!m_memory->error)
        m_memory->error = Error{code, detail, m_memory->path, m_pointer};
}

bool Reader::ok() const {
    return !m_memory->error;
}

Result<void> Reader::result() const {
    if (m_memory->error)
        return fail(*m_memory->error);
    return {};
}

}  // namespace nodewise::serial
