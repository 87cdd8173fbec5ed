#include "synthesis/tumour_growth.h"
#include "synthesis/eikonal.h"
#include "synthesis/slice_evaluator.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr float kCell = 0.6F;

Block blockAbout(const PlacedNode& node) {
    Block block;
    block.step = kCell;
    const float reach = node.reach();
    for (std::size_t a = 0; a < 3; ++a) {
        block.origin[a] = node.body.centre[a] - reach;
        block.size[a] = static_cast<int>(2 * reach / kCell) + 2;
    }
    return block;
}

/// Nearest of the solid structures of a sample, or fat.
void classify(const FieldSlice& slice, std::size_t p, PartSide target, Tissue& tissue,
              PartSide& part) {
    constexpr std::array kSolid{Field::Lumen, Field::Tooth,  Field::Bone,   Field::Cartilage,
                                Field::Disc,  Field::Canal,  Field::Artery, Field::Vein,
                                Field::Gland, Field::Mucosa, Field::Muscle};
    tissue = Tissue::Fat;
    part = 0;
    if (slice.of(Field::Skin)[p] > -3) {
        tissue = Tissue::Wall;
        part = partSide(Part::Skin, true);
    }
    for (const Field f : kSolid)
        if (slice.of(f)[p] < 0) {
            part = slice.idOf(f)[p];
            tissue = part == target ? Tissue::Target
                                    : (f == Field::Muscle ? Tissue::Muscle : Tissue::Wall);
            return;
        }
}

TissueBlock tissueAbout(const Scene& scene, std::size_t index) {
    const PlacedNode& node = scene.nodes[index];
    TissueBlock out;
    out.block = blockAbout(node);
    out.tissue.resize(out.block.count());
    out.part.resize(out.block.count());
    out.capsule.resize(out.block.count());
    FieldSlice slice;
    std::size_t cell = 0;
    for (int k = 0; k < out.block.size[2]; ++k) {
        const auto origin = out.block.place(0, 0, k);
        evaluateSlice(
            scene, {origin[2], origin[0], origin[1], kCell, out.block.size[0], out.block.size[1]},
            false, slice);
        const std::size_t layer = slice.of(Field::Skin).size();
        for (std::size_t p = 0; p < layer; ++p, ++cell) {
            classify(slice, p, node.target, out.tissue[cell], out.part[cell]);
            const int i = static_cast<int>(p) % out.block.size[0],
                      j = static_cast<int>(p) / out.block.size[0];
            const auto at = out.block.place(i, j, k);
            out.capsule[cell] = capsuleAt(node, scene.tile, at[0], at[1], at[2]);
            for (std::size_t n = 0; n < scene.nodes.size(); ++n)
                if (n != index && !node.joins(n) &&
                    capsuleAt(scene.nodes[n], scene.tile, at[0], at[1], at[2]) < 0.5F)
                    out.tissue[cell] = Tissue::Wall;
        }
    }
    return out;
}

struct Front {
    std::vector<float> time;
    float threshold = 0;
};

/// Deepest place of the front at time t: between a reached cell and its neighbour.
float depthAt(const TissueBlock& tissue, const std::vector<float>& time, float t) {
    const Block& b = tissue.block;
    const std::array<std::size_t, 3> stride{1, static_cast<std::size_t>(b.size[0]),
                                            static_cast<std::size_t>(b.size[0]) *
                                                static_cast<std::size_t>(b.size[1])};
    float depth = 0;
    const std::size_t edge = stride[2] + stride[1] + 1;
    for (std::size_t c = edge; c + edge < time.size(); ++c) {
        if (time[c] > t || tissue.capsule[c] <= 0)
            continue;
        depth = std::max(depth, tissue.capsule[c]);
        for (const std::size_t s : stride)
            for (const std::size_t n : {c - s, c + s})
                if (time[n] > t && time[n] < kNever)
                    depth = std::max(depth, tissue.capsule[c] +
                                                (t - time[c]) / (time[n] - time[c]) *
                                                    (tissue.capsule[n] - tissue.capsule[c]));
    }
    return depth;
}

