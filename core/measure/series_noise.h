/// series_noise.h: noise of soft tissue, slice by slice, and slices with streaks.
#pragma once
#include "base/job_control.h"
#include "volume/ct_volume.h"
#include <optional>
#include <vector>

namespace nodewise::measure {

struct SeriesNoise {
    std::optional<double> noiseHu;  ///< Mode of the local SDs in soft tissue of the whole series.
    std::vector<int> streakSlices;  ///< Index along the stack, rising.
};

/// Squares of about 3 mm whose mean lies in soft tissue (0 … 120 HU) and whose values lie on a
/// plane but for noise; the mode of their SDs (Christianson et al., AJR 2015;205:W57). A slice has
/// streaks when it holds metal (2500 HU and more) and its noise is a third above that of the
/// series, or when its noise is twice that and above 25 HU. Stacks along k only: other stacks give
/// no streaks. Thread-safe.
[[nodiscard]] SeriesNoise findSeriesNoise(const CtVolume& image, int stackAxis, unsigned threads,
                                          JobControl& job);

}  // namespace nodewise::measure
