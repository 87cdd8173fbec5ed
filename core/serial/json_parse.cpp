#include "serial/json.h"
#include <charconv>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <unordered_set>

namespace nodewise::serial {
namespace {

/// One array or object that has been opened and not yet closed.
struct Level {
    Json value;
    std::string name;                       ///< The member that is being read.
    std::unordered_set<std::string> names;  ///< Of an object with many members; see isNew.
};

/// Few members are found sooner by looking at them all than in a set that has to be built first.
constexpr std::size_t kFewMembers = 24;

/// Whether no member of that name stands in the open object; it is remembered.
bool isNew(Level& level) {
    const auto members = level.value.members();
    if (members.size() < kFewMembers)
        return level.value.find(level.name) == nullptr;
    if (level.names.empty())
        for (const Json::Member& member : members)
            level.names.insert(member.name);
    return level.names.insert(level.name).second;
}

/// Numbers come as their own text, so that rounding is ours and the same everywhere.
std::optional<Json> numberOf(std::string_view text) {
    const char* end = text.data() + text.size();
    if (text.find_first_of(".eE") == std::string_view::npos && text != "-0") {
        std::int64_t whole = 0;
        const auto [stop, problem] = std::from_chars(text.data(), end, whole);
        if (problem == std::errc() && stop == end)
            return Json(whole);
    }
    double value = 0;
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc() || stop != end)
        return std::nullopt;
    return Json(value);
}

/// Builds the value from RapidJSON's events and stops at what RapidJSON lets through.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
public:
    explicit Builder(int maxDepth)
        : m_maxDepth(maxDepth) {}

    bool Null() { return take(Json()); }
    bool Bool(bool value) { return take(Json(value)); }
    bool RawNumber(const char* text, rapidjson::SizeType length, bool) {
        const std::string_view digits(text, length);
        auto value = numberOf(digits);
        return value ? take(*std::move(value))
                     : stop("the number " + std::string(digits) + " is beyond a double");
    }
    bool String(const char* text, rapidjson::SizeType length, bool) {
        return take(Json(std::string(text, length)));
    }
    bool StartObject() { return open(Json::object()); }
    bool Key(const char* text, rapidjson::SizeType length, bool) {
        Level& level = m_levels.back();
        level.name.assign(text, length);
        return isNew(level) || stop("the member \"" + level.name + "\" stands twice");
    }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool StartArray() { return open(Json::array()); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    [[nodiscard]] const std::string& problem() const { return m_problem; }
    [[nodiscard]] Json result() { return std::move(m_result); }

private:
    bool stop(std::string problem) {
        m_problem = std::move(problem);
        return false;
    }
    bool open(Json empty) {
        if (static_cast<int>(m_levels.size()) >= m_maxDepth)
            return stop("nested more than " + std::to_string(m_maxDepth) + " deep");
        m_levels.push_back({std::move(empty), {}, {}});
        return true;
    }
    bool close() {
        Json done = std::move(m_levels.back().value);
        m_levels.pop_back();
        return take(std::move(done));
    }
    bool take(Json value) {
        if (m_levels.empty())
            m_result = std::move(value);
        else if (Level& level = m_levels.back(); level.value.isArray())
            level.value.push(std::move(value));
        else
            level.value.append(std::move(level.name), std::move(value));
        return true;
    }

    int m_maxDepth;
    std::vector<Level> m_levels;
    Json m_result;
    std::string m_problem;
};

std::string_view withoutBom(std::string_view text) {
    constexpr std::string_view kBom = "\xEF\xBB\xBF";
    return text.starts_with(kBom) ? text.substr(kBom.size()) : text;
}

}  // namespace

Result<Json> parseJson(std::string_view text, const std::string& path, const JsonLimits& limits) {
    if (text.size() > limits.maxBytes)
        return fail(ErrorCode::ValueOutOfRange,
                    "the JSON text has " + std::to_string(text.size()) + " bytes; at most " +
                        std::to_string(limits.maxBytes) + " are read",
                    path);
    const std::string_view body = withoutBom(text);
    rapidjson::MemoryStream bytes(body.data(), body.size());
    Builder builder(limits.maxDepth);
    rapidjson::Reader reader;
    constexpr unsigned kFlags = rapidjson::kParseValidateEncodingFlag |
                                rapidjson::kParseNumbersAsStringsFlag |
                                rapidjson::kParseIterativeFlag;
    reader.Parse<kFlags>(bytes, builder);
    if (reader.HasParseError()) {
        const std::string why = builder.problem().empty()
                                    ? rapidjson::GetParseError_En(reader.GetParseErrorCode())
                                    : builder.problem();
        return fail(ErrorCode::JsonInvalid, "this is no valid JSON: " + why, path,
                    "byte " + std::to_string(reader.GetErrorOffset() + text.size() - body.size()));
    }
    return builder.result();
}

}  // namespace nodewise::serial
