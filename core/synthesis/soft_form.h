/// soft_form.h: how the soft tissue of one patient differs from the tables: throat, tone and bulk
/// of muscles, thyroid gland, plaque. Drawn from streams of their own.
#pragma once
#include "synthesis/parts.h"
#include <array>
#include <cstdint>

namespace nodewise::synthesis {

/// Places where fat has room for a normal node, with the node drawn there; straight neck, mm.
struct InnocentNode {
    std::array<float, 3> centre{}, radii{};
    float cosine = 1, sine = 0;    ///< Of the long axis in the slice.
    float leanX = 0, leanY = 0;    ///< Shift of the middle by a mm of height.
    float hilum = 0;               ///< Half axes of the fatty hilum against the node's; 0 = none.
    float hilumU = 0, hilumV = 0;  ///< Its middle, in the node's own frame.
};

struct SoftForm {
    float throatWide = 1, throatDeep = 1;  ///< Gas between palate, tonsils and tongue base.
    std::array<float, 2> tonsil{1, 1};     ///< Size, right and left.
    float lingualTonsil = 1;               ///< Thickness.
    float palateThick = 1, uvulaMm = 0;    ///< Uvula longer than usual.
    float thyroidScale = 1, noduleShare = 0;
    float plaque = 0;                 ///< Calcified share of the carotids' walls, 0..1.
    float napeBulk = 1, jawBulk = 1;  ///< Muscles of the nape; of chewing.
    std::array<std::array<float, 2>, 2> carotidBend{};  ///< Right, left: x outward and y, mm.
    float jugularWeak = 1;  ///< Further factor on the smaller jugular vein.
    std::array<std::array<float, 2>, static_cast<std::size_t>(Part::Count)> toneHu{};

    [[nodiscard]] float toneOf(PartSide part) const {
        return toneHu[static_cast<std::size_t>(partOf(part))][isLeft(part) ? 1 : 0];
    }
};

/// Pure: the same for the same seed, sex and age.
[[nodiscard]] SoftForm drawSoftForm(std::uint32_t seed, bool female, float ageYears,
                                    float asymmetry);

}  // namespace nodewise::synthesis
