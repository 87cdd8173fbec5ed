/// render.h: a recipe becomes a CT volume, whole or slice by slice.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "synthesis/recipe.h"
#include "volume/ct_volume.h"
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace nodewise::synthesis {

/// Grid of the recipe's slices, mm LPS of the neck's frame; right-angled for a
/// tilted gantry too (regularStack). Thread-safe.
[[nodiscard]] GridGeometry gridOf(const Recipe& recipe);

/// Hears of each finished slice (index from the feet, pixels in rows) while others are still
/// drawn: called from worker threads, one call at a time. The pixels stay in place until
/// renderVolume returns.
using SliceListener = std::function<void(int slice, std::span<const std::int16_t> pixels)>;

/// Draws the volume without labels. The same recipe gives the same bytes for any `threads` (0 = all
/// cores). Slices are drawn outwards from `first` (below 0: from the feet). Errors as makeScene;
/// Cancelled. Thread-safe.
[[nodiscard]] Result<VolumePtr> renderVolume(const Recipe& recipe, JobControl& job,
                                             unsigned threads = 0,
                                             const SliceListener& listener = {}, int first = -1);

/// The slices as the scanner took them, for DICOM: of a level gantry the volume itself. Of a tilted
/// one each slice lies where `scanPositions` says, not where the volume's grid does. Errors and
/// threads as renderVolume.
[[nodiscard]] Result<VolumePtr> renderScan(const Recipe& recipe, JobControl& job,
                                           unsigned threads = 0);

/// Centres of the first pixels of the scanned slices, from the feet: one step along z apart.
[[nodiscard]] std::vector<PointLps> scanPositions(const Recipe& recipe);

/// Only some slices, each the same bytes as in the volume, in the order asked for. `slices` lie in
/// [0, recipe.scanner.slices). Errors as renderVolume. Thread-safe.
[[nodiscard]] Result<std::vector<std::vector<std::int16_t>>>
renderSlices(const Recipe& recipe, std::span<const int> slices, JobControl& job,
             unsigned threads = 0);

}  // namespace nodewise::synthesis
