#include "synthesis/slice_layers.h"
#include "synthesis/anatomy_model.h"
#include "synthesis/innocent_nodes.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr float kGlandRange = 5.0F;
constexpr float kSkinOverBoneMm = 6.5F;
constexpr float kVesselGapMm = 8;    ///< Between the middle of a piece of vessel and that reach.
constexpr float kInnocentGapMm = 8;  ///< Between a normal node and the reach of one in question.

std::size_t planeOf(Field f) {
    return static_cast<std::size_t>(f);
}

/// Rows and columns of the samples about a place of the straight neck.
struct Span {
    int i0, i1, j0, j1;
};
Span spanOf(const Scene& scene, const SliceGrid& g, float x, float y, float reach) {
    const auto p = scene.warp.patient(x, y, g.z);
    const auto low = [&](float v, float origin) {
        return std::max(0, static_cast<int>((v - reach - origin) / g.step));
    };
    const auto high = [&](float v, float origin, int count) {
        return std::min(count - 1, static_cast<int>((v + reach - origin) / g.step) + 1);
    };
    return {low(p[0], g.x0), high(p[0], g.x0, g.columns), low(p[1], g.y0),
            high(p[1], g.y0, g.rows)};
}

enum Small : std::uint8_t { kSmallVein = 1, kSmallArtery, kSmallNode };

void keepSmall(FieldSlice& out, std::size_t p, float d, std::uint8_t kind) {
    auto& plane = out.plane[planeOf(Field::Small)];
    if (d < plane[p]) {
        plane[p] = d;
        out.nearest[planeOf(Field::Small)][p] = kind;
    }
}

/// A piece of vessel that would look like a strand of a node in question.
bool besideNode(const Scene& scene, const Knot& a, const Knot& b) {
    const float height = scene.warp.patientHeight(0.5F * (a.z + b.z));
    const auto at = scene.warp.patient(0.5F * (a.x + b.x), 0.5F * (a.y + b.y), height);
    return std::any_of(scene.nodes.begin(), scene.nodes.end(), [&](const PlacedNode& node) {
        return std::hypot(at[0] - node.body.centre[0], at[1] - node.body.centre[1],
                          height - node.body.centre[2]) < node.reach() + kVesselGapMm;
    });
}

void drawSmallVessel(const Scene& scene, const SmallVessel& vessel, bool keepOff, FieldSlice& out) {
    const SliceGrid& g = out.grid;
    const std::uint8_t kind = vessel.artery ? kSmallArtery : kSmallVein;
    for (std::size_t k = 1; k < vessel.knots.size(); ++k) {
        const Knot &a = vessel.knots[k - 1], &b = vessel.knots[k];
        if (out.height > a.z + 3 || out.height < b.z - 3)
            continue;
        if (keepOff && besideNode(scene, a, b))
            continue;
        const float reach = 0.5F * std::hypot(b.x - a.x, b.y - a.y) + 6;
        const Span s = spanOf(scene, g, 0.5F * (a.x + b.x), 0.5F * (a.y + b.y), reach);
        for (int j = s.j0; j <= s.j1; ++j)
            for (int i = s.i0; i <= s.i1; ++i) {
                const auto p = static_cast<std::size_t>(j) * static_cast<std::size_t>(g.columns) +
                               static_cast<std::size_t>(i);
                const std::span<const Knot> piece(&a, 2);
                keepSmall(out, p, distanceTo(piece, out.pushedX[p], out.pushedY[p], out.height),
                          kind);
            }
    }
}

void drawSmallNode(const Scene& scene, const SmallNode& node, FieldSlice& out) {
    const SliceGrid& g = out.grid;
    const float w = (out.height - node.centre[2]) / node.radii[2];
    if (w * w >= 1)
        return;
    const float height = scene.warp.patientHeight(node.centre[2]);
    for (const PlacedNode& index : scene.nodes) {
        const auto at = scene.warp.patient(node.centre[0], node.centre[1], height);
        if (std::hypot(at[0] - index.body.centre[0], at[1] - index.body.centre[1],
                       height - index.body.centre[2]) < index.reach() + 9)
            return;  // beside an index node it would look like a part of it
    }
    const float shrink = std::sqrt(1 - w * w), turn = node.turnDeg * 0.01745329F;
    const float c = steadyCos(turn), s = steadySin(turn);
    const Span span = spanOf(scene, g, node.centre[0], node.centre[1], node.radii[0] + 5);
    for (int j = span.j0; j <= span.j1; ++j)
        for (int i = span.i0; i <= span.i1; ++i) {
            const auto p = static_cast<std::size_t>(j) * static_cast<std::size_t>(g.columns) +
                           static_cast<std::size_t>(i);
            const float dx = out.pushedX[p] - node.centre[0], dy = out.pushedY[p] - node.centre[1];
            keepSmall(out, p,
                      ellipseDistance(dx * c + dy * s, dy * c - dx * s, node.radii[0] * shrink,
                                      node.radii[1] * shrink),
                      kSmallNode);
        }
}

