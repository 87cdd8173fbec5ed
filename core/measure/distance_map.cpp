#include "measure/distance_map.h"
#include "measure/neighbours.h"
#include "measure/smooth_mask.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace nodewise::measure {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Squared distance to the nearest voxel of the mask found so far, and which one it is.
struct Nearest {
    float squared = 0;
    std::uint32_t voxel = kNone;
};

/// One line of the transform. For each place the search walks outward and ends as soon as the axis
/// alone is farther than the best found.
void relaxLine(const std::vector<Nearest>& in, std::vector<Nearest>& out, double spacing) {
    const int count = static_cast<int>(in.size());
    for (int at = 0; at < count; ++at) {
        Nearest best = in[static_cast<std::size_t>(at)];
        for (int d = 1; d < count; ++d) {
            const double far = d * spacing;
            const auto own = static_cast<float>(far * far);
            if (own >= best.squared)
                break;
            for (const int next : {at - d, at + d}) {
                if (next < 0 || next >= count)
                    continue;
                const Nearest& other = in[static_cast<std::size_t>(next)];
                if (other.squared + own < best.squared)
                    best = {other.squared + own, other.voxel};
            }
        }
        out[static_cast<std::size_t>(at)] = best;
    }
}

Result<void> relaxAxis(std::vector<Nearest>& values, std::size_t length, std::size_t step,
                       double spacing, JobControl& job) {
    std::vector<Nearest> in(length), out(length);
    for (std::size_t line = 0; line < values.size() / length; ++line) {
        if (line % 1024 == 0 && job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled");
        const std::size_t start = (line / step) * step * length + line % step;
        for (std::size_t i = 0; i < length; ++i)
            in[i] = values[start + i * step];
        relaxLine(in, out, spacing);
        for (std::size_t i = 0; i < length; ++i)
            values[start + i * step] = out[i];
    }
    return {};
}

/// How deep a voxel centre at the edge of the mask lies under the surface, mm: its height above the
/// level over the steepest slope to its neighbours.
float depthUnderSurface(const GridGeometry& geometry, const std::vector<float>& field,
                        std::size_t voxel) {
    const VoxelIndex at = geometry.indexOf(voxel);
    std::array<double, 3> slope{};
    for (std::size_t f = 0; f < kFaces.size(); ++f) {
        const VoxelIndex next{at.i + kFaces[f].i, at.j + kFaces[f].j, at.k + kFaces[f].k};
        if (!geometry.contains(next))
            continue;
        const double fall = std::abs(static_cast<double>(field[voxel]) -
                                     static_cast<double>(field[geometry.offset(next)]));
        slope[f / 2] = std::max(slope[f / 2], fall / geometry.spacing()[f / 2]);
    }
    const double steepest = std::hypot(slope[0], slope[1], slope[2]);
    const double height = static_cast<double>(field[voxel]) - 0.5;
    if (height <= 0 || steepest <= 0)
        return 0;
    const auto& s = geometry.spacing();
    return static_cast<float>(std::min(height / steepest, 0.5 * std::hypot(s[0], s[1], s[2])));
}

}  // namespace

Result<std::vector<float>> distanceToMask(const GridGeometry& geometry,
                                          std::span<const std::uint8_t> mask, double limitMm,
                                          JobControl& job) {
    const auto& spacing = geometry.spacing();
    const double beyond = limitMm + std::hypot(spacing[0], spacing[1], spacing[2]);
    std::vector<Nearest> nearest(mask.size());
    for (std::size_t at = 0; at < mask.size(); ++at)
        nearest[at] = mask[at] != 0 ? Nearest{0.0F, static_cast<std::uint32_t>(at)}
                                    : Nearest{static_cast<float>(beyond * beyond), kNone};
    std::size_t step = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto length = static_cast<std::size_t>(geometry.dims()[axis]);
        if (auto ok = relaxAxis(nearest, length, step, spacing[axis], job); !ok)
            return fail(ok.error());
        step *= length;
    }
    const auto field = smoothMask(geometry, mask, {0.6, 0.6, 0.6});
    std::vector<float> depth(mask.size(), -1.0F);
    std::vector<float> distances(mask.size(), 0.0F);
    const auto limit = static_cast<float>(limitMm);
    for (std::size_t at = 0; at < mask.size(); ++at) {
        const Nearest& own = nearest[at];
        if (own.voxel == kNone)
            distances[at] = limit;
        else if (own.squared > 0) {
            float& under = depth[own.voxel];
            if (under < 0)
                under = depthUnderSurface(geometry, field, own.voxel);
            distances[at] = std::clamp(std::sqrt(own.squared) - under, 0.0F, limit);
        }
    }
    return distances;
}

}  // namespace nodewise::measure
