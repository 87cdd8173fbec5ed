#include "synthesis/slice_evaluator.h"
#include "synthesis/anatomy_model.h"
#include "synthesis/head_layers.h"
#include "synthesis/muscle_packing.h"
#include "synthesis/slice_layers.h"
#include "synthesis/spine_model.h"
#include "synthesis/throat_model.h"
#include "synthesis/tongue_tone.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr float kRange = 5.0F;    ///< Distances are drawn this far out.
constexpr float kRoughMm = 0.9F;  ///< Unevenness of the vertebrae; the noise itself is about 0.25.

std::size_t planeOf(Field f) {
    return static_cast<std::size_t>(f);
}

void prepare(const SliceGrid& grid, FieldSlice& out) {
    out.grid = grid;
    const auto count = static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows);
    for (std::size_t f = 0; f < kFieldCount; ++f) {
        out.plane[f].assign(count, kFar);
        out.nearest[f].assign(count, 0);
    }
    out.second.assign(count, kFar);
    for (auto* v : {&out.straightX, &out.straightY, &out.pushedX, &out.pushedY})
        v->resize(count);
    out.scratch.resize(static_cast<std::size_t>(grid.columns));
}

void placeRows(const Scene& scene, FieldSlice& out) {
    const SliceGrid& g = out.grid;
    const auto columns = static_cast<std::size_t>(g.columns);
    const auto frame = scene.warp.frame(g.z);
    for (int j = 0; j < g.rows; ++j) {
        const float y = g.y0 + g.step * static_cast<float>(j);
        const std::size_t at = static_cast<std::size_t>(j) * columns;
        scene.warp.row(frame, g.x0, g.step, y, g.z, columns, &out.straightX[at],
                       &out.straightY[at]);
    }
    out.pushedX = out.straightX;
    out.pushedY = out.straightY;
    for (const PlacedNode& node : scene.nodes) {
        const float reach = 3.4F * std::max(node.body.radii[0], node.body.radii[1]);
        const int j0 = std::max(0, static_cast<int>((node.body.centre[1] - reach - g.y0) / g.step));
        const int j1 = std::min(
            g.rows - 1, static_cast<int>((node.body.centre[1] + reach - g.y0) / g.step) + 1);
        for (int j = j0; j <= j1; ++j)
            for (int i = 0; i < g.columns; ++i) {
                const auto move = pushAt(node.body, g.x0 + g.step * static_cast<float>(i),
                                         g.y0 + g.step * static_cast<float>(j), g.z);
                const std::size_t at =
                    static_cast<std::size_t>(j) * columns + static_cast<std::size_t>(i);
                out.pushedX[at] += move[0];
                out.pushedY[at] += move[1];
            }
    }
}

/// Indices of the samples a box of the straight neck may touch.
struct Window {
    int i0, i1, j0, j1;
};

Window windowOf(const Scene& scene, const SliceGrid& g, const FlatBox& box) {
    // Corners go to the patient; the warp bends less than 3 mm between a box's corners.
    FlatBox reach;
    for (const float x : {box.x0, 0.5F * (box.x0 + box.x1), box.x1})
        for (const float y : {box.y0, 0.5F * (box.y0 + box.y1), box.y1}) {
            const auto p = scene.warp.patient(x, y, g.z);
            reach.hold(p[0], p[1], 0);
        }
    float margin = kRange + 2.5F;
    for (const PlacedNode& node : scene.nodes) {
        const float far = 3.4F * std::max(node.body.radii[0], node.body.radii[1]);
        const auto near = reach.grown(far + margin);
        if (std::fabs(g.z - node.body.centre[2]) < node.body.radii[2] &&
            node.body.centre[0] > near.x0 && node.body.centre[0] < near.x1 &&
            node.body.centre[1] > near.y0 && node.body.centre[1] < near.y1)
            margin = std::max(margin, kRange + 2.5F +
                                          0.6F * std::max(node.body.radii[0], node.body.radii[1]));
    }
    reach = reach.grown(margin);
    const auto low = [&](float v, float origin) {
        return std::max(0, static_cast<int>((v - origin) / g.step));
    };
    return {low(reach.x0, g.x0),
            std::min(g.columns - 1, static_cast<int>((reach.x1 - g.x0) / g.step) + 1),
            low(reach.y0, g.y0),
            std::min(g.rows - 1, static_cast<int>((reach.y1 - g.y0) / g.step) + 1)};
}

/// Rigid things stay where they are when a node grows beside them.
bool rigid(Field f) {
    return f == Field::Bone || f == Field::Tooth || f == Field::Cartilage || f == Field::Artery ||
           f == Field::Lumen || f == Field::Skin;
}

