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

/// One line of the transform as the lower envelope of parabolas (Felzenszwalb and Huttenlocher,
/// Theory of Computing 2012;8:415); each keeps the voxel it belongs to.
class LineTransform {
public:
    LineTransform(std::size_t length, double spacing)
        : m_apex(length)
        , m_from(length + 1)
        , m_square(spacing * spacing) {}

    void run(const std::vector<Nearest>& in, std::vector<Nearest>& out) {
        build(in);
        if (m_count == 0) {
            out = in;
            return;
        }
        std::size_t p = 0;
        for (std::size_t at = 0; at < in.size(); ++at) {
            while (p + 1 < m_count && m_from[p + 1] < static_cast<double>(at))
                ++p;
            const double apart = static_cast<double>(at) - static_cast<double>(m_apex[p]);
            const Nearest& own = in[m_apex[p]];
            out[at] = {own.squared + static_cast<float>(apart * apart * m_square), own.voxel};
        }
    }

private:
    /// Where the parabola of `right` falls below that of `left`, in voxels.
    [[nodiscard]] double crossing(const std::vector<Nearest>& in, std::size_t left,
                                  std::size_t right) const {
        const auto l = static_cast<double>(left), r = static_cast<double>(right);
        const double rise =
            static_cast<double>(in[right].squared) - static_cast<double>(in[left].squared);
        return (rise / m_square + r * r - l * l) / (2 * (r - l));
    }

    void build(const std::vector<Nearest>& in) {
        m_count = 0;
        for (std::size_t at = 0; at < in.size(); ++at) {
            if (in[at].voxel == kNone)
                continue;
            double from = -1;
            while (m_count > 0) {
                from = crossing(in, m_apex[m_count - 1], at);
                if (from > m_from[m_count - 1])
                    break;
                --m_count;
            }
            m_apex[m_count] = at;
            m_from[m_count] = m_count == 0 ? -1e30 : from;
            ++m_count;
        }
    }

    std::vector<std::size_t> m_apex;
    std::vector<double> m_from;
    std::size_t m_count = 0;
    double m_square;
};

Result<void> relaxAxis(std::vector<Nearest>& values, std::size_t length, std::size_t step,
                       double spacing, JobControl& job) {
    std::vector<Nearest> in(length), out(length);
    LineTransform transform(length, spacing);
    for (std::size_t line = 0; line < values.size() / length; ++line) {
        if (line % 1024 == 0 && job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled");
        const std::size_t start = (line / step) * step * length + line % step;
        for (std::size_t i = 0; i < length; ++i)
            in[i] = values[start + i * step];
        transform.run(in, out);
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
    std::vector<Nearest> nearest(mask.size());
    for (std::size_t at = 0; at < mask.size(); ++at)
        if (mask[at] != 0)
            nearest[at].voxel = static_cast<std::uint32_t>(at);
    std::size_t step = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto length = static_cast<std::size_t>(geometry.dims()[axis]);
        if (auto ok = relaxAxis(nearest, length, step, geometry.spacing()[axis], job); !ok)
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
