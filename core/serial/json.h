/// json.h: a JSON value, its text, and a reader whose errors name the place.
///
/// Building:   auto o = Json::object(); o.set("dims", Json::arrayOf(dims)).set("title", "Neck");
/// Writing:    toJsonText(o) is deterministic: members in the order they were set, shortest
/// numbers. Reading:    Reader r(json, fileName); x.name = r.string("name"); x.depth =
/// r.number("depth");
///             if (auto ok = r.result(); !ok) return fail(ok.error());   // first error, with
///             pointer
#pragma once
#include "base/result.h"
#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace nodewise::serial {

/// null, bool, number (whole 64-bit or double), string, array or object. Value type.
class Json {
public:
    struct Member;
    using Array = std::vector<Json>;
    using Object = std::vector<Member>;

    Json();  ///< null
    Json(std::nullptr_t);
    template <std::same_as<bool> T>
    Json(T value)
        : Json(Raw{Value{value}}) {}
    /// Whole numbers; those beyond a signed 64-bit number become a double.
    template <std::integral T>
    requires(!std::same_as<T, bool>) Json(T value)
        : Json(fromInteger(value)) {}
    Json(double value);  ///< NaN and infinities are written as null.
    Json(const char* text);
    Json(std::string text);
    Json(std::string_view text);
    Json(Array elements);
    template <class T>
    Json(const std::optional<T>& value)
        : Json(value ? Json(*value) : Json()) {}

    Json(const Json&);
    Json(Json&&) noexcept;
    Json& operator=(const Json&);
    Json& operator=(Json&&) noexcept;
    ~Json();

    [[nodiscard]] static Json object();
    [[nodiscard]] static Json array();
    /// An array of anything a Json can be made from: spans, vectors, std::array.
    template <class Range>
    [[nodiscard]] static Json arrayOf(const Range& range) {
        Json result = array();
        for (const auto& element : range)
            result.push(Json(element));
        return result;
    }

    [[nodiscard]] bool isNull() const;
    [[nodiscard]] bool isBool() const;
    [[nodiscard]] bool isNumber() const;   ///< Whole or not.
    [[nodiscard]] bool isInteger() const;  ///< Written without fraction, within 64 bits signed.
    [[nodiscard]] bool isString() const;
    [[nodiscard]] bool isArray() const;
    [[nodiscard]] bool isObject() const;

    /// The bare values. @pre the kind fits; asserted. For files people give us use Reader.
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] const std::string& string() const;
    /// Elements of an array, members of an object; empty for every other kind.
    [[nodiscard]] std::span<const Json> elements() const;
    [[nodiscard]] std::span<const Member> members() const;
    /// Number of elements or members; 0 for every other kind.
    [[nodiscard]] std::size_t size() const;

    /// The member of an object; null pointer when absent or when this is no object.
    [[nodiscard]] const Json* find(std::string_view name) const;
    [[nodiscard]] Json* find(std::string_view name);
    /// Sets or replaces a member; null becomes an object first. @pre object or null. Returns *this.
    Json& set(std::string name, Json value);
    /// Adds a member without looking for one of that name: for readers that know it is new.
    void append(std::string name, Json value);
    /// Removes a member when it is there.
    void remove(std::string_view name);
    /// Appends; null becomes an array first. @pre array or null. Returns *this.
    Json& push(Json value);

    /// Same kind and content; numbers by value (5 equals 5.0), members in the same order.
    friend bool operator==(const Json& a, const Json& b);

private:
    using Value =
        std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object>;
    struct Raw {
        Value value;
    };
    explicit Json(Raw raw);
    static Json wholeNumber(std::int64_t value);
    template <class T>
    static Json fromInteger(T value) {
        if (std::in_range<std::int64_t>(value))
            return wholeNumber(static_cast<std::int64_t>(value));
        return Json(static_cast<double>(value));
    }

    Value m_value;
};

struct Json::Member {
    std::string name;
    Json value;
    friend bool operator==(const Member&, const Member&) = default;
};

struct JsonLimits {
    std::size_t maxBytes = std::size_t{64} << 20;
    int maxDepth = 64;
};

