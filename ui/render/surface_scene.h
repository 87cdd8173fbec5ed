/// surface_scene.h: what the 3-D view shows, as plain values.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "geometry/triangle_mesh.h"
#include <QString>
#include <cstdint>
#include <memory>
#include <vector>

namespace nodewise::render {

/// What a surface is; its colour follows from it (DESIGN 1.2).
enum class SurfaceKind { Node, OtherNode, Muscle, Vein, Artery, Gland, Bone, Airway, Skin, Other };

/// One label to show.
struct SurfaceSource {
    SurfaceKind kind = SurfaceKind::Node;
    LabelValue label = 0;
    QString name;  ///< Translated, written beside the structure; may be empty.
    /// mm, one a vertex of `mesh` (or of the mesh that `surfaceOfLabel` makes): coloured by a ramp.
    std::vector<double> values;
    /// A surface made earlier; null = made from the label map in the background.
    std::shared_ptr<const TriangleMesh> mesh;
    /// The map that holds the label; null = the scene's.
    std::shared_ptr<const LabelMap> map = nullptr;
};

/// A node and its neighbours. `map` may be null when every source brings its mesh.
struct SurfaceScene {
    std::shared_ptr<const LabelMap> map;
    std::vector<SurfaceSource> sources;
    double rampLowMm = 0.5, rampHighMm = 4.5;
    double lineAtMm = 0;  ///< A white line on the node where the values cross it; 0 = none.
    QString rampTitle;    ///< "Margin width, mm"; translated.
    /// Neighbours are cut to this distance from the node's centre; 0 = whole.
    double reachMm = 40;
};

/// Closed surface of a label: half-way between voxel centres, smoothed without shrinking (windowed
/// sinc) over about one voxel, in patient mm, triangles outward. Empty when the label is absent or
/// the job was cancelled. Any thread.
[[nodiscard]] TriangleMesh surfaceOfLabel(const LabelMap& map, LabelValue label, JobControl& job);

}  // namespace nodewise::render
