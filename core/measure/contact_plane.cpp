#include "measure/contact_plane.h"
#include "measure/plane_roughness.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kLeastTouchMm = 1.0;
constexpr double kLocalMm = 2.0;  // to either side, of local raggedness
constexpr double kRaggedMm = 0.35, kRaggedPixels = 0.75;
constexpr double kArcRimMm = 10.0;

int component(VoxelIndex v, int axis) {
    return axis == 0 ? v.i : axis == 1 ? v.j : v.k;
}

}  // namespace

ContactPlanes::ContactPlanes(const NodeRegion& region)
    : m_region(region)
    , m_sampler(region)
    , m_axis(region.geometry.axisAlong(2)) {
    m_axisU = m_axis == 0 ? 1 : 0;
    m_axisV = m_axis == 2 ? 1 : 2;
    const std::array<std::size_t, 3> steps{1, static_cast<std::size_t>(region.geometry.dims()[0]),
                                           static_cast<std::size_t>(region.geometry.dims()[0]) *
                                               static_cast<std::size_t>(region.geometry.dims()[1])};
    m_stepU = steps[static_cast<std::size_t>(m_axisU)];
    m_stepV = steps[static_cast<std::size_t>(m_axisV)];
    m_touchMm = std::max(kLeastTouchMm, std::max(spacing(m_axisU), spacing(m_axisV)));
    const auto& dims = region.geometry.dims();
    const auto rim = [&](int axis) {
        return static_cast<int>(std::ceil(kArcRimMm / spacing(axis))) + 1;
    };
    const auto last = [&](int axis) { return dims[static_cast<std::size_t>(axis)] - 1; };
    m_lowU = std::max(0, component(region.nodeBox.low, m_axisU) - rim(m_axisU));
    m_lowV = std::max(0, component(region.nodeBox.low, m_axisV) - rim(m_axisV));
    m_highU = std::min(last(m_axisU), component(region.nodeBox.high, m_axisU) + rim(m_axisU));
    m_highV = std::min(last(m_axisV), component(region.nodeBox.high, m_axisV) + rim(m_axisV));
}

int ContactPlanes::first() const {
    return component(m_region.nodeBox.low, m_axis);
}

int ContactPlanes::last() const {
    return component(m_region.nodeBox.high, m_axis);
}

double ContactPlanes::spacing(int axis) const {
    return m_region.geometry.spacing()[static_cast<std::size_t>(axis)];
}

VoxelIndex ContactPlanes::voxelAt(int u, int v, int w) const {
    std::array<int, 3> at{};
    at[static_cast<std::size_t>(m_axisU)] = u;
    at[static_cast<std::size_t>(m_axisV)] = v;
    at[static_cast<std::size_t>(m_axis)] = w;
    return {at[0], at[1], at[2]};
}

PointLps ContactPlanes::place(PlanePoint p, int w) const {
    std::array<double, 3> at{};
    at[static_cast<std::size_t>(m_axisU)] = m_lowU + p.u / spacing(m_axisU);
    at[static_cast<std::size_t>(m_axisV)] = m_lowV + p.v / spacing(m_axisV);
    at[static_cast<std::size_t>(m_axis)] = w;
    return m_region.geometry.toPatient(ContinuousIndex{at[0], at[1], at[2]});
}

PlaneMask ContactPlanes::maskOf(int w) const {
    PlaneMask mask{
        m_highU - m_lowU + 1, m_highV - m_lowV + 1, spacing(m_axisU), spacing(m_axisV), {}};
    mask.inside.reserve(static_cast<std::size_t>(mask.width) *
                        static_cast<std::size_t>(mask.height));
    for (int v = m_lowV; v <= m_highV; ++v) {
        std::size_t at = m_region.geometry.offset(voxelAt(m_lowU, v, w));
        for (int u = m_lowU; u <= m_highU; ++u, at += m_stepU)
            mask.inside.push_back(m_region.inside[at]);
    }
    return mask;
}

std::map<LabelValue, PlaneContact> ContactPlanes::look(int plane) const {
    Found found;
    const PlaneMask mask = maskOf(plane);
    if (std::none_of(mask.inside.begin(), mask.inside.end(), [](auto in) { return in != 0; }))
        return found;
    for (const auto& loop : outlinesOf(smoothPlane(mask)))
        followLoop(loop, plane, found);
    addArcs(plane, found);
    return found;
}

/// Outward is to the right hand: loops run with the inside to the left.
VectorLps ContactPlanes::outward(const Loop& loop, std::size_t n) const {
    const PlanePoint before = loop[(n + loop.size() - 2) % loop.size()];
    const PlanePoint after = loop[(n + 2) % loop.size()];
    const double du = after.u - before.u, dv = after.v - before.v;
    return normalized(m_region.geometry.axis(m_axisU) * dv - m_region.geometry.axis(m_axisV) * du);
}

void ContactPlanes::followLoop(const Loop& loop, int w, Found& found) const {
    std::vector<std::optional<Crossing>> crossings(loop.size());
    std::vector<LabelValue> met;
    for (std::size_t n = 0; n < loop.size(); ++n) {
        const PointLps at = place(loop[n], w);
        crossings[n] = crossFrom(m_region, m_sampler, at, outward(loop, n), Target::Structure);
        if (!crossings[n])
            continue;
        const LabelValue label = crossings[n]->label;
        if (std::find(met.begin(), met.end(), label) == met.end())
            met.push_back(label);
        const double sides = distance(loop[n], loop[(n + 1) % loop.size()]) +
                             distance(loop[n], loop[(n + loop.size() - 1) % loop.size()]);
        addTouch(*crossings[n], at, 0.5 * sides, found[label]);
    }
    for (const LabelValue label : met) {
        keepLongestLoss(loop, crossings, w, label, found[label]);
        addRoughness(loop, crossings, label, found[label]);
    }
}

