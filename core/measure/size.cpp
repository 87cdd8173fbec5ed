#include "measure/size.h"
#include "measure/farthest_pair.h"
#include "measure/outline.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kLevel = 0.5;

/// The planes of a label across the axis that runs most nearly along z.
struct Stack {
    const LabelMap* labels = nullptr;
    LabelValue node = 0;
    VoxelBox box;
    int axisU = 0, axisV = 1, axisW = 2;

    [[nodiscard]] static int part(VoxelIndex index, int axis) {
        return axis == 0 ? index.i : axis == 1 ? index.j : index.k;
    }
    [[nodiscard]] int low(int axis) const { return part(box.low, axis); }
    [[nodiscard]] int size(int axis) const { return part(box.high, axis) - low(axis) + 1; }
    [[nodiscard]] double spacing(int axis) const {
        return labels->geometry().spacing()[static_cast<std::size_t>(axis)];
    }
    [[nodiscard]] PointLps place(PlanePoint point, double w) const {
        std::array<double, 3> index{};
        index[static_cast<std::size_t>(axisU)] = low(axisU) + point.u / spacing(axisU);
        index[static_cast<std::size_t>(axisV)] = low(axisV) + point.v / spacing(axisV);
        index[static_cast<std::size_t>(axisW)] = low(axisW) + w;
        return labels->geometry().toPatient(ContinuousIndex{index[0], index[1], index[2]});
    }
    /// Voxels of the map from one to the next along an axis.
    [[nodiscard]] std::size_t stepOf(int axis) const {
        std::size_t step = 1;
        for (int a = 0; a < axis; ++a)
            step *=
                static_cast<std::size_t>(labels->geometry().dims()[static_cast<std::size_t>(a)]);
        return step;
    }
    [[nodiscard]] PlaneMask mask(int w) const {
        PlaneMask plane{size(axisU), size(axisV), spacing(axisU), spacing(axisV), {}};
        std::array<int, 3> at{};
        at[static_cast<std::size_t>(axisU)] = low(axisU);
        at[static_cast<std::size_t>(axisW)] = low(axisW) + w;
        const std::size_t step = stepOf(axisU);
        plane.inside.reserve(static_cast<std::size_t>(plane.width) *
                             static_cast<std::size_t>(plane.height));
        for (int v = 0; v < plane.height; ++v) {
            at[static_cast<std::size_t>(axisV)] = low(axisV) + v;
            std::size_t from = labels->geometry().offset({at[0], at[1], at[2]});
            for (int u = 0; u < plane.width; ++u, from += step)
                plane.inside.push_back(labels->labels()[from] == node ? 1 : 0);
        }
        return plane;
    }
};

/// Points of the surface that can be ends of the longest line, plane by plane.
struct HullLayer {
    std::vector<PointLps> points;
    PointLps low, high;  ///< Box round them.
};

HullLayer layerOf(const Stack& stack, std::vector<PlanePoint> points, double w) {
    HullLayer layer;
    for (const PlanePoint point : convexHull(std::move(points)))
        layer.points.push_back(stack.place(point, w));
    if (layer.points.empty())
        return layer;
    layer.low = layer.high = layer.points.front();
    for (const PointLps p : layer.points) {
        layer.low = {std::min(layer.low.x, p.x), std::min(layer.low.y, p.y),
                     std::min(layer.low.z, p.z)};
        layer.high = {std::max(layer.high.x, p.x), std::max(layer.high.y, p.y),
                      std::max(layer.high.z, p.z)};
    }
    return layer;
}

/// The ends of the node between two planes: where the smoothed mask falls below the level on the
/// way from plane `w` to its neighbour. Points of one fraction share a layer.
void addCaps(const Stack& stack, const PlaneField& field, const PlaneField* next, double w,
             double step, std::vector<HullLayer>& layers) {
    constexpr int kBins = 8;
    std::array<std::vector<PlanePoint>, kBins + 1> bins;
    for (int j = 0; j < field.height; ++j)
        for (int i = 0; i < field.width; ++i) {
            const double here = static_cast<double>(field.at(i, j));
            const double there = next != nullptr ? static_cast<double>(next->at(i, j)) : 0.0;
            if (here < kLevel || there >= kLevel)
                continue;
            const double t = (here - kLevel) / (here - there);
            bins[static_cast<std::size_t>(std::lround(t * kBins))].push_back(field.place(i, j));
        }
    for (std::size_t bin = 1; bin <= kBins; ++bin)
        if (!bins[bin].empty())
            layers.push_back(
                layerOf(stack, std::move(bins[bin]), w + step * static_cast<double>(bin) / kBins));
}

AxisLine lineOf(PointLps from, PointLps to) {
    return {from, to, distance(from, to)};
}

/// No two corners lie farther apart.
double boxDiagonal(const std::vector<PlanePoint>& hull) {
    PlanePoint low = hull.front(), high = hull.front();
    for (const PlanePoint p : hull) {
        low = {std::min(low.u, p.u), std::min(low.v, p.v)};
        high = {std::max(high.u, p.u), std::max(high.v, p.v)};
    }
    return distance(low, high);
}

