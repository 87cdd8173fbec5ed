#include "volume/slice_rows.h"
#include <cmath>
#include <limits>

namespace nodewise::slice {
namespace {

/// Of two values the one that is there; of two that are there, what `choose` says.
template <class F>
void combineWith(std::span<const float> row, std::span<float> into, F choose) {
    for (std::size_t n = 0; n < into.size(); ++n) {
        const float a = into[n];
        const float b = row[n];
        into[n] = std::isnan(a) ? b : (std::isnan(b) ? a : choose(a, b));
    }
}

}  // namespace

void combineRows(SlabMode mode, std::span<const float> row, std::span<float> into,
                 std::span<float> counts) {
    switch (mode) {
    case SlabMode::Mip:
        combineWith(row, into, [](float a, float b) { return a > b ? a : b; });
        return;
    case SlabMode::MinIp:
        combineWith(row, into, [](float a, float b) { return a < b ? a : b; });
        return;
    case SlabMode::None:
    case SlabMode::Mean:
        break;
    }
    for (std::size_t n = 0; n < into.size(); ++n) {
        const bool there = !std::isnan(row[n]);
        into[n] += there ? row[n] : 0.0F;
        counts[n] += there ? 1.0F : 0.0F;
    }
}

void finishMean(std::span<float> sums, std::span<const float> counts) {
    for (std::size_t n = 0; n < sums.size(); ++n)
        sums[n] = counts[n] > 0 ? sums[n] / counts[n] : std::numeric_limits<float>::quiet_NaN();
}

}  // namespace nodewise::slice
