/// built_in_recipes.h: the recipes of the demo cases and of the pitfalls, inside the program.
#pragma once
#include <span>
#include <string_view>

namespace nodewise::synthesis {

struct BuiltInRecipe {
    std::string_view
        id;  ///< Name of the file in cases/demo/recipes or cases/templates without ".json".
    std::string_view json;
};

/// In order of their ids. Thread-safe.
[[nodiscard]] std::span<const BuiltInRecipe> builtInRecipes();

}  // namespace nodewise::synthesis
