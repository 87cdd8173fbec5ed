#include "measure/distance_map.h"
#include "base/parallel.h"
#include "measure/mask_depths.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::measure {
namespace {

/// Squared distance to the nearest voxel of the mask found so far, and how deep that one lies.
struct Nearest {
    float squared = 0;
    float depth = -1;  ///< Below 0: none found.

    [[nodiscard]] bool none() const { return depth < 0; }
};

/// One line of the transform as the lower envelope of parabolas (Felzenszwalb and Huttenlocher,
/// Theory of Computing 2012;8:415); each keeps the depth of the voxel it belongs to.
class LineTransform {
public:
    LineTransform(std::size_t length, double spacing)
        : m_apex(length)
        , m_from(length + 1)
        , m_half(length + 1)
        , m_square(static_cast<float>(spacing * spacing))
        , m_perSquare(1.0F / m_square) {
        for (std::size_t d = 1; d <= length; ++d)
            m_half[d] = 0.5F / static_cast<float>(d);
    }

    void run(const std::vector<Nearest>& in, std::vector<Nearest>& out) {
        build(in);
        if (m_count == 0) {
            out = in;
            return;
        }
        std::size_t p = 0;
        for (std::size_t at = 0; at < in.size(); ++at) {
            const auto x = static_cast<float>(at);
            while (p + 1 < m_count && m_from[p + 1] < x)
                ++p;
            const float apart = x - static_cast<float>(m_apex[p]);
            const Nearest& own = in[m_apex[p]];
            out[at] = {own.squared + apart * apart * m_square, own.depth};
        }
    }

private:
    /// Where the parabola of `right` falls below that of `left`, in voxels.
    [[nodiscard]] float crossing(const std::vector<Nearest>& in, std::size_t left,
                                 std::size_t right) const {
        const float rise = (in[right].squared - in[left].squared) * m_perSquare;
        return 0.5F * static_cast<float>(right + left) + rise * m_half[right - left];
    }

    void build(const std::vector<Nearest>& in) {
        m_count = 0;
        for (std::size_t at = 0; at < in.size(); ++at) {
            if (in[at].none())
                continue;
            float from = -1;
            while (m_count > 0) {
                from = crossing(in, m_apex[m_count - 1], at);
                if (from > m_from[m_count - 1])
                    break;
                --m_count;
            }
            m_apex[m_count] = at;
            m_from[m_count] = m_count == 0 ? -1e30F : from;
            ++m_count;
        }
    }

