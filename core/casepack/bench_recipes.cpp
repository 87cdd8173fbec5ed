#include "casepack/bench_recipes.h"
#include "base/embedded_file.h"
#include <span>

namespace nodewise::casepack {

std::span<const EmbeddedFile> benchRecipeData();

Result<std::vector<synthesis::Recipe>> benchRecipes() {
    std::vector<synthesis::Recipe> recipes;
    for (const EmbeddedFile& file : benchRecipeData()) {
        auto recipe = synthesis::parseRecipe(file.text);
        if (!recipe)
            return fail(recipe.error());
        recipes.push_back(*std::move(recipe));
    }
    return recipes;
}

}  // namespace nodewise::casepack
