/// extension_truth.h: both truths of one node's extension.
#pragma once
#include "annotation/label_map.h"
#include "annotation/reference_truth.h"
#include "synthesis/scene.h"
#include <string>
#include <vector>

namespace nodewise::synthesis {

struct ExtensionTruth {
    Grade grade = Grade::G0;  ///< What is visible; the likeliest of the distribution.
    GradeDistribution distribution{1, 0, 0, 0};
    PathologicalEne pene = PathologicalEne::None;
    double depthMm = 0;
    double fatMm3 = 0, targetMm3 = 0;  ///< Extension in fat and in the target structure.
    double arcDeg = 0;                 ///< Tumour about the target artery.
    PartSide touches = 0;              ///< Nearest structure in contact, 0 when none.
    std::vector<PartSide> contacts;    ///< All structures in contact without invasion.
    /// Growth into the target structure that this rendering cannot show; empty when it can.
    std::vector<VoxelIndex> hidden;
    std::string why;  ///< For the author: score and volumes.
};

/// Pathological truth from the growth field alone: none; micro when tumour lies at most 2 mm beyond
/// the capsule; else macro. Grade from what this rendering can show, of the extension in fat and of
/// that in the target structure. Visible is only what lies further beyond the capsule than the
/// image resolves (full width at half maximum of kernel and pixel; averaged over the slice's
/// thickness). Its score is Rose's signal-to-noise ratio, CNR × √(largest visible area / area over
/// which noise and texture hang together), with
///   CNR = |HU tumour − HU around| / √(noise² + texture²),
/// at least `minDepthVoxels` deep and 15 mm³; between the two thresholds of the recipe it is a
/// border case. Why these thresholds: README of this folder. Errors: TruthInconsistent when tumour
/// entered a structure it may not.
[[nodiscard]] Result<ExtensionTruth> judgeExtension(const Scene& scene, std::size_t index,
                                                    const GridGeometry& grid);

/// Tumours of the two nodes form one piece: a way from centre to centre inside their union, found
/// on a grid of 0.8 mm.
[[nodiscard]] bool connected(const Scene& scene, std::size_t one, std::size_t other);

}  // namespace nodewise::synthesis
