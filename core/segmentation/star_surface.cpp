#include "segmentation/star_surface.h"
#include "base/parallel.h"
#include "segmentation/surface_search.h"
#include <algorithm>
#include <cmath>

namespace nodewise::segmentation {

namespace {

constexpr float kEdgeHu = 110;  ///< Difference over the edge that is a clear border.
constexpr float kEdgeWeight = 3.0F;
constexpr float kWallMm = 1.6F;      ///< Fat, blood or bone of this depth ends a ray.
constexpr float kBeyond = 1.5F;      ///< Cost a mm beyond such a wall.
constexpr float kFlankMm = 0.7F;     ///< From the edge to the middle of its flanks.
constexpr float kFluidRunMm = 1.3F;  ///< Fluid of less depth is a flank.
constexpr int kPasses = 7;
constexpr float kOff = 0.2F, kOffMm = 0.3F;  ///< Usual distance from the expected radius.
constexpr float kOffCost = 0.4F, kOffCap = 0.15F;

BoxPoint along(BoxPoint from, const Direction& d, float mm) {
    return {from.x + d[0] * mm, from.y + d[1] * mm, from.z + d[2] * mm};
}

/// Values along one ray, at the middles of its steps and a little beyond.
struct Profile {
    std::array<float, 2 * kSteps> hu{};
    std::size_t known = 0;  ///< Steps that lie within the box.
    std::size_t count = 0;  ///< Values read.
    std::size_t half = 1;   ///< Steps from an edge to where its sides are read.
};

Profile profileOf(const WorkBox& box, BoxPoint centre, const Direction& d, float step) {
    Profile p;
    p.half = std::clamp<std::size_t>(std::lround(kFlankMm / step), 1, kSteps / 2);
    p.count = std::min(p.hu.size(), kSteps + 2 * p.half);
    for (std::size_t n = 0; n < p.count; ++n) {
        const BoxPoint at = along(centre, d, (static_cast<float>(n) + 0.5F) * step);
        p.hu[n] = box.smooth(at);
        if (box.inside(at) && p.known == n)
            p.known = n + 1;
    }
    return p;
}

/// A border after step n: bright to dark, or into blood or bone. 0..1.
float edgeAt(const Profile& p, std::size_t n, const TissueLevels& levels) {
    const float inner = p.hu[n + 1 > p.half ? n + 1 - p.half : 0];
    const float outer = p.hu[n + p.half];
    const float blood = vesselFrom(levels) + 5;
    if (inner > blood || inner < kFatBelow)
        return 0;
    const float fall = inner - outer;
    if (fall > 0)
        return std::min(std::sqrt(fall / kEdgeHu), 1.0F);
    return outer > blood ? std::min(std::sqrt(-fall / kEdgeHu), 1.0F) : 0.0F;
}

RayCost costOf(const Profile& p, float step, const FitInput& input, float expected) {
    RayCost cost{};
    const float unit = 1.0F / (0.12F * std::clamp(input.scaleMm, 3.0F, 16.0F));
    const auto wet = [](float hu) { return hu > -12 && hu < kFluidBelow; };
    float sum = 0, wall = 0, run = wet(p.hu[0]) ? kFluidRunMm : 0, beyond = 0;
    for (std::size_t n = 0; n < kSteps; ++n) {
        run = wet(p.hu[n]) ? run + step : 0;
        const bool fluid = run > kFluidRunMm;
        beyond = fluid ? 0 : beyond + step;
        float out = outsideEvidence(p.hu[n], input.levels, fluid, beyond);
        const float r = (static_cast<float>(n) + 0.5F) * step;
        // What lay well inside a surface found before is forgiven: hilum, core, gas of a needle.
        if (expected > 0 && out > 0)
            out *= std::clamp(0.15F + 3.4F * (r / expected - 0.6F), 0.15F, 1.0F);
        out += input.growth;
        if (out > 0.7F)
            wall += step;
        if (n >= p.known || wall > kWallMm)
            out = std::max(out, kBeyond);
        sum += out * step;
        cost[n] = unit * sum - kEdgeWeight * edgeAt(p, n, input.levels);
        if (expected > 0) {
            const float off = (r + 0.5F * step - expected) / (kOff * expected + kOffMm);
            cost[n] += kOffCost * off * off / (1 + kOffCap * off * off);
        }
    }
    return cost;
}

/// Parabola through the lowest cost and its neighbours.
float finer(const RayCost& cost, int at) {
    if (at <= 0 || at + 1 >= static_cast<int>(kSteps))
        return 0;
    const auto n = static_cast<std::size_t>(at);
    const float a = cost[n - 1], b = cost[n], c = cost[n + 1];
    const float bend = a - 2 * b + c;
    return bend > 1e-4F ? std::clamp(0.5F * (a - c) / bend, -0.5F, 0.5F) : 0.0F;
}

float stepOf(const FitInput& input) {
    return std::clamp(2.6F * input.scaleMm, 8.0F, input.reachMm) / static_cast<float>(kSteps);
}

struct Rays {
    std::vector<Profile> profile;
    std::vector<RayCost> cost;
};

Rays readRays(const WorkBox& box, const RaySet& rays, BoxPoint centre, const FitInput& input,
              float step, unsigned threads) {
    Rays out{std::vector<Profile>(rays.size()), std::vector<RayCost>(rays.size())};
    constexpr std::size_t kBlock = 64;
    parallelFor((rays.size() + kBlock - 1) / kBlock, threads, [&](std::size_t block) {
        for (std::size_t r = block * kBlock; r < std::min(rays.size(), (block + 1) * kBlock); ++r) {
            out.profile[r] = profileOf(box, centre, rays[r], step);
            out.cost[r] = costOf(out.profile[r], step, input,
                                 input.expected.empty() ? 0.0F : input.expected[r]);
        }
    });
    return out;
}

}  // namespace

float StarSurface::meanRadius() const {
    float sum = 0;
    for (const float r : radius)
        sum += r;
    return radius.empty() ? 0 : sum / static_cast<float>(radius.size());
}

BoxPoint StarSurface::at(const RaySet& rays, std::size_t ray) const {
    return along(centre, rays[ray], radius[ray]);
}

BoxPoint centroid(const RaySet& rays, const StarSurface& surface) {
    double x = 0, y = 0, z = 0, sum = 0;
    for (std::size_t r = 0; r < rays.size(); ++r) {
        const double radius = surface.radius[r];
        const double volume = rays.flat() ? radius * radius : radius * radius * radius;
        const double arm = volume * radius * (rays.flat() ? 2.0 / 3 : 0.75);
        sum += volume;
        x += arm * rays[r][0];
        y += arm * rays[r][1];
        z += arm * rays[r][2];
    }
    if (sum <= 0)
        return surface.centre;
    return {surface.centre.x + static_cast<float>(x / sum),
            surface.centre.y + static_cast<float>(y / sum),
            surface.centre.z + static_cast<float>(z / sum)};
}

StarSurface fitSurface(const WorkBox& box, const RaySet& rays, BoxPoint centre,
                       const FitInput& input, unsigned threads) {
    const float step = stepOf(input);
    const Rays seen = readRays(box, rays, centre, input, step, threads);
    // Slopes of the surface cost the same at every size.
    const float slope = step / (std::max(input.scaleMm, 2.0F) * rays.angle());
    const auto found = findSurface(rays, seen.cost, input.weight * slope * slope, kPasses);
    StarSurface surface{centre, {}, {}};
    for (std::size_t r = 0; r < rays.size(); ++r) {
        surface.radius.push_back(
            (static_cast<float>(found[r]) + 1 + finer(seen.cost[r], found[r])) * step);
        float edge = 0;
        for (int n = std::max(found[r] - 1, 0);
             n <= std::min(found[r] + 1, static_cast<int>(kSteps) - 1); ++n)
            edge =
                std::max(edge, edgeAt(seen.profile[r], static_cast<std::size_t>(n), input.levels));
        surface.edge.push_back(edge);
    }
    return surface;
}

}  // namespace nodewise::segmentation
