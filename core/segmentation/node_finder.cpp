#include "segmentation/node_finder.h"
#include "segmentation/hilum.h"
#include <algorithm>
#include <cmath>
#include <vector>

namespace nodewise::segmentation {

namespace {

constexpr int kLooseRounds = 3, kCoarseRounds = 3, kFineRounds = 2, kHilumRounds = 2;
constexpr float kMostOpen = 0.3F;
constexpr float kDrift = 10;     ///< HU the level may move from what the click saw.
constexpr float kStays = 0.25F;  ///< mm: a middle that moves less has arrived.

float median(std::vector<float> v) {
    const auto mid = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
    std::nth_element(v.begin(), mid, v.end());
    return *mid;
}

float apart(BoxPoint a, BoxPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y, a.z - b.z);
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

/// The middle of what lies about the click, seen first within a small reach, then within ever
/// larger ones until most rays end by themselves: so the smallest piece that closes is taken, and
/// an open contact does not carry the middle into what is touched.
BoxPoint approach(const WorkBox& box, const RaySet& rays, BoxPoint click, FitInput& input) {
    const float most = input.reachMm;
    BoxPoint centre = click;
    for (float reach = 5; reach < most; reach *= 1.3F) {
        input.reachMm = reach;
        input.scaleMm = 0.6F * reach;
        std::size_t open = 0;
        for (int n = 0; n < kLooseRounds; ++n) {
            const StarSurface loose = looseSurface(box, rays, centre, input);
            open =
                static_cast<std::size_t>(std::count_if(loose.radius.begin(), loose.radius.end(),
                                                       [&](float r) { return r > 0.93F * reach; }));
            input.scaleMm = std::max(2.0F, loose.meanRadius());
            const BoxPoint next = centroid(rays, loose);
            const bool arrived = apart(next, centre) < 2 * kStays;
            centre = next;
            if (arrived)
                break;
        }
        if (static_cast<float>(open) < kMostOpen * static_cast<float>(rays.size()))
            break;
    }
    input.reachMm = most;
    return centre;
}

}  // namespace

RayTables rayTables(bool oneSlice) {
    static const RaySet coarse = RaySet::sphere(2), fine = RaySet::sphere(3);
    static const RaySet ring = RaySet::circle(48), finerRing = RaySet::circle(96);
    if (oneSlice)
        return {ring, finerRing};
    return {coarse, fine};
}

Result<FoundNode> findNode(WorkBox& box, const RayTables& rays, BoxPoint click,
                           const TissueLevels& levels, float reachMm, unsigned threads,
                           JobControl& job) {
    FitInput input;
    input.levels = levels;
    input.reachMm = reachMm;
    BoxPoint centre = approach(box, rays.coarse, click, input);
    FoundNode found;
    const auto settle = [&](const RaySet& set, int rounds) {
        for (int n = 0; n < rounds && !job.cancelled(); ++n) {
            found.surface = fitSurface(box, set, centre, input, threads);
            input.levels = readLevels(box, set, found.surface, levels);
            input.scaleMm = std::max(2.0F, found.surface.meanRadius());
            const BoxPoint next = centroid(set, found.surface);
            const bool arrived = apart(next, centre) < kStays;
            centre = next;
            if (arrived)
                break;
        }
    };
    settle(rays.coarse, kCoarseRounds);
    for (int n = 0; n < kHilumRounds && !input.levels.hasCore; ++n) {
        if (fillHilum(box, centre, input.scaleMm, input.levels) <= 0)
            break;
        settle(rays.coarse, kCoarseRounds);
    }
    settle(rays.fine, kFineRounds);
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled while the node was looked for");
    found.levels = input.levels;
    return found;
}

}  // namespace nodewise::segmentation
