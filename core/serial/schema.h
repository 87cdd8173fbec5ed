/// schema.h: checks a JSON value against a JSON schema (draft 4).
#pragma once
#include "base/result.h"
#include "serial/json.h"
#include <string>
#include <string_view>

namespace nodewise::serial {

/// Patterns in the schema may use what RapidJSON's own expressions know: no look-around, no \d.
/// `path` goes into the error. Thread-safe. Errors: SchemaViolation, place = JSON pointer of the
/// value, detail names the keyword of the schema that it breaks; JsonInvalid when the schema itself
/// is no JSON.
[[nodiscard]] Result<void> checkSchema(const Json& json, std::string_view schemaText,
                                       const std::string& path = {});

}  // namespace nodewise::serial
