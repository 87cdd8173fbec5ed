#include "synthesis/muscle_packing.h"
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr float kSkinGapMm = 4.2F;

const std::vector<float>& planeOf(const FieldSlice& slice, Field f) {
    return slice.of(f);
}

/// Nearest thing that is no muscle.
struct Others {
    const std::vector<float>&bone, &tooth, &cartilage, &artery, &vein, &gland, &node, &lumen;
    explicit Others(const FieldSlice& s)
        : bone(planeOf(s, Field::Bone))
        , tooth(planeOf(s, Field::Tooth))
        , cartilage(planeOf(s, Field::Cartilage))
        , artery(planeOf(s, Field::Artery))
        , vein(planeOf(s, Field::Vein))
        , gland(planeOf(s, Field::Gland))
        , node(planeOf(s, Field::Node))
        , lumen(planeOf(s, Field::Lumen)) {}
    [[nodiscard]] float at(std::size_t p) const {
        float d = smaller(smaller(artery[p], vein[p]), smaller(gland[p], node[p]));
        d = smaller(d, smaller(bone[p] + 0.4F, tooth[p] + 0.4F));
        return smaller(d, smaller(cartilage[p], lumen[p]));
    }
};

/// Contact without invasion: the plane towards the node closes, the muscle keeps its thickness.
float closePlane(const Scene& scene, const FieldSlice& out, std::size_t p, float d1, float d) {
    for (const PlacedNode& node : scene.nodes)
        if (node.contact != 0 && node.contact == out.idOf(Field::Muscle)[p]) {
            const auto close = static_cast<float>(node.recipe.closePlaneMm);
            d = smaller(d, larger(d1 + out.of(Field::Node)[p] - close, d1 - close));
        }
    return d;
}

/// 1 among the muscles behind the spine, below the skull; 0 beside the vessels.
float napeAt(const FieldSlice& out, std::size_t p) {
    return smoothStep(4, 16, out.straightY[p]) * smoothStep(54, 42, std::fabs(out.straightX[p])) *
           smoothStep(72, 60, out.height);
}

/// How much narrower the planes between muscles are: within the tongue they close, except in its
/// midline; in the nape they open and close over longer ways.
float narrower(const FieldSlice& out, std::size_t p, float nape, float slow) {
    const float mouth = smoothStep(-50, -56, out.straightY[p]) * smoothStep(8, 14, out.height) *
                        smoothStep(68, 62, out.height) *
                        smoothStep(24, 18, std::fabs(out.straightX[p]));
    const float middle = smoothStep(3.0F, 1.2F, std::fabs(out.straightX[p]));
    return mouth * (0.9F - 1.4F * middle) + nape * (0.3F - 3.2F * slow);
}

/// No gap between a tumour and the muscle it grows into.
float gapTo(const Scene& scene, const FieldSlice& out, std::size_t p, float gap, float others) {
    const float node = out.of(Field::Node)[p];
    if (node > 3 || others < node)
        return gap - others;
    const PlacedNode& near = scene.nodes[out.idOf(Field::Node)[p]];
    const bool enters = near.target != 0 && near.target == out.idOf(Field::Muscle)[p];
    return enters ? -0.6F - others : gap - others;
}

}  // namespace

void packMuscles(const Scene& scene, bool withNodes, FieldSlice& out) {
    const SliceGrid& g = out.grid;
    auto& muscle = out.of(Field::Muscle);
    const auto& skin = out.of(Field::Skin);
    const Others others(out);
    NoiseLine edge(scene.tile, 51, {4, 4, 8}), width(scene.tile, 52, {13, 13, 20}),
        gap(scene.tile, 53, {6, 6, 6}), slow(scene.tile, 54, {27, 27, 34});
    // Behind the spine the planes are even, hold denser fat, and are wider in the stout.
    const float wider = 0.2F + 0.9F * smaller(scene.plan.fatScale, 1);
    for (int j = 0; j < g.rows; ++j) {
        const float y = g.y0 + g.step * static_cast<float>(j);
        edge.setRow(y, g.z);
        width.setRow(y, g.z);
        gap.setRow(y, g.z);
        slow.setRow(y, g.z);
        for (int i = 0; i < g.columns; ++i) {
            const std::size_t p =
                static_cast<std::size_t>(j) * static_cast<std::size_t>(g.columns) +
                static_cast<std::size_t>(i);
            const float d1 = muscle[p];
            if (d1 > 6) {
                out.second[p] = 0;
                continue;
            }
            const float x = g.x0 + g.step * static_cast<float>(i);
            const float nape = napeAt(out, p);
            const float plane =
                larger(-0.3F, 0.45F + wider * nape + (2.2F - 0.8F * nape) * width.at(x) -
                                  narrower(out, p, nape, slow.at(x)));
            const float near = others.at(p);
            const float c = 0.35F + 0.6F * gap.at(x);
            float d = larger(d1 + (0.45F + 0.35F * nape) * edge.at(x),
                             0.5F * (d1 - out.second[p]) + 0.5F * plane);
            out.second[p] = nape * smoothStep(9, 2, d1 + out.second[p]);
            d = larger(d, withNodes ? gapTo(scene, out, p, c, near) : c - near);
            if (withNodes)
                d = closePlane(scene, out, p, d1, d);
            muscle[p] = larger(d, skin[p] + kSkinGapMm);
        }
    }
}

}  // namespace nodewise::synthesis
