#include "synthesis/node_model.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

constexpr float kWaterHu = 22, kCystHu = 15, kPusHu = 17, kHilumHu = -72, kBleedHu = 62,
                kCalciumHu = 420;

/// Half width of the soft edge of the necrosis, in units of its field.
constexpr float kNecrosisEdge = 0.09F;

using Ball = NodeBall;

float within(const Ball& ball, const NodeLocal& p) {
    const float u = p.u - ball[0], v = p.v - ball[1], w = p.w - ball[2];
    return ball[3] - std::sqrt(u * u + v * v + w * w);
}

std::array<float, 3> randomDirection(Draw& draw) {
    const double z = draw.uniform(-1, 1), turn = draw.uniform(-1, 1), other = draw.uniform(-1, 1);
    const double flat = std::sqrt(std::max(turn * turn + other * other, 1e-6)),
                 ring = std::sqrt(1 - z * z);
    return {static_cast<float>(ring * turn / flat), static_cast<float>(ring * other / flat),
            static_cast<float>(z)};
}

void drawLobes(PlacedNode& node, Draw& draw) {
    const auto& r = node.body.radii;
    for (int i = 0; i < 4; ++i) {
        const auto to = randomDirection(draw);
        // Three lobes lie about the slice, so that any axial cut shows them.
        const float lift = i == 3 ? 1.0F : 0.35F;
        const auto size = static_cast<float>(draw.uniform(0.42, 0.56)) * std::min(r[0], r[1]);
        node.inside.lobes.push_back(
            {0.68F * r[0] * to[0], 0.68F * r[1] * to[1], 0.62F * r[2] * to[2] * lift, size});
    }
}

void drawFlecks(PlacedNode& node, Draw& draw) {
    const auto& r = node.body.radii;
    for (int i = 0; i < node.recipe.calcifications; ++i) {
        const auto to = randomDirection(draw);
        const auto out = static_cast<float>(draw.uniform(0.15, 0.72));
        node.inside.flecks.push_back({out * r[0] * to[0], out * r[1] * to[1], out * r[2] * to[2],
                                      static_cast<float>(draw.uniform(0.5, 1.0))});
    }
}

/// Where necrosis begins: distance from its middle in half axes, ragged by noise.
float necrosisField(const PlacedNode& node, const NoiseTile& tile, const NodeLocal& p, float x,
                    float y, float z) {
    const auto& at = node.inside.necrosisAt;
    const auto& r = node.body.radii;
    const float u = (p.u - at[0]) / r[0], v = (p.v - at[1]) / r[1], w = (p.w - at[2]) / r[2];
    const float size = std::max(node.meanRadius(), 4.0F);
    const float coarse = 0.55F * size, fine = 0.25F * size;
    return std::sqrt(u * u + v * v + w * w) +
           0.7F * tile.at(x / coarse, y / coarse, z / coarse, node.stream + 11) +
           0.3F * tile.at(x / fine, y / fine, z / fine, node.stream + 12);
}

/// A living rim of this width always stays, mm.
constexpr float kLivingRimMm = 1.0F;

/// Level of the field below which the wanted share of the capsule's volume lies.
float solveNecrosis(const PlacedNode& node, const NoiseTile& tile, double share) {
    std::vector<float> inside;
    std::size_t all = 0;
    const auto& b = node.body;
    const float step = std::max(0.5F, node.meanRadius() / 11);
    const float reach = std::max({b.radii[0], b.radii[1], b.radii[2]}) + 2;
    for (float z = b.centre[2] - reach; z <= b.centre[2] + reach; z += step)
        for (float y = b.centre[1] - reach; y <= b.centre[1] + reach; y += step)
            for (float x = b.centre[0] - reach; x <= b.centre[0] + reach; x += step) {
                const float d = capsuleAt(node, tile, x, y, z);
                if (d >= 0)
                    continue;
                ++all;
                if (d < -kLivingRimMm)
                    inside.push_back(necrosisField(node, tile, localOf(node, x, y, z), x, y, z));
            }
    const auto wanted =
        std::min(static_cast<std::size_t>(share * static_cast<double>(all)), inside.size());
    if (wanted == 0)
        return -1;
    std::nth_element(inside.begin(), inside.begin() + static_cast<std::ptrdiff_t>(wanted - 1),
                     inside.end());
    return inside[wanted - 1];
}

float hilumAt(const PlacedNode& node, const NoiseTile& tile, float x, float y, float z) {
    const NodeLocal p = localOf(node, x, y, z);
    const auto& r = node.body.radii;
    const auto size = static_cast<float>(node.recipe.hilumSize());
    const float side = node.recipe.side == Side::Left ? -1.0F : 1.0F;
    const float open = 0.5F + 0.5F * size;
    const NodeLocal q{p.u - side * (1.1F - 0.48F * size) * r[0], p.v, p.w};
    return ellipsoidDistance(q, {0.72F * open * r[0], 0.36F * open * r[1], 0.6F * open * r[2]}) +
           0.8F * tile.at(x / 3.5F, y / 3.5F, z / 3.5F, node.stream + 13);
}

/// Tissue that lives: a brighter edge, and for tumour the patchy uptake of uneven blood supply.
float livingHu(const PlacedNode& node, const NoiseTile& tile, float x, float y, float z,
               float depth) {
    const auto noise = [&](float size, std::uint32_t stream) {
        return tile.at(x / size, y / size, z / size, node.stream + stream);
    };
    const NodeRecipe& recipe = node.recipe;
    const float base = solidHu(node);
    if (recipe.kind == NodeKind::Reactive)
        return base + 9 * noise(2.6F, 5) + 11 * noise(6, 6);
    const float rim = recipe.rimHu ? static_cast<float>(*recipe.rimHu) - base + 8 : 14.0F;
    const float edge = smoothStep(2.2F, 0.4F, depth);
    return base - 8 + rim * edge + 18 * noise(2.6F, 5) + 34 * noise(6.5F, 6);
}

