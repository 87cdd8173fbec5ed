#include "synthesis/eikonal.h"
#include "synthesis/tumour_growth.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

using Vector = std::array<float, 3>;

Vector unit(Vector v) {
    const float size = std::sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) + 1e-6F;
    return {v[0] / size, v[1] / size, v[2] / size};
}

/// Surface of tumour or capsule: distance of a cell.
float surfaceAt(const TissueBlock& tissue, const Growth& growth, std::size_t cell) {
    return growth.tumour.empty() ? tissue.capsule[cell] : growth.tumour[cell];
}

Vector relativeTo(const PlacedNode& node, const Vector& p) {
    return {p[0] - node.body.centre[0], p[1] - node.body.centre[1], p[2] - node.body.centre[2]};
}

/// Haze decays with the distance along fat, not through muscle.
void fillHaze(const PlacedNode& node, const TissueBlock& tissue, Growth& growth) {
    std::vector<float> speed(tissue.block.count());
    std::vector<std::size_t> seeds;
    for (std::size_t c = 0; c < speed.size(); ++c) {
        speed[c] = tissue.tissue[c] == Tissue::Fat    ? 1.0F
                   : tissue.tissue[c] == Tissue::Wall ? 0.0F
                                                      : 0.12F;
        if (surfaceAt(tissue, growth, c) < 0.3F)
            seeds.push_back(c);
    }
    const auto time =
        arrivalTimes(tissue.block, speed, seeds, [](std::size_t, float t) { return t > 13; });
    const auto reach = static_cast<float>(node.recipe.reaction.reachMm);
    growth.haze.resize(speed.size());
    std::size_t c = 0;
    for (int k = 0; k < tissue.block.size[2]; ++k)
        for (int j = 0; j < tissue.block.size[1]; ++j)
            for (int i = 0; i < tissue.block.size[0]; ++i, ++c) {
                const float sector = sectorAt(relativeTo(node, tissue.block.place(i, j, k)),
                                              node.recipe.reaction.direction,
                                              1.4 * node.recipe.reaction.halfAngleDeg);
                growth.haze[c] = time[c] < kNever
                                     ? steadyExp(-time[c] / reach) * (0.15F + 0.85F * sector) *
                                           (1 - smoothStep(7, 12, time[c]))
                                     : 0.0F;
            }
}

class FibreGrower {
public:
    FibreGrower(const Scene& scene, const PlacedNode& node, const TissueBlock& tissue)
        : m_scene(scene)
        , m_node(node)
        , m_tissue(tissue)
        , m_draw(mix(scene.plan.seed, node.stream), 31) {}

    void grow(Growth& growth) {
        collectSeeds(growth);
        if (m_seeds.empty())
            return;
        for (int n = 0; n < m_node.recipe.reaction.fibres; ++n)
            growOne(growth);
    }

private:
    void collectSeeds(const Growth& growth) {
        std::size_t c = 0;
        for (int k = 0; k < m_tissue.block.size[2]; ++k)
            for (int j = 0; j < m_tissue.block.size[1]; ++j)
                for (int i = 0; i < m_tissue.block.size[0]; ++i, ++c) {
                    const float d = surfaceAt(m_tissue, growth, c);
                    if (d < -0.9F || d > 0.3F || m_tissue.tissue[c] != Tissue::Fat)
                        continue;
                    const auto at = m_tissue.block.place(i, j, k);
                    if (sectorAt(relativeTo(m_node, at), m_node.recipe.reaction.direction,
                                 1.25 * m_node.recipe.reaction.halfAngleDeg) > 0.3F)
                        m_seeds.push_back(at);
                }
    }

    [[nodiscard]] float signedDraw() { return static_cast<float>(m_draw.uniform(-1, 1)); }

    /// Outside fat, or outside the block.
    [[nodiscard]] bool blocked(const Vector& p) const {
        std::array<int, 3> at{};
        for (std::size_t a = 0; a < 3; ++a) {
            at[a] = static_cast<int>(
                std::lround((p[a] - m_tissue.block.origin[a]) / m_tissue.block.step));
            if (at[a] < 0 || at[a] >= m_tissue.block.size[a])
                return true;
        }
        return m_tissue.tissue[m_tissue.block.index(at[0], at[1], at[2])] != Tissue::Fat;
    }