void ContactPlanes::addTouch(const Crossing& crossing, PointLps at, double lengthMm,
                             PlaneContact& own) const {
    const double area = lengthMm * spacing(m_axis);
    if (crossing.lost)
        own.lostAreaMm2 += area;
    if (crossing.gapMm > m_touchMm)
        return;
    own.areaMm2 += area;
    own.steps.push_back(crossing.stepHu);
    own.fat.push_back(crossing.fatMm);
    own.touchSum = own.touchSum + (at - PointLps{});
    ++own.touches;
}

/// The longest unbroken run of corners from which no fat is met on the way to the structure.
void ContactPlanes::keepLongestLoss(const Loop& loop,
                                    const std::vector<std::optional<Crossing>>& crossings, int w,
                                    LabelValue label, PlaneContact& own) const {
    const auto lost = [&](std::size_t n) {
        const auto& c = crossings[n % loop.size()];
        return c && c->label == label && c->lost;
    };
    std::size_t start = 0;  // a corner where no run is under way
    while (start < loop.size() && lost(start))
        ++start;
    double length = 0;
    std::vector<PointLps> line;
    for (std::size_t n = start; n <= start + loop.size(); ++n) {
        if (!lost(n)) {
            if (length > own.lostMm) {
                own.lostMm = length;
                own.lostPlane = line;
            }
            length = 0;
            line.clear();
            continue;
        }
        if (!line.empty())
            length += distance(loop[n % loop.size()], loop[(n - 1) % loop.size()]);
        line.push_back(place(loop[n % loop.size()], w));
    }
    if (length > own.lostMm) {
        own.lostMm = length;
        own.lostPlane = std::move(line);
    }
}

/// How far the touching part of the loop leaves the smooth line through it, and over what length.
void ContactPlanes::addRoughness(const Loop& loop,
                                 const std::vector<std::optional<Crossing>>& crossings,
                                 LabelValue label, PlaneContact& own) const {
    std::vector<std::optional<double>> off(loop.size());
    const double reach = smoothReachMm(loop);
    for (std::size_t n = 0; n < loop.size(); ++n) {
        const auto& c = crossings[n];
        if (!c || c->label != label || c->gapMm > m_touchMm)
            continue;
        off[n] = offSmooth(loop, n, reach);
        if (!off[n])
            continue;
        own.residualSquares += *off[n] * *off[n];
        ++own.residuals;
    }
    const double line =
        std::max(kRaggedMm, kRaggedPixels * std::max(spacing(m_axisU), spacing(m_axisV)));
    double run = 0;
    for (std::size_t n = 0; n < loop.size(); ++n) {
        double squares = 0, way = 0;
        int count = 0;
        for (std::size_t d = 0; d < loop.size() / 2 && way < kLocalMm; ++d) {
            const std::size_t f = (n + d) % loop.size();
            way += distance(loop[f], loop[(f + 1) % loop.size()]);
            const std::size_t b = (n + loop.size() - d) % loop.size();
            for (const std::size_t at : {f, b})
                if (off[at]) {
                    squares += *off[at] * *off[at];
                    ++count;
                }
        }
        const bool ragged = off[n] && count > 2 && squares > line * line * count;
        run = ragged ? run + distance(loop[n], loop[(n + 1) % loop.size()]) : 0;
        own.raggedMm = std::max(own.raggedMm, run);
    }
}

/// Per structure: share of its outline in this plane that the node touches, as an angle.
void ContactPlanes::addArcs(int w, Found& found) const {
    struct Count {
        int all = 0;
        std::vector<PointLps> touched;
    };
    std::map<LabelValue, Count> counts;
    const GridGeometry& grid = m_region.geometry;
    const double pixel = std::max(spacing(m_axisU), spacing(m_axisV));
    for (int v = m_lowV; v <= m_highV; ++v) {
        std::size_t at = grid.offset(voxelAt(m_lowU, v, w));
        for (int u = m_lowU; u <= m_highU; ++u, at += m_stepU) {
            const LabelValue label = m_region.structures[at];
            if (label == 0 || !edgeOfStructure(u, v, at, label))
                continue;
            Count& count = counts[label];
            ++count.all;
            if (static_cast<double>(m_region.distanceMm[at]) <= pixel)
                count.touched.push_back(grid.toPatient(voxelAt(u, v, w)));
        }
    }
    for (auto& [label, count] : counts) {
        if (count.touched.empty())
            continue;
        PlaneContact& own = found[label];
        own.arcDeg = 360.0 * static_cast<double>(count.touched.size()) / count.all;
        own.arc = std::move(count.touched);
    }
}

bool ContactPlanes::edgeOfStructure(int u, int v, std::size_t at, LabelValue label) const {
    const auto& dims = m_region.geometry.dims();
    const auto& map = m_region.structures;
    return u == 0 || v == 0 || u + 1 == dims[static_cast<std::size_t>(m_axisU)] ||
           v + 1 == dims[static_cast<std::size_t>(m_axisV)] || map[at - m_stepU] != label ||
           map[at + m_stepU] != label || map[at - m_stepV] != label || map[at + m_stepV] != label;
}

}  // namespace nodewise::measure