    std::vector<std::size_t> m_apex;
    std::vector<float> m_from, m_half;
    std::size_t m_count = 0;
    float m_square, m_perSquare;
};

/// Lines next to each other are taken together: what lies across the memory comes in whole cache
/// lines.
constexpr std::size_t kTogether = 8;

/// Lines without a voxel of the mask are left as they are; for the others `store(place, nearest)`
/// is called.
template <class Store>
void relaxLines(const std::vector<Nearest>& values, std::size_t start, std::size_t lines,
                std::size_t length, std::size_t step, LineTransform& transform,
                const Store& store) {
    std::array<std::vector<Nearest>, kTogether> in;
    std::vector<Nearest> out(length);
    const std::size_t apart = step == 1 ? length : 1;
    for (std::size_t n = 0; n < lines; ++n)
        in[n].resize(length);
    bool any = false;
    for (std::size_t i = 0; i < length; ++i)
        for (std::size_t n = 0; n < lines; ++n) {
            in[n][i] = values[start + i * step + n * apart];
            any = any || !in[n][i].none();
        }
    if (!any)
        return;
    for (std::size_t n = 0; n < lines; ++n) {
        transform.run(in[n], out);
        in[n].swap(out);
    }
    for (std::size_t i = 0; i < length; ++i)
        for (std::size_t n = 0; n < lines; ++n)
            store(start + i * step + n * apart, in[n][i]);
}

/// The first axis, where each voxel is in the mask or knows nothing: the nearest of its row.
void relaxRows(std::span<const std::uint8_t> mask, const GridGeometry& grid,
               const MaskDepths& depths, std::vector<Nearest>& values, unsigned threads) {
    const auto square = static_cast<float>(grid.spacing()[0] * grid.spacing()[0]);
    const auto length = static_cast<std::size_t>(grid.dims()[0]);
    const auto height = static_cast<std::size_t>(grid.dims()[1]);
    constexpr std::size_t kRows = 64;
    const std::size_t rows = mask.size() / length;
    parallelFor((rows + kRows - 1) / kRows, threads, [&](std::size_t chunk) {
        for (std::size_t row = chunk * kRows; row < std::min(rows, (chunk + 1) * kRows); ++row) {
            const std::uint8_t* in = mask.data() + row * length;
            Nearest* out = values.data() + row * length;
            // The last voxel of the mask that was passed.
            auto last = static_cast<std::size_t>(
                std::find_if(in, in + length, [](std::uint8_t v) { return v != 0; }) - in);
            if (last == length)
                continue;
            const auto deep =
                depths.row(static_cast<int>(row % height), static_cast<int>(row / height));
            for (std::size_t i = last; i < length; ++i) {
                if (in[i] != 0)
                    last = i;
                const auto apart = static_cast<float>(i - last);
                out[i] = {apart * apart * square, deep.at(last)};
            }
            for (std::size_t i = last; i-- > 0;) {
                if (in[i] != 0)
                    last = i;
                const auto apart = static_cast<float>(last - i);
                if (out[i].none() || apart * apart * square < out[i].squared)
                    out[i] = {apart * apart * square, deep.at(last)};
            }
        }
    });
}

template <class Store>
void relaxAxis(const std::vector<Nearest>& values, std::size_t length, std::size_t step,
               double spacing, JobControl& job, unsigned threads, const Store& store) {
    // One bundle: the lines that start in one stretch of `wide` neighbouring voxels.
    const std::size_t wide = step == 1 ? values.size() / length : step;
    const std::size_t bundles = values.size() / length / wide;
    const std::size_t packs = (wide + kTogether - 1) / kTogether;
    constexpr std::size_t kChunk = 32;
    const std::size_t all = bundles * packs;
    parallelFor((all + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
        LineTransform transform(length, spacing);
        const std::size_t end = std::min(all, (chunk + 1) * kChunk);
        for (std::size_t n = chunk * kChunk; n < end && !job.cancelled(); ++n) {
            const std::size_t bundle = n / packs, first = (n % packs) * kTogether;
            const std::size_t start =
                bundle * wide * length + first * (step == 1 ? length : std::size_t{1});
            relaxLines(values, start, std::min(kTogether, wide - first), length, step, transform,
                       store);
        }
    });
}

/// A copy of the mask at about 1.5 mm: a block is inside when any of its voxels is.
struct Coarse {
    GridGeometry geometry;
    std::array<int, 3> by{1, 1, 1};
    std::vector<std::uint8_t> mask;
};

Coarse coarsened(const NodeRegion& region) {
    constexpr double kBlockMm = 1.5;
    Coarse coarse;
    std::array<int, 3> dims{};
    std::array<double, 3> spacing{};
    for (std::size_t a = 0; a < 3; ++a) {
        const double h = region.geometry.spacing()[a];
        coarse.by[a] = std::max(1, static_cast<int>(std::lround(kBlockMm / h)));
        dims[a] = (region.geometry.dims()[a] + coarse.by[a] - 1) / coarse.by[a];
        spacing[a] = h * coarse.by[a];
    }
    coarse.geometry = GridGeometry::axisAligned(dims, spacing);
    coarse.mask.assign(coarse.geometry.voxelCount(), 0);
    const VoxelBox& box = region.nodeBox;
    for (int k = box.low.k; k <= box.high.k; ++k)
        for (int j = box.low.j; j <= box.high.j; ++j)
            for (int i = box.low.i; i <= box.high.i; ++i)
                if (region.inside[region.geometry.offset({i, j, k})] != 0)
                    coarse.mask[coarse.geometry.offset(
                        {i / coarse.by[0], j / coarse.by[1], k / coarse.by[2]})] = 1;
    return coarse;
}

/// Distances of the blocks, spread over their voxels; never nearer than kNearMm.
Result<std::vector<float>> farDistances(const NodeRegion& region, unsigned threads,
                                        JobControl& job) {
    const Coarse coarse = coarsened(region);
    const auto blocks =
        distanceToMask(coarse.geometry, coarse.mask, kRegionMarginMm + 1, job, threads);
    if (!blocks)
        return fail(blocks.error());
    std::vector<float> all(region.geometry.voxelCount());
    const auto& dims = region.geometry.dims();
    parallelFor(static_cast<std::size_t>(dims[2]), threads, [&](std::size_t plane) {
        const int k = static_cast<int>(plane);
        for (int j = 0; j < dims[1]; ++j) {
            const std::size_t row = region.geometry.offset({0, j, k});
            const float* from =
                blocks->data() + coarse.geometry.offset({0, j / coarse.by[1], k / coarse.by[2]});
            int within = 0;
            for (int i = 0; i < dims[0]; ++i) {
                all[row + static_cast<std::size_t>(i)] =
                    std::max(*from, static_cast<float>(kNearMm));
                if (++within == coarse.by[0]) {
                    within = 0;
                    ++from;
                }
            }
        }
    });
    return all;
}

}  // namespace

Result<std::vector<float>> distanceToMask(const GridGeometry& geometry,
                                          std::span<const std::uint8_t> mask, double limitMm,
                                          JobControl& job, unsigned threads) {
    std::vector<Nearest> nearest(mask.size());
    const auto length = [&](std::size_t axis) {
        return static_cast<std::size_t>(geometry.dims()[axis]);
    };
    const MaskDepths depths(geometry, mask);
    relaxRows(mask, geometry, depths, nearest, threads);
    relaxAxis(nearest, length(1), length(0), geometry.spacing()[1], job, threads,
              [&](std::size_t at, const Nearest& found) { nearest[at] = found; });
    const auto limit = static_cast<float>(limitMm);
    std::vector<float> distances(mask.size(), limit);
    relaxAxis(nearest, length(2), length(0) * length(1), geometry.spacing()[2], job, threads,
              [&](std::size_t at, const Nearest& found) {
                  distances[at] =
                      found.squared > 0
                          ? std::clamp(std::sqrt(found.squared) - found.depth, 0.0F, limit)
                          : 0.0F;
              });
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled");
    return distances;
}

Result<std::vector<float>> regionDistances(const NodeRegion& region, unsigned threads,
                                           JobControl& job) {
    auto all = farDistances(region, threads, job);
    if (!all)
        return all;
    const RegionBox box = boxRound(region, kNearMm, 1);
    const auto near =
        distanceToMask(box.geometry, maskIn(region, box), kRegionMarginMm + 1, job, threads);
    if (!near)
        return fail(near.error());
    for (int k = 0; k < box.size[2]; ++k)
        for (int j = 0; j < box.size[1]; ++j) {
            const auto from =
                near->begin() + static_cast<std::ptrdiff_t>(box.geometry.offset({0, j, k}));
            std::copy(from, from + box.size[0],
                      all->begin() + static_cast<std::ptrdiff_t>(region.geometry.offset(
                                         {box.low.i, box.low.j + j, box.low.k + k})));
        }
    return all;
}

}  // namespace nodewise::measure
