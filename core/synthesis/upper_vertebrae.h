/// upper_vertebrae.h: atlas and axis.
#pragma once
#include "synthesis/plan.h"
#include <array>

namespace nodewise::synthesis {

/// Distances to the bone at a place of the straight neck. `artery`: where the vertebral artery of
/// that side runs at this height.
[[nodiscard]] float axisAt(float x, float y, float z, const std::array<float, 2>& artery,
                           const CasePlan& plan);
[[nodiscard]] float atlasAt(float x, float y, float z);

inline constexpr float kAxisFloor = 4, kAtlasFloor = 38;  ///< Nothing lies below, mm.

}  // namespace nodewise::synthesis
