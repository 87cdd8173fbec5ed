#include "base/parallel.h"
#include "synthesis/field_window.h"
#include "synthesis/tumour_growth.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr float kArteryWall = 1.3F;  ///< Lumen lost where tumour enters an artery, mm.

Block blockAbout(const PlacedNode& node) {
    Block block;
    block.step = kGrowthCellMm;
    const float reach = node.reach();
    for (std::size_t a = 0; a < 3; ++a) {
        block.origin[a] = node.body.centre[a] - reach;
        block.size[a] = static_cast<int>(2 * reach / kGrowthCellMm) + 2;
    }
    return block;
}

constexpr std::array kSolid{Field::Lumen, Field::Tooth,  Field::Bone,   Field::Cartilage,
                            Field::Disc,  Field::Canal,  Field::Artery, Field::Vein,
                            Field::Gland, Field::Mucosa, Field::Muscle};

/// The layers of a block, sampled at every second one; each at every second place. Where a gland
/// lies, whose clefts are finer than that, at every one.
class Layers {
public:
    Layers(const Scene& scene, const Block& block)
        : m_scene(scene)
        , m_block(block) {
        evaluate(2);
        const auto gland = [](const FieldWindow& w) { return w.holds(Field::Gland); };
        if (std::any_of(m_windows.begin(), m_windows.end(), gland))
            evaluate(1);
    }

    [[nodiscard]] float at(Field f, int i, int j, int k) const {
        const auto n = static_cast<std::size_t>(k / m_every);
        const float low = m_windows[n].at(f, i, j);
        return k % m_every == 0 ? low : 0.5F * (low + m_windows[n + 1].at(f, i, j));
    }
    [[nodiscard]] PartSide id(Field f, int i, int j, int k) const {
        const auto n = static_cast<std::size_t>(k / m_every);
        const bool lower =
            k % m_every == 0 || m_windows[n].at(f, i, j) <= m_windows[n + 1].at(f, i, j);
        return m_windows[lower ? n : n + 1].id(f, i, j);
    }

private:
    /// On all cores: a single growing node is what a reader waits for.
    void evaluate(int every) {
        m_every = every;
        m_windows.assign(static_cast<std::size_t>(m_block.size[2] / every + 2), FieldWindow{});
        parallelFor(m_windows.size(), 0, [&](std::size_t n) {
            const auto origin = m_block.place(0, 0, every * static_cast<int>(n));
            m_windows[n].evaluate(
                m_scene,
                {origin[2], origin[0], origin[1], m_block.step, m_block.size[0], m_block.size[1]},
                false);
            if (every == 1)
                m_windows[n].evaluateFully();
        });
    }

    const Scene& m_scene;
    const Block& m_block;
    int m_every = 2;
    std::vector<FieldWindow> m_windows;
};

/// Nearest of the solid structures of a cell, or fat.
void classify(const Layers& layers, std::array<int, 3> c, PartSide target, Tissue& tissue,
              PartSide& part) {
    tissue = Tissue::Fat;
    part = 0;
    if (const float skin = layers.at(Field::Skin, c[0], c[1], c[2]); skin > -3) {
        part = partSide(Part::Skin, true);
        // Tumour may thicken the skin it enters, not leave the body.
        tissue = part == target && skin < -0.3F ? Tissue::Target : Tissue::Wall;
    }
    for (const Field f : kSolid) {
        const float d = layers.at(f, c[0], c[1], c[2]);
        if (d >= 0)
            continue;
        part = layers.id(f, c[0], c[1], c[2]);
        // Of an artery only the wall gives way; its blood does not.
        const bool blood = f == Field::Artery && d < -kArteryWall;
        tissue = part == target && !blood ? Tissue::Target
                                          : (f == Field::Muscle ? Tissue::Muscle : Tissue::Wall);
        return;
    }
}

/// Another node is a wall, unless the two join.
bool inOtherNode(const Scene& scene, std::size_t index, const std::array<float, 3>& at) {
    for (std::size_t n = 0; n < scene.nodes.size(); ++n) {
        const PlacedNode& other = scene.nodes[n];
        if (n == index || scene.nodes[index].joins(n))
            continue;
        const float far = other.reach() + 1;
        if (std::fabs(at[0] - other.body.centre[0]) < far &&
            std::fabs(at[1] - other.body.centre[1]) < far &&
            std::fabs(at[2] - other.body.centre[2]) < far &&
            capsuleAt(other, scene.tile, at[0], at[1], at[2]) < 0.5F)
            return true;
    }
    return false;
}

}  // namespace

TissueBlock tissueAbout(const Scene& scene, std::size_t index) {
    const PlacedNode& node = scene.nodes[index];
    TissueBlock out;
    out.block = blockAbout(node);
    out.tissue.resize(out.block.count());
    out.part.resize(out.block.count());
    out.capsule.resize(out.block.count());
    const Layers layers(scene, out.block);
    parallelFor(static_cast<std::size_t>(out.block.size[2]), 0, [&](std::size_t layer) {
        const int k = static_cast<int>(layer);
        std::size_t cell = out.block.index(0, 0, k);
        for (int j = 0; j < out.block.size[1]; ++j)
            for (int i = 0; i < out.block.size[0]; ++i, ++cell) {
                const auto at = out.block.place(i, j, k);
                out.capsule[cell] = capsuleAt(node, scene.tile, at[0], at[1], at[2]);
                classify(layers, {i, j, k}, node.target, out.tissue[cell], out.part[cell]);
                if (inOtherNode(scene, index, at))
                    out.tissue[cell] = Tissue::Wall;
            }
    });
    return out;
}

}  // namespace nodewise::synthesis
