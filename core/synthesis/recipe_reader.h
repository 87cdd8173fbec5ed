/// recipe_reader.h: how keys of a recipe are read: each refusal lies at its key.
#pragma once
#include "serial/json.h"
#include "synthesis/parts.h"
#include "synthesis/recipe.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace nodewise::synthesis {

struct KeyRange {
    double low, high;
};

/// The error lies at the key that nobody knows.
inline void allowKeys(const serial::Reader& object, std::initializer_list<std::string_view> known) {
    for (const auto& member : object.json().members())
        if (std::find(known.begin(), known.end(), member.name) == known.end())
            object.at(member.name)
                .refuse(ErrorCode::UnknownKey, "unknown key \"" + member.name + "\"");
}

inline double checkedKey(const serial::Reader& value, double number, KeyRange range) {
    if (!(number >= range.low && number <= range.high))
        value.refuse(ErrorCode::ValueOutOfRange,
                     "must lie between " + serial::toJsonText(serial::Json(range.low)) + " and " +
                         serial::toJsonText(serial::Json(range.high)));
    return std::clamp(number, range.low, range.high);
}

inline double numberKey(const serial::Reader& object, std::string_view name, KeyRange range) {
    const serial::Reader value = object.at(name);
    return checkedKey(value, value.number(), range);
}

inline std::optional<double> maybeKey(const serial::Reader& object, std::string_view name,
                                      KeyRange range) {
    const auto value = object.find(name);
    if (!value)
        return std::nullopt;
    return checkedKey(*value, value->number(), range);
}

inline double numberKeyOr(const serial::Reader& object, std::string_view name, double fallback,
                          KeyRange range) {
    return maybeKey(object, name, range).value_or(fallback);
}

inline int wholeKeyOr(const serial::Reader& object, std::string_view name, int fallback,
                      KeyRange range) {
    const auto value = object.find(name);
    if (!value)
        return fallback;
    return static_cast<int>(checkedKey(*value, static_cast<double>(value->integer()), range));
}

inline std::array<double, 3> tripleKey(const serial::Reader& value, KeyRange range) {
    const auto numbers = value.numbers(3);
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < numbers.size() && i < 3; ++i)
        out[i] = checkedKey(value.at(i), numbers[i], range);
    return out;
}

inline std::array<double, 3> tripleKeyOr(const serial::Reader& object, std::string_view name,
                                         std::array<double, 3> fallback, KeyRange range) {
    const auto value = object.find(name);
    return value ? tripleKey(*value, range) : fallback;
}

/// A structure's code without side; empty when absent.
inline std::string structureKey(const serial::Reader& object, std::string_view name) {
    const auto value = object.find(name);
    if (!value)
        return {};
    const std::string code = value->string();
    if (!partOfCode(code))
        value->refuse(ErrorCode::ValueOutOfRange, "unknown structure \"" + code + "\"");
    return code;
}

/// One element of "nodes".
[[nodiscard]] NodeRecipe readNodeRecipe(const serial::Reader& node);

}  // namespace nodewise::synthesis
