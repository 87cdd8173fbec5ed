#include "measure/plane_roughness.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kSmoothMm = 5.0, kSmoothShare = 0.12;
constexpr double kLeastAreaShare = 0.3;
constexpr std::size_t kMostCorners = 100;  // looked at on a loop: enough for a mean
constexpr double kStepShare = 0.17;        // of a pixel

double lengthOf(const std::vector<PlanePoint>& loop) {
    double sum = 0;
    for (std::size_t n = 0; n < loop.size(); ++n)
        sum += distance(loop[n], loop[(n + 1) % loop.size()]);
    return sum;
}

double areaOf(const std::vector<PlanePoint>& loop) {
    double twice = 0;
    for (std::size_t n = 0; n < loop.size(); ++n) {
        const PlanePoint a = loop[n], b = loop[(n + 1) % loop.size()];
        twice += a.u * b.v - b.u * a.v;
    }
    return 0.5 * std::abs(twice);
}

int part(VoxelIndex v, int axis) {
    return axis == 0 ? v.i : axis == 1 ? v.j : v.k;
}

/// The longest outline of the node in one plane of the stack; empty when it is not there.
std::vector<PlanePoint> outlineIn(const NodeRegion& region, int stack, int plane) {
    const int u = stack == 0 ? 1 : 0, v = stack == 2 ? 1 : 2;
    const auto size = [&](int axis) {
        return part(region.nodeBox.high, axis) - part(region.nodeBox.low, axis) + 1;
    };
    const auto& spacing = region.geometry.spacing();
    PlaneMask mask{size(u),
                   size(v),
                   spacing[static_cast<std::size_t>(u)],
                   spacing[static_cast<std::size_t>(v)],
                   {}};
    bool any = false;
    for (int b = 0; b < mask.height; ++b)
        for (int a = 0; a < mask.width; ++a) {
            std::array<int, 3> at{region.nodeBox.low.i, region.nodeBox.low.j, region.nodeBox.low.k};
            at[static_cast<std::size_t>(u)] += a;
            at[static_cast<std::size_t>(v)] += b;
            at[static_cast<std::size_t>(stack)] = plane;
            const std::uint8_t in = region.inside[region.geometry.offset({at[0], at[1], at[2]})];
            mask.inside.push_back(in);
            any = any || in != 0;
        }
    if (!any)
        return {};
    auto loops = outlinesOf(smoothPlane(mask));
    return loops.empty() ? std::vector<PlanePoint>{} : std::move(loops.front());
}

}  // namespace

double smoothReachMm(const std::vector<PlanePoint>& loop) {
    return std::min(kSmoothMm, kSmoothShare * lengthOf(loop));
}

std::optional<double> offSmooth(const std::vector<PlanePoint>& loop, std::size_t n,
                                double reachMm) {
    std::vector<PlanePoint> near;
    near.reserve(loop.size() + 1);
    near.push_back(loop[n]);
    double lengthMm = 0;
    for (std::size_t d = 1; d < loop.size() / 2 && lengthMm < reachMm; ++d) {
        const std::size_t b = (n + loop.size() - d) % loop.size(), f = (n + d) % loop.size();
        lengthMm += 0.5 * (distance(loop[b], loop[(b + 1) % loop.size()]) +
                           distance(loop[f], loop[(f + loop.size() - 1) % loop.size()]));
        near.push_back(loop[b]);
        near.push_back(loop[f]);
    }
    if (near.size() < 7)
        return std::nullopt;
    const PlanePoint a = near[near.size() - 2], b = near.back();
    const double size = std::max(1e-6, distance(a, b));
    const double cu = (b.u - a.u) / size, cv = (b.v - a.v) / size;
    // y = c0 + c1 x + c2 x² by least squares, x along the chord.
    std::array<double, 5> s{};
    std::array<double, 3> t{};
    for (const PlanePoint p : near) {
        const double du = p.u - loop[n].u, dv = p.v - loop[n].v;
        const double x = du * cu + dv * cv, y = dv * cu - du * cv;
        double power = 1;
        for (std::size_t k = 0; k < 5; ++k, power *= x) {
            s[k] += power;
            if (k < 3)
                t[k] += power * y;
        }
    }
    const double determinant = s[0] * (s[2] * s[4] - s[3] * s[3]) -
                               s[1] * (s[1] * s[4] - s[2] * s[3]) +
                               s[2] * (s[1] * s[3] - s[2] * s[2]);
    if (std::abs(determinant) < 1e-9)
        return std::nullopt;
    const double c0 = (t[0] * (s[2] * s[4] - s[3] * s[3]) - s[1] * (t[1] * s[4] - t[2] * s[3]) +
                       s[2] * (t[1] * s[3] - t[2] * s[2])) /
                      determinant;
    return c0;  // the place itself lies at (0, 0)
}

std::optional<double> planeRoughnessMm(const NodeRegion& region) {
    const int stack = region.geometry.axisAlong(2);
    std::vector<std::vector<PlanePoint>> outlines;
    double largest = 0;
    for (int k = part(region.nodeBox.low, stack); k <= part(region.nodeBox.high, stack); ++k)
        if (auto loop = outlineIn(region, stack, k); !loop.empty()) {
            largest = std::max(largest, areaOf(loop));
            outlines.push_back(std::move(loop));
        }
    double squares = 0, length = 0;
    std::size_t slice = 0;
    for (const auto& loop : outlines) {
        if (areaOf(loop) < kLeastAreaShare * largest)
            continue;
        const double reach = smoothReachMm(loop);
        // Others in the next slice, so that no pattern of voxels is met each time.
        const std::size_t step = 1 + loop.size() / kMostCorners;
        for (std::size_t n = slice++ % step; n < loop.size(); n += step)
            if (const auto off = offSmooth(loop, n, reach)) {
                const double way = distance(loop[n], loop[(n + 1) % loop.size()]);
                squares += *off * *off * way;
                length += way;
            }
    }
    if (length <= 0)
        return std::nullopt;
    // Voxels of a smooth body leave the line by 0.17 pixel (balls and ellipsoids of 4 to 15 mm).
    const auto& mm = region.geometry.spacing();
    const double steps = kStepShare * std::max(mm[stack == 0 ? 1 : 0], mm[stack == 2 ? 1 : 2]);
    return std::sqrt(std::max(0.0, squares / length - steps * steps));
}

}  // namespace nodewise::measure
