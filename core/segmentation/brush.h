/// brush.h: painting and erasing voxels of a label, and taking it back.
#pragma once
#include "annotation/label_map.h"
#include "base/result.h"
#include "geometry/point.h"
#include <cstddef>
#include <optional>
#include <vector>

namespace nodewise::segmentation {

enum class BrushMode { Add, Erase };

/// A round brush drawn along a line of points, mm in the patient.
struct BrushStroke {
    BrushMode mode = BrushMode::Add;
    std::vector<PointLps> path;  ///< At least one point; the brush sweeps from one to the next.
    double radiusMm = 3;         ///< 0.1..50.
    /// Normal of the picture that is painted on: a flat disc, one voxel thick, about the path.
    /// Nothing: a ball.
    std::optional<VectorLps> discNormal;
    /// Add paints over other labels too; otherwise over background only.
    bool overOthers = false;
};

/// What a stroke changed: enough to take it back and to do it again. Plain value.
struct LabelEdit {
    struct Change {
        std::size_t offset = 0;
        LabelValue before = 0, after = 0;
        friend bool operator==(const Change&, const Change&) = default;
    };
    std::vector<Change> changes;  ///< Each voxel once.

    [[nodiscard]] bool empty() const { return changes.empty(); }
};

/// Adds `label` to, or erases it from, every voxel whose centre the brush covers; a brush smaller
/// than a voxel takes the voxel under it. The stroke may leave the grid. Errors: InvalidArgument
/// (label 0, no point, radius out of range, a point or normal that is not finite). Not thread-safe
/// on one map.
[[nodiscard]] Result<LabelEdit> applyBrush(LabelMap& map, LabelValue label,
                                           const BrushStroke& stroke);

/// @pre `edit` came from this map and was the last one done (undo) or undone (redo).
void undo(LabelMap& map, const LabelEdit& edit);
void redo(LabelMap& map, const LabelEdit& edit);

}  // namespace nodewise::segmentation
