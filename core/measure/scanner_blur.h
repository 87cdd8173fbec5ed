/// scanner_blur.h: the scanner's own blur, from the edges of skin and airway.
#pragma once
#include "measure/series_facts.h"
#include <optional>

namespace nodewise::measure {

/// Looks for steps from air to tissue, fits a cumulative Gaussian along the normal of each, and
/// takes the lower third of the squared SDs: waviness, hair and cloth only widen an edge. Edges
/// that run along the stack give the blur in the plane, slanted ones that across it. Nothing with
/// fewer than 60 edges. Cancelled: nothing. Thread-safe.
[[nodiscard]] std::optional<ScannerBlur> findScannerBlur(const CtVolume& image, int stackAxis,
                                                         unsigned threads, JobControl& job);

}  // namespace nodewise::measure
