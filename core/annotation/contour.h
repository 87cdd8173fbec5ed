/// contour.h: the outline of a label on a plane, as lines in the patient.
#pragma once
#include "annotation/label_map.h"
#include "volume/slice_plane.h"
#include <vector>

namespace nodewise {

/// A line through patient points, mm. Closed lines do not repeat the first point; an open one ends
/// at the border of the searched area.
struct Contour {
    std::vector<PointLps> points;
    bool closed = true;
};

enum class ContourSmoothing {
    None,     ///< Half-voxel steps: what the mask says.
    Binomial  ///< 1-2-1 in both directions before the line is drawn: what a reader expects.
};

/// Where the share of `label` (1 inside, 0 outside, trilinear between voxel centres) crosses one
/// half on the plane: marching squares, sub-voxel. Only origin and directions of `plane` matter,
/// not its pixel size; lines run with the label on the right-hand side as seen on the picture.
/// Empty when the plane misses the label. Pure, thread-safe.
[[nodiscard]] std::vector<Contour>
contoursOfLabel(const LabelMap& map, LabelValue label, const SlicePlane& plane,
                ContourSmoothing smoothing = ContourSmoothing::Binomial);

/// Area in mm² enclosed by closed contours; holes count negative.
[[nodiscard]] double enclosedAreaMm2(const std::vector<Contour>& contours, const SlicePlane& plane);

}  // namespace nodewise
