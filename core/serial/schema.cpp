#include "serial/schema.h"
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

namespace nodewise::serial {
namespace {

/// Hands a value to the validator as the events it would see in a file. Stops when it has seen
/// enough.
bool replay(const Json& json, rapidjson::SchemaValidator& validator);

bool replayObject(const Json& json, rapidjson::SchemaValidator& validator) {
    if (!validator.StartObject())
        return false;
    for (const Json::Member& member : json.members())
        if (!validator.Key(member.name.c_str(),
                           static_cast<rapidjson::SizeType>(member.name.size()), true) ||
            !replay(member.value, validator))
            return false;
    return validator.EndObject(static_cast<rapidjson::SizeType>(json.size()));
}

bool replayArray(const Json& json, rapidjson::SchemaValidator& validator) {
    if (!validator.StartArray())
        return false;
    for (const Json& element : json.elements())
        if (!replay(element, validator))
            return false;
    return validator.EndArray(static_cast<rapidjson::SizeType>(json.size()));
}

bool replay(const Json& json, rapidjson::SchemaValidator& validator) {
    if (json.isNull())
        return validator.Null();
    if (json.isBool())
        return validator.Bool(json.boolean());
    if (json.isInteger() && json.integer() >= 0)
        return validator.Uint64(static_cast<std::uint64_t>(json.integer()));
    if (json.isInteger())
        return validator.Int64(json.integer());
    if (json.isNumber())
        return validator.Double(json.number());
    if (json.isString())
        return validator.String(json.string().c_str(),
                                static_cast<rapidjson::SizeType>(json.string().size()), true);
    return json.isArray() ? replayArray(json, validator) : replayObject(json, validator);
}

std::string textOf(const rapidjson::Pointer& pointer) {
    rapidjson::StringBuffer buffer;
    pointer.Stringify(buffer);
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

Result<void> checkSchema(const Json& json, std::string_view schemaText, const std::string& path) {
    rapidjson::Document schemaJson;
    schemaJson.Parse(schemaText.data(), schemaText.size());
    if (schemaJson.HasParseError())
        return fail(ErrorCode::JsonInvalid, "the schema itself is no valid JSON", path);
    const rapidjson::SchemaDocument schema(schemaJson);
    rapidjson::SchemaValidator validator(schema);
    replay(json, validator);
    if (validator.IsValid())
        return {};
    const char* word = validator.GetInvalidSchemaKeyword();
    const std::string keyword = word ? word : "schema";
    return fail(ErrorCode::SchemaViolation,
                "the value breaks the schema's \"" + keyword + "\" at " +
                    textOf(validator.GetInvalidSchemaPointer()),
                path, textOf(validator.GetInvalidDocumentPointer()));
}

}  // namespace nodewise::serial
