#include "synthesis/extension_truth.h"
#include "synthesis/node_survey.h"
#include "synthesis/tissue_texture.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nodewise::synthesis {

namespace {

constexpr double kVolumeFloorMm3 = 15, kDepthFloorMm = 1, kMicroMm = 2;
constexpr double kForbiddenMm3 = 8, kForbiddenShare = 0.03;

/// A tissue that tumour stands out against: mean, spread, and the area over which noise and texture
/// hang together (measured on rendered slices at kernel 0.5 mm: README).
struct Ground {
    double hu, texture, correlationMm2;
};

Ground groundOf(PartSide target, const PhaseRecipe& phase) {
    if (target == 0)
        return {kFatMeanHu, kFatTextureHu, 8};
    const Part part = partOf(target);
    switch (partKind(part)) {
    case StructureKind::Muscle:
        return {phase.muscleHu, 8, 5};
    case StructureKind::Vein:
        return {phase.veinHu, 10, 5};
    case StructureKind::Artery:
        return {phase.arteryHu, 10, 5};
    case StructureKind::Gland:
        return {part == Part::Parotid ? 25.0 : phase.glandHu, 13, 6};
    default:
        return {40, 12, 6};
    }
}

/// CNR × √(area / correlation area), 0 when below the floors of depth and volume.
double scoreOf(const SeenExtension& seen, double tumourHu, const Ground& ground,
               const Recipe& recipe, bool thinWall) {
    // A vessel's wall is thinner than any depth floor: narrowing is seen as a change of the lumen.
    if (!thinWall &&
        (seen.depthMm < kDepthFloorMm || seen.depthVoxels < recipe.visibility.minDepthVoxels))
        return 0;
    if (seen.volumeMm3 < kVolumeFloorMm3)
        return 0;
    const double noise = recipe.scanner.noiseHu, sigma = recipe.scanner.kernelSigmaMm;
    // White noise behind a Gaussian kernel hangs together over 4 pi sigma^2.
    const double together = std::max(1.0, ground.correlationMm2 + 12.566 * (sigma * sigma - 0.25));
    return std::fabs(tumourHu - ground.hu) /
           std::sqrt(noise * noise + ground.texture * ground.texture) *
           std::sqrt(seen.largestAreaMm2 / together);
}

/// Share of readers who would see it: 0 below the first threshold, 1 above the second.
double shareOf(double score, const VisibilityRecipe& v) {
    if (score <= v.seenFrom)
        return 0;
    return score >= v.clearFrom ? 1 : (score - v.seenFrom) / (v.clearFrom - v.seenFrom);
}

bool joined(const Scene& scene, std::size_t index) {
    for (const int partner : scene.nodes[index].partners)
        if (connected(scene, index, static_cast<std::size_t>(partner)))
            return true;
    return false;
}

/// Never more than two grades: the least likely of three goes to its neighbour.
void keepTwo(GradeDistribution& shares) {
    std::size_t count = 0, least = 4;
    for (std::size_t g = 0; g < 4; ++g)
        if (shares[g] > 0) {
            ++count;
            if (least == 4 || shares[g] < shares[least])
                least = g;
        }
    if (count < 3)
        return;
    std::size_t to = 4;
    for (std::size_t g = 0; g < 4; ++g)
        if (g != least && shares[g] > 0 &&
            (to == 4 ||
             std::max(g, least) - std::min(g, least) < std::max(to, least) - std::min(to, least)))
            to = g;
    shares[to] += shares[least];
    shares[least] = 0;
}

void spread(bool matted, double inFat, double inTarget, ExtensionTruth& out) {
    const double seen = std::max(inFat, inTarget);
    out.distribution = {1 - seen, 0, 0, 0};
    out.distribution[matted ? 2 : 1] += seen - inTarget;
    out.distribution[3] += inTarget;
    keepTwo(out.distribution);
    std::size_t best = 0;
    for (std::size_t g = 1; g < 4; ++g)
        if (out.distribution[g] > out.distribution[best])
            best = g;
    out.grade = static_cast<Grade>(best);
}

std::string describe(const NodeSurvey& found, double fatScore, double targetScore) {
    const auto number = [](double v) {
        return std::to_string(std::lround(v * 10) / 10.0).substr(0, 6);
    };
    std::string text = "in fat " + number(found.fat.volumeMm3) + " mm3, " +
                       number(found.fat.depthVoxels) + " voxels deep, score " + number(fatScore);
    if (found.target.volumeMm3 > 0)
        text +=
            "; in target " + number(found.target.volumeMm3) + " mm3, score " + number(targetScore);
    return text;
}

/// A block about two nodes, marked where either is.
struct Union {
    Block block;
    std::vector<std::uint8_t> in;