float contentHu(const PlacedNode& node, const NoiseTile& tile, float x, float y, float z) {
    const auto noise = [&](float size, std::uint32_t stream) {
        return tile.at(x / size, y / size, z / size, node.stream + stream);
    };
    const NodeRecipe& recipe = node.recipe;
    const bool still = recipe.isCystic();
    float hu = still ? kCystHu : (recipe.kind == NodeKind::Suppurative ? kPusHu : kWaterHu);
    float septa = still ? 0.0F : 38.0F;
    if (recipe.necrosis) {
        hu = static_cast<float>(recipe.necrosis->hu);
        septa = static_cast<float>(recipe.necrosis->septaHu);
    }
    hu += (still ? 3.0F : 14.0F) * noise(5, 8) + (still ? 2.0F : 8.0F) * noise(2.4F, 9);
    return hu + septa * smoothStep(0.84F, 1.0F, ridge(noise(6, 10)));
}

/// Share of content at a place: by the solved level, or behind a rim of given width.
float contentShare(const PlacedNode& node, const NoiseTile& tile, float x, float y, float z,
                   float depth) {
    const NodeRecipe& recipe = node.recipe;
    if (recipe.necrosis) {
        if (node.inside.necrosisLevel <= 0)
            return 0;
        const float f = necrosisField(node, tile, localOf(node, x, y, z), x, y, z);
        return smoothStep(node.inside.necrosisLevel + kNecrosisEdge,
                          node.inside.necrosisLevel - kNecrosisEdge, f) *
               smoothStep(kLivingRimMm - 0.4F, kLivingRimMm + 0.4F, depth);
    }
    if (recipe.kind != NodeKind::Necrotic && recipe.kind != NodeKind::Suppurative &&
        !recipe.isCystic())
        return 0;
    const float uneven = recipe.kind == NodeKind::HpvCystic ? 0.5F
                         : recipe.isCystic()                ? 0.9F
                                                            : 1.6F;
    const float rim = std::max(static_cast<float>(recipe.rimMm) *
                                   (1 + uneven * tile.at(x / 6, y / 6, z / 6, node.stream + 7)),
                               0.6F);
    return smoothStep(rim - 0.7F, rim + 0.7F, depth);
}

}  // namespace

void prepareInside(PlacedNode& node, const NoiseTile& tile, std::uint32_t seed) {
    Draw draw(mix(seed, node.stream), 57);
    if (node.recipe.form() == NodeShape::Lobulated)
        drawLobes(node, draw);
    drawFlecks(node, draw);
    const auto& r = node.body.radii;
    if (node.recipe.kind == NodeKind::PostBiopsy) {
        const auto to = randomDirection(draw);
        node.inside.bleed = {0.4F * r[0] * to[0], 0.4F * r[1] * to[1], 0.3F * r[2] * to[2],
                             0.38F * node.meanRadius()};
    }
    if (!node.recipe.necrosis)
        return;
    if (node.recipe.necrosis->place == NecrosisPlace::Eccentric) {
        const auto to = randomDirection(draw);
        node.inside.necrosisAt = {0.5F * r[0] * to[0], 0.5F * r[1] * to[1], 0.35F * r[2] * to[2]};
    }
    node.inside.necrosisLevel = solveNecrosis(node, tile, node.recipe.necrosis->share);
}

float nodeHu(const PlacedNode& node, const NoiseTile& tile, float x, float y, float z,
             float capsule) {
    const float depth = -capsule;
    float hu = livingHu(node, tile, x, y, z, depth);
    if (capsule > 0)
        return hu;  // extension: living tumour
    const float share = contentShare(node, tile, x, y, z, depth);
    if (share > 0)
        hu += share * (contentHu(node, tile, x, y, z) - hu);
    if (node.inside.bleed[3] > 0) {
        const float in = smoothStep(-0.9F, 0.9F,
                                    within(node.inside.bleed, localOf(node, x, y, z)) +
                                        2.2F * tile.at(x / 5, y / 5, z / 5, node.stream + 14));
        hu += in * (kBleedHu - hu);
    }
    if (node.recipe.hilumSize() > 0.02) {
        const float hilum = smoothStep(0.7F, -0.7F, hilumAt(node, tile, x, y, z));
        hu +=
            hilum * (kHilumHu + 30 * tile.at(x / 2.2F, y / 2.2F, z / 2.2F, node.stream + 15) - hu);
    }
    for (const NodeBall& fleck : node.inside.flecks)
        if (const float in = within(fleck, localOf(node, x, y, z)); in > -0.4F)
            hu += smoothStep(-0.4F, 0.4F, in) * (kCalciumHu - hu);
    return hu;
}

float solidHu(const PlacedNode& node) {
    if (node.recipe.enhancementHu)
        return static_cast<float>(*node.recipe.enhancementHu);
    switch (node.recipe.kind) {
    case NodeKind::Reactive:
        return 86;
    case NodeKind::PostRadiotherapy:
        return 72;
    case NodeKind::Metastasis:
    case NodeKind::Solid:
    case NodeKind::PostBiopsy:
        return 92;
    case NodeKind::Cystic:
    case NodeKind::HpvCystic:
        return 98;
    case NodeKind::Suppurative:
        return 112;
    case NodeKind::Necrotic:
        break;
    }
    return 104;
}

}  // namespace nodewise::synthesis
