/// scanner.h: kernel, noise and quantisation.
#pragma once
#include "synthesis/recipe.h"
#include <cstdint>
#include <span>
#include <vector>

namespace nodewise::synthesis {

/// Blurs and dirties slices of one recipe. Immutable after construction; thread-safe.
class Scanner {
public:
    /// Makes the noise tiles. `seed` is the recipe's noise seed, or the recipe's own.
    Scanner(const ScannerRecipe& recipe, std::uint32_t seed, unsigned threads);

    /// Kernel, noise, rounding; `centreRow` is the row of the body's middle, `shoulder` 0..1 how
    /// much of the slice lies between the shoulders.
    void scan(int slice, float centreRow, float shoulder, std::vector<float>& hu,
              std::vector<float>& scratch, std::span<std::int16_t> out) const;

private:
    void blur(std::vector<float>& hu, std::vector<float>& scratch) const;

    ScannerRecipe m_recipe;
    std::uint32_t m_seed;
    std::vector<float> m_kernel;
    std::vector<std::vector<float>> m_tiles;    ///< SD 1, in-plane correlated.
    std::vector<std::vector<float>> m_streaks;  ///< SD 1, drawn out along x.
};

}  // namespace nodewise::synthesis
