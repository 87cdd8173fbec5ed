/// paint_furniture.h: what frames a picture: reference lines, letters, corner texts, scale bar.
#pragma once
#include "ui/viewer/slice_picture.h"

namespace nodewise::viewer {

/// Where the other two planes cut this one. Large pictures: 36 px ticks at the top, left and right
/// edges; small ones: lines with a gap round the point; `fullLines` forces lines.
void paintReferenceLines(QPainter& painter, const SliceScene& scene);
/// Letters at the middle of each side, flipped badge, corner texts, scale bar.
void paintTexts(QPainter& painter, const SliceScene& scene);

/// Length of the scale bar in mm: 10, or 20, 50, 100 … where that would be too short to see.
[[nodiscard]] double scaleBarMm(double mmPerPixel);

/// The texts of a view for the screen reader: position, image number, window, slab.
[[nodiscard]] QString spokenSlice(const SliceScene& scene);
/// "Axial", "Coronal", "Sagittal"; with the letters of the view's own directions when oblique.
[[nodiscard]] QString planeName(ViewPlane plane);

}  // namespace nodewise::viewer
