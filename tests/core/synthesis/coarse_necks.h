/// coarse_necks.h: a whole neck in coarse voxels, and slices of it, for the tests of
/// core/synthesis.
#pragma once
#include "small_recipes.h"
#include "synthesis/render.h"
#include "synthesis/scene.h"
#include <array>
#include <cmath>
#include <memory>
#include <vector>

namespace nodewise::synthesis {

/// Skull base to thoracic inlet in coarse voxels.
inline Recipe wholeNeck(std::uint32_t seed = 7) {
    Recipe recipe = smallRecipe(seed);
    recipe.scanner.columns = 128;
    recipe.scanner.pixelMm = 2;
    recipe.scanner.slices = 66;
    recipe.scanner.sliceMm = 3;
    recipe.scanner.topMm = 80;
    return recipe;
}

inline std::shared_ptr<const Scene> sceneOf(const Recipe& recipe) {
    NullJobControl job;
    return *makeScene(recipe, job, 1);
}

/// The slice nearest to a height.
inline std::vector<std::int16_t> sliceOf(const Recipe& recipe, double z) {
    NullJobControl job;
    const auto& s = recipe.scanner;
    const int slice = static_cast<int>(std::lround((z - gridOf(recipe).origin().z) / s.sliceMm));
    return (*renderSlices(recipe, std::array{slice}, job))[0];
}

/// Mean of the differences of pixels, HU.
inline double difference(const std::vector<std::int16_t>& a, const std::vector<std::int16_t>& b) {
    double sum = 0;
    for (std::size_t n = 0; n < a.size(); ++n)
        sum += std::fabs(static_cast<double>(a[n]) - b[n]);
    return sum / static_cast<double>(a.size());
}

}  // namespace nodewise::synthesis
