/// contrast_phase.h: whether the vessels of a neck are opacified.
#pragma once
#include "measure/series_facts.h"
#include "measure/series_grid.h"
#include <optional>

namespace nodewise::measure {

struct PhaseFinding {
    ContrastPhase phase = ContrastPhase::Unknown;
    std::optional<double> vesselHu;
};

/// Long, thin pieces between 125 and 450 HU with next to no bone in them are opacified vessels: at
/// least 15 mm along the stack, under 400 mm² in each slice, and not beside air (a couch). Two of
/// them, or one of 60 mm: enhanced. None, or a single one below 150 HU (the thyroid gland, which is
/// dense without contrast), in a stack of at least 30 mm with a body at least 80 mm wide:
/// unenhanced. Otherwise not known. `grid` has blocks of about 1.5 mm. Thread-safe.
[[nodiscard]] PhaseFinding findContrastPhase(const SeriesGrid& grid, int stackAxis);

}  // namespace nodewise::measure
