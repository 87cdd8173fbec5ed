/// node_model.h: one node in its place: capsule, inside, extension.
#pragma once
#include "synthesis/growth_field.h"
#include "synthesis/noise_field.h"
#include "synthesis/recipe.h"
#include "synthesis/space_warp.h"
#include <memory>
#include <vector>

namespace nodewise::synthesis {

/// A ball in the node's own frame: centre u, v, w and radius, mm.
using NodeBall = std::array<float, 4>;

/// What is drawn by lot or solved for the inside of one node, once.
struct NodeInside {
    std::vector<NodeBall> lobes;        ///< Of a lobulated capsule.
    std::vector<NodeBall> flecks;       ///< Calcium.
    NodeBall bleed{};                   ///< Radius 0 = none.
    std::array<float, 3> necrosisAt{};  ///< Middle of the necrosis, own frame.
    float necrosisLevel = -1;           ///< Necrotic where necrosisField < level.
};

struct PlacedNode {
    NodeRecipe recipe;
    PushBody body;  ///< Place, half axes and pose; its strength is the push.
    std::uint32_t stream = 0;
    PartSide contact = 0;       ///< Structure whose plane is closed; 0 = none.
    PartSide target = 0;        ///< Structure the extension may enter; 0 = none.
    std::vector<int> partners;  ///< Nodes it grows together with, both ways.
    NodeInside inside;
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
    /// Geometric mean of the half axes, mm.
    [[nodiscard]] float meanRadius() const;
};

/// The node's own frame: u, v in the slice along its axes, w upward.
struct NodeLocal {
    float u, v, w;
};
[[nodiscard]] NodeLocal localOf(const PlacedNode& node, float x, float y, float z);
/// First-order distance to an ellipsoid in its own frame.
[[nodiscard]] float ellipsoidDistance(const NodeLocal& p, const std::array<float, 3>& radii);

/// Distance to the capsule, mm, negative inside.
[[nodiscard]] float capsuleAt(const PlacedNode& node, const NoiseTile& tile, float x, float y,
                              float z);
/// Distance to capsule and extension together.
[[nodiscard]] float nodeAt(const PlacedNode& node, const NoiseTile& tile, float x, float y,
                           float z);

/// Draws and solves `inside`: lobes, flecks, bleed, and the level that gives the necrosis its share
/// of the capsule's volume (within 1 %). Call once, before any of the other functions.
void prepareInside(PlacedNode& node, const NoiseTile& tile, std::uint32_t seed);

/// HU inside the node before kernel and noise. `capsule` is the distance to the capsule.
[[nodiscard]] float nodeHu(const PlacedNode& node, const NoiseTile& tile, float x, float y, float z,
                           float capsule);

/// Mean HU of the solid parts: what extension looks like.
[[nodiscard]] float solidHu(const PlacedNode& node);

}  // namespace nodewise::synthesis
