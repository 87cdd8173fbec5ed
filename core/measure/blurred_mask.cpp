#include "measure/blurred_mask.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

/// What the voxels of one axis add to one node.
struct Weights {
    int from = 0;
    std::vector<float> weight;
};

double share(double low, double high, double sd) {
    return 0.5 * (std::erf(high / (sd * std::sqrt(2.0))) - std::erf(low / (sd * std::sqrt(2.0))));
}

Weights weightsAt(double place, int count, double spacing, double sigma, double tau) {
    const double reach = 3.5 * tau + 0.5 * spacing;
    Weights weights;
    weights.from = std::clamp(static_cast<int>(std::ceil((place - reach) / spacing)), 0, count);
    const int to =
        std::clamp(static_cast<int>(std::floor((place + reach) / spacing)) + 1, 0, count);
    for (int i = weights.from; i < to; ++i) {
        const double low = (i - 0.5) * spacing - place, high = low + spacing;
        weights.weight.push_back(
            static_cast<float>(2.0 * share(low, high, sigma) - share(low, high, tau)));
    }
    return weights;
}

struct Axis {
    double first = 0;
    std::vector<Weights> nodes;
};

Axis axisOf(int count, double spacing, double sigma, double step) {
    const double tau = std::sqrt(2.0 * sigma * sigma + spacing * spacing / 12.0);
    const double rim = 0.5 * spacing + sigma + 2.0 * step;
    const double length = (count - 1) * spacing + 2.0 * rim;
    const int nodes = static_cast<int>(std::ceil(length / step)) + 1;
    Axis axis;
    axis.first = 0.5 * (count - 1) * spacing - 0.5 * (nodes - 1) * step;
    for (int n = 0; n < nodes; ++n)
        axis.nodes.push_back(weightsAt(axis.first + n * step, count, spacing, sigma, tau));
    return axis;
}

/// Sums lines of `length` floats: out[node] = sum of weight · in[voxel]. `in` and `out` hold the
/// lines of one axis one after the other.
template <class T>
void blend(const T* in, std::size_t length, const Axis& axis, float* out) {
    for (std::size_t n = 0; n < axis.nodes.size(); ++n) {
        const Weights& node = axis.nodes[n];
        float* line = out + n * length;
        for (std::size_t w = 0; w < node.weight.size(); ++w) {
            const T* source = in + (static_cast<std::size_t>(node.from) + w) * length;
            const float weight = node.weight[w];
            for (std::size_t x = 0; x < length; ++x)
                line[x] += weight * static_cast<float>(source[x]);
        }
    }
}

/// Along the rows, which are turned into columns on the way: out is `rows` wide and has a line a
/// node.
void blendRows(const std::vector<float>& in, std::size_t rows, std::size_t width, const Axis& axis,
               std::vector<float>& turned, float* out) {
    turned.resize(in.size());
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t x = 0; x < width; ++x)
            turned[x * rows + r] = in[r * width + x];
    blend(turned.data(), rows, axis, out);
}

}  // namespace

BlurredMask blurMask(const MaskBox& mask, double sigmaMm, double stepMm) {
    std::array<Axis, 3> axes;
    BlurredMask result;
    result.stepMm = stepMm;
    for (std::size_t a = 0; a < 3; ++a) {
        axes[a] = axisOf(mask.dims[a], mask.spacingMm[a], sigmaMm, stepMm);
        result.dims[a] = static_cast<int>(axes[a].nodes.size());
        result.firstMm[a] = axes[a].first;
    }
    const auto width = static_cast<std::size_t>(mask.dims[0]);
    const auto rows = static_cast<std::size_t>(mask.dims[1]);
    const auto nodes0 = axes[0].nodes.size(), nodes1 = axes[1].nodes.size(),
               nodes2 = axes[2].nodes.size();
    std::vector<float> slabs(width * rows * nodes2, 0.0F);
    blend(mask.inside.data(), width * rows, axes[2], slabs.data());
    result.value.resize(nodes0 * nodes1 * nodes2);
    std::vector<float> plane, turned, columns;
    for (std::size_t k = 0; k < nodes2; ++k) {
        plane.assign(width * nodes1, 0.0F);
        blend(slabs.data() + k * width * rows, width, axes[1], plane.data());
        columns.assign(nodes0 * nodes1, 0.0F);
        blendRows(plane, nodes1, width, axes[0], turned, columns.data());
        float* out = result.value.data() + k * nodes0 * nodes1;
        for (std::size_t i = 0; i < nodes0; ++i)
            for (std::size_t j = 0; j < nodes1; ++j)
                out[j * nodes0 + i] = columns[i * nodes1 + j];
    }
    return result;
}

}  // namespace nodewise::measure
