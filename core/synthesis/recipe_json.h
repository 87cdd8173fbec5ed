/// recipe_json.h: a recipe as the JSON that parseRecipe reads.
#pragma once
#include "serial/json.h"
#include "synthesis/recipe.h"

namespace nodewise::synthesis {

/// What differs from the defaults, and what must be there; parseRecipe(toJsonText(...)) gives the
/// same recipe back. Keys in the order of the schema. Thread-safe.
[[nodiscard]] serial::Json recipeJson(const Recipe& recipe);

}  // namespace nodewise::synthesis
