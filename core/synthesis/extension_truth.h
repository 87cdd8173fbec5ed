/// extension_truth.h: both truths of one node's extension.
#pragma once
#include "annotation/label_map.h"
#include "annotation/reference_truth.h"
#include "synthesis/scene.h"
#include <string>

namespace nodewise::synthesis {

struct ExtensionTruth {
    Grade grade = Grade::G0;  ///< What is visible; the likeliest of the distribution.
    GradeDistribution distribution{1, 0, 0, 0};
    PathologicalEne pene = PathologicalEne::None;
    double depthMm = 0;
    PartSide touches = 0;  ///< Structure in contact without invasion, 0 when none.
    std::string why;       ///< For the author: score and volumes.
};

/// Pathological truth from the growth field: none; micro when tumour lies at most 2 mm beyond the
/// capsule; else macro. Grade from what this rendering can show: of the extension in fat and of
/// that in the target structure the score is CNR × √(largest axial area, mm²), with
///   CNR = |HU tumour − HU around| / √(noise² + texture²),
/// and depth and volume floors; between the two thresholds of the recipe it is a border case.
/// Errors: TruthInconsistent when tumour entered a structure it may not.
[[nodiscard]] Result<ExtensionTruth> judgeExtension(const Scene& scene, std::size_t index,
                                                    const LabelMap& labels);

}  // namespace nodewise::synthesis
