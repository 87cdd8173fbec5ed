/// innocent_nodes.h: the normal nodes of a neck: small ovals with a fatty hilum, several a level.
#pragma once
#include "synthesis/plan.h"
#include <vector>

namespace nodewise::synthesis {

/// 15 to 30 normal nodes (3 to 8 mm across) of levels I to V, both sides, where the fat of this
/// plan has room for them: clear of every vessel, gland, muscle and bone. `share` 0..1 draws fewer.
/// Pure; draws from a stream of its own.
[[nodiscard]] std::vector<InnocentNode> placeInnocentNodes(const CasePlan& plan, double share);

/// Distance to its outline at (x, y, z) of the straight neck; its hilum is outside.
[[nodiscard]] float distanceTo(const InnocentNode& node, float x, float y, float z);

}  // namespace nodewise::synthesis