AxisLine greatestOf(const std::vector<HullLayer>& layers) {
    std::vector<PointLps> points;
    for (const HullLayer& layer : layers)
        points.insert(points.end(), layer.points.begin(), layer.points.end());
    const auto [from, to] = farthestPair(points);
    return lineOf(points[from], points[to]);
}

bool touchesBorder(const VoxelBox& box, const std::array<int, 3>& dims) {
    for (int axis = 0; axis < 3; ++axis)
        if (Stack::part(box.low, axis) == 0 ||
            Stack::part(box.high, axis) == dims[static_cast<std::size_t>(axis)] - 1)
            return true;
    return false;
}

class Sizer {
public:
    Sizer(Stack stack, JobControl& job)
        : m_stack(stack)
        , m_job(job) {}

    Result<void> run(SizeMeasurement& size) {
        const int planes = m_stack.size(m_stack.axisW);
        for (int w = 0; w < planes; ++w)
            m_fields.push_back(smoothPlane(m_stack.mask(w)));
        for (int w = 0; w < planes; ++w) {
            if (m_job.cancelled())
                return fail(ErrorCode::Cancelled, "cancelled");
            measurePlane(w, size);
        }
        if (!size.planeGap && !size.longAxis)
            size.planeGap = Gap::TooSmall;  // no plane is left after smoothing
        if (size.planeGap) {
            size.longAxis.reset();
            size.shortAxis.reset();
        }
        if (!size.heightGap)
            measureHeight(size);
        return {};
    }

private:
    void measurePlane(int w, SizeMeasurement& size) {
        const auto at = static_cast<std::size_t>(w);
        const PlaneField& field = m_fields[at];
        addCaps(m_stack, field, w > 0 ? &m_fields[at - 1] : nullptr, w, -1, m_layers);
        auto loops = outlinesOf(field);
        std::vector<PlanePoint> points;
        for (const auto& loop : loops)
            points.insert(points.end(), loop.begin(), loop.end());
        const auto hull = convexHull(points);
        if (hull.size() >= 3) {
            keepLonger(w, hull, loops.front(), size);
            m_layers.push_back(layerOf(m_stack, hull, w));
        }
        addCaps(m_stack, field, at + 1 < m_fields.size() ? &m_fields[at + 1] : nullptr, w, 1,
                m_layers);
    }

    void keepLonger(int w, const std::vector<PlanePoint>& hull, const std::vector<PlanePoint>& loop,
                    SizeMeasurement& size) {
        if (size.longAxis && boxDiagonal(hull) <= size.longAxis->lengthMm)
            return;
        const auto pair = farthestPair(hull);
        // A tie within a micrometre goes to the first plane, whatever the rounding.
        if (size.longAxis && distance(pair[0], pair[1]) <= size.longAxis->lengthMm + 1e-6)
            return;
        const auto across = widthAcross(hull, pair);
        size.longAxis = lineOf(m_stack.place(pair[0], w), m_stack.place(pair[1], w));
        size.shortAxis = lineOf(m_stack.place(across[0], w), m_stack.place(across[1], w));
        size.slice = m_stack.low(m_stack.axisW) + w;
        size.outline.clear();
        for (const PlanePoint point : loop)
            size.outline.push_back(m_stack.place(point, w));
    }

    void measureHeight(SizeMeasurement& size) {
        double low = 0, high = 0;
        bool any = false;
        for (const auto& layer : m_layers) {
            if (layer.points.empty())
                continue;
            low = any ? std::min(low, layer.low.z) : layer.low.z;
            high = any ? std::max(high, layer.high.z) : layer.high.z;
            any = true;
        }
        if (!any) {
            size.heightGap = Gap::TooSmall;
            return;
        }
        size.craniocaudalMm = high - low;
        size.greatest = greatestOf(m_layers);
    }

    Stack m_stack;
    JobControl& m_job;
    std::vector<PlaneField> m_fields;
    std::vector<HullLayer> m_layers;
};

}  // namespace

Result<SizeMeasurement> measureSize(const LabelMap& labels, LabelValue node, JobControl& job) {
    const auto box = labels.boxOf(node);
    if (node == 0 || !box)
        return fail(ErrorCode::LabelAbsent, "no voxel carries label " + std::to_string(node));
    const GridGeometry& grid = labels.geometry();
    Stack stack{&labels, node, *box, 0, 1, grid.axisAlong(2)};
    stack.axisU = stack.axisW == 0 ? 1 : 0;
    stack.axisV = stack.axisW == 2 ? 1 : 2;
    SizeMeasurement size;
    size.voxels = labels.count(node);
    size.volumeMl = static_cast<double>(size.voxels) * grid.voxelVolumeMm3() / 1000.0;
    size.sliceAxis = stack.axisW;
    if (stack.size(stack.axisU) < 2 || stack.size(stack.axisV) < 2)
        size.planeGap = size.heightGap = Gap::TooSmall;
    if (stack.size(stack.axisW) < 2)
        size.heightGap = Gap::TooSmall;
    if (touchesBorder(*box, grid.dims()))
        size.planeGap = size.heightGap = Gap::TouchesBorder;
    if (auto done = Sizer(stack, job).run(size); !done)
        return fail(done.error());
    return size;
}

}  // namespace nodewise::measure
