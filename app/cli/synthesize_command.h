/// synthesize_command.h: the truth of a synthetic case as the CLI writes it.
#pragma once
#include "annotation/reference_truth.h"
#include "serial/json.h"

namespace nodewise::cli {

/// `source quality pitfalls[] dims[3] spacing_mm[3] nodes[]{…}`; the members of a node are those of
/// cases/schema/truth.schema.json.
[[nodiscard]] serial::Json truthReport(const CaseTruth& truth, const GridGeometry& grid);

}  // namespace nodewise::cli