    void growOne(Growth& growth) {
        const auto seed = m_seeds[static_cast<std::size_t>(m_draw.uniform() *
                                                           static_cast<double>(m_seeds.size()))];
        const bool big = m_draw.uniform() < 0.3;
        const auto length = static_cast<float>(big ? m_draw.uniform(7, 17) : m_draw.uniform(3, 9));
        const auto radius =
            static_cast<float>(big ? m_draw.uniform(0.75, 1.25) : m_draw.uniform(0.35, 0.7));
        const auto weight = static_cast<float>(m_draw.uniform(0.45, 1));
        Vector outward = unit(relativeTo(m_node, seed));
        const Vector random{signedDraw(), signedDraw(), signedDraw()};
        if (m_draw.uniform() < 0.33) {
            // A third runs along the surface.
            const float along =
                random[0] * outward[0] + random[1] * outward[1] + random[2] * outward[2];
            outward =
                unit({random[0] - 0.8F * along * outward[0], random[1] - 0.8F * along * outward[1],
                      random[2] - 0.8F * along * outward[2]});
        } else {
            outward = unit({outward[0] + 0.6F * random[0], outward[1] + 0.6F * random[1],
                            outward[2] + 0.6F * random[2]});
        }
        walk(growth, seed, outward, length, radius, weight, 0);
    }

    void walk(Growth& growth, Vector at, Vector to, float length, float radius, float weight,
              int depth) {
        constexpr float kStep = 0.8F;
        Fibre fibre;
        fibre.weight = weight;
        float outside = 0;
        for (float way = 0; way < length; way += kStep) {
            const float taper = 1 - 0.7F * way / length;
            fibre.knots.push_back({at[0], at[1], at[2], radius * taper});
            outside = blocked(at) ? outside + kStep : 0;
            if (outside > 1)
                break;
            const auto noise = [&](std::uint32_t stream) {
                return m_scene.tile.at(at[0] / 3, at[1] / 3, at[2] / 3, m_node.stream + stream);
            };
            to = unit({to[0] + 0.55F * 2 * noise(41), to[1] + 0.55F * 2 * noise(42),
                       to[2] + 0.4F * 2 * noise(43)});
            for (std::size_t a = 0; a < 3; ++a)
                at[a] += kStep * to[a];
            if (depth < 2 && m_draw.uniform() < 0.09)
                walk(growth, at,
                     unit({to[0] + signedDraw(), to[1] + signedDraw(), to[2] + signedDraw()}),
                     0.6F * (length - way), 0.75F * radius * taper, weight, depth + 1);
        }
        if (fibre.knots.size() > 1)
            growth.fibres.push_back(std::move(fibre));
    }

    const Scene& m_scene;
    const PlacedNode& m_node;
    const TissueBlock& m_tissue;
    Draw m_draw;
    std::vector<Vector> m_seeds;
};

/// The way of a needle: a band of bled-on fat from inside the capsule to the skin.
void drawTrack(const Scene& scene, const PlacedNode& node, Growth& growth) {
    constexpr float kStep = 1.5F, kLength = 45;
    Draw draw(mix(scene.plan.seed, node.stream), 33);
    const auto& d = node.recipe.reaction.direction;
    const Vector to =
        unit({static_cast<float>(d[0]), static_cast<float>(d[1]), static_cast<float>(d[2])});
    for (int strand = 0; strand < 4; ++strand) {
        Fibre fibre;
        fibre.weight = static_cast<float>(draw.uniform(0.5, 0.9));
        const auto radius = static_cast<float>(draw.uniform(0.7, 1.5));
        Vector at = node.body.centre;
        for (float& v : at)
            v += 0.9F * static_cast<float>(draw.normal());
        for (float way = 0; way < kLength; way += kStep) {
            const float uneven =
                1 + 1.4F * scene.tile.at(at[0] / 4, at[1] / 4, at[2] / 4, node.stream + 45);
            fibre.knots.push_back({at[0], at[1], at[2], std::max(radius * uneven, 0.25F)});
            for (std::size_t a = 0; a < 3; ++a)
                at[a] += kStep * to[a] + 0.12F * static_cast<float>(draw.normal());
        }
        growth.fibres.push_back(std::move(fibre));
    }
}

}  // namespace

void react(const Scene& scene, std::size_t index, const TissueBlock& tissue, Growth& growth) {
    const PlacedNode& node = scene.nodes[index];
    if (node.recipe.reaction.hazeHu > 0)
        fillHaze(node, tissue, growth);
    if (node.recipe.reaction.fibres > 0)
        FibreGrower(scene, node, tissue).grow(growth);
    if (node.recipe.reaction.track)
        drawTrack(scene, node, growth);
}

}  // namespace nodewise::synthesis
