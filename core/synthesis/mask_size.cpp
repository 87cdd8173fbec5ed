#include "synthesis/mask_size.h"
#include "base/require.h"
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>

namespace nodewise::synthesis {

namespace {

struct Flat {
    double x, y;
};

double cross(Flat o, Flat a, Flat b) {
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/// Monotone chain; points come sorted.
std::vector<Flat> hull(std::vector<Flat> points) {
    std::sort(points.begin(), points.end(),
              [](Flat a, Flat b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    if (points.size() < 3)
        return points;
    std::vector<Flat> chain(2 * points.size());
    std::size_t k = 0;
    const auto push = [&](Flat p, std::size_t floor) {
        while (k >= floor + 2 && cross(chain[k - 2], chain[k - 1], p) <= 0)
            --k;
        chain[k++] = p;
    };
    for (const Flat p : points)
        push(p, 0);
    const std::size_t lower = k - 1;
    for (std::size_t i = points.size() - 1; i-- > 0;)
        push(points[i], lower);
    chain.resize(k - 1);
    return chain;
}

struct Pair {
    double length = 0;
    Flat from{}, to{};
};

Pair longest(const std::vector<Flat>& points) {
    Pair best;
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = i + 1; j < points.size(); ++j)
            if (const double d = std::hypot(points[i].x - points[j].x, points[i].y - points[j].y);
                d > best.length)
                best = {d, points[i], points[j]};
    return best;
}

/// Width of the hull across the line.
double across(const std::vector<Flat>& points, const Pair& line) {
    const double ux = -(line.to.y - line.from.y) / line.length,
                 uy = (line.to.x - line.from.x) / line.length;
    double low = 1e9, high = -1e9;
    for (const Flat p : points) {
        low = std::min(low, p.x * ux + p.y * uy);
        high = std::max(high, p.x * ux + p.y * uy);
    }
    return high - low;
}

}  // namespace

namespace {

template <class Inside>
MaskSize measureBox(const VoxelBox& box, const GridGeometry& grid, const Inside& inside) {
    const auto spacing = grid.spacing();
    MaskSize size;
    std::map<int, std::vector<Flat>> hulls;
    std::size_t count = 0;
    VectorLps sum;
    for (int k = box.low.k; k <= box.high.k; ++k) {
        std::vector<Flat> corners;
        for (int j = box.low.j; j <= box.high.j; ++j)
            for (int i = box.low.i; i <= box.high.i; ++i) {
                if (!inside(i, j, k))
                    continue;
                ++count;
                const VectorLps p = grid.toPatient(VoxelIndex{i, j, k}) - PointLps{};
                sum = sum + p;
                const double x = dot(p, grid.axis(0)), y = dot(p, grid.axis(1));
                for (const double a : {-0.5, 0.5})
                    for (const double b : {-0.5, 0.5})
                        corners.push_back({x + a * spacing[0], y + b * spacing[1]});
            }
        if (corners.empty())
            continue;
        auto outline = hull(std::move(corners));
        if (const Pair line = longest(outline); line.length > size.longAxisMm) {
            size.longAxisMm = line.length;
            size.shortAxisMm = across(outline, line);
        }
        hulls[k] = std::move(outline);
    }
    for (const auto& [k, a] : hulls)
        for (const auto& [n, b] : hulls)
            for (const Flat p : a)
                for (const Flat q : b) {
                    // A slice is as thick as the step: top of one to bottom of the other.
                    const double dz = (std::abs(k - n) + 1) * spacing[2];
                    size.greatestMm =
                        std::max(size.greatestMm, std::hypot(p.x - q.x, p.y - q.y, n < k ? 0 : dz));
                }
    size.volumeMm3 = static_cast<double>(count) * grid.voxelVolumeMm3();
    size.centre = PointLps{} + sum * (1.0 / static_cast<double>(count));
    return size;
}

}  // namespace

MaskSize measureMask(const LabelMap& labels, LabelValue label) {
    const auto box = labels.boxOf(label);
    NODEWISE_REQUIRE(box.has_value());
    return measureBox(*box, labels.geometry(), [&](int i, int j, int k) {
        return labels.at(VoxelIndex{i, j, k}) == label;
    });
}

MaskSize measureMask(const VoxelBox& box, const std::vector<std::uint8_t>& inside,
                     const GridGeometry& grid) {
    const int nx = box.high.i - box.low.i + 1, ny = box.high.j - box.low.j + 1;
    return measureBox(box, grid, [&](int i, int j, int k) {
        return inside[static_cast<std::size_t>(((k - box.low.k) * ny + j - box.low.j) * nx + i -
                                               box.low.i)] != 0;
    });
}

}  // namespace nodewise::synthesis
