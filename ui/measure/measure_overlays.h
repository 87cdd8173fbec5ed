/// measure_overlays.h: what is drawn over one's own series, and the node in 3-D.
#pragma once
#include "ui/models/measure_model.h"
#include "ui/render/surface_scene.h"
#include "ui/viewer/overlay.h"
#include <QSet>

namespace nodewise::measure_screen {

/// Outlines of all nodes; margin, strands, lost planes and axes of the present one; structures
/// whose label is not in `hidden`. `fill` is the opacity of the structures' inside.
[[nodiscard]] viewer::OverlaySet overlaysOf(const models::MeasureModel& model,
                                            const QSet<int>& hidden, double fill);

/// The present node coloured by margin width, the other nodes and the structures it touches.
[[nodiscard]] render::SurfaceScene sceneOf(const models::MeasureModel& model);

}  // namespace nodewise::measure_screen