void mergeMuscle(FieldSlice& out, std::size_t at, int count, const Chain& chain) {
    auto& best = out.plane[planeOf(Field::Muscle)];
    auto& id = out.nearest[planeOf(Field::Muscle)];
    for (int i = 0; i < count; ++i) {
        const std::size_t p = at + static_cast<std::size_t>(i);
        const float d = larger(out.scratch[static_cast<std::size_t>(i)] - chain.pack, chain.floor);
        if (id[p] == chain.part && best[p] < kFar) {
            best[p] = smaller(best[p], d);
        } else if (d < best[p]) {
            out.second[p] = best[p];
            best[p] = d;
            id[p] = chain.part;
        } else if (d < out.second[p]) {
            out.second[p] = d;
        }
    }
}

void drawChain(const Scene& scene, const Chain& chain, FieldSlice& out) {
    // The mandible lifts the skin from afar.
    const bool far = partOf(chain.part) == Part::Mandible && chain.field == Field::Bone;
    const float more = far ? 14.0F : std::max(0.0F, chain.pack);
    const Window w = windowOf(scene, out.grid, chain.box.grown(more));
    const int count = w.i1 - w.i0 + 1;
    if (count <= 0)
        return;
    const auto& xs = rigid(chain.field) ? out.straightX : out.pushedX;
    const auto& ys = rigid(chain.field) ? out.straightY : out.pushedY;
    auto& plane = out.plane[planeOf(chain.field)];
    auto& id = out.nearest[planeOf(chain.field)];
    for (int j = w.j0; j <= w.j1; ++j) {
        const std::size_t at =
            static_cast<std::size_t>(j) * static_cast<std::size_t>(out.grid.columns) +
            static_cast<std::size_t>(w.i0);
        const float *x = &xs[at], *y = &ys[at];
        float* d = out.scratch.data();
        std::fill(d, d + count, kFar);
        for (const Segment& s : chain.segments)
            for (int i = 0; i < count; ++i)
                d[i] = smaller(d[i], distanceTo(s, x[i], y[i]));
        if (chain.field == Field::Muscle) {
            mergeMuscle(out, at, count, chain);
            continue;
        }
        for (int i = 0; i < count; ++i) {
            const float value = larger(d[i], chain.floor);
            const std::size_t p = at + static_cast<std::size_t>(i);
            if (value < plane[p]) {
                plane[p] = value;
                id[p] = chain.part;
            }
        }
    }
}

void drawTube(const Scene& scene, const Tube& tube, FieldSlice& out) {
    const Window w = windowOf(scene, out.grid, tube.section.box);
    const auto& xs = rigid(tube.field) ? out.straightX : out.pushedX;
    const auto& ys = rigid(tube.field) ? out.straightY : out.pushedY;
    auto& plane = out.plane[planeOf(tube.field)];
    auto& id = out.nearest[planeOf(tube.field)];
    NoiseLine bumps(scene.tile, tube.stream, {7, 7, 16});
    for (int j = w.j0; j <= w.j1; ++j) {
        bumps.setRow(out.grid.y0 + out.grid.step * static_cast<float>(j), out.grid.z);
        for (int i = w.i0; i <= w.i1; ++i) {
            const std::size_t p =
                static_cast<std::size_t>(j) * static_cast<std::size_t>(out.grid.columns) +
                static_cast<std::size_t>(i);
            const float d =
                distanceTo(tube.section, xs[p], ys[p]) +
                tube.uneven * bumps.at(out.grid.x0 + out.grid.step * static_cast<float>(i));
            if (d < plane[p]) {
                plane[p] = d;
                id[p] = tube.part;
            }
        }
    }
}

/// Where the vertebral arteries of the slice run, or usually run.
ArteryPlaces vertebralArteries(const SliceAnatomy& anatomy) {
    ArteryPlaces places = kUsualArteries;
    for (const Tube& tube : anatomy.tubes)
        if (partOf(tube.part) == Part::VertebralArtery)
            places[isLeft(tube.part) ? 1 : 0] = {tube.section.x, tube.section.y};
    return places;
}