    Union(const Scene& scene, const PlacedNode& a, const PlacedNode& b) {
        block.step = 0.8F;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const float low = std::min(a.body.centre[axis], b.body.centre[axis]) - 6;
            const float high = std::max(a.body.centre[axis], b.body.centre[axis]) + 6;
            block.origin[axis] = low;
            block.size[axis] = static_cast<int>((high - low) / block.step) + 1;
        }
        in.resize(block.count());
        std::size_t c = 0;
        for (int k = 0; k < block.size[2]; ++k)
            for (int j = 0; j < block.size[1]; ++j)
                for (int i = 0; i < block.size[0]; ++i, ++c) {
                    const auto at = block.place(i, j, k);
                    const float one = nodeAt(a, scene.tile, at[0], at[1], at[2]),
                                two = nodeAt(b, scene.tile, at[0], at[1], at[2]);
                    in[c] = smoothMin(one, two, 1.2F) < 0 ? 1 : 0;
                }
    }

    [[nodiscard]] std::size_t cellOf(const std::array<float, 3>& at) const {
        std::array<int, 3> cell{};
        for (std::size_t a = 0; a < 3; ++a)
            cell[a] = std::clamp(static_cast<int>((at[a] - block.origin[a]) / block.step + 0.5F), 0,
                                 block.size[a] - 1);
        return block.index(cell[0], cell[1], cell[2]);
    }

    /// Six neighbours at a time, inside only.
    bool reaches(std::size_t from, std::size_t to) {
        const auto nx = static_cast<std::size_t>(block.size[0]),
                   nxy = nx * static_cast<std::size_t>(block.size[1]);
        std::vector<std::size_t> open{from};
        in[from] = 0;
        while (!open.empty()) {
            const std::size_t c = open.back();
            open.pop_back();
            if (c == to)
                return true;
            const auto visit = [&](bool inside, std::size_t n) {
                if (inside && in[n] != 0) {
                    in[n] = 0;
                    open.push_back(n);
                }
            };
            visit(c % nx > 0, c - 1);
            visit(c % nx + 1 < nx, c + 1);
            visit(c % nxy >= nx, c - nx);
            visit(c % nxy + nx < nxy, c + nx);
            visit(c >= nxy, c - nxy);
            visit(c + nxy < in.size(), c + nxy);
        }
        return false;
    }
};

}  // namespace

bool connected(const Scene& scene, std::size_t one, std::size_t other) {
    const PlacedNode &a = scene.nodes[one], &b = scene.nodes[other];
    Union both(scene, a, b);
    const std::size_t from = both.cellOf(a.body.centre), to = both.cellOf(b.body.centre);
    both.in[to] = 1;
    return both.reaches(from, to);
}

Result<ExtensionTruth> judgeExtension(const Scene& scene, std::size_t index,
                                      const GridGeometry& grid) {
    const PlacedNode& node = scene.nodes[index];
    const NodeSurvey found = surveyNode(scene, index, grid);
    ExtensionTruth out;
    out.touches = found.nearest;
    out.contacts = found.contacts;
    if (!node.extends())
        return out;
    out.fatMm3 = found.fat.volumeMm3;
    out.targetMm3 = found.target.volumeMm3;
    out.arcDeg = found.arcDeg;
    if (found.forbiddenMm3 >
        std::max(kForbiddenMm3, kForbiddenShare * (out.fatMm3 + out.targetMm3)))
        return fail(ErrorCode::TruthInconsistent,
                    "node " + node.recipe.id + ": " + std::to_string(found.forbiddenMm3) +
                        " mm3 of tumour lie in " + partName(found.forbidden),
                    {}, node.recipe.id);
    out.depthMm = static_cast<double>(node.growth->depthMm);
    out.pene = out.depthMm <= kMicroMm ? PathologicalEne::Micro : PathologicalEne::Macro;
    const double hu = static_cast<double>(solidHu(node));
    const PhaseRecipe& phase = scene.recipe.phase;
    const bool thin = node.target != 0 && partKind(partOf(node.target)) == StructureKind::Artery;
    const double fatScore = scoreOf(found.fat, hu, groundOf(0, phase), scene.recipe, false);
    const double targetScore =
        scoreOf(found.target, hu, groundOf(node.target, phase), scene.recipe, thin);
    const double inTarget = shareOf(targetScore, scene.recipe.visibility);
    spread(joined(scene, index) && found.fat.volumeMm3 > 0,
           shareOf(fatScore, scene.recipe.visibility), inTarget, out);
    if (inTarget <= 0)
        out.hidden = found.inTarget;
    out.why = describe(found, fatScore, targetScore);
    return out;
}

}  // namespace nodewise::synthesis
