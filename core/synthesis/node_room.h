/// node_room.h: where a node of a given size has room, and which way it can grow.
#pragma once
#include "synthesis/scene.h"
#include <array>
#include <optional>

namespace nodewise::synthesis {

/// Share of an ellipsoid at the node's place that lies in artery, bone, cartilage, gas, canal or
/// outside the body: what a node cannot displace. 0 is a good place. Thread-safe.
[[nodiscard]] double obstructedShare(const Scene& scene, const PlacedNode& node);

/// Of `directions` unit vectors spread over the sphere, those along which the tissue beyond the
/// capsule, from 1 mm to `depthMm`, is fat (target 0) or reaches the target within `depthMm`;
/// the best first. `turn` 0..1 rotates the set, so that not all cases grow the same way.
[[nodiscard]] std::vector<std::array<double, 3>>
waysOut(const Scene& scene, const PlacedNode& node, double depthMm, PartSide target, double turn);

}  // namespace nodewise::synthesis
