/// fat_shell.h: the fat round a node, 1 to 5 mm from its surface, against fat further away.
#pragma once
#include "measure/node_region.h"
#include <optional>
#include <vector>

namespace nodewise::measure {

constexpr double kShellFromMm = 1.0, kShellToMm = 5.0;
constexpr double kRaisedFromHu = -80.0, kRaisedToHu = 10.0;

/// The perinodal shell. Other nodes, structures and air are left out of every number.
struct FatShell {
    double shellHu = 0;           ///< Mean of the shell.
    double strandingIndex = 0;    ///< Share of shell voxels from -80 to +10 HU.
    std::size_t shellVoxels = 0;  ///< Voxels that were counted.
    double shellVolumeMl = 0;
    std::optional<double> referenceHu;     ///< Median of clean fat 8 to 15 mm away.
    std::optional<double> referenceIndex;  ///< Share of raised voxels among fat-like voxels there.
    std::vector<VoxelIndex> stranded;      ///< Shell voxels from -80 to +10 HU, for the picture.
    std::optional<PointLps> worstPlace;    ///< Centre of the densest stranding; absent without any.
};

/// Source: domain 9 (stranding index). The index depends on slice thickness and on what shares the
/// shell: compare it with the reference, never with a fixed number. Gives the gap when the shell
/// has no voxel left or the image is not in HU. Thread-safe. Errors: Cancelled.
struct FatShellResult {
    std::optional<FatShell> shell;
    std::optional<Gap> gap;
    std::optional<Gap> referenceGap;
};
[[nodiscard]] Result<FatShellResult> measureFatShell(const NodeRegion& region, JobControl& job);

}  // namespace nodewise::measure
