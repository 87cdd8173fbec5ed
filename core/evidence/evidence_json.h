/// evidence_json.h: findings, grade and probability with the keys of the CLI's `assess`.
#pragma once
#include "evidence/assess.h"
#include "evidence/model_card.h"
#include "serial/json.h"

namespace nodewise::evidence {

/// `findings[]`, `hncig{}`, `pene{}`; cases/schema/assessment.schema.json. Codes and numbers only.
[[nodiscard]] serial::Json toJson(const NodeEvidence& evidence);

/// The model card as data: every prior, ratio, threshold and rule with its sources.
[[nodiscard]] serial::Json toJson(const ModelCard& card);

}  // namespace nodewise::evidence