/// Clear of every node in question and of what it grew.
bool farFromNodes(const Scene& scene, const InnocentNode& node) {
    const float height = scene.warp.patientHeight(node.centre[2]);
    const auto at = scene.warp.patient(node.centre[0], node.centre[1], height);
    const float own = std::max(node.radii[0], node.radii[2]);
    return std::none_of(scene.nodes.begin(), scene.nodes.end(), [&](const PlacedNode& other) {
        return std::hypot(at[0] - other.body.centre[0], at[1] - other.body.centre[1],
                          height - other.body.centre[2]) < other.reach() + own + kInnocentGapMm;
    });
}

void drawInnocentNode(const Scene& scene, const InnocentNode& node, FieldSlice& out) {
    const SliceGrid& g = out.grid;
    const float dz = out.height - node.centre[2];
    if (std::fabs(dz) >= node.radii[2] || !farFromNodes(scene, node))
        return;
    const Span span = spanOf(scene, g, node.centre[0] + node.leanX * dz,
                             node.centre[1] + node.leanY * dz, node.radii[0] + 4);
    const PartSide part = partSide(Part::InnocentNode, node.centre[0] > 0);
    for (int j = span.j0; j <= span.j1; ++j)
        for (int i = span.i0; i <= span.i1; ++i) {
            const auto p = static_cast<std::size_t>(j) * static_cast<std::size_t>(g.columns) +
                           static_cast<std::size_t>(i);
            keepSmall(out, p, distanceTo(node, out.pushedX[p], out.pushedY[p], out.height), part);
        }
}

}  // namespace

void drawSkin(const Scene& scene, FieldSlice& out) {
    const SliceGrid& g = out.grid;
    const auto outline = bodyOutline(scene.plan, out.height);
    const auto frame = scene.warp.frame(g.z);
    auto& plane = out.plane[planeOf(Field::Skin)];
    const auto& bone = out.plane[planeOf(Field::Bone)];
    const auto& boneId = out.nearest[planeOf(Field::Bone)];
    for (int j = 0; j < g.rows; ++j) {
        const float y = g.y0 + g.step * static_cast<float>(j);
        for (int i = 0; i < g.columns; ++i) {
            const std::size_t p =
                static_cast<std::size_t>(j) * static_cast<std::size_t>(g.columns) +
                static_cast<std::size_t>(i);
            const float x = g.x0 + g.step * static_cast<float>(i);
            // The skin takes a third of the bend: straight coordinates drawn back to the plain
            // ones.
            const auto plain = frame.plain(x, y);
            const float u = plain[0] + 0.3F * (out.straightX[p] - plain[0]),
                        v = plain[1] + 0.3F * (out.straightY[p] - plain[1]);
            const float r = std::sqrt(u * u + v * v) + 1e-3F;
            const float a = angleDeg(u, v) + 180;
            const auto n = static_cast<std::size_t>(std::min(359.0F, std::max(0.0F, a)));
            const float t = a - static_cast<float>(n);
            const float radius = outline[n] + t * (outline[n + 1] - outline[n]);
            const float slope = (outline[n + 1] - outline[n]) * 57.29578F / r;
            const float ears = plane[p];
            plane[p] = (r - radius) / std::sqrt(1 + slope * slope);
            if (ears < 6)
                plane[p] = smoothMin(plane[p], ears, 2);
            // The chin carries its skin with it.
            if (bone[p] < 30 &&
                (partOf(boneId[p]) == Part::Mandible || partOf(boneId[p]) == Part::Maxilla))
                plane[p] = smoothMin(plane[p], bone[p] - kSkinOverBoneMm, 9);
        }
    }
}