/// Reads one JSON text (RFC 8259, UTF-8, a leading BOM is skipped). Thread-safe. `path` goes into
/// the error. Errors: JsonInvalid (syntax, duplicate member name, bad UTF-8, nested too deep; place
/// is "byte N"), ValueOutOfRange when the text is longer than maxBytes.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const std::string& path = {},
                                     const JsonLimits& limits = {});

/// Deterministic text: members in order, doubles in the shortest form that reads back to the same
/// number, NaN and infinities as null, bytes that are not UTF-8 as U+FFFD. `pretty` indents by two
/// spaces and ends with a line feed.
[[nodiscard]] std::string toJsonText(const Json& json, bool pretty = false);

/// Walks a value and remembers the first thing that does not fit, with its JSON pointer. After an
/// error every getter gives a default and reading may simply go on; `result()` tells at the end.
/// Readers of members share the memory of their parent. @pre the Json outlives the Reader.
class Reader {
public:
    /// `path` is the file name for errors.
    explicit Reader(const Json& json, std::string path = {});

    /// A required member or element; when missing, an error is kept and the reader reads null.
    [[nodiscard]] Reader at(std::string_view name) const;
    [[nodiscard]] Reader at(std::size_t index) const;
    /// A member that may be absent or null: nothing then.
    [[nodiscard]] std::optional<Reader> find(std::string_view name) const;
    /// Readers of all elements; an error when this is no array.
    [[nodiscard]] std::vector<Reader> elements() const;
    /// Names of all members in order; an error when this is no object.
    [[nodiscard]] std::vector<std::string> names() const;

    /// This value as a type; an error (and false, 0, "") when it is another.
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] std::string string() const;
    /// An array of numbers; `count` >= 0 asks for just so many.
    [[nodiscard]] std::vector<double> numbers(int count = -1) const;
    /// A string that is one of a list: r.at("site").term(parse<Site>).
    template <class T>
    [[nodiscard]] T term(std::optional<T> (*parse)(std::string_view)) const {
        const std::string text = string();
        const auto value = parse(text);
        if (!value)
            refuse(ErrorCode::ValueOutOfRange, "unknown word \"" + text + "\"");
        return value.value_or(T{});
    }

    /// Required members, short form.
    [[nodiscard]] bool boolean(std::string_view name) const { return at(name).boolean(); }
    [[nodiscard]] std::int64_t integer(std::string_view name) const { return at(name).integer(); }
    [[nodiscard]] double number(std::string_view name) const { return at(name).number(); }
    [[nodiscard]] std::string string(std::string_view name) const { return at(name).string(); }
    [[nodiscard]] std::vector<double> numbers(std::string_view name, int count = -1) const {
        return at(name).numbers(count);
    }
    template <class T>
    [[nodiscard]] T term(std::string_view name, std::optional<T> (*parse)(std::string_view)) const {
        return at(name).term(parse);
    }

    /// Members that may be absent or null, short form.
    [[nodiscard]] bool booleanOr(std::string_view name, bool fallback) const;
    [[nodiscard]] std::int64_t integerOr(std::string_view name, std::int64_t fallback) const;
    [[nodiscard]] double numberOr(std::string_view name, double fallback) const;
    [[nodiscard]] std::string stringOr(std::string_view name, std::string fallback) const;
    template <class T>
    [[nodiscard]] T termOr(std::string_view name, std::optional<T> (*parse)(std::string_view),
                           T fallback) const {
        const auto member = find(name);
        return member ? member->term(parse) : fallback;
    }

    /// Keeps an error (UnknownKey) when this object has a member that is not listed.
    void only(std::initializer_list<std::string_view> known) const;
    /// Keeps an error of the caller's own at this place. Only the first error is kept.
    void refuse(ErrorCode code, const std::string& detail) const;

    [[nodiscard]] const Json& json() const { return *m_json; }
    /// JSON pointer of this value, "" for the root, "/nodes/0/side" for a member.
    [[nodiscard]] const std::string& pointer() const { return m_pointer; }
    /// True until the first error.
    [[nodiscard]] bool ok() const;
    /// The first error: JsonInvalid for a wrong type or a missing member, or what `refuse` was
    /// given.
    [[nodiscard]] Result<void> result() const;

private:
    struct Memory;
    Reader(const Json& json, std::string pointer, std::shared_ptr<Memory> memory);

    const Json* m_json;
    std::string m_pointer;
    std::shared_ptr<Memory> m_memory;
};

}  // namespace nodewise::serial
