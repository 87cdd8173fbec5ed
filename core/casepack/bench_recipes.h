/// bench_recipes.h: the necks of Dial-an-ENE and the physics bench, built in from cases/bench.
#pragma once
#include "base/result.h"
#include "synthesis/recipe.h"
#include <string_view>
#include <vector>

namespace nodewise::casepack {

/// The node that each of them asks about.
inline constexpr std::string_view kBenchNode = "node-1";

/// In the order of their files; each has an extension into fat with room for 10 mm. Errors: those
/// of parseRecipe. Thread-safe.
[[nodiscard]] Result<std::vector<synthesis::Recipe>> benchRecipes();

}  // namespace nodewise::casepack
