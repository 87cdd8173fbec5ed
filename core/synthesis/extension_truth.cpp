#include "synthesis/extension_truth.h"
#include "synthesis/slice_evaluator.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr double kVolumeFloorMm3 = 15, kDepthFloorMm = 1, kMicroMm = 2;
constexpr double kFatHu = -96, kFatTexture = 18, kMuscleTexture = 12;
constexpr float kTouchMm = 0.7F;
constexpr double kForbiddenMm3 = 8, kForbiddenShare = 0.03;

/// Voxels of the picture that extension fills, in one kind of tissue.
struct Seen {
    double volumeMm3 = 0, largestAreaMm2 = 0, depthMm = 0;
};

struct Survey {
    Seen fat, target;
    double forbiddenMm3 = 0;
    PartSide forbidden = 0, touches = 0;
};

/// One slice of the node's box: what lies there without nodes, against the node's own fields.
struct SliceSurvey {
    double fatArea = 0, targetArea = 0;
};

bool canTouch(Part part) {
    const StructureKind kind = partKind(part);
    return part != Part::None && (kind != StructureKind::Other || part == Part::Mandible);
}

void surveyVoxel(const Scene& scene, const PlacedNode& node, const FieldSlice& bare, std::size_t p,
                 std::array<float, 3> at, double voxel, double pixel, SliceSurvey& slice,
                 Survey& out) {
    const float capsule = capsuleAt(node, scene.tile, at[0], at[1], at[2]);
    if (capsule <= 0 || nodeAt(node, scene.tile, at[0], at[1], at[2]) >= 0)
        return;
    PartSide part = 0;
    for (const Field f : {Field::Artery, Field::Vein, Field::Gland, Field::Bone, Field::Cartilage,
                          Field::Lumen, Field::Mucosa, Field::Muscle})
        if (part == 0 && bare.of(f)[p] < 0)
            part = bare.idOf(f)[p];
    Seen* seen = nullptr;
    if (part == 0) {
        seen = &out.fat;
        slice.fatArea += pixel * pixel;
    } else if (part == node.target) {
        seen = &out.target;
        slice.targetArea += pixel * pixel;
    } else if (capsule > 0.6F) {
        out.forbiddenMm3 += voxel;
        out.forbidden = part;
        return;
    } else {
        return;
    }
    seen->volumeMm3 += voxel;
    seen->depthMm = std::max(seen->depthMm, static_cast<double>(capsule));
}

/// Muscle, vessel or gland within reach of the node's surface in the finished slice.
void surveyTouch(const FieldSlice& full, std::size_t index, std::size_t p, float& nearest,
                 Survey& out) {
    const float d = full.of(Field::Node)[p];
    if (full.idOf(Field::Node)[p] != index || d > kTouchMm || d < -0.3F)
        return;
    for (const Field f : {Field::Artery, Field::Vein, Field::Gland, Field::Muscle}) {
        const float gap = std::max(d, 0.0F) + std::max(full.of(f)[p], 0.0F);
        if (gap < nearest && canTouch(partOf(full.idOf(f)[p]))) {
            nearest = gap;
            out.touches = full.idOf(f)[p];
        }
    }
}

Survey survey(const Scene& scene, std::size_t index, const GridGeometry& grid) {
    const PlacedNode& node = scene.nodes[index];
    const float reach = node.reach();
    const auto pixel = static_cast<float>(grid.spacing()[0]);
    const auto origin = grid.origin();
    const int side = static_cast<int>(2 * reach / pixel) + 2;
    const auto start = [&](double centre, double from) {
        return static_cast<float>(from + std::floor((centre - reach - from) / pixel) * pixel);
    };
    Survey out;
    FieldSlice bare, full;
    float nearest = kTouchMm;
    for (int k = 0; k < grid.dims()[2]; ++k) {
        const auto z = static_cast<float>(origin.z + grid.spacing()[2] * k);
        if (std::fabs(z - node.body.centre[2]) > reach)
            continue;
        const SliceGrid rectangle{z,
                                  start(node.body.centre[0], origin.x),
                                  start(node.body.centre[1], origin.y),
                                  pixel,
                                  side,
                                  side};
        evaluateSlice(scene, rectangle, false, bare);
        evaluateSlice(scene, rectangle, true, full);
        SliceSurvey slice;
        for (int j = 0; j < side; ++j)
            for (int i = 0; i < side; ++i) {
                const std::size_t p = static_cast<std::size_t>(j * side + i);
                surveyTouch(full, index, p, nearest, out);
                if (node.extends())
                    surveyVoxel(scene, node, bare, p,
                                {rectangle.x0 + pixel * static_cast<float>(i),
                                 rectangle.y0 + pixel * static_cast<float>(j), z},
                                grid.voxelVolumeMm3(), pixel, slice, out);
            }
        out.fat.largestAreaMm2 = std::max(out.fat.largestAreaMm2, slice.fatArea);
        out.target.largestAreaMm2 = std::max(out.target.largestAreaMm2, slice.targetArea);
    }
    return out;
}

