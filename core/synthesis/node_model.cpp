#include "synthesis/node_model.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

constexpr float kWaterHu = 22, kCystHu = 16, kRimHu = 112, kInnerHu = 88, kReactiveHu = 86,
                kHilumHu = -70;

/// The node's own frame: u, v in the slice along its axes, w upward.
struct Local {
    float u, v, w;
};
Local localOf(const PlacedNode& node, float x, float y, float z) {
    const auto& b = node.body;
    const float dx = x - b.centre[0], dy = y - b.centre[1];
    return {dx * b.cosine + dy * b.sine, dy * b.cosine - dx * b.sine, z - b.centre[2]};
}

float ellipsoid(const Local& p, const std::array<float, 3>& r) {
    const float u = p.u / r[0], v = p.v / r[1], w = p.w / r[2];
    const float k0 = std::sqrt(u * u + v * v + w * w) + 1e-6F;
    const float a = u / r[0], b = v / r[1], c = w / r[2];
    return k0 * (k0 - 1) / (std::sqrt(a * a + b * b + c * c) + 1e-6F);
}

/// The notch of a bean lies on the side facing the vessels: towards the midline.
float notchSign(const PlacedNode& node) {
    return node.recipe.side == Side::Left ? -1.0F : 1.0F;
}

float hilumAt(const PlacedNode& node, const Local& p) {
    const auto& r = node.body.radii;
    const Local q{p.u - notchSign(node) * 0.62F * r[0], p.v, p.w};
    return ellipsoid(q, {0.72F * r[0], 0.36F * r[1], 0.6F * r[2]});
}

}  // namespace

float PlacedNode::reach() const {
    const float r = std::max({body.radii[0], body.radii[1], body.radii[2]});
    const float depth = recipe.extension ? static_cast<float>(recipe.extension->depthMm) : 0.0F;
    const bool reacts = recipe.reaction.fibres > 0 || recipe.reaction.hazeHu > 0;
    return r + std::max(depth + 4, reacts ? 12.0F : 3.0F);
}

float capsuleAt(const PlacedNode& node, const NoiseTile& tile, float x, float y, float z) {
    const Local p = localOf(node, x, y, z);
    float d = ellipsoid(p, node.body.radii);
    if (d > 12)
        return d;
    const float bump = node.recipe.kind == NodeKind::Reactive ? 0.35F : 0.55F;
    d += bump * (1.3F * tile.at(x / 9, y / 9, z / 9, node.stream) +
                 0.5F * tile.at(x / 4.5F, y / 4.5F, z / 4.5F, node.stream + 1));
    if (node.recipe.kind == NodeKind::Reactive) {
        const auto& r = node.body.radii;
        const Local q{p.u - notchSign(node) * 1.18F * r[0], p.v, p.w};
        const float bite = ellipsoid(q, {0.5F * r[0], 0.5F * r[1], 0.62F * r[2]});
        d = -smoothMin(-d, bite, 1.5F);
    }
    return d;
}

float nodeAt(const PlacedNode& node, const NoiseTile& tile, float x, float y, float z) {
    const float d = capsuleAt(node, tile, x, y, z);
    if (!node.extends())
        return d;
    return smaller(d, sample(node.growth->block, node.growth->tumour, x, y, z, d));
}

float nodeHu(const PlacedNode& node, const NoiseTile& tile, float x, float y, float z,
             float capsule) {
    const auto noise = [&](float size, std::uint32_t stream) {
        return tile.at(x / size, y / size, z / size, node.stream + stream);
    };
    const float grain = 6 * noise(2.6F, 5) + 7 * noise(6, 6);
    if (node.recipe.kind == NodeKind::Reactive) {
        const float hilum = smoothStep(0.6F, -0.6F, hilumAt(node, localOf(node, x, y, z)));
        return kReactiveHu + grain + hilum * (kHilumHu - kReactiveHu);
    }
    const float depth = -capsule;
    const float edge = smoothStep(2.2F, 0.4F, depth);
    const float solid = solidHu(node) - 8 + 14 * edge + grain;
    if (node.recipe.kind == NodeKind::Solid || capsule > 0)
        return solid + (capsule > 0 ? 4.0F : 0.0F);
    const bool cystic = node.recipe.isCystic();
    const float rim =
        static_cast<float>(node.recipe.rimMm) * (1 + (cystic ? 0.25F : 0.9F) * noise(6, 7));
    const float inside = smoothStep(rim - 0.7F, rim + 0.7F, depth);
    float content = cystic ? kCystHu : kWaterHu + 9 * noise(5, 8) + 5 * noise(2.4F, 9);
    if (!cystic)
        content += 38 * smoothStep(0.86F, 1.0F, ridge(noise(6, 10)));
    return solid + inside * (content - solid);
}

float solidHu(const PlacedNode& node) {
    if (node.recipe.enhancementHu)
        return static_cast<float>(*node.recipe.enhancementHu);
    switch (node.recipe.kind) {
    case NodeKind::Reactive:
        return kReactiveHu;
    case NodeKind::PostRadiotherapy:
        return 72;
    case NodeKind::Metastasis:
    case NodeKind::Solid:
    case NodeKind::PostBiopsy:
        return kInnerHu + 4;
    case NodeKind::Cystic:
    case NodeKind::HpvCystic:
        return 98;
    case NodeKind::Suppurative:
    case NodeKind::Necrotic:
        break;
    }
    return 0.5F * (kRimHu + kInnerHu) + 4;
}

}  // namespace nodewise::synthesis
