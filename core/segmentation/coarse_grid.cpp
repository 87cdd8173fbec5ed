#include "segmentation/coarse_grid.h"
#include <algorithm>
#include <cmath>

namespace nodewise::segmentation {

namespace {

constexpr float kFarAway = 1e6F;

/// Lower envelope of parabolas along a line of cubes (Felzenszwalb and Huttenlocher, Theory of
/// Computing 8:415, 2012), by direct comparison: the lines are short.
void sweepLine(float* values, std::size_t stride, int reach) {
    std::array<float, CoarseGrid::kSide> line{};
    bool any = false;
    for (int n = 0; n < CoarseGrid::kSide; ++n) {
        line[static_cast<std::size_t>(n)] = values[static_cast<std::size_t>(n) * stride];
        any = any || line[static_cast<std::size_t>(n)] < kFarAway;
    }
    if (!any)
        return;
    for (int n = 0; n < CoarseGrid::kSide; ++n) {
        float best = line[static_cast<std::size_t>(n)];
        for (int m = std::max(0, n - reach); m <= std::min(CoarseGrid::kSide - 1, n + reach); ++m)
            best = std::min(best, line[static_cast<std::size_t>(m)] +
                                      static_cast<float>((m - n) * (m - n)));
        values[static_cast<std::size_t>(n) * stride] = best;
    }
}

}  // namespace

std::size_t CoarseGrid::cubeOf(BoxPoint p) const {
    const auto cube = [&](float v, float c) {
        return static_cast<int>(std::lround((v - c) / m_mm)) + kHalf;
    };
    const int x = cube(p.x, m_middle.x), y = cube(p.y, m_middle.y), z = cube(p.z, m_middle.z);
    const auto within = [](int n) { return n >= 0 && n < kSide; };
    return within(x) && within(y) && within(z) ? offset(x, y, z) : count();
}

std::vector<float> CoarseGrid::read(const WorkBox& box) const {
    std::vector<float> out(count(), -1000.0F);
    for (int z = 0; z < kSide; ++z)
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x)
                if (const BoxPoint p = at(x, y, z); box.inside(p))
                    out[offset(x, y, z)] = box.smooth(p);
    return out;
}

CoarseGrid::Bits CoarseGrid::joined(const Bits& bits, std::size_t seed) {
    Bits out(bits.size(), 0);
    if (seed >= bits.size() || bits[seed] == 0)
        return out;
    std::vector<std::size_t> open{seed};
    out[seed] = 1;
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        const int x = static_cast<int>(at % kSide), y = static_cast<int>(at / kSide % kSide),
                  z = static_cast<int>(at / (kSide * kSide));
        const auto visit = [&](int a, int b, int c) {
            if (a < 0 || b < 0 || c < 0 || a >= kSide || b >= kSide || c >= kSide)
                return;
            const std::size_t next = offset(a, b, c);
            if (bits[next] != 0 && out[next] == 0) {
                out[next] = 1;
                open.push_back(next);
            }
        };
        visit(x - 1, y, z), visit(x + 1, y, z), visit(x, y - 1, z);
        visit(x, y + 1, z), visit(x, y, z - 1), visit(x, y, z + 1);
    }
    return out;
}

std::vector<float> CoarseGrid::squaredDistance(const Bits& bits, int reach) {
    std::vector<float> out(bits.size());
    for (std::size_t n = 0; n < bits.size(); ++n)
        out[n] = bits[n] != 0 ? 0 : kFarAway;
    for (int a = 0; a < kSide; ++a)
        for (int b = 0; b < kSide; ++b)
            sweepLine(&out[offset(0, a, b)], 1, reach);
    for (int a = 0; a < kSide; ++a)
        for (int b = 0; b < kSide; ++b)
            sweepLine(&out[offset(a, 0, b)], kSide, reach);
    for (int a = 0; a < kSide; ++a)
        for (int b = 0; b < kSide; ++b)
            sweepLine(&out[offset(a, b, 0)], static_cast<std::size_t>(kSide) * kSide, reach);
    return out;
}

}  // namespace nodewise::segmentation
