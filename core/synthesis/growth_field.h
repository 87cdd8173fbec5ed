/// growth_field.h: a small block of numbers about one node, read between its samples.
#pragma once
#include "synthesis/shapes.h"
#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace nodewise::synthesis {

/// A regular block in the patient frame.
struct Block {
    std::array<float, 3> origin{};  ///< Centre of the first cell, mm.
    float step = 0.6F;
    std::array<int, 3> size{};

    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]) *
               static_cast<std::size_t>(size[2]);
    }
    [[nodiscard]] std::size_t index(int i, int j, int k) const {
        return static_cast<std::size_t>((k * size[1] + j) * size[0] + i);
    }
    [[nodiscard]] std::array<float, 3> place(int i, int j, int k) const {
        return {origin[0] + step * static_cast<float>(i), origin[1] + step * static_cast<float>(j),
                origin[2] + step * static_cast<float>(k)};
    }
};

/// Trilinear; `outside` beyond the block.
[[nodiscard]] inline float sample(const Block& block, const std::vector<float>& values, float x,
                                  float y, float z, float outside) {
    const std::array<float, 3> p{(x - block.origin[0]) / block.step,
                                 (y - block.origin[1]) / block.step,
                                 (z - block.origin[2]) / block.step};
    for (std::size_t a = 0; a < 3; ++a)
        if (!(p[a] >= 0) || p[a] > static_cast<float>(block.size[a] - 1) - 0.001F)
            return outside;
    const int i = static_cast<int>(p[0]), j = static_cast<int>(p[1]), k = static_cast<int>(p[2]);
    const float tx = p[0] - static_cast<float>(i), ty = p[1] - static_cast<float>(j),
                tz = p[2] - static_cast<float>(k);
    const auto line = [&](int dj, int dk) {
        const float* v = &values[block.index(i, j + dj, k + dk)];
        return v[0] + tx * (v[1] - v[0]);
    };
    const float low = line(0, 0) + ty * (line(1, 0) - line(0, 0));
    const float high = line(0, 1) + ty * (line(1, 1) - line(0, 1));
    return low + tz * (high - low);
}

/// A strand of the reaction: a tapering line in the patient frame, with its weight 0..1.
struct Fibre {
    std::vector<Knot> knots;
    float weight = 1;
};

/// What grew about one node.
struct Growth {
    Block block;
    std::vector<float> tumour;  ///< Distance to capsule and extension together; empty when none.
    std::vector<float> haze;    ///< 0..1 along the fat; empty when none.
    std::vector<Fibre> fibres;
    float depthMm = 0;                          ///< Greatest distance of tumour beyond the capsule.
    float fatMm3 = 0;                           ///< Extension in fat.
    std::vector<std::array<float, 2>> entered;  ///< (PartSide, mm³) of every structure entered.
};

}  // namespace nodewise::synthesis
