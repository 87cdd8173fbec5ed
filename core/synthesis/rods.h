/// rods.h: rods that run freely in space (ribs, clavicles, nerves) cut by a slice.
#pragma once
#include "synthesis/chain.h"
#include <span>

namespace nodewise::synthesis {

/// Half thickness of a round end between two heights; beyond them a (negative) distance.
[[nodiscard]] float withinHeights(float z, float low, float high, float r, float round = 2.0F);

/// Cuts a rod through `knots` of the left side with the slice at z and adds it; the right side is
/// its mirror image.
void addRod(SliceAnatomy& out, Part part, Field field, std::span<const Knot> knots, float z,
            bool left);
void addRodPair(SliceAnatomy& out, Part part, Field field, std::span<const Knot> knots, float z);

/// A line of points in the slice as one chain, mirrored for the right side.
void addLine(SliceAnatomy& out, PartSide part, Field field, std::span<const StrokePoint> points,
             float mirror = 1, float reach = 6);

/// The cut of a tooth, 0 (incisor) to 6 (second molar): incisors and molars broad along the arch,
/// canine and premolars across it.
void addTooth(Chain& chain, const StrokePoint& middle, std::size_t tooth);

}  // namespace nodewise::synthesis
