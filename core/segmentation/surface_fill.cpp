#include "segmentation/surface_fill.h"
#include <algorithm>
#include <cmath>
#include <optional>

namespace nodewise::segmentation {

namespace {

constexpr float kNearMm = 1.5F, kStepMm = 0.1F, kInsideMm = 1.2F, kOutsideMm = 2.1F;
constexpr float kLeastContrast = 28;
constexpr float kMiddle = 0.45F, kFloor = 0.2F, kFloorHu = -5;

BoxPoint along(BoxPoint from, const Direction& d, float mm) {
    return {from.x + d[0] * mm, from.y + d[1] * mm, from.z + d[2] * mm};
}

/// HU at which a border from `inner` down to `outer` lies. A thin plane of fat is filled by blur:
/// there it lies near the floor.
float edgeLevel(const WorkBox& box, const Direction& d, BoxPoint centre, float radius, float inner,
                float outer) {
    float beyond = outer;
    for (float t = kInsideMm; t <= kOutsideMm + kInsideMm; t += 3 * kStepMm)
        beyond = std::max(beyond, box.smooth(along(centre, d, radius + t)));
    const float plane = std::clamp((beyond - outer - 6) / 20, 0.0F, 1.0F);
    const float middle = outer + kMiddle * (inner - outer);
    const float floor = std::min(middle, std::max(outer + kFloor * (inner - outer), kFloorHu));
    return middle + plane * (floor - middle);
}

/// mm to add to the radius; nothing when no crossing is near.
std::optional<float> shiftOf(const WorkBox& box, const Direction& d, BoxPoint centre, float radius,
                             const TissueLevels& levels) {
    float inner = -2000, outer = 2000;
    for (float t = 0; t <= kInsideMm; t += 3 * kStepMm)
        inner = std::max(inner, box.smooth(along(centre, d, std::max(radius - t, 0.3F * radius))));
    for (float t = 0; t <= kOutsideMm; t += 3 * kStepMm)
        outer = std::min(outer, box.smooth(along(centre, d, radius + t)));
    const float beyond = box.smooth(along(centre, d, radius + kInsideMm));
    if (beyond > std::max(inner + kLeastContrast, vesselFrom(levels)))
        outer = beyond;
    const bool falls = outer < inner - kLeastContrast;
    if (!falls && !(outer > std::max(inner + kLeastContrast, vesselFrom(levels))))
        return std::nullopt;
    const float half =
        falls ? edgeLevel(box, d, centre, radius, inner, outer) : 0.5F * (inner + outer);
    std::optional<float> best;
    float before = box.raw(along(centre, d, radius - kNearMm));
    for (float t = -kNearMm + kStepMm; t <= kNearMm; t += kStepMm) {
        const float here = box.raw(along(centre, d, radius + t));
        const bool crosses = falls ? before >= half && here < half : before <= half && here > half;
        if (crosses && (!best || std::fabs(t) < std::fabs(*best)))
            best = t - kStepMm * (here - half) / (here - before);
        before = here;
    }
    return best;
}

}  // namespace

void sharpen(const WorkBox& box, const RaySet& rays, const TissueLevels& levels,
             StarSurface& surface) {
    std::vector<std::optional<float>> shift(rays.size());
    for (std::size_t r = 0; r < rays.size(); ++r)
        shift[r] = shiftOf(box, rays[r], surface.centre, surface.radius[r], levels);
    std::vector<float> smoothed(rays.size(), 0.0F);
    for (std::size_t r = 0; r < rays.size(); ++r) {
        float sum = 2 * shift[r].value_or(0.0F), weight = shift[r] ? 2.0F : 0.5F;
        for (const std::uint16_t n : rays.neighbours(r))
            if (shift[n]) {
                sum += *shift[n];
                weight += 1;
            }
        smoothed[r] = sum / weight;
    }
    for (std::size_t r = 0; r < rays.size(); ++r)
        surface.radius[r] = std::max(0.3F, surface.radius[r] + smoothed[r]);
}

NodeMask fill(const WorkBox& box, const RaySet& rays, const StarSurface& surface) {
    NodeMask mask = NodeMask::box(box.start(), box.dims());
    const auto limit = rays.spread(surface.radius);
    const float most = *std::max_element(surface.radius.begin(), surface.radius.end());
    const std::array<float, 3> c{surface.centre.x, surface.centre.y, surface.centre.z};
    std::array<int, 3> low{}, high{};
    for (std::size_t a = 0; a < 3; ++a) {
        low[a] = std::max(0, static_cast<int>(std::floor((c[a] - most) / box.spacing()[a])));
        high[a] = std::min(box.dims()[a] - 1,
                           static_cast<int>(std::ceil((c[a] + most) / box.spacing()[a])));
    }
    for (int k = low[2]; k <= high[2]; ++k)
        for (int j = low[1]; j <= high[1]; ++j)
            for (int i = low[0]; i <= high[0]; ++i) {
                const float x = static_cast<float>(i) * box.spacing()[0] - c[0];
                const float y = static_cast<float>(j) * box.spacing()[1] - c[1];
                const float z = rays.flat() ? 0 : static_cast<float>(k) * box.spacing()[2] - c[2];
                const float r = limit[RaySet::texelOf(x, y, z)];
                mask.bits[box.offset(i, j, k)] = x * x + y * y + z * z <= r * r ? 1 : 0;
            }
    return mask;
}

}  // namespace nodewise::segmentation
