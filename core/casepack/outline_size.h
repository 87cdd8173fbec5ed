/// outline_size.h: how large an outline is, for authors who leave the sizes out.
#pragma once
#include "annotation/label_map.h"
#include "geometry/point.h"

namespace nodewise::casepack {

/// mm.
struct OutlineSize {
    double longAxisMm = 0;   ///< Longest diameter in one axial slice.
    double shortAxisMm = 0;  ///< Longest chord at right angles to it in the same slice.
    double greatestMm = 0;   ///< Longest diameter in any direction.
};

/// Measured between the midpoints of voxel faces at the border of the label, the places where a
/// surface at half height would run. Axial slices are those of the grid's axis nearest to z.
/// @pre the label has a voxel; asserted.
[[nodiscard]] OutlineSize sizeOfOutline(const LabelMap& labels, LabelValue label);

/// The label's centroid, or the voxel of the label next to it when it lies outside.
/// @pre the label has a voxel; asserted.
[[nodiscard]] PointLps centreOfOutline(const LabelMap& labels, LabelValue label);

}  // namespace nodewise::casepack
