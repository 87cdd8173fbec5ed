#include "segmentation/brush.h"
#include "volume/slice_plane.h"
#include <algorithm>
#include <cmath>

namespace nodewise::segmentation {

namespace {

bool finite(VectorLps v) {
    return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
}

Result<void> check(LabelValue label, const BrushStroke& stroke) {
    if (label == 0)
        return fail(ErrorCode::InvalidArgument, "label 0 is background: paint with another label");
    if (stroke.path.empty())
        return fail(ErrorCode::InvalidArgument, "a stroke needs at least one point");
    if (!(stroke.radiusMm >= 0.1 && stroke.radiusMm <= 50))
        return fail(ErrorCode::InvalidArgument, "the brush radius must lie between 0.1 and 50 mm");
    for (const PointLps& p : stroke.path)
        if (!finite(p - PointLps{}))
            return fail(ErrorCode::InvalidArgument, "a point of the stroke is not a number");
    if (stroke.discNormal && (!finite(*stroke.discNormal) || length(*stroke.discNormal) < 1e-9))
        return fail(ErrorCode::InvalidArgument, "the normal of the disc has no direction");
    return {};
}

/// One piece of the stroke: what lies within the radius of a segment, and near its plane.
class Sweep {
public:
    Sweep(const GridGeometry& grid, const BrushStroke& stroke, PointLps from, PointLps to)
        : m_from(from)
        , m_along(to - from)
        , m_radius(stroke.radiusMm) {
        m_square = dot(m_along, m_along);
        if (!stroke.discNormal)
            return;
        m_flat = true;
        m_normal = normalized(*stroke.discNormal);
        m_halfThick = 0.5 * spacingAlongMm(grid, m_normal);
    }

    [[nodiscard]] bool covers(PointLps p) const {
        VectorLps d = p - m_from;
        if (m_flat) {
            const double height = dot(d, m_normal);
            // The farther side is left out, so that no voxel is hit from two neighbouring planes.
            if (height < -m_halfThick || height >= m_halfThick)
                return false;
            d = d - m_normal * height;
        }
        const double t = m_square > 0 ? std::clamp(dot(d, m_along) / m_square, 0.0, 1.0) : 0.0;
        const VectorLps off = d - m_along * t;
        return dot(off, off) <= m_radius * m_radius;
    }
    [[nodiscard]] double reach() const { return m_radius + m_halfThick; }

private:
    PointLps m_from;
    VectorLps m_along;
    double m_radius, m_square = 0;
    bool m_flat = false;
    VectorLps m_normal;
    double m_halfThick = 0;
};

/// Inclusive box of voxels within `reach` mm of the segment, cut to the grid.
VoxelBox boxAbout(const GridGeometry& grid, PointLps from, PointLps to, double reach) {
    const ContinuousIndex a = grid.toIndex(from), b = grid.toIndex(to);
    const auto low = [&](double u, double v, std::size_t axis) {
        const double at = std::floor(std::min(u, v) - reach / grid.spacing()[axis]);
        return static_cast<int>(std::clamp(at, 0.0, grid.dims()[axis] * 1.0));
    };
    const auto high = [&](double u, double v, std::size_t axis) {
        const double at = std::ceil(std::max(u, v) + reach / grid.spacing()[axis]);
        return static_cast<int>(std::clamp(at, -1.0, grid.dims()[axis] - 1.0));
    };
    return {{low(a.i, b.i, 0), low(a.j, b.j, 1), low(a.k, b.k, 2)},
            {high(a.i, b.i, 0), high(a.j, b.j, 1), high(a.k, b.k, 2)}};
}

void change(LabelMap& map, VoxelIndex v, LabelValue label, const BrushStroke& stroke,
            LabelEdit& edit) {
    const LabelValue before = map.at(v);
    LabelValue after = before;
    if (stroke.mode == BrushMode::Erase)
        after = before == label ? LabelValue{0} : before;
    else if (before == 0 || stroke.overOthers)
        after = label;
    if (after == before)
        return;
    map.set(v, after);
    edit.changes.push_back({map.geometry().offset(v), before, after});
}

void sweep(LabelMap& map, LabelValue label, const BrushStroke& stroke, PointLps from, PointLps to,
           LabelEdit& edit) {
    const GridGeometry& grid = map.geometry();
    const Sweep brush(grid, stroke, from, to);
    const VoxelBox box = boxAbout(grid, from, to, brush.reach());
    for (int k = box.low.k; k <= box.high.k; ++k)
        for (int j = box.low.j; j <= box.high.j; ++j)
            for (int i = box.low.i; i <= box.high.i; ++i)
                if (const VoxelIndex v{i, j, k}; brush.covers(grid.toPatient(v)))
                    change(map, v, label, stroke, edit);
    // A brush between voxel centres still paints what lies under it.
    if (const VoxelIndex under = grid.nearestVoxel(to); grid.contains(under))
        change(map, under, label, stroke, edit);
}

}  // namespace

Result<LabelEdit> applyBrush(LabelMap& map, LabelValue label, const BrushStroke& stroke) {
    if (const auto good = check(label, stroke); !good)
        return fail(good.error());
    LabelEdit edit;
    PointLps from = stroke.path.front();
    for (const PointLps& to : stroke.path) {
        sweep(map, label, stroke, from, to, edit);
        from = to;
    }
    return edit;
}

void undo(LabelMap& map, const LabelEdit& edit) {
    for (const auto& c : edit.changes)
        map.set(map.geometry().indexOf(c.offset), c.before);
}

void redo(LabelMap& map, const LabelEdit& edit) {
    for (const auto& c : edit.changes)
        map.set(map.geometry().indexOf(c.offset), c.after);
}

}  // namespace nodewise::segmentation
