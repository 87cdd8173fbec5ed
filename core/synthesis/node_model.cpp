#include "synthesis/node_model.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

/// The notch of a bean lies on the side facing the vessels: towards the midline.
float notchSign(const PlacedNode& node) {
    return node.recipe.side == Side::Left ? -1.0F : 1.0F;
}

/// How far the outline strays from its ellipsoid: slow waves, for no node is an ellipse, and a
/// little roughness. Benign and cystic nodes are the smoothest.
struct Bumps {
    float slow, rough;
};
Bumps bumpsOf(const PlacedNode& node) {
    const float size = node.meanRadius() / 7;
    float slow = 2.4F, rough = 0.45F * std::min(1.0F, size) / size;
    if (node.recipe.kind == NodeKind::Reactive || node.recipe.isCystic()) {
        slow = 1.8F;
        rough *= 0.55F;
    }
    if (node.recipe.form() == NodeShape::Round)
        slow *= 0.5F;
    return {slow * size, rough * size};
}

float outlineAt(const PlacedNode& node, const NodeLocal& p) {
    const auto& r = node.body.radii;
    if (node.recipe.form() != NodeShape::Lobulated)
        return ellipsoidDistance(p, r);
    float d = ellipsoidDistance(p, {0.72F * r[0], 0.72F * r[1], 0.78F * r[2]});
    const float fillet = 0.15F * node.meanRadius();
    for (const NodeBall& lobe : node.inside.lobes) {
        const float u = p.u - lobe[0], v = p.v - lobe[1], w = p.w - lobe[2];
        d = smoothMin(d, std::sqrt(u * u + v * v + w * w) - lobe[3], fillet);
    }
    return d;
}

}  // namespace

NodeLocal localOf(const PlacedNode& node, float x, float y, float z) {
    const auto& b = node.body;
    const float dx = x - b.centre[0], dy = y - b.centre[1];
    return {dx * b.cosine + dy * b.sine, dy * b.cosine - dx * b.sine, z - b.centre[2]};
}

float ellipsoidDistance(const NodeLocal& p, const std::array<float, 3>& r) {
    const float u = p.u / r[0], v = p.v / r[1], w = p.w / r[2];
    const float k0 = std::sqrt(u * u + v * v + w * w) + 1e-6F;
    const float a = u / r[0], b = v / r[1], c = w / r[2];
    return k0 * (k0 - 1) / (std::sqrt(a * a + b * b + c * c) + 1e-6F);
}

float PlacedNode::meanRadius() const {
    return std::cbrt(body.radii[0] * body.radii[1] * body.radii[2]);
}

float PlacedNode::reach() const {
    const float r = std::max({body.radii[0], body.radii[1], body.radii[2]});
    const float depth = recipe.extension ? static_cast<float>(recipe.extension->depthMm) : 0.0F;
    const bool reacts = recipe.reaction.fibres > 0 || recipe.reaction.hazeHu > 0;
    return r + std::max(depth + 4, reacts ? 12.0F : 3.0F);
}

float capsuleAt(const PlacedNode& node, const NoiseTile& tile, float x, float y, float z) {
    const NodeLocal p = localOf(node, x, y, z);
    float d = outlineAt(node, p);
    if (d > 14)
        return d;
    const Bumps bumps = bumpsOf(node);
    const float wave = 1.5F * std::max(node.meanRadius(), 4.0F);
    d += bumps.slow * tile.at(x / wave, y / wave, z / wave, node.stream) +
         bumps.rough * tile.at(x / 4.5F, y / 4.5F, z / 4.5F, node.stream + 1);
    if (node.recipe.form() == NodeShape::Kidney) {
        const auto& r = node.body.radii;
        const NodeLocal q{p.u - notchSign(node) * 1.18F * r[0], p.v, p.w};
        const float bite = ellipsoidDistance(q, {0.5F * r[0], 0.5F * r[1], 0.62F * r[2]});
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

}  // namespace nodewise::synthesis
