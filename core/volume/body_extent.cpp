#include "volume/body_extent.h"
#include <algorithm>
#include <vector>

namespace nodewise {
namespace {

constexpr double kTissueHu = -300;
constexpr int kSlices = 24;

/// Half-open run of indices.
struct Run {
    int first = 0, last = 0;
};

/// The longest run of counts that reach a twentieth of the largest.
Run longestRun(const std::vector<int>& counts) {
    const int least = std::max(1, *std::max_element(counts.begin(), counts.end()) / 20);
    Run best, now;
    for (int n = 0; n < static_cast<int>(counts.size()); ++n) {
        if (counts[static_cast<std::size_t>(n)] < least) {
            now = {n + 1, n + 1};
            continue;
        }
        now.last = n + 1;
        if (now.last - now.first > best.last - best.first)
            best = now;
    }
    return best;
}

/// A slice across axis `across`, seen as columns along `u` and rows along `v`.
class Slice {
public:
    Slice(const CtVolume& volume, int across, int at)
        : m_volume(volume)
        , m_across(static_cast<std::size_t>(across))
        , m_u(across == 0 ? 1 : 0)
        , m_v(across == 2 ? 1 : 2)
        , m_at(at) {}

    /// Runs along u and v; empty when the slice holds no tissue.
    [[nodiscard]] std::array<Run, 2> runs() const {
        const auto& dims = m_volume.geometry().dims();
        std::vector<int> rows(static_cast<std::size_t>(dims[m_v]));
        for (int y = 0; y < dims[m_v]; ++y)
            for (int x = 0; x < dims[m_u]; x += 2)
                rows[static_cast<std::size_t>(y)] += tissue(x, y) ? 1 : 0;
        const Run tall = longestRun(rows);
        std::vector<int> columns(static_cast<std::size_t>(dims[m_u]));
        for (int y = tall.first; y < tall.last; y += 2)
            for (int x = 0; x < dims[m_u]; ++x)
                columns[static_cast<std::size_t>(x)] += tissue(x, y) ? 1 : 0;
        return {longestRun(columns), tall};
    }

private:
    [[nodiscard]] bool tissue(int x, int y) const {
        std::array<int, 3> index{};
        index[m_across] = m_at;
        index[m_u] = x;
        index[m_v] = y;
        return m_volume.value({index[0], index[1], index[2]}) > kTissueHu;
    }
    const CtVolume& m_volume;
    std::size_t m_across, m_u, m_v;
    int m_at;
};

double median(std::vector<int> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace

std::optional<BodyExtent> bodyExtent(const CtVolume& volume) {
    if (volume.meaning() != VoxelMeaning::Hounsfield)
        return std::nullopt;
    const GridGeometry& grid = volume.geometry();
    const int across = grid.axisAlong(2);
    const int count = grid.dims()[static_cast<std::size_t>(across)];
    std::array<std::vector<int>, 2> firsts, lasts;
    for (int n = 0; n < std::min(kSlices, count); ++n) {
        const int at = static_cast<int>((n + 0.5) * count / std::min(kSlices, count));
        const auto runs = Slice(volume, across, at).runs();
        if (runs[0].last <= runs[0].first || runs[1].last <= runs[1].first)
            continue;
        for (std::size_t side = 0; side < 2; ++side) {
            firsts[side].push_back(runs[side].first);
            lasts[side].push_back(runs[side].last);
        }
    }
    if (firsts[0].empty())
        return std::nullopt;
    std::array<double, 3> low{}, high{};
    for (std::size_t axis = 0, side = 0; axis < 3; ++axis) {
        const bool whole = static_cast<int>(axis) == across;
        low[axis] = whole ? 0 : median(firsts[side]);
        high[axis] = whole ? count : median(lasts[side]);
        side += whole ? 0 : 1;
    }
    BodyExtent extent;
    for (std::size_t axis = 0; axis < 3; ++axis)
        extent.sizeMm[axis] = (high[axis] - low[axis]) * grid.spacing()[axis];
    extent.centre = grid.toPatient(ContinuousIndex{
        (low[0] + high[0] - 1) / 2, (low[1] + high[1] - 1) / 2, (low[2] + high[2] - 1) / 2});
    return extent;
}

}  // namespace nodewise
