#include "synthesis/tumour_growth.h"
#include "base/parallel.h"
#include "synthesis/eikonal.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr float kCell = kGrowthCellMm;

struct Front {
    std::vector<float> time;
    float threshold = 0, depthMm = 0;
};

/// Cells outside the capsule that the front reached at all.
std::vector<std::size_t> reachedCells(const TissueBlock& tissue, const std::vector<float>& time) {
    const auto nx = static_cast<std::size_t>(tissue.block.size[0]);
    const std::size_t edge = nx * static_cast<std::size_t>(tissue.block.size[1]) + nx + 1;
    std::vector<std::size_t> cells;
    for (std::size_t c = edge; c + edge < time.size(); ++c)
        if (time[c] < kNever && tissue.capsule[c] > 0)
            cells.push_back(c);
    return cells;
}

/// Deepest place of the front at time t: between a reached cell and its neighbour.
float depthAt(const TissueBlock& tissue, const std::vector<float>& time,
              const std::vector<std::size_t>& reached, float t) {
    const Block& b = tissue.block;
    const std::array<std::size_t, 3> stride{1, static_cast<std::size_t>(b.size[0]),
                                            static_cast<std::size_t>(b.size[0]) *
                                                static_cast<std::size_t>(b.size[1])};
    float depth = 0;
    for (const std::size_t c : reached) {
        if (time[c] > t)
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

/// Middle of the target in each layer of the block: an artery's axis.
std::vector<std::array<float, 2>> axisOf(const TissueBlock& tissue, PartSide target) {
    std::vector<std::array<float, 2>> axis;
    std::size_t c = 0;
    for (int k = 0; k < tissue.block.size[2]; ++k) {
        std::array<double, 3> sum{};
        for (int j = 0; j < tissue.block.size[1]; ++j)
            for (int i = 0; i < tissue.block.size[0]; ++i, ++c)
                if (tissue.part[c] == target) {
                    const auto at = tissue.block.place(i, j, k);
                    sum = {sum[0] + static_cast<double>(at[0]), sum[1] + static_cast<double>(at[1]),
                           sum[2] + 1};
                }
        axis.push_back(sum[2] > 0 ? std::array{static_cast<float>(sum[0] / sum[2]),
                                               static_cast<float>(sum[1] / sum[2])}
                                  : std::array{kFar * 10, kFar * 10});
    }
    return axis;
}

/// How fast the front runs in a cell.
class Speeds {
public:
    Speeds(const Scene& scene, std::size_t index, const TissueBlock& tissue)
        : m_scene(scene)
        , m_node(scene.nodes[index])
        , m_extension(*m_node.recipe.extension)
        , m_tissue(tissue) {
        m_rough = m_extension.margin == Margin::Irregular ? 2.3F : 1.6F;
        if (m_node.target != 0 && partKind(partOf(m_node.target)) == StructureKind::Artery)
            m_axis = axisOf(tissue, m_node.target);
    }

    [[nodiscard]] float at(std::size_t c, const std::array<float, 3>& at) const {
        const float base = m_tissue.tissue[c] == Tissue::Fat      ? 1.0F
                           : m_tissue.tissue[c] == Tissue::Target ? 0.55F
                                                                  : 0.0F;
        if (base <= 0)
            return 0;
        const float wild = steadyExp(m_rough * noise(at, 4.5F, 20) + 0.8F * noise(at, 2.2F, 21));
        return base * wild * (0.02F + 0.98F * sector(at)) * aroundArtery(at);
    }

    /// Breaches are patches of the sector, not the whole of it.
    [[nodiscard]] bool breach(const std::array<float, 3>& at) const {
        return sector(at) * smoothStep(-0.2F, 0.15F, noise(at, 5, 22) + 0.12F) > 0.5F;
    }

private:
    [[nodiscard]] float noise(const std::array<float, 3>& at, float size,
                              std::uint32_t stream) const {
        return m_scene.tile.at(at[0] / size, at[1] / size, at[2] / size, m_node.stream + stream);
    }

    [[nodiscard]] std::array<float, 3> relative(const std::array<float, 3>& at) const {
        return {at[0] - m_node.body.centre[0], at[1] - m_node.body.centre[1],
                at[2] - m_node.body.centre[2]};
    }

    [[nodiscard]] float sector(const std::array<float, 3>& at) const {
        const float plain = sectorAt(relative(at), m_extension.direction, m_extension.halfAngleDeg);
        // About an artery the arc, not the sector, says how far.
        return m_axis.empty() ? plain : std::max(plain, nearArtery(at) ? 1.0F : 0.0F);
    }

    [[nodiscard]] bool nearArtery(const std::array<float, 3>& at) const {
        const auto& axis = axisAt(at);
        return std::hypot(at[0] - axis[0], at[1] - axis[1]) < kSleeve;
    }

    [[nodiscard]] const std::array<float, 2>& axisAt(const std::array<float, 3>& at) const {
        const auto layer = std::lround((at[2] - m_tissue.block.origin[2]) / m_tissue.block.step);
        return m_axis[static_cast<std::size_t>(
            std::clamp<long>(layer, 0, static_cast<long>(m_axis.size()) - 1))];
    }

    /// Tumour clings to the vessel within the arc asked for and stays off the rest of it.
    [[nodiscard]] float aroundArtery(const std::array<float, 3>& at) const {
        if (m_axis.empty() || !nearArtery(at))
            return 1;
        const auto& axis = axisAt(at);
        const float ax = m_node.body.centre[0] - axis[0], ay = m_node.body.centre[1] - axis[1];
        const float bx = at[0] - axis[0], by = at[1] - axis[1];
        const float turn = std::fabs(angleDeg(ax * bx + ay * by, ax * by - ay * bx));
        const auto arc = static_cast<float>(m_extension.arcDeg > 0 ? m_extension.arcDeg : 120);
        return turn < 0.5F * arc ? 2.5F : 0.0F;
    }

    static constexpr float kSleeve = 7.5F;  ///< Radius of the vessel's own fat, mm.
    const Scene& m_scene;
    const PlacedNode& m_node;
    const ExtensionRecipe& m_extension;
    const TissueBlock& m_tissue;
    float m_rough = 1.6F;
    std::vector<std::array<float, 2>> m_axis;
};

Front spread(const Scene& scene, std::size_t index, const TissueBlock& tissue) {
    const auto wanted = static_cast<float>(scene.nodes[index].recipe.extension->depthMm);
    const Speeds speeds(scene, index, tissue);
    std::vector<float> speed(tissue.block.count());
    std::vector<std::size_t> seeds;
    std::size_t c = 0;
    for (int k = 0; k < tissue.block.size[2]; ++k)
        for (int j = 0; j < tissue.block.size[1]; ++j)
            for (int i = 0; i < tissue.block.size[0]; ++i, ++c) {
                if (tissue.capsule[c] > wanted + 3)
                    continue;
                const auto at = tissue.block.place(i, j, k);
                if (tissue.capsule[c] > 0)
                    speed[c] = speeds.at(c, at);
                else if (tissue.capsule[c] > -1.8F * kCell && speeds.breach(at))
                    seeds.push_back(c);
            }
    Front front;
    front.time = arrivalTimes(tissue.block, speed, seeds, [&](std::size_t cell, float) {
        return tissue.capsule[cell] > wanted + 2.5F;
    });
    const auto reached = reachedCells(tissue, front.time);
    float low = 0, high = 0;
    for (const float t : front.time)
        high = t < kNever ? std::max(high, t) : high;
    for (int i = 0; i < 18; ++i) {
        const float middle = 0.5F * (low + high);
        (depthAt(tissue, front.time, reached, middle) < wanted ? low : high) = middle;
    }
    front.threshold = high;
    front.depthMm = depthAt(tissue, front.time, reached, high);
    return front;
}

/// A wall answers tumour beside it with as much distance, so that the surface lies between the two
/// cells and not in the wall.
void closeWalls(const TissueBlock& tissue, Growth& growth) {
    const Block& b = tissue.block;
    const std::array<std::size_t, 3> stride{1, static_cast<std::size_t>(b.size[0]),
                                            static_cast<std::size_t>(b.size[0]) *
                                                static_cast<std::size_t>(b.size[1])};
    const std::size_t edge = stride[2] + stride[1] + 1;
    for (std::size_t c = edge; c + edge < growth.tumour.size(); ++c) {
        const bool open = tissue.tissue[c] == Tissue::Fat || tissue.tissue[c] == Tissue::Target;
        if (open || tissue.capsule[c] <= 0)
            continue;
        float wall = 0;
        for (const std::size_t s : stride)
            for (const std::size_t n : {c - s, c + s})
                if (tissue.capsule[n] > 0)
                    wall = std::max(wall, -growth.tumour[n]);
        // Away from tumour a wall is as far from the node as it is: its own muscle stays whole.
        if (wall > 0)
            growth.tumour[c] = std::min(std::max(wall, 0.3F), std::max(tissue.capsule[c], 0.3F));
    }
}

void fillTumour(const TissueBlock& tissue, const Front& front, Growth& growth) {
    growth.tumour.resize(tissue.block.count());
    for (std::size_t c = 0; c < growth.tumour.size(); ++c) {
        const float capsule = tissue.capsule[c];
        float d = capsule;
        const bool open = tissue.tissue[c] == Tissue::Fat || tissue.tissue[c] == Tissue::Target;
        if (open && front.time[c] < kNever)
            d = smoothMin(capsule, 0.8F * (front.time[c] - front.threshold), 1.2F);
        growth.tumour[c] = d;
    }
    closeWalls(tissue, growth);
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
        growth.depthMm = front.depthMm;
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
