/// quality.h: what in the picture limits the numbers of a node. Lowers certainty, never a grade.
#pragma once
#include "measure/measurements.h"

namespace nodewise::measure {

/// SD between neighbouring voxels of clean fat near the node, which leaves slow changes out;
/// nothing with fewer than 100 pairs. Thread-safe.
[[nodiscard]] std::optional<double> fatNoiseNear(const NodeRegion& region);

/// Adds the flags that follow from the region, the facts (may be null) and the parts already
/// measured. Thread-safe.
void addQuality(const NodeRegion& region, const SeriesFacts* facts, Measurements& out);

}  // namespace nodewise::measure
