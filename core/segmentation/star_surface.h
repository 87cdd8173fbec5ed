/// star_surface.h: a closed surface every ray from its middle meets once, laid along tissue edges.
#pragma once
#include "segmentation/ray_set.h"
#include "segmentation/tissue.h"
#include "segmentation/work_box.h"
#include <cstdint>
#include <vector>

namespace nodewise::segmentation {

struct StarSurface {
    BoxPoint centre;
    std::vector<float> radius;  ///< mm, one a ray.
    std::vector<float> edge;    ///< 0..1: how clearly the border is seen along the ray.

    [[nodiscard]] float meanRadius() const;
    [[nodiscard]] BoxPoint at(const RaySet& rays, std::size_t ray) const;
};

/// Centroid of the enclosed volume (area on a circle).
[[nodiscard]] BoxPoint centroid(const RaySet& rays, const StarSurface& surface);

/// What one fit is told.
struct FitInput {
    TissueLevels levels;
    float scaleMm = 6;     ///< Expected mean radius: costs are relative to it.
    float reachMm = 26;    ///< Greatest radius.
    float weight = 0.6F;   ///< Of smoothness.
    float growth = 0.02F;  ///< Cost of each mm: small when nothing else speaks.
    /// Radii of the body, one a ray: the surface keeps near them where nothing speaks against it,
    /// and fat or fluid well within them is no border. Empty: nothing is expected.
    std::vector<float> expected;
};

/// The best surface about `centre`. Thread-safe.
[[nodiscard]] StarSurface fitSurface(const WorkBox& box, const RaySet& rays, BoxPoint centre,
                                     const FitInput& input, unsigned threads);

}  // namespace nodewise::segmentation
