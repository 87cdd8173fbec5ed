/// node_survey.h: what the voxels of a node's box hold: extension by tissue, neighbours touched.
#pragma once
#include "geometry/grid_geometry.h"
#include "synthesis/scene.h"
#include <vector>

namespace nodewise::synthesis {

/// Extension in one kind of tissue.
struct SeenExtension {
    double volumeMm3 = 0;
    double largestAreaMm2 = 0;  ///< Beyond the resolution of the image, in one slice.
    double depthMm = 0;
    double depthVoxels = 0;  ///< Against the voxel along the capsule's normal.
};

struct NodeSurvey {
    SeenExtension fat, target;
    std::vector<VoxelIndex> inTarget;  ///< Tumour in the place of the target.
    double arcDeg = 0;  ///< Largest arc of the target artery with tumour within 1 mm.
    double forbiddenMm3 = 0;
    PartSide forbidden = 0;
    PartSide nearest = 0;            ///< Structure closest to the node's surface, within 0.7 mm.
    std::vector<PartSide> contacts;  ///< All structures within 0.7 mm.
};

/// Full width at half maximum of what the image resolves in a slice, mm.
[[nodiscard]] double resolutionMm(const ScannerRecipe& scanner);

/// Walks over the node's box on the grid. Thread-safe.
[[nodiscard]] NodeSurvey surveyNode(const Scene& scene, std::size_t index,
                                    const GridGeometry& grid);

}  // namespace nodewise::synthesis
