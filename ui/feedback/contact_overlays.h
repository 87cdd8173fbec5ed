/// contact_overlays.h: where the node touches its neighbours, and what lies beyond its capsule.
#pragma once
#include "ui/models/reading_services.h"
#include "ui/viewer/overlay.h"

namespace nodewise::feedback_screen {

/// The border that touches a structure, beside the outline; the two largest contacts have a letter.
void addContacts(const models::GradedCall& graded, viewer::OverlaySet& set);
/// Outline and depth of the tissue beyond the capsule, and the capsule that fits the rest.
void addBeyond(const models::GradedCall& graded, viewer::OverlaySet& set);

}  // namespace nodewise::feedback_screen