Front spread(const Scene& scene, std::size_t index, const TissueBlock& tissue) {
    const PlacedNode& node = scene.nodes[index];
    const ExtensionRecipe& extension = *node.recipe.extension;
    const auto wanted = static_cast<float>(extension.depthMm);
    std::vector<float> speed(tissue.block.count());
    std::vector<std::size_t> seeds;
    std::size_t c = 0;
    for (int k = 0; k < tissue.block.size[2]; ++k)
        for (int j = 0; j < tissue.block.size[1]; ++j)
            for (int i = 0; i < tissue.block.size[0]; ++i, ++c) {
                const auto at = tissue.block.place(i, j, k);
                const std::array<float, 3> relative{at[0] - node.body.centre[0],
                                                    at[1] - node.body.centre[1],
                                                    at[2] - node.body.centre[2]};
                const float sector =
                    sectorAt(relative, extension.direction, extension.halfAngleDeg);
                const auto noise = [&](float size, std::uint32_t stream) {
                    return scene.tile.at(at[0] / size, at[1] / size, at[2] / size,
                                         node.stream + stream);
                };
                const float base = tissue.tissue[c] == Tissue::Fat      ? 1.0F
                                   : tissue.tissue[c] == Tissue::Target ? 0.55F
                                                                        : 0.0F;
                if (tissue.capsule[c] > 0)
                    speed[c] = base * std::exp(1.7F * noise(4.5F, 20) + 0.8F * noise(2.2F, 21)) *
                               (0.02F + 0.98F * sector);
                else if (tissue.capsule[c] > -1.8F * kCell &&
                         sector * smoothStep(-0.2F, 0.15F, noise(5, 22) + 0.12F) > 0.5F)
                    seeds.push_back(c);
            }
    Front front;
    front.time = arrivalTimes(tissue.block, speed, seeds, [&](std::size_t cell, float) {
        return tissue.capsule[cell] > wanted + 2.5F;
    });
    float low = 0, high = 0;
    for (const float t : front.time)
        high = t < kNever ? std::max(high, t) : high;
    for (int i = 0; i < 18; ++i) {
        const float middle = 0.5F * (low + high);
        (depthAt(tissue, front.time, middle) < wanted ? low : high) = middle;
    }
    front.threshold = high;
    return front;
}

void fillTumour(const TissueBlock& tissue, const Front& front, Growth& growth) {
    growth.tumour.resize(tissue.block.count());
    for (std::size_t c = 0; c < growth.tumour.size(); ++c) {
        const float capsule = tissue.capsule[c];
        float d = capsule;
        const bool open = tissue.tissue[c] == Tissue::Fat || tissue.tissue[c] == Tissue::Target;
        if (open && front.time[c] < kNever)
            d = smoothMin(capsule, 0.8F * (front.time[c] - front.threshold), 1.2F);
        // Rounding must not carry tumour into a wall.
        growth.tumour[c] = !open && capsule > 0 ? std::max(std::min(d, capsule), 0.3F) : d;
    }
}

void measure(const TissueBlock& tissue, Growth& growth) {
    constexpr float kCellMm3 = kCell * kCell * kCell;
    std::array<float, 256> entered{};
    for (std::size_t c = 0; c < growth.tumour.size(); ++c) {
        if (growth.tumour[c] >= 0 || tissue.capsule[c] <= 0)
            continue;
        if (tissue.part[c] == 0)
            growth.fatMm3 += kCellMm3;
        else
            entered[tissue.part[c]] += kCellMm3;
    }
    for (std::size_t part = 0; part < entered.size(); ++part)
        if (entered[part] > 0)
            growth.entered.push_back({static_cast<float>(part), entered[part]});
}

}  // namespace

float sectorAt(const std::array<float, 3>& place, const std::array<double, 3>& direction,
               double halfAngleDeg) {
    const double size = std::sqrt(direction[0] * direction[0] + direction[1] * direction[1] +
                                  direction[2] * direction[2]);
    const double r = std::sqrt(
        static_cast<double>(place[0] * place[0] + place[1] * place[1] + place[2] * place[2]));
    if (size < 1e-6 || r < 1e-6)
        return 1;
    const double cosine =
        (place[0] * direction[0] + place[1] * direction[1] + place[2] * direction[2]) / (size * r);
    const auto angle = static_cast<float>(std::acos(std::clamp(cosine, -1.0, 1.0)) * 57.2957795);
    const auto half = static_cast<float>(halfAngleDeg);
    return 1 - smoothStep(0.75F * half, 1.15F * half, angle);
}

Result<Growth> growNode(const Scene& scene, std::size_t index, JobControl& job) {
    const PlacedNode& node = scene.nodes[index];
    const TissueBlock tissue = tissueAbout(scene, index);
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled while a node grew");
    Growth growth;
    growth.block = tissue.block;
    if (node.recipe.extension) {
        const Front front = spread(scene, index, tissue);
        growth.depthMm = depthAt(tissue, front.time, front.threshold);
        const double wanted = node.recipe.extension->depthMm;
        if (std::fabs(growth.depthMm - wanted) > 0.3)
            return fail(ErrorCode::TruthInconsistent,
                        "node " + node.recipe.id + ": extension reaches " +
                            std::to_string(growth.depthMm) + " mm of " + std::to_string(wanted) +
                            " asked for; move the node or turn the direction towards fat",
                        {}, node.recipe.id);
        fillTumour(tissue, front, growth);
        measure(tissue, growth);
    }
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled while a node grew");
    react(scene, index, tissue, growth);
    return growth;
}

}  // namespace nodewise::synthesis
