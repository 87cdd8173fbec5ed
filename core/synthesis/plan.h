/// plan.h: everything that is drawn by lot, drawn once in a fixed order; afterwards nothing is
/// random.
#pragma once
#include "synthesis/parts.h"
#include "synthesis/recipe.h"
#include "synthesis/shapes.h"
#include <array>
#include <vector>

namespace nodewise::synthesis {

/// How one structure of one side differs from the table.
struct Jitter {
    float dx = 0, dy = 0, size = 1;
};

/// A small vessel of the fat, in the straight neck.
struct SmallVessel {
    std::vector<Knot> knots;
    bool artery = false;
};

/// A small benign node of the fat, in the straight neck.
struct SmallNode {
    std::array<float, 3> centre{}, radii{};
    float turnDeg = 0;
};

struct CasePlan {
    std::uint32_t seed = 1;
    float bodyScale = 1, fatScale = 0.45F, muscleScale = 1, yawDeg = 0, calcification = 0.4F;
    std::array<float, 2> jugularScale{1, 1};  ///< Right, left: factor on the half axes.
    float visceraShiftX = 0;
    std::array<std::array<Jitter, 2>, static_cast<std::size_t>(Part::Count)> jitter{};
    std::vector<SmallVessel> smallVessels;
    std::vector<SmallNode> smallNodes;

    [[nodiscard]] const Jitter& of(PartSide part) const {
        return jitter[static_cast<std::size_t>(partOf(part))][isLeft(part) ? 1 : 0];
    }
};

/// Thread-safe.
[[nodiscard]] CasePlan makePlan(const Recipe& recipe);

}  // namespace nodewise::synthesis
