#include "measure/distance_map.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

/// One line of the transform: squared distances so far, and the next axis worked in. For each place
/// the search walks outward and ends as soon as the axis alone is farther than the best found.
void relaxLine(const std::vector<float>& in, std::vector<float>& out, double spacing) {
    const int count = static_cast<int>(in.size());
    for (int at = 0; at < count; ++at) {
        float best = in[static_cast<std::size_t>(at)];
        for (int d = 1; d < count; ++d) {
            const double face = (d - 0.5) * spacing;
            const auto own = static_cast<float>(face * face);
            if (own >= best)
                break;
            if (at - d >= 0)
                best = std::min(best, in[static_cast<std::size_t>(at - d)] + own);
            if (at + d < count)
                best = std::min(best, in[static_cast<std::size_t>(at + d)] + own);
        }
        out[static_cast<std::size_t>(at)] = best;
    }
}

}  // namespace

Result<std::vector<float>> distanceToMask(const GridGeometry& geometry,
                                          std::span<const std::uint8_t> mask, double limitMm,
                                          JobControl& job) {
    const auto limit = static_cast<float>(limitMm * limitMm);
    std::vector<float> squared(mask.size());
    std::transform(mask.begin(), mask.end(), squared.begin(),
                   [&](std::uint8_t set) { return set != 0 ? 0.0F : limit; });
    const auto& dims = geometry.dims();
    std::size_t step = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto length = static_cast<std::size_t>(dims[axis]);
        std::vector<float> in(length), out(length);
        const std::size_t lines = mask.size() / length;
        for (std::size_t line = 0; line < lines; ++line) {
            if (line % 1024 == 0 && job.cancelled())
                return fail(ErrorCode::Cancelled, "cancelled");
            const std::size_t start = (line / step) * step * length + line % step;
            for (std::size_t i = 0; i < length; ++i)
                in[i] = squared[start + i * step];
            relaxLine(in, out, geometry.spacing()[axis]);
            for (std::size_t i = 0; i < length; ++i)
                squared[start + i * step] = out[i];
        }
        step *= length;
    }
    for (float& value : squared)
        value = std::sqrt(value);
    return squared;
}

}  // namespace nodewise::measure
