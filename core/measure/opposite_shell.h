/// opposite_shell.h: the mirror image of a node's shell, as its reference.
#pragma once
#include "measure/fat_shell.h"

namespace nodewise::measure {

struct OppositeShell {
    double hu = 0, raisedShare = 0;
    std::size_t voxels = 0;
    std::array<FatLayer, kShellLayers> layers{};
};

/// Reads the shell (each voxel of 1 to 5 mm, thinned to at most some 30,000) mirrored; structures,
/// nodes, air and what touches them are left out, as on the node's side; where no
/// map names any structure there, tissue found in the picture stands in. Nothing when the node lies
/// within 5 mm of the plane or less than a third of the shell is free on the other side.
/// Thread-safe. Errors: Cancelled.
[[nodiscard]] Result<std::optional<OppositeShell>>
readOppositeShell(const NodeRegion& region, const OppositeSide& side, double raisedFromHu,
                  unsigned threads, JobControl& job);

}  // namespace nodewise::measure
