#include "segmentation/tissue.h"
#include <algorithm>
#include <array>
#include <cstddef>

namespace nodewise::segmentation {

namespace {

constexpr float kInside = -0.35F;
constexpr float kVesselRamp = 20;

float ramp(float x, float from, float to) {
    return std::clamp((x - from) / (to - from), 0.0F, 1.0F);
}

/// Muscle is told from the node by as much as their levels differ.
float muscleEvidence(float hu, const TissueLevels& levels) {
    const float gap = levels.node - levels.muscle;
    const float trust = ramp(gap, 6, 26);
    const float middle = 0.5F * (levels.node + levels.muscle);
    const float side = std::clamp((middle - hu) / std::max(0.5F * gap, 6.0F), -1.0F, 1.0F);
    // Without contrast soft tissue says nothing: the edges decide.
    // Darker than muscle is the flank between node and fat.
    const float flank = ramp(hu, levels.muscle - 28, levels.muscle - 10);
    return trust * 0.4F * (side > 0 ? side * flank : side);
}

}  // namespace

float muscleLevel(const WorkBox& box) {
    constexpr int kLow = 40, kBins = 22;
    std::array<int, kBins> bins{};
    const auto& v = box.smoothVoxels();
    for (std::size_t n = 0; n < v.size(); n += 7)
        if (const int bin = static_cast<int>((v[n] - kLow) * 0.5F); v[n] >= kLow && bin < kBins)
            ++bins[static_cast<std::size_t>(bin)];
    std::size_t best = 0;
    int most = 0, all = 0;
    for (std::size_t n = 1; n + 1 < bins.size(); ++n) {
        const int here = bins[n - 1] + bins[n] + bins[n + 1];
        all += bins[n];
        if (here > most) {
            most = here;
            best = n;
        }
    }
    if (static_cast<std::size_t>(all) * 7 < v.size() / 50)
        return 62;
    return static_cast<float>(kLow + 2 * static_cast<int>(best) + 1);
}

float vesselFrom(const TissueLevels& levels) {
    return std::max(levels.node + 28, 120.0F);
}

float outsideEvidence(float hu, const TissueLevels& levels, bool fluid, float beyondCoreMm) {
    if (levels.hasCore && fluid)
        return kInside;
    if (hu < kSoftFrom)
        return ramp(hu, kSoftFrom, kFatBelow);
    const float vessel = ramp(hu, vesselFrom(levels), vesselFrom(levels) + kVesselRamp);
    float soft = hu >= levels.node ? kInside : muscleEvidence(hu, levels);
    // The wall of a core blurs into what it touches: only its depth tells them apart.
    if (levels.hasCore && hu < levels.node)
        soft = std::max(soft, kInside + 0.7F * ramp(beyondCoreMm, 1.0F, 3.5F) *
                                            ramp(levels.node - hu, 2, 12));
    if (levels.hasCore)
        soft += 0.5F * ramp(beyondCoreMm, 4, 8);
    return soft + vessel * (1 - soft);
}

}  // namespace nodewise::segmentation
