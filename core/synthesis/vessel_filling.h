/// vessel_filling.h: vessels that are not as the phase says: unopacified, or filled with clot.
#pragma once
#include "synthesis/parts.h"
#include "synthesis/recipe.h"
#include <algorithm>
#include <array>

namespace nodewise::synthesis {

/// HU of the vessels of one recipe. Immutable, thread-safe.
class VesselFilling {
public:
    explicit VesselFilling(const Recipe& recipe) {
        for (const VesselRecipe& vessel : recipe.vessels)
            if (const auto part = partOfCode(vessel.structure)) {
                Filling& filling = m_of[partSide(*part, vessel.side == Side::Left)];
                filling.hu = static_cast<float>(vessel.hu);
                filling.rimHu = static_cast<float>(vessel.rimHu);
            }
    }

    /// `d` is the distance to the vessel, negative inside; `phaseHu` what the phase would give.
    [[nodiscard]] float hu(PartSide vessel, float d, float phaseHu) const {
        const Filling& filling = m_of[vessel];
        if (filling.hu <= 0)
            return phaseHu;
        if (filling.rimHu <= 0)
            return filling.hu;
        const float wall = std::clamp(1 + (d + kWallMm) / 0.6F, 0.0F, 1.0F);
        return filling.hu + wall * (filling.rimHu - filling.hu);
    }

private:
    static constexpr float kWallMm = 1.1F;
    struct Filling {
        float hu = 0, rimHu = 0;
    };
    std::array<Filling, 256> m_of{};
};

}  // namespace nodewise::synthesis
