#include "segmentation/doubt.h"
#include <algorithm>
#include <cmath>

namespace nodewise::segmentation {

namespace {

constexpr float kSkinMm = 2, kBeyondMm = 0.8F, kDeepest = 0.55F;
constexpr int kRelaxations = 60;

/// The radii of the clear rays, spread over the others as a soap film would be.
std::vector<float> filmOver(const RaySet& rays, const StarSurface& surface) {
    double sum = 0, count = 0;
    for (std::size_t r = 0; r < rays.size(); ++r)
        if (surface.edge[r] >= kClearEdge) {
            sum += surface.radius[r];
            count += 1;
        }
    if (count < 1)
        return surface.radius;
    std::vector<float> film = surface.radius;
    for (std::size_t r = 0; r < rays.size(); ++r)
        if (surface.edge[r] < kClearEdge)
            film[r] = static_cast<float>(sum / count);
    for (int n = 0; n < kRelaxations; ++n)
        for (std::size_t r = 0; r < rays.size(); ++r) {
            if (surface.edge[r] >= kClearEdge)
                continue;
            float about = 0;
            for (const std::uint16_t next : rays.neighbours(r))
                about += film[next];
            film[r] = about / static_cast<float>(rays.neighbours(r).size());
        }
    return film;
}

}  // namespace

float shareOfClearEdges(const StarSurface& surface) {
    const auto clear = std::count_if(surface.edge.begin(), surface.edge.end(),
                                     [](float e) { return e >= kClearEdge; });
    return static_cast<float>(clear) / static_cast<float>(surface.edge.size());
}

void markDoubt(const WorkBox& box, const RaySet& rays, const StarSurface& surface,
               const NodeMask& mask, NodeMask& doubt) {
    const auto film = filmOver(rays, surface);
    std::vector<float> from(rays.size(), 1e6F);
    for (std::size_t r = 0; r < rays.size(); ++r)
        if (surface.edge[r] < kClearEdge)
            from[r] = std::max(kDeepest * surface.radius[r],
                               std::min(surface.radius[r] - kSkinMm, film[r] + kBeyondMm));
    for (int k = 0; k < box.dims()[2]; ++k)
        for (int j = 0; j < box.dims()[1]; ++j)
            for (int i = 0; i < box.dims()[0]; ++i) {
                const std::size_t at = box.offset(i, j, k);
                if (mask.bits[at] == 0)
                    continue;
                const float x = static_cast<float>(i) * box.spacing()[0] - surface.centre.x;
                const float y = static_cast<float>(j) * box.spacing()[1] - surface.centre.y;
                const float z =
                    rays.flat() ? 0 : static_cast<float>(k) * box.spacing()[2] - surface.centre.z;
                const std::uint16_t ray = rays.nearestRay(RaySet::texelOf(x, y, z));
                if (x * x + y * y + z * z > from[ray] * from[ray])
                    doubt.bits[at] = 1;
            }
}

}  // namespace nodewise::segmentation
