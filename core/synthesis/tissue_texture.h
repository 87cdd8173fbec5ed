/// tissue_texture.h: HU of each tissue before kernel and noise, along one row of a slice.
#pragma once
#include "synthesis/noise_field.h"
#include "synthesis/parts.h"
#include "synthesis/plan.h"
#include "synthesis/recipe.h"
#include <array>

namespace nodewise::synthesis {

/// Fat with its septa about nodes as the image shows it (measured on drawn slices, `tst_truth`):
/// what extension stands out against.
inline constexpr double kFatMeanHu = -107, kFatTextureHu = 20;

/// Textures at (x, y, z) mm of the patient; `setRow` fixes y and z. One a thread.
class TissueTexture {
public:
    TissueTexture(const NoiseTile& tile, const PhaseRecipe& phase, const CasePlan& plan);
    void setRow(float y, float z);

    /// `skin` is the (negative) distance to the skin: the outer fat is layered. `between` is 1 in
    /// the planes between two muscles of the nape.
    [[nodiscard]] float fat(float x, float skin, float between = 0) const;
    /// `depth` below the muscle's surface, mm: its streaks follow that surface.
    [[nodiscard]] float muscle(float x, float depth, PartSide part) const;
    [[nodiscard]] float artery(float x) const { return m_artery + 10 * m_blood.at(x); }
    [[nodiscard]] float vein(float x, PartSide part) const;
    /// HU that a calcified plaque adds to an artery at `depth` below its outer surface and at a
    /// height of the straight neck: about the bifurcation of older carotids.
    [[nodiscard]] float plaque(float x, float depth, float height, PartSide part) const;
    [[nodiscard]] float gland(float x, PartSide part) const;
    [[nodiscard]] float mucosa(float x, PartSide part) const;
    [[nodiscard]] float brain(float x) const { return 37 + 8 * m_broad.at(x) + 4 * m_fine.at(x); }
    /// Lung with its small vessels.
    [[nodiscard]] float lung(float x) const;
    /// `depth` below the surface, mm.
    [[nodiscard]] float bone(float x, float depth, PartSide part) const;
    [[nodiscard]] float tooth(float depth) const { return depth < 1.1F ? 2700.0F : 1700.0F; }
    [[nodiscard]] float cartilage(float x, float depth, PartSide part) const;
    [[nodiscard]] float disc(float x) const { return 86 + 12 * m_blood.at(x); }
    /// Coverage of the platysma, 0..1.
    [[nodiscard]] float platysma(float x, float skin, float angleDeg) const;

private:
    const NoiseTile* m_tile;
    float m_artery, m_vein, m_muscle, m_glandHu, m_calcified, m_muscleFat, m_glandFat, m_plaque,
        m_nodules, m_fork;
    float m_y = 0, m_z = 0;
    NoiseLine m_broad, m_sheet, m_web, m_fine, m_mottle, m_layer, m_fibreA, m_blood, m_grain;
    NoiseLine m_patch, m_depth;
    /// What a muscle looks like: fat streaks, mean, how its streaks run.
    struct Look {
        float streaks = 0, hu = 0, follow = 0, cosine = 1, sine = 0;
    };
    std::array<Look, 2 * static_cast<std::size_t>(Part::Count)> m_looks{};
};

}  // namespace nodewise::synthesis
