#include "segmentation/fill_between.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace nodewise::segmentation {

namespace {

/// A flat box of the grid, in voxels.
struct Frame {
    int left = 0, top = 0, width = 0, height = 0;
    double stepX = 1, stepY = 1;  ///< mm.

    [[nodiscard]] std::size_t at(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x);
    }
};

/// Lower envelope of parabolas (Felzenszwalb and Huttenlocher 2012): squared
/// distance along a line.
void distanceAlong(std::vector<double>& line, double step) {
    const int count = static_cast<int>(line.size());
    std::vector<int> roots;
    std::vector<double> from;
    const auto meet = [&](int a, int b) {
        const double xa = a * step, xb = b * step;
        return (line[static_cast<std::size_t>(b)] + xb * xb - line[static_cast<std::size_t>(a)] -
                xa * xa) /
               (2 * (xb - xa));
    };
    for (int n = 0; n < count; ++n) {
        if (!std::isfinite(line[static_cast<std::size_t>(n)]))
            continue;
        while (!roots.empty() && roots.size() > 1 && meet(roots.back(), n) <= from.back()) {
            roots.pop_back();
            from.pop_back();
        }
        from.push_back(roots.empty() ? -std::numeric_limits<double>::infinity()
                                     : meet(roots.back(), n));
        roots.push_back(n);
    }
    if (roots.empty())
        return;
    const std::vector<double> values = line;
    std::size_t piece = 0;
    for (int n = 0; n < count; ++n) {
        while (piece + 1 < roots.size() && from[piece + 1] < n * step)
            ++piece;
        const double away = (n - roots[piece]) * step;
        line[static_cast<std::size_t>(n)] =
            away * away + values[static_cast<std::size_t>(roots[piece])];
    }
}

/// Distance of every place of the frame to the nearest one where `mask` is
/// `wanted`, mm.
std::vector<double> distancesTo(const std::vector<bool>& mask, bool wanted, const Frame& frame) {
    std::vector<double> squared(mask.size());
    for (std::size_t n = 0; n < mask.size(); ++n)
        squared[n] = mask[n] == wanted ? 0.0 : std::numeric_limits<double>::infinity();
    std::vector<double> line(static_cast<std::size_t>(frame.width));
    for (int y = 0; y < frame.height; ++y) {
        for (int x = 0; x < frame.width; ++x)
            line[static_cast<std::size_t>(x)] = squared[frame.at(x, y)];
        distanceAlong(line, frame.stepX);
        for (int x = 0; x < frame.width; ++x)
            squared[frame.at(x, y)] = line[static_cast<std::size_t>(x)];
    }
    line.resize(static_cast<std::size_t>(frame.height));
    for (int x = 0; x < frame.width; ++x) {
        for (int y = 0; y < frame.height; ++y)
            line[static_cast<std::size_t>(y)] = squared[frame.at(x, y)];
        distanceAlong(line, frame.stepY);
        for (int y = 0; y < frame.height; ++y)
            squared[frame.at(x, y)] = std::sqrt(line[static_cast<std::size_t>(y)]);
    }
    return squared;
}

/// Positive inside, mm; the border lies half way between voxel centres.
std::vector<double> signedDistances(const LabelMap& map, LabelValue label, int k,
                                    const Frame& frame) {
    std::vector<bool> mask(static_cast<std::size_t>(frame.width) *
                           static_cast<std::size_t>(frame.height));
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            mask[frame.at(x, y)] = map.at(VoxelIndex{frame.left + x, frame.top + y, k}) == label;
    const auto outside = distancesTo(mask, false, frame), inside = distancesTo(mask, true, frame);
    std::vector<double> out(mask.size());
    for (std::size_t n = 0; n < mask.size(); ++n)
        out[n] = outside[n] - inside[n];
    return out;
}

Frame frameOf(const LabelMap& map, const VoxelBox& box) {
    const auto& dims = map.geometry().dims();
    Frame frame;
    frame.left = std::max(0, box.low.i - 1);
    frame.top = std::max(0, box.low.j - 1);
    frame.width = std::min(dims[0] - 1, box.high.i + 1) - frame.left + 1;
    frame.height = std::min(dims[1] - 1, box.high.j + 1) - frame.top + 1;
    frame.stepX = map.geometry().spacing()[0];
    frame.stepY = map.geometry().spacing()[1];
    return frame;
}

bool hasLabel(const LabelMap& map, LabelValue label, int k, const Frame& frame) {
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            if (map.at(VoxelIndex{frame.left + x, frame.top + y, k}) == label)
                return true;
    return false;
}

}  // namespace

LabelEdit fillBetween(const LabelMap& map, LabelValue label) {
    LabelEdit edit;
    const auto box = map.boxOf(label);
    if (!box)
        return edit;
    const Frame frame = frameOf(map, *box);
    int below = box->low.k;
    for (int k = below + 1; k <= box->high.k; ++k) {
        if (!hasLabel(map, label, k, frame))
            continue;
        if (k > below + 1) {
            const auto lower = signedDistances(map, label, below, frame);
            const auto upper = signedDistances(map, label, k, frame);
            for (int between = below + 1; between < k; ++between) {
                const double share = static_cast<double>(between - below) / (k - below);
                for (int y = 0; y < frame.height; ++y)
                    for (int x = 0; x < frame.width; ++x) {
                        const std::size_t n = frame.at(x, y);
                        const VoxelIndex at{frame.left + x, frame.top + y, between};
                        if (lower[n] * (1 - share) + upper[n] * share > 0 && map.at(at) == 0)
                            edit.changes.push_back({map.geometry().offset(at), 0, label});
                    }
            }
        }
        below = k;
    }
    return edit;
}

}  // namespace nodewise::segmentation
