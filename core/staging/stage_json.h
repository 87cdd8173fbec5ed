/// stage_json.h: staging input and result as JSON, with the keys of the CLI's `stage`.
#pragma once
#include "serial/json.h"
#include "staging/n_category.h"

namespace nodewise::staging {

/// Reads `edition site basis nodes[]{side level greatest_mm below_cricoid retropharyngeal
/// ene{clinical imaging_grade imaging_certainty pathological} structures[]}`; optional `p16` and
/// `primary_side`. Strict. Errors: JsonInvalid, UnknownKey, ValueOutOfRange with the JSON pointer.
[[nodiscard]] Result<StagingInput> stagingInputFromJson(const serial::Json& json,
                                                        const std::string& path = {});
[[nodiscard]] serial::Json toJson(const StagingInput& input);
/// `category rule notes[] ambiguous other_edition{edition category rule …}`.
[[nodiscard]] serial::Json toJson(const StagingResult& result);

}  // namespace nodewise::staging
