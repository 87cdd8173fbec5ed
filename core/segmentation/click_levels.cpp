#include "segmentation/click_levels.h"
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::segmentation {

namespace {

constexpr float kBallMm = 1.8F, kWalkMm = 20, kStepMm = 0.5F;
constexpr float kAirBelow = -300, kBoneFrom = 260, kBloodFrom = 142;
constexpr float kWallMostMm = 6, kLeastFluidMm = 3;
constexpr float kCoreLevel = 92;  ///< Taken for a wall too thin to be read.

float quantile(std::vector<float>& v, double share) {
    const auto at =
        v.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(v.size() - 1));
    std::nth_element(v.begin(), at, v.end());
    return *at;
}

BoxPoint along(BoxPoint from, const Direction& d, float mm) {
    return {from.x + d[0] * mm, from.y + d[1] * mm, from.z + d[2] * mm};
}

std::vector<float> ballAbout(const WorkBox& box, const RaySet& rays, BoxPoint click) {
    std::vector<float> values{box.smooth(click)};
    for (const float r : {0.4F * kBallMm, 0.7F * kBallMm, kBallMm})
        for (std::size_t n = 0; n < rays.size(); ++n)
            if (const BoxPoint p = along(click, rays[n], r); box.inside(p))
                values.push_back(box.smooth(p));
    return values;
}

/// Brightest value of the wall on the way out, when fat follows it; 0 when not.
float wallAlong(const WorkBox& box, BoxPoint from, const Direction& d) {
    float most = 0;
    for (float r = 0; r < kWalkMm; r += kStepMm) {
        const BoxPoint p = along(from, d, r);
        if (!box.inside(p))
            return 0;
        const float hu = box.smooth(p);
        if (hu > kBloodFrom)
            return 0;
        if (most > 45 && hu < most - 45)
            return most;
        most = std::max(most, hu);
    }
    return 0;
}

/// Share of directions in which soft tissue begins within `reach` mm.
float enclosed(const WorkBox& box, const RaySet& rays, BoxPoint click, float reach) {
    std::size_t hits = 0;
    for (std::size_t n = 0; n < rays.size(); ++n)
        for (float r = kStepMm; r <= reach; r += kStepMm) {
            const float hu = box.smooth(along(click, rays[n], r));
            if (hu > 40 && hu < kBloodFrom) {
                ++hits;
                break;
            }
        }
    return static_cast<float>(hits) / static_cast<float>(rays.size());
}

/// Length and middle of fluid on the way from solid tissue, when a wall follows it.
struct Fluid {
    float length = 0, middle = 0;
};
Fluid fluidAlong(const WorkBox& box, BoxPoint from, const Direction& d) {
    float begin = -1;
    for (float r = 0; r < kWalkMm; r += kStepMm) {
        const BoxPoint p = along(from, d, r);
        const float hu = box.smooth(p);
        if (!box.inside(p) || hu < -12 || hu > kBloodFrom || (begin < 0 && r > kWallMostMm))
            return {};
        if (hu < kFluidBelow && begin < 0)
            begin = r;
        if (hu > kFluidBelow + 12 && begin >= 0)
            return {r - begin, 0.5F * (r + begin)};
    }
    return {};
}

/// The middle of a fluid core that lies behind the wall the click hit.
std::optional<BoxPoint> coreBehind(const WorkBox& box, const RaySet& rays, BoxPoint click) {
    float x = 0, y = 0, z = 0;
    std::size_t hits = 0;
    for (std::size_t n = 0; n < rays.size(); ++n) {
        const Fluid fluid = fluidAlong(box, click, rays[n]);
        if (fluid.length < kLeastFluidMm)
            continue;
        ++hits;
        x += rays[n][0] * fluid.middle;
        y += rays[n][1] * fluid.middle;
        z += rays[n][2] * fluid.middle;
    }
    if (hits * 12 < rays.size())
        return std::nullopt;
    const float share = 1.0F / static_cast<float>(hits);
    const BoxPoint middle{click.x + x * share, click.y + y * share, click.z + z * share};
    const float hu = box.smooth(middle);
    return hu > -12 && hu < kFluidBelow ? std::optional(middle) : std::nullopt;
}

tl::unexpected<Error> noNode(const std::string& what) {
    return fail(ErrorCode::NoNodeHere, "the click lies in " + what + "; click inside the node");
}

float wallLevel(const WorkBox& box, const RaySet& rays, BoxPoint click, float muscle) {
    std::vector<float> walls;
    for (std::size_t n = 0; n < rays.size(); ++n)
        if (const float wall = wallAlong(box, click, rays[n]); wall > 0)
            walls.push_back(wall);
    const float seen = walls.size() > rays.size() / 10 ? quantile(walls, 0.7) : kCoreLevel;
    return std::clamp(seen, muscle + 20, 125.0F);
}

}  // namespace

Result<ClickView> lookAtClick(const WorkBox& box, const RaySet& rays, BoxPoint click) {
    TissueLevels levels;
    levels.muscle = muscleLevel(box);
    auto ball = ballAbout(box, rays, click);
    const float middle = quantile(ball, 0.5);
    if (middle < kAirBelow)
        return noNode("air");
    if (middle > kBoneFrom)
        return noNode("bone");
    if (middle > kBloodFrom)
        return noNode("a vessel");
    if (middle < -25 && enclosed(box, rays, click, 7) < 0.75F)
        return noNode("fat");
    std::vector<float> soft;
    for (const float hu : ball)
        if (hu > 48 && hu < kBloodFrom)
            soft.push_back(hu);
    levels.hasCore = middle > -15 && middle < 48;
    if (2 * soft.size() > ball.size())
        levels.node = std::clamp(quantile(soft, 0.8), 55.0F, 125.0F);
    else
        levels.node = wallLevel(box, rays, click, levels.muscle);
    const auto core = levels.hasCore ? std::nullopt : coreBehind(box, rays, click);
    levels.hasCore = levels.hasCore || core;
    return ClickView{levels, core.value_or(click)};
}

}  // namespace nodewise::segmentation
