/// fat_shell.h: the fat round a node, 1 to 5 mm from its surface, against fat further away.
#pragma once
#include "measure/node_region.h"
#include "measure/series_facts.h"
#include <array>
#include <optional>
#include <vector>

namespace nodewise::measure {

constexpr double kShellFromMm = 1.0, kShellToMm = 5.0;
constexpr std::size_t kShellLayers = 4;
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
    /// Opposite: mean of the mirrored shell. Remote: median of clean fat 8 to 15 mm away.
    std::optional<double> referenceHu;
    /// Share of raised voxels there; remote: among fat-like voxels.
    std::optional<double> referenceIndex;
    FatReference reference = FatReference::None;
    std::array<FatLayer, kShellLayers> layers{};           ///< 1-2, 2-3, 3-4, 4-5 mm.
    std::array<FatLayer, kShellLayers> referenceLayers{};  ///< Opposite side; no voxels if remote.
    double raisedFromHu = kRaisedFromHu;  ///< Lower end used: above the noise of clean fat.
    std::optional<double> excessIndex;    ///< strandingIndex less referenceIndex.
    std::vector<FatVoxel> map;            ///< Each counted voxel.
    std::vector<VoxelIndex> stranded;     ///< Shell voxels from -80 to +10 HU, for the picture.
    std::optional<PointLps> worstPlace;   ///< Centre of the densest stranding; absent without any.
};

/// The side the node is compared with: the whole volume and the plane that mirrors it.
struct OppositeSide {
    const CtVolume* image = nullptr;
    const LabelMap* labels = nullptr;
    const LabelMap* structures = nullptr;
    MirrorPlane plane;
};

/// Source: domain 9 (stranding index). Raised: from -80 HU (with noise, two SDs above clean fat, if
/// that is more) to +10. The index depends on slice thickness and on what shares the shell: compare
/// it with the reference, never with a fixed number. Voxels that touch a structure, another node
/// or, along an axis coarser than 1.5 mm, the node are mixtures and are left out. The opposite side
/// is used when the node lies clear of the plane and a third of its shell is free there; otherwise
/// fat further out. Gaps: NoFatAround when the shell has no voxel left, NotCalibrated; the
/// reference: NoReferenceFat. `noiseHu` 0 = not known. Thread-safe. Errors: Cancelled.
struct FatShellResult {
    std::optional<FatShell> shell;
    std::optional<Gap> gap;
    std::optional<Gap> referenceGap;
};
[[nodiscard]] Result<FatShellResult> measureFatShell(const NodeRegion& region,
                                                     const OppositeSide* opposite, double noiseHu,
                                                     unsigned threads, JobControl& job);
[[nodiscard]] Result<FatShellResult> measureFatShell(const NodeRegion& region, JobControl& job);

}  // namespace nodewise::measure
