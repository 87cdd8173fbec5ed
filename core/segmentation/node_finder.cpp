#include "segmentation/node_finder.h"
#include <algorithm>
#include <cmath>
#include <vector>

namespace nodewise::segmentation {

namespace {

constexpr float kNoBody = -1;  ///< Score of a start that is no body.
constexpr float kDrift = 10;   ///< HU the level may move from what the click saw.

float median(std::vector<float> v) {
    const auto mid = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
    std::nth_element(v.begin(), mid, v.end());
    return *mid;
}

/// Typical HU below the clear parts of the surface; fluid inside shows as a core.
TissueLevels readLevels(const WorkBox& box, const RaySet& rays, const StarSurface& s,
                        const TissueLevels& first) {
    TissueLevels levels = first;
    std::vector<float> wall;
    std::size_t fluid = 0, inside = 0;
    const auto sample = [&](std::size_t r, float mm) {
        return box.smooth({s.centre.x + rays[r][0] * mm, s.centre.y + rays[r][1] * mm,
                           s.centre.z + rays[r][2] * mm});
    };
    for (std::size_t r = 0; r < rays.size(); ++r) {
        float best = -1000;
        for (const float below : {1.0F, 1.5F, 2.0F})
            if (s.radius[r] > below)
                best = std::max(best, sample(r, s.radius[r] - below));
        if (best > 40 && best < 150 && s.edge[r] > 0.6F)
            wall.push_back(best);
        for (const float part : {0.25F, 0.5F, 0.65F}) {
            const float hu = sample(r, part * s.radius[r]);
            inside += 1;
            fluid += hu > -15 && hu < 48 ? 1U : 0U;
        }
    }
    if (wall.size() > rays.size() / 12)
        levels.node = std::clamp(median(wall), first.node - kDrift, first.node + kDrift);
    levels.hasCore = static_cast<float>(fluid) > 0.12F * static_cast<float>(inside);
    if (levels.hasCore)
        levels.node = std::max(levels.node, levels.muscle + 16);
    return levels;
}

/// The radii of the body, one a ray.
std::vector<float> radiiOf(const Body& body, const RaySet& rays) {
    std::vector<float> out;
    for (std::size_t r = 0; r < rays.size(); ++r)
        out.push_back(body.radiusAlong(rays[r]));
    return out;
}

}  // namespace

RayTables rayTables(bool oneSlice) {
    static const RaySet few = RaySet::sphere(1), coarse = RaySet::sphere(2);
    static const RaySet fine = RaySet::sphere(3), fewRing = RaySet::circle(24);
    static const RaySet ring = RaySet::circle(48), finerRing = RaySet::circle(96);
    if (oneSlice)
        return {fewRing, ring, finerRing};
    return {few, coarse, fine};
}

Result<FoundNode> findNode(const WorkBox& box, const RayTables& rays, BoxPoint click,
                           const TissueLevels& levels, SizeRange sizes, unsigned threads,
                           JobControl& job) {
    FitInput input;
    input.levels = levels;
    input.reachMm = sizes.reachMm;
    const auto bodies =
        findBodies(box, {rays.few, rays.coarse}, click, levels, sizes, threads, job);
    if (bodies.empty())
        return fail(ErrorCode::Cancelled, "cancelled while the node was looked for");
    const Body body = bodies.front();
    if (body.score < kNoBody)
        return fail(ErrorCode::NoNodeHere, "no body of the size that was asked for lies here");
    FoundNode found;
    found.body = body;
    const auto fit = [&](const RaySet& set) {
        input.scaleMm = std::max(2.0F, body.meanRadius(set.flat()));
        input.expected = radiiOf(body, set);
        found.surface = fitSurface(box, set, body.centre, input, threads);
        input.levels = readLevels(box, set, found.surface, levels);
    };
    fit(rays.coarse);
    fit(rays.fine);
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled while the node was looked for");
    found.levels = input.levels;
    return found;
}

}  // namespace nodewise::segmentation
