#include "measure/smooth_mask.h"
#include <cmath>
#include <cstddef>

namespace nodewise::measure {

std::vector<float> smoothMask(const GridGeometry& geometry, std::span<const std::uint8_t> mask,
                              double sdVoxels) {
    const int reach = static_cast<int>(std::ceil(4 * sdVoxels));
    std::vector<float> weights;
    double sum = 0;
    for (int d = -reach; d <= reach; ++d)
        sum += std::exp(-0.5 * d * d / (sdVoxels * sdVoxels));
    for (int d = -reach; d <= reach; ++d)
        weights.push_back(static_cast<float>(std::exp(-0.5 * d * d / (sdVoxels * sdVoxels)) / sum));
    std::vector<float> field(mask.begin(), mask.end());
    const auto& dims = geometry.dims();
    std::size_t step = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const int length = dims[axis];
        const auto count = static_cast<std::size_t>(length);
        std::vector<float> in(count + 2 * static_cast<std::size_t>(reach), 0.0F);
        for (std::size_t line = 0; line < field.size() / count; ++line) {
            float* start = field.data() + (line / step) * step * count + line % step;
            for (std::size_t i = 0; i < count; ++i)
                in[i + static_cast<std::size_t>(reach)] = start[i * step];
            for (std::size_t i = 0; i < count; ++i) {
                float value = 0;
                for (std::size_t w = 0; w < weights.size(); ++w)
                    value += weights[w] * in[i + w];
                start[i * step] = value;
            }
        }
        step *= count;
    }
    return field;
}

}  // namespace nodewise::measure
