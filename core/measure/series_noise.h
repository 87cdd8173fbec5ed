/// series_noise.h: noise of soft tissue, slice by slice, and slices with streaks.
#pragma once
#include "base/job_control.h"
#include "volume/ct_volume.h"
#include <optional>
#include <vector>

namespace nodewise::measure {

struct SeriesNoise {
    std::optional<double> noiseHu;  ///< SD in soft tissue of the whole series, all waves of it.
    std::vector<int> streakSlices;  ///< Index along the stack, rising.
};

/// Squares of about 9 mm in one soft tissue (the mean of each quarter in 0 … 120 HU); the mode of
/// their SDs about their own plane (Christianson et al., AJR 2015;205:W57). Noise of a scanner
/// comes in waves of several millimetres, of which a patch shows only the shorter ones: what the
/// plane takes out is given back from the ratio of the patches to their quarters, for noise through
/// a Gaussian. Where too few large squares lie in one tissue, the mode in squares of 3 mm. A slice
/// has streaks when it holds metal (2500 HU and more) and its squares of 3 mm show a third more
/// than those of the series, or twice that and above 25 HU. Stacks along k only: other stacks give
/// no streaks. Thread-safe.
[[nodiscard]] SeriesNoise findSeriesNoise(const CtVolume& image, int stackAxis, unsigned threads,
                                          JobControl& job);

}  // namespace nodewise::measure
