/// structure_names.h: what kind of structure the name of a label speaks of.
#pragma once
#include "terms/terms.h"
#include <optional>
#include <string_view>

namespace nodewise::measure {

/// "sternocleidomastoid_left" -> Muscle. Nothing when the name is none of a known structure, as
/// with the ids of nodes. Case does not matter. Thread-safe.
[[nodiscard]] std::optional<StructureKind> structureKindOf(std::string_view name);

}  // namespace nodewise::measure
