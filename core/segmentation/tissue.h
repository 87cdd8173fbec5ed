/// tissue.h: how much a HU value speaks for lying outside a node.
#pragma once
#include "segmentation/work_box.h"

namespace nodewise::segmentation {

/// Typical HU of what is told apart. Muscle and vessels are read from the picture's own box where
/// it shows them.
struct TissueLevels {
    float node = 90;       ///< Solid part of the node.
    float muscle = 62;     ///< The commonest soft tissue about it.
    bool hasCore = false;  ///< Fluid inside: values of 0 to 50 HU belong to it.
};

/// Commonest value from 40 to 84 HU of the smoothed box; 62 when there is little of it.
[[nodiscard]] float muscleLevel(const WorkBox& box);

/// Fat, air, bone and vessel against node tissue: −0.35 (as the node) to 1 (never part of it).
/// `fluid`: the value belongs to a run of fluid, not to the flank between fat and muscle.
/// `beyondCoreMm`: how far outward of such a run it lies; the wall of a core is thin unless it is
/// brighter than muscle.
[[nodiscard]] float outsideEvidence(float hu, const TissueLevels& levels, bool fluid,
                                    float beyondCoreMm);

/// Lowest HU that is no longer soft tissue of a node, and the lowest that is blood or bone.
inline constexpr float kFatBelow = -40, kSoftFrom = 5, kFluidBelow = 50;
[[nodiscard]] float vesselFrom(const TissueLevels& levels);

}  // namespace nodewise::segmentation
