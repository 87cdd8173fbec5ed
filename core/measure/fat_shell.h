/// fat_shell.h: the fat round a node, 1 to 5 mm from its surface, against fat further away.
#pragma once
#include "measure/node_region.h"
#include <array>
#include <optional>
#include <vector>

namespace nodewise::measure {

constexpr double kShellFromMm = 1.0, kShellToMm = 5.0;
constexpr double kRaisedFromHu = -80.0, kRaisedToHu = 10.0;

/// One millimetre of the shell.
struct FatLayer {
    double fromMm = 0, toMm = 0;
    double hu = 0;           ///< Mean; 0 without voxels.
    double raisedShare = 0;  ///< Share of raised voxels.
    std::size_t voxels = 0;
};

/// One voxel of the shell, for the picture.
struct FatVoxel {
    VoxelIndex at;
    float hu = 0;
    float soft = 0;  ///< 0 clean fat … 1 as dense as soft tissue.
};

/// Where the reference comes from.
enum class FatReference { None, Opposite, Remote };

/// The perinodal shell. Other nodes, structures and air are left out of every number.
struct FatShell {
    double shellHu = 0;           ///< Mean of the shell.
    double strandingIndex = 0;    ///< Share of shell voxels from -80 to +10 HU.
    std::size_t shellVoxels = 0;  ///< Voxels that were counted.
    double shellVolumeMl = 0;
    std::optional<double> referenceHu;     ///< Median of clean fat 8 to 15 mm away.
    std::optional<double> referenceIndex;  ///< Share of raised voxels among fat-like voxels there.
    FatReference reference = FatReference::None;
    std::array<FatLayer, 5> layers{};           ///< 0-1 … 4-5 mm further than kShellFromMm - 1.
    std::array<FatLayer, 5> referenceLayers{};  ///< The same on the opposite side; empty if remote.
    double raisedFromHu = kRaisedFromHu;        ///< Lower end used: above the noise of clean fat.
    std::optional<double> excessIndex;          ///< strandingIndex less referenceIndex.
    std::vector<FatVoxel> map;                  ///< Each counted voxel.
    std::vector<VoxelIndex> stranded;    ///< Shell voxels from -80 to +10 HU, for the picture.
    std::optional<PointLps> worstPlace;  ///< Centre of the densest stranding; absent without any.
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
