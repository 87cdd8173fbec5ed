/// drawn_json.h: what was drawn and starred on the pictures, as JSON, to be kept with a case or a
/// work.
#pragma once
#include "serial/json.h"
#include "ui/viewer/measurement.h"
#include <vector>

namespace nodewise::viewer {

class ViewerModel;

/// `[{kind, points, normal, mark}]`, patient mm.
[[nodiscard]] serial::Json toJson(const std::vector<Measurement>& measurements);
/// Those that can be read; what is not understood is left out.
[[nodiscard]] std::vector<Measurement> measurementsFromJson(const serial::Json& json);

/// Everything of the model that a hand has put there and no label map holds: measurements, and key
/// images with their window and slab (kind "key_image").
[[nodiscard]] serial::Json drawnJson(const ViewerModel& model);
/// Puts it in the place of what is there; not undoable. What is not understood is left out.
void restoreDrawn(ViewerModel& model, const serial::Json& json);

}  // namespace nodewise::viewer
