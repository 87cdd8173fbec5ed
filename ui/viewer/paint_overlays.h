/// paint_overlays.h: outlines, ramps, hatches, bars and marks over a picture.
#pragma once
#include "ui/viewer/slice_picture.h"

namespace nodewise::viewer {

/// The scene's overlays as plain lines on its plane: labels and surfaces are cut, hidden roles and
/// lines out of reach are left out.
[[nodiscard]] std::vector<Overlay> overlaysOnPlane(const SliceScene& scene);

/// Draws them; letters stand in boxes off the node, at the ends of leader lines.
void paintOverlays(QPainter& painter, const SliceScene& scene);

}  // namespace nodewise::viewer
