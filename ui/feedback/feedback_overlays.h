/// feedback_overlays.h: what is drawn on the spot, and the surface in 3-D, from a graded call.
#pragma once
#include "ui/models/reading_services.h"
#include "ui/render/surface_scene.h"
#include "ui/viewer/overlay.h"
#include <QPainter>

namespace nodewise::feedback_screen {

/// Capsule, margin width, stranded fat, lost plane, contact, what lies beyond the capsule,
/// necrosis, your mark: what there is of them.
[[nodiscard]] viewer::OverlaySet overlaysOf(const models::GradedCall& graded);
/// The roles of the set in the order of the chips.
[[nodiscard]] QList<viewer::OverlayRole> rolesOf(const viewer::OverlaySet& set);
/// "Capsule", "Margin width" …; `brief` in a small window: "Margin".
[[nodiscard]] QString roleName(viewer::OverlayRole role, bool brief);
/// The real line style in a box of 16 × 10.
void paintRoleSample(QPainter& painter, const QRectF& box, viewer::OverlayRole role);

/// The node coloured by margin width where it was measured, and its neighbours.
[[nodiscard]] render::SurfaceScene sceneOf(const models::GradedCall& graded);
/// Degrees to look from: from the side of the node.
[[nodiscard]] double azimuthOf(const models::GradedCall& graded);

}  // namespace nodewise::feedback_screen
