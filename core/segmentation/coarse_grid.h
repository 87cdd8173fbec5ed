/// coarse_grid.h: cubes about a click, for questions that need no fine picture.
#pragma once
#include "segmentation/work_box.h"
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nodewise::segmentation {

/// (2·kHalf + 1)³ cubes of `mm` about a middle.
class CoarseGrid {
public:
    static constexpr int kHalf = 22;
    static constexpr int kSide = 2 * kHalf + 1;
    using Bits = std::vector<std::uint8_t>;

    CoarseGrid(BoxPoint middle, float mm)
        : m_middle(middle)
        , m_mm(mm) {}

    [[nodiscard]] float mm() const { return m_mm; }
    [[nodiscard]] static std::size_t count() {
        return static_cast<std::size_t>(kSide) * kSide * kSide;
    }
    [[nodiscard]] static std::size_t offset(int x, int y, int z) {
        return static_cast<std::size_t>((z * kSide + y) * kSide + x);
    }
    [[nodiscard]] static std::size_t middleOffset() { return offset(kHalf, kHalf, kHalf); }
    [[nodiscard]] BoxPoint at(int x, int y, int z) const {
        const auto from = [&](float c, int n) { return c + m_mm * static_cast<float>(n - kHalf); };
        return {from(m_middle.x, x), from(m_middle.y, y), from(m_middle.z, z)};
    }
    /// The cube a place lies in; kSide³ when outside.
    [[nodiscard]] std::size_t cubeOf(BoxPoint p) const;

    /// Smoothed values at the middles of the cubes.
    [[nodiscard]] std::vector<float> read(const WorkBox& box) const;

    /// The cubes joined face to face with `seed`; empty when the seed is not set.
    [[nodiscard]] static Bits joined(const Bits& bits, std::size_t seed);
    /// Squared distance of each cube to the nearest set one, in cubes; where it is more than
    /// `reach`² some larger number.
    [[nodiscard]] static std::vector<float> squaredDistance(const Bits& bits, int reach);

private:
    BoxPoint m_middle;
    float m_mm;
};

}  // namespace nodewise::segmentation
