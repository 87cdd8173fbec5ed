/// small_recipes.h: recipes that render in a fraction of a second, for the tests of core/synthesis.
#pragma once
#include "synthesis/recipe.h"

namespace nodewise::synthesis {

/// A few slices of 1 mm pixels about the hyoid, no node.
inline Recipe smallRecipe(std::uint32_t seed = 7) {
    Recipe recipe;
    recipe.seed = seed;
    recipe.scanner.columns = 230;
    recipe.scanner.pixelMm = 1.0;
    recipe.scanner.slices = 16;
    recipe.scanner.sliceMm = 2.5;
    recipe.scanner.topMm = 30;
    recipe.patient.yawDeg = recipe.patient.tiltDeg = 0;
    return recipe;
}

/// A node of level IIb with fat behind it.
inline NodeRecipe nodeInFat() {
    NodeRecipe node;
    node.id = "node-1";
    node.level = Level::IIb;
    node.offsetMm = {0, 1, -10};
    node.radiiMm = {7.5, 8, 10};
    node.kind = NodeKind::Necrotic;
    return node;
}

/// Small pixels about that node only: what is visible depends on the pixel.
inline Recipe fineRecipe(std::uint32_t seed = 417) {
    Recipe recipe = smallRecipe(seed);
    recipe.scanner.columns = 460;
    recipe.scanner.pixelMm = 0.5;
    recipe.scanner.slices = 24;
    recipe.scanner.sliceMm = 1.25;
    recipe.scanner.topMm = 24;
    recipe.patient.fatScale = 0.6;
    return recipe;
}

inline ExtensionRecipe extensionOf(double depthMm) {
    ExtensionRecipe extension;
    extension.depthMm = depthMm;
    extension.direction = {0.5, 1, -0.3};
    extension.halfAngleDeg = 65;
    return extension;
}

}  // namespace nodewise::synthesis