void drawSpine(const Scene& scene, const SliceAnatomy& anatomy, FieldSlice& out) {
    FlatBox box;
    box.hold(SpineBox::x0, SpineBox::y0, 0);
    box.hold(SpineBox::x1, SpineBox::y1, 0);
    const Window w = windowOf(scene, out.grid, box.grown(-4));
    const SpineCut spine(scene.plan, out.height, vertebralArteries(anatomy));
    NoiseLine rough(scene.tile, 75, {7, 7, 7});
    for (int j = w.j0; j <= w.j1; ++j) {
        rough.setRow(out.grid.y0 + out.grid.step * static_cast<float>(j), out.grid.z);
        for (int i = w.i0; i <= w.i1; ++i) {
            const std::size_t p =
                static_cast<std::size_t>(j) * static_cast<std::size_t>(out.grid.columns) +
                static_cast<std::size_t>(i);
            const float x = out.straightX[p], y = out.straightY[p];
            SpineDistances d = spine.at(x, y);
            if (d.bone < 2)
                d.bone += kRoughMm * rough.at(out.grid.x0 + out.grid.step * static_cast<float>(i));
            // The vertebral artery keeps its hole wherever the bend of the neck takes it.
            if (partOf(out.idOf(Field::Artery)[p]) == Part::VertebralArtery)
                d.bone = larger(d.bone, 0.7F - out.of(Field::Artery)[p]);
            // So does the jugular vein before the atlas, unless a node presses it there.
            if (out.height > 44 && out.pushedX[p] == x && out.pushedY[p] == y)
                d.bone = larger(d.bone, 0.8F - out.of(Field::Vein)[p]);
            if (d.bone < out.plane[planeOf(Field::Bone)][p]) {
                out.plane[planeOf(Field::Bone)][p] = d.bone;
                out.nearest[planeOf(Field::Bone)][p] = partSide(Part::Spine, !d.dense);
            }
            out.plane[planeOf(Field::Disc)][p] = d.disc;
            out.plane[planeOf(Field::Canal)][p] = d.canal;
            out.plane[planeOf(Field::Cord)][p] = d.cord;
        }
    }
}

void noteRows(FieldSlice& out) {
    const auto columns = static_cast<std::size_t>(out.grid.columns);
    for (std::size_t f = 0; f < kFieldCount; ++f) {
        out.rowLow[f].resize(static_cast<std::size_t>(out.grid.rows));
        for (std::size_t j = 0; j < out.rowLow[f].size(); ++j) {
            const float* row = &out.plane[f][j * columns];
            out.rowLow[f][j] = *std::min_element(row, row + columns);
        }
    }
}

void evaluateLevel(const Scene& scene, const SliceGrid& grid, bool withNodes, FieldSlice& out) {
    prepare(grid, out);
    out.height = scene.warp.straightHeight(grid.z);
    placeRows(scene, out);
    const SliceAnatomy anatomy = cutAnatomy(scene.plan, out.height);
    for (const Chain& chain : anatomy.chains)
        drawChain(scene, chain, out);
    for (const Tube& tube : anatomy.tubes)
        drawTube(scene, tube, out);
    drawSpine(scene, anatomy, out);
    drawSkull(out);
    shapeThroat(scene, out);
    drawPrimary(scene, out);
    drawSkin(scene, out);
    shapeGlands(scene, out);
    if (withNodes) {
        drawNodes(scene, out);
        changeNeighbours(scene, out);
    }
    drawSmallThings(scene, out);
    packMuscles(scene, withNodes, out);
    toneTongue(scene, out);
}

/// Tilted about x, each row still is a row of a level slice.
void evaluateTilted(const Scene& scene, const SliceGrid& grid, bool withNodes, FieldSlice& out) {
    prepare(grid, out);
    out.height = scene.warp.straightHeight(grid.z);
    out.toned = false;
    out.tone.assign(out.second.size(), 0.0F);
    FieldSlice line;
    for (int j = 0; j < grid.rows; ++j) {
        const auto at = grid.place(0, j);
        evaluateLevel(scene, {at[2], at[0], at[1], grid.step, grid.columns, 1}, withNodes, line);
        const auto to = static_cast<std::ptrdiff_t>(j) * grid.columns;
        for (std::size_t f = 0; f < kFieldCount; ++f) {
            std::copy(line.plane[f].begin(), line.plane[f].end(), out.plane[f].begin() + to);
            std::copy(line.nearest[f].begin(), line.nearest[f].end(), out.nearest[f].begin() + to);
        }
        std::copy(line.second.begin(), line.second.end(), out.second.begin() + to);
        if (line.toned)
            std::copy(line.tone.begin(), line.tone.end(), out.tone.begin() + to);
        out.toned = out.toned || line.toned;
    }
}

}  // namespace

void evaluateSlice(const Scene& scene, const SliceGrid& grid, bool withNodes, FieldSlice& out) {
    (grid.sine == 0 ? evaluateLevel : evaluateTilted)(scene, grid, withNodes, out);
    noteRows(out);
}

}  // namespace nodewise::synthesis
