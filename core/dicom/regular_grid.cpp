#include "dicom/regular_grid.h"
#include "base/parallel.h"
#include "dicom/stack_geometry.h"
#include <algorithm>
#include <cmath>
#include <new>

namespace nodewise::dicom {
namespace {

/// Where a slice lies on the grid: its shift in pixels and its height in mm above the first.
struct Placed {
    double shiftI = 0, shiftJ = 0, height = 0;
};

struct Plan {
    GridGeometry grid;
    std::vector<Placed> slices;
};

Result<Plan> planFor(const SliceStack& stack, double gapMm) {
    const VectorLps normal = normalOf(stack.orientation);
    Plan plan;
    double lowI = 0, highI = 0, lowJ = 0, highJ = 0;
    for (const PointLps& position : stack.positions) {
        const VectorLps v = position - stack.positions.front();
        const Placed placed{dot(v, stack.orientation.row) / stack.pixelSpacing[0],
                            dot(v, stack.orientation.column) / stack.pixelSpacing[1],
                            dot(v, normal)};
        lowI = std::min(lowI, placed.shiftI);
        highI = std::max(highI, placed.shiftI);
        lowJ = std::min(lowJ, placed.shiftJ);
        highJ = std::max(highJ, placed.shiftJ);
        plan.slices.push_back(placed);
    }
    for (Placed& placed : plan.slices) {
        placed.shiftI -= lowI;
        placed.shiftJ -= lowJ;
    }
    const double height = plan.slices.back().height;
    const double steps = std::max(1.0, std::round(height / gapMm));
    const auto more = [](double extent) { return std::ceil(extent - 1e-6); };
    const double columns = stack.columns + more(highI - lowI);
    const double rows = stack.rows + more(highJ - lowJ);
    if (columns * rows * (steps + 1) > static_cast<double>(kMaxVoxels))
        return fail(ErrorCode::ImageTooLarge,
                    "the regular grid would need more voxels than one volume may hold");
    const PointLps origin = stack.positions.front() +
                            stack.orientation.row * (lowI * stack.pixelSpacing[0]) +
                            stack.orientation.column * (lowJ * stack.pixelSpacing[1]);
    const auto grid = GridGeometry::create(
        {static_cast<int>(columns), static_cast<int>(rows), static_cast<int>(steps) + 1},
        {stack.pixelSpacing[0], stack.pixelSpacing[1], height / steps}, origin,
        {stack.orientation.row, stack.orientation.column, normal});
    if (!grid)
        return fail(grid.error());
    plan.grid = *grid;
    return plan;
}

template <class T>
class Sampler {
public:
    Sampler(const SliceStack& stack, const Plan& plan, std::span<const T> voxels)
        : m_stack(stack)
        , m_plan(plan)
        , m_voxels(voxels)
        , m_lowest(static_cast<double>(*std::min_element(voxels.begin(), voxels.end()))) {}

    void fillSlice(int k, std::span<T> out) const {
        const double height = k * m_plan.grid.spacing()[2];
        const auto& slices = m_plan.slices;
        const auto above = std::ranges::upper_bound(slices, height, {}, &Placed::height);
        const auto upper = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
            above - slices.begin(), 1, static_cast<std::ptrdiff_t>(slices.size()) - 1));
        const double gap = slices[upper].height - slices[upper - 1].height;
        const double weight = std::clamp((height - slices[upper - 1].height) / gap, 0.0, 1.0);
        const auto columns = static_cast<std::size_t>(m_plan.grid.dims()[0]);
        for (std::size_t at = 0; at < out.size(); ++at)
            out[at] = blended(static_cast<double>(at % columns), static_cast<double>(at / columns),
                              upper, weight);
    }

private:
    [[nodiscard]] T blended(double i, double j, std::size_t upper, double weight) const {
        const double below = weight < 1 ? inSlice(upper - 1, i, j) : NAN;
        const double above = weight > 0 ? inSlice(upper, i, j) : NAN;
        double value = below * (1 - weight) + above * weight;
        if (std::isnan(above))
            value = below;
        else if (std::isnan(below))
            value = above;
        if (std::isnan(value))
            value = m_lowest;
        if constexpr (std::is_integral_v<T>)
            return static_cast<T>(std::lround(value));
        else
            return static_cast<T>(value);
    }

    /// Bilinear within a slice; NaN beyond half a pixel outside it.
    [[nodiscard]] double inSlice(std::size_t slice, double i, double j) const {
        const double x = i - m_plan.slices[slice].shiftI;
        const double y = j - m_plan.slices[slice].shiftJ;
        const double lastX = m_stack.columns - 1;
        const double lastY = m_stack.rows - 1;
        if (x < -0.5 || y < -0.5 || x > lastX + 0.5 || y > lastY + 0.5)
            return NAN;
        const double cx = std::clamp(x, 0.0, lastX);
        const double cy = std::clamp(y, 0.0, lastY);
        const auto x0 = static_cast<std::size_t>(cx);
        const auto y0 = static_cast<std::size_t>(cy);
        const auto x1 = std::min(x0 + 1, static_cast<std::size_t>(lastX));
        const auto y1 = std::min(y0 + 1, static_cast<std::size_t>(lastY));
        const double fx = cx - static_cast<double>(x0);
        const double fy = cy - static_cast<double>(y0);
        const double top = at(slice, x0, y0) * (1 - fx) + at(slice, x1, y0) * fx;
        const double bottom = at(slice, x0, y1) * (1 - fx) + at(slice, x1, y1) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    [[nodiscard]] double at(std::size_t slice, std::size_t x, std::size_t y) const {
        const auto columns = static_cast<std::size_t>(m_stack.columns);
        const auto rows = static_cast<std::size_t>(m_stack.rows);
        return static_cast<double>(m_voxels[(slice * rows + y) * columns + x]);
    }

    const SliceStack& m_stack;
    const Plan& m_plan;
    std::span<const T> m_voxels;
    double m_lowest;
};

template <class T>
Result<CtVolume::Voxels> sampled(const SliceStack& stack, const Plan& plan,
                                 const std::vector<T>& voxels, JobControl& job, unsigned threads) {
    std::vector<T> out(plan.grid.voxelCount());
    const Sampler<T> sampler(stack, plan, voxels);
    const auto slices = static_cast<std::size_t>(plan.grid.dims()[2]);
    const std::size_t slice = out.size() / slices;
    parallelFor(slices, threads, [&](std::size_t k) {
        if (job.cancelled())
            return;
        sampler.fillSlice(static_cast<int>(k), std::span(out).subspan(k * slice, slice));
    });
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "loading was cancelled");
    return CtVolume::Voxels(std::move(out));
}

}  // namespace

Result<VolumePtr> resampleToRegular(const SliceStack& stack, double gapMm, JobControl& job,
                                    unsigned threads) {
    const auto plan = planFor(stack, gapMm);
    if (!plan)
        return fail(plan.error());
    job.report(0, "resample");
    try {
        auto voxels = std::visit(
            [&](const auto& v) { return sampled(stack, *plan, v, job, threads); }, stack.voxels);
        if (!voxels)
            return fail(voxels.error());
        return CtVolume::create(plan->grid, std::move(*voxels), stack.meaning);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory for the regular grid");
    }
}

}  // namespace nodewise::dicom
