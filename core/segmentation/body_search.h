/// body_search.h: the ellipsoid about a click that sits best on edges: a first outline no open
/// contact can lead astray.
#pragma once
#include "base/job_control.h"
#include "segmentation/ray_set.h"
#include "segmentation/tissue.h"
#include "segmentation/work_box.h"
#include <array>
#include <vector>

namespace nodewise::segmentation {

/// The places centre + A·u with |u| <= 1; A is lower triangular with a positive diagonal: rows
/// (a0), (a1, a2), (a3, a4, a5), mm.
struct Body {
    BoxPoint centre;
    std::array<float, 6> a{5, 0, 5, 0, 0, 5};
    float score = -1;  ///< About 0 when nothing speaks for it, 1 when every edge is clear.

    [[nodiscard]] BoxPoint at(const Direction& u) const;
    /// Distance from the centre to the surface along a direction of unit length.
    [[nodiscard]] float radiusAlong(const Direction& d) const;
    /// 0 in the centre, 1 on the surface.
    [[nodiscard]] float depthOf(BoxPoint p) const;
    /// Of a ball of the same volume.
    [[nodiscard]] float meanRadius(bool flat) const;
    /// The part of the score that prefers the whole to a part of it.
    [[nodiscard]] float forSize() const;
    /// The score without it: what the picture shows.
    [[nodiscard]] float support() const { return score - forSize(); }
};

/// Directions in which a body is looked at: few while it is far off, many in the end.
struct BodyRays {
    const RaySet& few;
    const RaySet& many;
};

/// Radii a body may have, mm: the mean at least, the longest at most.
struct SizeRange {
    float reachMm = 26;
    float leastMm = 0;
    bool guessed = false;  ///< The place is a guess, no click: it may lie far out in the body.
};

/// Starts from balls of several sizes about the click and moves, stretches and turns each as long
/// as its score grows: the share of the surface at which node tissue ends, less what no node holds
/// inside; the best few that differ, more finely. Best first; empty when cancelled. A score below
/// -1: no body of these sizes. Thread-safe.
[[nodiscard]] std::vector<Body> findBodies(const WorkBox& box, const BodyRays& rays, BoxPoint click,
                                           const TissueLevels& levels, SizeRange sizes,
                                           unsigned threads, JobControl& job);

}  // namespace nodewise::segmentation
