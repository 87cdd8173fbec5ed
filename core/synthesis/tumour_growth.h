/// tumour_growth.h: extension through the capsule, and the reaction of the fat about it.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "synthesis/scene.h"

namespace nodewise::synthesis {

/// What lies in a cell of a block without any node.
enum class Tissue : std::uint8_t { Wall, Fat, Muscle, Target };

struct TissueBlock {
    Block block;
    std::vector<Tissue> tissue;
    std::vector<PartSide> part;  ///< Structure of the cell, 0 in fat.
    std::vector<float> capsule;  ///< Distance to the node's own capsule.
};

inline constexpr float kGrowthCellMm = 0.6F;

/// What lies about node `index`, within its reach. Thread-safe.
[[nodiscard]] TissueBlock tissueAbout(const Scene& scene, std::size_t index);

/// Grows node `index` of the scene: front through fat (and the named target) from breaches of the
/// capsule, its depth solved to the one asked for; haze and strands. Errors: TruthInconsistent when
/// the depth cannot be reached; Cancelled.
[[nodiscard]] Result<Growth> growNode(const Scene& scene, std::size_t index, JobControl& job);

/// Haze and strands alone, into `growth`, whose block and tumour are set (tumour may be empty).
void react(const Scene& scene, std::size_t index, const TissueBlock& tissue, Growth& growth);

/// 1 inside the cone about `direction`, 0 outside, smooth at its edge. `place` is relative to the
/// node's centre.
[[nodiscard]] float sectorAt(const std::array<float, 3>& place,
                             const std::array<double, 3>& direction, double halfAngleDeg);

}  // namespace nodewise::synthesis
