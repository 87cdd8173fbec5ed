/// crate_json.h: the facts of a pack as RO-Crate 1.1 metadata, for archives. Private to the module.
#pragma once
#include "casepack/pack.h"
#include "serial/json.h"
#include <map>

namespace nodewise::casepack {

[[nodiscard]] serial::Json crateOf(const PackInfo& info,
                                   const std::map<CaseId, CaseRights>& rights);

}  // namespace nodewise::casepack
