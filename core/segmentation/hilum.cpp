#include "segmentation/hilum.h"
#include "segmentation/coarse_grid.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace nodewise::segmentation {

namespace {

using Bits = CoarseGrid::Bits;

constexpr float kBelowLevel = 20, kAboveLevel = 26;  ///< HU about the level that are node tissue.
constexpr double kDeepestSees = 0.76, kPocketSees = 0.49;
constexpr double kLeastMm3 = 5, kMostShare = 0.7;
constexpr float kClosing = 0.8F;
constexpr float kGrow = 1.6F;  ///< The whole may be larger than the part first seen.
constexpr float kFineBelowMm = 5.5F;
constexpr float kSmallMm = 4.5F;
constexpr float kFlankMm = 0.9F,
                kFlankHu = 40;  ///< Radius of the closing, of the tissue's own radius.

std::size_t countOf(const Bits& bits) {
    return static_cast<std::size_t>(std::count(bits.begin(), bits.end(), std::uint8_t{1}));
}

/// The cube of `bits` nearest to the middle, within a few.
std::size_t seedOf(const Bits& bits) {
    constexpr int h = CoarseGrid::kHalf, kNear = 4;
    std::size_t seed = CoarseGrid::middleOffset();
    int nearest = kNear * kNear + 1;
    for (int z = -kNear; z <= kNear; ++z)
        for (int y = -kNear; y <= kNear; ++y)
            for (int x = -kNear; x <= kNear; ++x) {
                const std::size_t at = CoarseGrid::offset(h + x, h + y, h + z);
                if (const int d = x * x + y * y + z * z; bits[at] != 0 && d < nearest) {
                    nearest = d;
                    seed = at;
                }
            }
    return seed;
}

/// Node tissue within a ball about the middle, joined with it.
Bits tissueAbout(const std::vector<float>& hu, const TissueLevels& levels, bool small, float mm) {
    constexpr int h = CoarseGrid::kHalf;
    // In a small node hardly a voxel is free of fat; its neighbours are few, too.
    const float strict = std::max(levels.node - kBelowLevel, 0.5F * (levels.node + levels.muscle));
    const float low = small ? kFlankHu : strict, high = levels.node + kAboveLevel;
    Bits bits(hu.size(), 0);
    for (int z = -h; z <= h; ++z)
        for (int y = -h; y <= h; ++y)
            for (int x = -h; x <= h; ++x) {
                const std::size_t n = CoarseGrid::offset(h + x, h + y, h + z);
                bits[n] = x * x + y * y + z * z < h * h && hu[n] >= low && hu[n] <= high ? 1 : 0;
            }
    bits = CoarseGrid::joined(bits, seedOf(bits));
    if (small)
        return bits;
    // The flank towards fat belongs to the node down to the middle between the two.
    const float reach = kFlankMm / mm;
    const auto near = CoarseGrid::squaredDistance(bits, static_cast<int>(reach) + 1);
    for (std::size_t n = 0; n < bits.size(); ++n)
        bits[n] = hu[n] > kFlankHu && hu[n] <= high && near[n] <= reach * reach ? 1 : 0;
    return bits;
}

Bits closing(const Bits& bits, float radius) {
    const int reach = static_cast<int>(std::ceil(radius)) + 1;
    const auto out = CoarseGrid::squaredDistance(bits, reach);
    Bits beyond(bits.size());
    for (std::size_t n = 0; n < bits.size(); ++n)
        beyond[n] = out[n] > radius * radius ? 1 : 0;
    const auto back = CoarseGrid::squaredDistance(beyond, reach);
    Bits closed(bits.size());
    for (std::size_t n = 0; n < bits.size(); ++n)
        closed[n] = bits[n] != 0 || back[n] > radius * radius ? 1 : 0;
    return closed;
}

/// Share of 26 directions in which tissue lies within `reach` cubes.
double seesTissue(const Bits& tissue, std::size_t at, int reach) {
    constexpr int side = CoarseGrid::kSide;
    const int x = static_cast<int>(at % side), y = static_cast<int>(at / side % side),
              z = static_cast<int>(at / (side * side));
    int hits = 0;
    for (int n = 0; n < 27; ++n) {
        const int dx = n % 3 - 1, dy = n / 3 % 3 - 1, dz = n / 9 - 1;
        if (n == 13)
            continue;
        const int steps =
            static_cast<int>(static_cast<double>(reach) /
                             std::sqrt(static_cast<double>(dx * dx + dy * dy + dz * dz)));
        for (int s = 1; s <= steps; ++s) {
            const int a = x + s * dx, b = y + s * dy, c = z + s * dz;
            if (a < 0 || b < 0 || c < 0 || a >= side || b >= side || c >= side)
                break;
            if (tissue[CoarseGrid::offset(a, b, c)] != 0) {
                ++hits;
                break;
            }
        }
    }
    return hits / 26.0;
}

/// Pockets of the closing that are deep and enclosed enough to be a hilum.
Bits hilumOf(const Bits& tissue, const Bits& closed, float radius, double cubeMm3) {
    const int reach = static_cast<int>(std::ceil(2.0F * radius));
    Bits left(tissue.size(), 0), hilum(tissue.size(), 0);
    std::vector<double> sees(tissue.size(), 0.0);
    for (std::size_t n = 0; n < left.size(); ++n)
        if (closed[n] != 0 && tissue[n] == 0) {
            sees[n] = seesTissue(tissue, n, reach);
            left[n] = sees[n] > kPocketSees ? 1 : 0;
        }
    const double all = static_cast<double>(countOf(tissue));
    for (std::size_t n = 0; n < left.size(); ++n) {
        if (left[n] == 0 || sees[n] < kDeepestSees)
            continue;
        const Bits pocket = CoarseGrid::joined(left, n);
        const auto size = static_cast<double>(countOf(pocket));
        const bool fits = size * cubeMm3 >= kLeastMm3 && size <= kMostShare * all;
        for (std::size_t p = 0; p < pocket.size(); ++p)
            if (pocket[p] != 0) {
                left[p] = 0;
                hilum[p] = fits ? 1 : 0;
            }
    }
    return hilum;
}

}  // namespace

double fillHilum(WorkBox& box, BoxPoint middle, float scaleMm, const TissueLevels& levels) {
    const float mm = scaleMm < kFineBelowMm ? 0.65F : 1.15F;
    const CoarseGrid grid(middle, mm);
    const bool small = scaleMm < kSmallMm || levels.node - levels.muscle < 9;
    const Bits tissue = tissueAbout(grid.read(box), levels, small, mm);
    const std::size_t size = countOf(tissue);
    // Tissue that runs on into what it touches must not close wide gaps.
    const float radius = std::clamp(
        static_cast<float>(std::cbrt(0.75 / std::numbers::pi * static_cast<double>(size))), 2.5F,
        kGrow * std::max(scaleMm, 2.5F) / mm);
    const float close = kClosing * radius;
    const double cubeMm3 = std::pow(static_cast<double>(mm), 3);
    const Bits hilum = hilumOf(tissue, closing(tissue, close), radius, cubeMm3);
    const std::size_t cubes = countOf(hilum);
    if (cubes > 0)
        box.replaceDarker(levels.node, [&](BoxPoint p) {
            const std::size_t cube = grid.cubeOf(p);
            return cube < hilum.size() && hilum[cube] != 0;
        });
    return static_cast<double>(cubes) * cubeMm3;
}

}  // namespace nodewise::segmentation
