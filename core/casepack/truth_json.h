/// truth_json.h: truth/<id>/truth.json as a value.
#pragma once
#include "annotation/reference_truth.h"
#include "base/result.h"
#include "serial/json.h"
#include <string>

namespace nodewise::casepack {

/// Schema: cases/schema/truth.schema.json. Errors: JsonInvalid, ValueOutOfRange.
[[nodiscard]] Result<CaseTruth> readTruth(const serial::Json& json, const std::string& path = {});

/// What `readTruth` reads back to the same truth.
[[nodiscard]] serial::Json toJson(const CaseTruth& truth);

}  // namespace nodewise::casepack
