#include "serial/json.h"
#include "base/require.h"
#include <algorithm>

namespace nodewise::serial {

Json::Json() = default;
Json::Json(std::nullptr_t) {}
Json::Json(double value)
    : m_value(value) {}
Json::Json(const char* text)
    : m_value(std::string(text)) {}
Json::Json(std::string text)
    : m_value(std::move(text)) {}
Json::Json(std::string_view text)
    : m_value(std::string(text)) {}
Json::Json(Array elements)
    : m_value(std::move(elements)) {}
Json::Json(Raw raw)
    : m_value(std::move(raw.value)) {}
Json::Json(const Json&) = default;
Json::Json(Json&&) noexcept = default;
Json& Json::operator=(const Json&) = default;
Json& Json::operator=(Json&&) noexcept = default;
Json::~Json() = default;

Json Json::object() {
    return Json(Raw{Object{}});
}
Json Json::array() {
    return Json(Raw{Array{}});
}
Json Json::wholeNumber(std::int64_t value) {
    return Json(Raw{value});
}

bool Json::isNull() const {
    return std::holds_alternative<std::monostate>(m_value);
}
bool Json::isBool() const {
    return std::holds_alternative<bool>(m_value);
}
bool Json::isNumber() const {
    return isInteger() || std::holds_alternative<double>(m_value);
}
bool Json::isInteger() const {
    return std::holds_alternative<std::int64_t>(m_value);
}
bool Json::isString() const {
    return std::holds_alternative<std::string>(m_value);
}
bool Json::isArray() const {
    return std::holds_alternative<Array>(m_value);
}
bool Json::isObject() const {
    return std::holds_alternative<Object>(m_value);
}

bool Json::boolean() const {
    NODEWISE_REQUIRE(isBool());
    return std::get<bool>(m_value);
}

std::int64_t Json::integer() const {
    NODEWISE_REQUIRE(isInteger());
    return std::get<std::int64_t>(m_value);
}

double Json::number() const {
    NODEWISE_REQUIRE(isNumber());
    return isInteger() ? static_cast<double>(std::get<std::int64_t>(m_value))
                       : std::get<double>(m_value);
}

const std::string& Json::string() const {
    NODEWISE_REQUIRE(isString());
    return std::get<std::string>(m_value);
}

std::span<const Json> Json::elements() const {
    const auto* elements = std::get_if<Array>(&m_value);
    return elements ? std::span<const Json>(*elements) : std::span<const Json>();
}

std::span<const Json::Member> Json::members() const {
    const auto* members = std::get_if<Object>(&m_value);
    return members ? std::span<const Member>(*members) : std::span<const Member>();
}

std::size_t Json::size() const {
    return isObject() ? members().size() : elements().size();
}

const Json* Json::find(std::string_view name) const {
    for (const Member& member : members())
        if (member.name == name)
            return &member.value;
    return nullptr;
}

Json* Json::find(std::string_view name) {
    if (auto* members = std::get_if<Object>(&m_value))
        for (Member& member : *members)
            if (member.name == name)
                return &member.value;
    return nullptr;
}

Json& Json::set(std::string name, Json value) {
    if (isNull())
        m_value = Object{};
    NODEWISE_REQUIRE(isObject());
    if (Json* present = find(name))
        *present = std::move(value);
    else
        std::get<Object>(m_value).push_back({std::move(name), std::move(value)});
    return *this;
}

void Json::append(std::string name, Json value) {
    NODEWISE_REQUIRE(isObject());
    std::get<Object>(m_value).push_back({std::move(name), std::move(value)});
}

void Json::remove(std::string_view name) {
    if (auto* members = std::get_if<Object>(&m_value))
        std::erase_if(*members, [&](const Member& member) { return member.name == name; });
}

Json& Json::push(Json value) {
    if (isNull())
        m_value = Array{};
    NODEWISE_REQUIRE(isArray());
    std::get<Array>(m_value).push_back(std::move(value));
    return *this;
}

bool operator==(const Json& a, const Json& b) {
    if (a.isNumber() && b.isNumber())
        return a.isInteger() && b.isInteger() ? a.integer() == b.integer()
                                              : a.number() == b.number();
    return a.m_value == b.m_value;
}

}  // namespace nodewise::serial
