/// scanner.h: kernel, noise and quantisation.
#pragma once
#include "synthesis/artefacts.h"
#include "synthesis/recipe.h"
#include <cstdint>
#include <span>
#include <vector>

namespace nodewise::synthesis {

/// Room for one slice at work; one a thread.
struct ScannerDesk {
    std::vector<float> scratch, second, rows;
    StreakBench::Desk streaks;
};

/// Blurs and dirties slices of one recipe. Immutable after construction; thread-safe.
class Scanner {
public:
    /// Makes the noise tiles. `seed` is the recipe's noise seed, or the recipe's own.
    Scanner(const ScannerRecipe& recipe, std::uint32_t seed, unsigned threads);

    /// Kernel, noise, rounding; `centreRow` is the row of the body's middle, `shoulder` 0..1 how
    /// much of the slice lies between the shoulders.
    void scan(int slice, float centreRow, float shoulder, std::vector<float>& hu, ScannerDesk& desk,
              std::span<std::int16_t> out) const;

private:
    void blur(const std::vector<float>& kernel, std::vector<float>& hu,
              std::vector<float>& scratch) const;
    void applyKernel(std::vector<float>& hu, ScannerDesk& desk) const;
    void weighRows(float shoulder, const std::vector<float>& hu, std::vector<float>& rows) const;

    ScannerRecipe m_recipe;
    std::uint32_t m_seed;
    Artefacts m_artefacts;
    std::vector<float> m_kernel, m_wide;        ///< Sharp kernels are their weighted difference.
    std::vector<std::vector<float>> m_tiles;    ///< SD 1, in-plane correlated.
    std::vector<std::vector<float>> m_streaks;  ///< SD 1, drawn out along x.
};

}  // namespace nodewise::synthesis
