/// paint_measurements.h: the reader's marks and measurements on a picture.
#pragma once
#include "ui/viewer/slice_picture.h"

namespace nodewise::viewer {

/// Those that lie on the slice; the one being drawn always.
void paintMeasurements(QPainter& painter, const SliceScene& scene);

/// The line of words beside a measurement: "14.0 mm", "short 14.0 mm", "42 HU".
/// `suvFactor` above 0 adds the SUV to values in Bq/mL.
[[nodiscard]] QStringList measurementWords(const Measurement& measurement, const CtVolume* volume,
                                           double suvFactor = 0);

/// True when the measurement is drawn on this picture.
[[nodiscard]] bool measurementOnPlane(const Measurement& measurement, const SliceScene& scene);

}  // namespace nodewise::viewer
