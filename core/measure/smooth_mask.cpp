#include "measure/smooth_mask.h"
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

/// Smooths the lines of one axis in place: `length` values, `step` apart.
void smoothAxis(std::vector<float>& field, std::size_t length, std::size_t step,
                const std::vector<float>& weights) {
    const std::size_t reach = weights.size() / 2;
    std::vector<float> in(length + 2 * reach, 0.0F);
    for (std::size_t line = 0; line < field.size() / length; ++line) {
        float* start = field.data() + (line / step) * step * length + line % step;
        for (std::size_t i = 0; i < length; ++i)
            in[i + reach] = start[i * step];
        for (std::size_t i = 0; i < length; ++i) {
            float value = 0;
            for (std::size_t w = 0; w < weights.size(); ++w)
                value += weights[w] * in[i + w];
            start[i * step] = value;
        }
    }
}

}  // namespace

std::vector<float> smoothMask(const GridGeometry& geometry, std::vector<float> share,
                              const std::array<double, 3>& sdVoxels) {
    std::size_t step = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto length = static_cast<std::size_t>(geometry.dims()[axis]);
        smoothAxis(share, length, step, kernelOf(sdVoxels[axis]));
        step *= length;
    }
    return share;
}

std::vector<float> smoothMask(const GridGeometry& geometry, std::span<const std::uint8_t> mask,
                              const std::array<double, 3>& sdVoxels) {
    return smoothMask(geometry, std::vector<float>(mask.begin(), mask.end()), sdVoxels);
}

}  // namespace nodewise::measure