/// CNR × √area, 0 when below the floors of depth and volume.
double scoreOf(const Seen& seen, double contrast, double texture, const Recipe& recipe) {
    const double minDepth =
        std::max(kDepthFloorMm, recipe.visibility.minDepthVoxels * recipe.scanner.pixelMm);
    if (seen.volumeMm3 < kVolumeFloorMm3 || seen.depthMm < minDepth)
        return 0;
    const double noise = recipe.scanner.noiseHu;
    return std::fabs(contrast) / std::sqrt(noise * noise + texture * texture) *
           std::sqrt(seen.largestAreaMm2);
}

/// Share of readers who would see it: 0 below the first threshold, 1 above the second.
double shareOf(double score, const VisibilityRecipe& v) {
    if (score <= v.seenFrom)
        return 0;
    return score >= v.clearFrom ? 1 : (score - v.seenFrom) / (v.clearFrom - v.seenFrom);
}

/// Two capsules whose tumours meet: no fat left on the line between their centres.
bool meets(const Scene& scene, const PlacedNode& node, const PlacedNode& other) {
    constexpr int kSteps = 60;
    for (int s = 0; s <= kSteps; ++s) {
        const float t = static_cast<float>(s) / kSteps;
        std::array<float, 3> p{};
        for (std::size_t a = 0; a < 3; ++a)
            p[a] = node.body.centre[a] + t * (other.body.centre[a] - node.body.centre[a]);
        if (smoothMin(nodeAt(node, scene.tile, p[0], p[1], p[2]),
                      nodeAt(other, scene.tile, p[0], p[1], p[2]), 1.2F) >= 0)
            return false;
    }
    return true;
}

bool joined(const Scene& scene, const PlacedNode& node) {
    for (const int partner : node.partners)
        if (meets(scene, node, scene.nodes[static_cast<std::size_t>(partner)]))
            return true;
    return false;
}

void spread(const Scene& scene, const PlacedNode& node, double inFat, double inTarget,
            ExtensionTruth& out) {
    const bool matted = joined(scene, node) && inFat > 0;
    const std::size_t outside = matted ? 2 : 1;
    const double seen = std::max(inFat, inTarget);
    out.distribution = {1 - seen, 0, 0, 0};
    out.distribution[outside] += seen - inTarget;
    out.distribution[3] += inTarget;
    std::size_t best = 0;
    for (std::size_t g = 1; g < 4; ++g)
        if (out.distribution[g] > out.distribution[best])
            best = g;
    out.grade = static_cast<Grade>(best);
}

}  // namespace

Result<ExtensionTruth> judgeExtension(const Scene& scene, std::size_t index,
                                      const LabelMap& labels) {
    const PlacedNode& node = scene.nodes[index];
    const Survey found = survey(scene, index, labels.geometry());
    ExtensionTruth out;
    out.touches = found.touches;
    if (!node.extends())
        return out;
    const double all = found.fat.volumeMm3 + found.target.volumeMm3;
    if (found.forbiddenMm3 > std::max(kForbiddenMm3, kForbiddenShare * all))
        return fail(ErrorCode::TruthInconsistent,
                    "node " + node.recipe.id + ": " + std::to_string(found.forbiddenMm3) +
                        " mm3 of tumour lie in " + partName(found.forbidden),
                    {}, node.recipe.id);
    out.depthMm = node.growth->depthMm;
    out.pene = out.depthMm <= kMicroMm ? PathologicalEne::Micro : PathologicalEne::Macro;
    const double hu = solidHu(node);
    const double fatScore = scoreOf(found.fat, hu - kFatHu, kFatTexture, scene.recipe);
    const double muscleScore =
        scoreOf(found.target, hu - scene.recipe.phase.muscleHu, kMuscleTexture, scene.recipe);
    spread(scene, node, shareOf(fatScore, scene.recipe.visibility),
           shareOf(muscleScore, scene.recipe.visibility), out);
    out.why = "in fat " + std::to_string(found.fat.volumeMm3) + " mm3, score " +
              std::to_string(fatScore) + "; in target " + std::to_string(found.target.volumeMm3) +
              " mm3, score " + std::to_string(muscleScore);
    return out;
}

}  // namespace nodewise::synthesis
