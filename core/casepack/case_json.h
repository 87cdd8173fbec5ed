/// case_json.h: case.json, pack.json, rights.json and i18n/<lang>.json as values.
#pragma once
#include "base/result.h"
#include "casepack/pack.h"
#include "serial/json.h"
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace nodewise::casepack {

/// Readers take what has passed its schema (cases/schema/); `path` goes into the error.
/// Errors: JsonInvalid, ValueOutOfRange (an unknown word), VersionUnsupported.
[[nodiscard]] Result<CaseRecord> readCase(const serial::Json& json, const std::string& path = {});
[[nodiscard]] Result<PackInfo> readPackInfo(const serial::Json& json, const std::string& path = {});
[[nodiscard]] Result<std::map<CaseId, CaseRights>> readRights(const serial::Json& json,
                                                              const std::string& path = {});
[[nodiscard]] Result<std::map<CaseId, CaseTexts>> readTexts(const serial::Json& json,
                                                            const std::string& path = {});

/// What `readCase` reads back to the same record.
[[nodiscard]] serial::Json toJson(const CaseRecord& record);

/// "recipe", "dicom", "volume", and back.
[[nodiscard]] std::string_view word(ImageKind kind);
[[nodiscard]] std::optional<ImageKind> parseImageKind(std::string_view text);

}  // namespace nodewise::casepack
