/// node_model.h: one node in its place: capsule, inside, extension.
#pragma once
#include "synthesis/growth_field.h"
#include "synthesis/noise_field.h"
#include "synthesis/recipe.h"
#include "synthesis/space_warp.h"
#include <memory>

namespace nodewise::synthesis {

struct PlacedNode {
    NodeRecipe recipe;
    PushBody body;  ///< Place, half axes and pose; its strength is the push.
    std::uint32_t stream = 0;
    PartSide contact = 0;       ///< Structure whose plane is closed; 0 = none.
    PartSide target = 0;        ///< Structure the extension may enter; 0 = none.
    std::vector<int> partners;  ///< Nodes it grows together with, both ways.
    std::shared_ptr<const Growth> growth;

    [[nodiscard]] bool joins(std::size_t other) const {
        for (const int partner : partners)
            if (partner == static_cast<int>(other))
                return true;
        return false;
    }
    [[nodiscard]] bool extends() const { return growth && !growth->tumour.empty(); }
    /// Half size of a box that holds the node, its extension and its reaction, mm.
    [[nodiscard]] float reach() const;
};

/// Distance to the capsule, mm, negative inside.
[[nodiscard]] float capsuleAt(const PlacedNode& node, const NoiseTile& tile, float x, float y,
                              float z);
/// Distance to capsule and extension together.
[[nodiscard]] float nodeAt(const PlacedNode& node, const NoiseTile& tile, float x, float y,
                           float z);

/// HU inside the node before kernel and noise. `capsule` and `whole` are the two distances.
[[nodiscard]] float nodeHu(const PlacedNode& node, const NoiseTile& tile, float x, float y, float z,
                           float capsule);

/// Mean HU of the solid parts: what extension looks like.
[[nodiscard]] float solidHu(const PlacedNode& node);

}  // namespace nodewise::synthesis
