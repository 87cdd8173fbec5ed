/// plan.h: everything that is drawn by lot, drawn once in a fixed order; afterwards nothing is
/// random.
#pragma once
#include "synthesis/parts.h"
#include "synthesis/recipe.h"
#include "synthesis/shapes.h"
#include "synthesis/soft_form.h"
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

/// How worn a disc of the neck is, and what bone grew about it.
struct DiscWear {
    float narrow = 0;              ///< 0 as high as in the young, 1 nearly gone.
    float spur = 0;                ///< Spurs at the rims of the end plates, and longer hooks.
    std::array<float, 2> facet{};  ///< Right, left: swollen joint.
};
inline constexpr std::size_t kDiscCount = 9;  ///< C2/3 to T3/4.

/// How a vertebra differs from its neighbours; the first is C3.
struct VertebraForm {
    float spinousMm = 0, spinousX = 0;  ///< Spinous process longer, and off the midline.
    std::array<float, 2> pillar{1, 1};  ///< Right, left: factor on the articular pillar.
};

struct CasePlan {
    std::uint32_t seed = 1;
    float bodyScale = 1, fatScale = 0.45F, muscleScale = 1, yawDeg = 0, calcification = 0.4F;
    std::array<float, 2> jugularScale{1, 1};  ///< Right, left: factor on the half axes.
    float visceraShiftX = 0;
    bool female = false;
    float ageYears = 55;
    float neckLength = 1;       ///< Factor on heights below the jaw.
    float lordosisMm = 0;       ///< How far the middle of the neck bows forward.
    float tiltDeg = 0;          ///< Head leaned to the left.
    float bifurcationMm = 0;    ///< Carotid bifurcation above the usual place.
    float carotidMedialMm = 0;  ///< How far the carotids run inward.
    float glandScale = 1, glandFat = 0.3F, asymmetry = 1;
    float larynxScale = 1, jawScale = 1, shoulderScale = 1;
    float larynxLevelMm = 0;          ///< Larynx above its usual place against the spine.
    float chinMm = 0;                 ///< Chin further forward.
    float jawAngleMm = 0;             ///< Angles of the jaw further out.
    float jawDepthMm = 0;             ///< Lower edge of the jaw's body further down.
    float shoulderDropMm = 0;         ///< Shoulders hang lower.
    float fatFront = 1, fatBack = 1;  ///< Share of the fat at chin and nape.
    float muscleFat = 0;              ///< Fat streaks in muscle, 0 young and lean, 1 old.
    float sternomastoid = 1;          ///< Own thickness of the sternocleidomastoids.
    std::uint32_t missingTeeth = 0;   ///< Bits: 7 upper right, upper left, lower right, lower left.
    std::uint32_t crownedTeeth = 0;   ///< Metal, as above.
    std::uint32_t implants = 0;       ///< Crowns on screws in the lower jaw, as above.
    std::array<std::array<Jitter, 2>, static_cast<std::size_t>(Part::Count)> jitter{};
    std::array<bool, 2> dissected{};  ///< Right, left: after neck dissection.
    std::array<DiscWear, kDiscCount> discWear{};
    std::array<VertebraForm, kDiscCount - 1> vertebraForm{};
    std::vector<SmallVessel> smallVessels;
    std::vector<SmallNode> smallNodes;
    std::vector<SmallVessel> namedVessels;  ///< Kept off nodes in question.
    SoftForm soft;
    std::vector<InnocentNode> innocentNodes;

    [[nodiscard]] const Jitter& of(PartSide part) const {
        return jitter[static_cast<std::size_t>(partOf(part))][isLeft(part) ? 1 : 0];
    }
};

/// Bit of a tooth: 0 (incisor) to 6 (second molar).
[[nodiscard]] constexpr std::uint32_t toothBit(bool upper, bool left, int tooth) {
    return 1U << static_cast<unsigned>(tooth + (left ? 7 : 0) + (upper ? 0 : 14));
}

/// Thread-safe.
[[nodiscard]] CasePlan makePlan(const Recipe& recipe);

}  // namespace nodewise::synthesis
