/// mirror_plane.h: the plane that maps a neck onto itself.
#pragma once
#include "measure/series_facts.h"
#include "measure/series_grid.h"
#include <optional>

namespace nodewise::measure {

/// Searches shift, yaw and roll of a sagittal plane for the best correlation between the picture
/// and its mirror image (HU cut to -200 … 300), coarse to fine. Nothing when less than half of the
/// body has an opposite side in the picture or the best correlation is below 0.5. `grid` has blocks
/// of about 3 mm. Cancelled: nothing. Thread-safe.
[[nodiscard]] std::optional<MirrorPlane> findMirrorPlane(const SeriesGrid& grid, unsigned threads,
                                                         JobControl& job);

}  // namespace nodewise::measure
