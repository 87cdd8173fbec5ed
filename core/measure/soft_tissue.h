/// soft_tissue.h: muscle, vessels and glands found in the picture where no map names them.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "geometry/grid_geometry.h"
#include <cstdint>
#include <span>
#include <vector>

namespace nodewise::measure {

/// 1 where tissue denser than -20 HU (half way between fat and muscle) belongs to a piece at least
/// 4 mm thick, 0 elsewhere and where `exclude` is set. Strands, septa and small vessels stay out.
/// Worked out on blocks of about a millimetre. Thread-safe. Errors: Cancelled.
[[nodiscard]] Result<std::vector<std::uint8_t>>
findSoftTissue(const GridGeometry& grid, std::span<const float> hu,
               std::span<const std::uint8_t> exclude, unsigned threads, JobControl& job);

}  // namespace nodewise::measure
