/// schemas.h: the schemas of cases/schema, built in, and JSON files checked against them.
#pragma once
#include "base/result.h"
#include "serial/json.h"
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace nodewise::casepack {

/// The text of cases/schema/<name>.schema.json; nothing when there is none of that name.
[[nodiscard]] std::optional<std::string_view> schemaText(std::string_view name);

/// Reads folder/path and checks it. `path` goes into the error. Errors: those of serial::readFile,
/// parseJson and checkSchema.
[[nodiscard]] Result<serial::Json> readCheckedJson(const std::filesystem::path& folder,
                                                   const std::string& path,
                                                   std::string_view schemaName);

}  // namespace nodewise::casepack