void shapeGlands(const Scene& scene, FieldSlice& out) {
    const SliceGrid& g = out.grid;
    auto& gland = out.plane[planeOf(Field::Gland)];
    auto& vein = out.plane[planeOf(Field::Vein)];
    const auto& skin = out.plane[planeOf(Field::Skin)];
    NoiseLine lobes(scene.tile, 41, {7, 7, 7}), clefts(scene.tile, 42, {5.5F, 5.5F, 7});
    for (int j = 0; j < g.rows; ++j) {
        const float y = g.y0 + g.step * static_cast<float>(j);
        lobes.setRow(y, g.z);
        clefts.setRow(y, g.z);
        for (int i = 0; i < g.columns; ++i) {
            const std::size_t p =
                static_cast<std::size_t>(j) * static_cast<std::size_t>(g.columns) +
                static_cast<std::size_t>(i);
            vein[p] = larger(vein[p], skin[p] + 2.2F);
            if (gland[p] > kGlandRange)
                continue;
            const float x = g.x0 + g.step * static_cast<float>(i);
            const Part part = partOf(out.nearest[planeOf(Field::Gland)][p]);
            const float rough = part == Part::Thyroid ? 0.4F : 1.0F;
            gland[p] +=
                rough * (1.6F * lobes.at(x) + 1.1F * smoothStep(0.75F, 1, ridge(clefts.at(x))));
            gland[p] = larger(gland[p], skin[p] + 4.5F);
        }
    }
}

void drawNodes(const Scene& scene, FieldSlice& out) {
    const SliceGrid& g = out.grid;
    auto& plane = out.plane[planeOf(Field::Node)];
    auto& id = out.nearest[planeOf(Field::Node)];
    for (std::size_t n = 0; n < scene.nodes.size(); ++n) {
        const PlacedNode& node = scene.nodes[n];
        const float reach = node.reach() + 2;
        if (std::fabs(g.z - node.body.centre[2]) > reach)
            continue;
        for (int j = 0; j < g.rows; ++j) {
            const float y = g.y0 + g.step * static_cast<float>(j);
            if (std::fabs(y - node.body.centre[1]) > reach)
                continue;
            for (int i = 0; i < g.columns; ++i) {
                const float x = g.x0 + g.step * static_cast<float>(i);
                if (std::fabs(x - node.body.centre[0]) > reach)
                    continue;
                const std::size_t p =
                    static_cast<std::size_t>(j) * static_cast<std::size_t>(g.columns) +
                    static_cast<std::size_t>(i);
                const float d = nodeAt(node, scene.tile, x, y, g.z);
                if (d < plane[p]) {
                    const bool joins = plane[p] < kFar && node.joins(id[p]);
                    plane[p] = joins ? smoothMin(plane[p], d, 1.2F) : d;
                    id[p] = static_cast<std::uint8_t>(n);
                }
            }
        }
    }
}

void changeNeighbours(const Scene& scene, FieldSlice& out) {
    auto& artery = out.plane[planeOf(Field::Artery)];
    auto& skin = out.plane[planeOf(Field::Skin)];
    const auto& nodes = out.plane[planeOf(Field::Node)];
    const auto& nodeId = out.nearest[planeOf(Field::Node)];
    for (std::size_t p = 0; p < nodes.size(); ++p) {
        const float d = nodes[p];
        if (d > 8)
            continue;
        const PlacedNode& node = scene.nodes[nodeId[p]];
        if (node.target != 0) {
            if (out.nearest[planeOf(Field::Artery)][p] == node.target)
                artery[p] = larger(artery[p], -d);
            if (partOf(node.target) == Part::Skin)
                skin[p] = smoothMin(skin[p], d + 0.8F, 5);
        }
        if (node.contact == 0)
            continue;
        const auto close = static_cast<float>(node.recipe.closePlaneMm);
        for (const Field f : {Field::Vein, Field::Gland})
            if (out.nearest[planeOf(f)][p] == node.contact && d > 0) {
                float& v = out.plane[planeOf(f)][p];
                v = smaller(v, larger(v + d - close, v - close));
            }
    }
}

void drawSmallThings(const Scene& scene, FieldSlice& out) {
    for (const SmallVessel& vessel : scene.plan.smallVessels)
        drawSmallVessel(scene, vessel, false, out);
    for (const SmallVessel& vessel : scene.plan.namedVessels)
        drawSmallVessel(scene, vessel, true, out);
    for (const SmallNode& node : scene.plan.smallNodes)
        drawSmallNode(scene, node, out);
    for (const InnocentNode& node : scene.plan.innocentNodes)
        drawInnocentNode(scene, node, out);
}

}  // namespace nodewise::synthesis
