#include "measure/smooth_mask.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise::measure {

namespace {

std::vector<float> kernelOf(double sd) {
    const int reach = static_cast<int>(std::ceil(4 * sd));
    const auto weight = [&](int d) { return std::exp(-0.5 * d * d / (sd * sd)); };
    double sum = 0;
    for (int d = -reach; d <= reach; ++d)
        sum += weight(d);
    std::vector<float> weights;
    for (int d = -reach; d <= reach; ++d)
        weights.push_back(static_cast<float>(weight(d) / sum));
    return weights;
}

/// Smooths the lines of the first axis in place.
void smoothRows(std::vector<float>& field, std::size_t length, const std::vector<float>& weights) {
    const std::size_t reach = weights.size() / 2;
    std::vector<float> in(length + 2 * reach, 0.0F);
    for (std::size_t line = 0; line < field.size() / length; ++line) {
        float* start = field.data() + line * length;
        if (std::all_of(start, start + length, [](float v) { return v == 0; }))
            continue;
        std::copy(start, start + length, in.begin() + static_cast<std::ptrdiff_t>(reach));
        std::fill(start, start + length, 0.0F);
        for (std::size_t w = 0; w < weights.size(); ++w)
            for (std::size_t i = 0; i < length; ++i)
                start[i] += weights[w] * in[i + w];
    }
}

/// Smooths the lines of another axis in place: `length` values, `step` apart, all that lie side by
/// side at once.
void smoothAcross(std::vector<float>& field, std::size_t length, std::size_t step,
                  const std::vector<float>& weights) {
    const std::size_t reach = weights.size() / 2;
    // Narrow enough that what one bundle reads stays in the cache.
    const std::size_t wide = std::min<std::size_t>(step, 256);
    std::vector<float> in((length + 2 * reach) * wide, 0.0F);
    for (std::size_t slab = 0; slab < field.size() / length / step; ++slab)
        for (std::size_t first = 0; first < step; first += wide) {
            const std::size_t count = std::min(wide, step - first);
            float* start = field.data() + slab * step * length + first;
            bool any = false;
            for (std::size_t i = 0; i < length; ++i) {
                const float* from = start + i * step;
                float* to = in.data() + (i + reach) * wide;
                std::copy(from, from + count, to);
                any = any || std::any_of(from, from + count, [](float v) { return v != 0; });
            }
            if (!any)
                continue;
            for (std::size_t i = 0; i < length; ++i) {
                float* to = start + i * step;
                std::fill(to, to + count, 0.0F);
                for (std::size_t w = 0; w < weights.size(); ++w) {
                    const float* from = in.data() + (i + w) * wide;
                    for (std::size_t x = 0; x < count; ++x)
                        to[x] += weights[w] * from[x];
                }
            }
        }
}

}  // namespace

std::vector<float> smoothMask(const GridGeometry& geometry, std::vector<float> share,
                              const std::array<double, 3>& sdVoxels) {
    const auto length = [&](std::size_t axis) {
        return static_cast<std::size_t>(geometry.dims()[axis]);
    };
    smoothRows(share, length(0), kernelOf(sdVoxels[0]));
    smoothAcross(share, length(1), length(0), kernelOf(sdVoxels[1]));
    smoothAcross(share, length(2), length(0) * length(1), kernelOf(sdVoxels[2]));
    return share;
}

std::vector<float> smoothMask(const GridGeometry& geometry, std::span<const std::uint8_t> mask,
                              const std::array<double, 3>& sdVoxels) {
    return smoothMask(geometry, std::vector<float>(mask.begin(), mask.end()), sdVoxels);
}

}  // namespace nodewise::measure
