#include "base/parallel.h"
#include "synthesis/extension_truth.h"
#include "synthesis/label_drawer.h"
#include "synthesis/mask_size.h"
#include "synthesis/render.h"
#include "synthesis/slice_plane.h"
#include "synthesis/truth.h"
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>

namespace nodewise::synthesis {

namespace {

constexpr double kSmallestMm = 2.5, kSmallestPixels = 3;

void fillAdjacency(const PlacedNode& node, const ExtensionTruth& extension, NodeTruth& truth) {
    const PartSide with = truth.grade == Grade::G3 ? node.target : extension.touches;
    if (with == 0)
        return;
    truth.adjacency = truth.grade == Grade::G3 ? Adjacency::Invaded : Adjacency::Contact;
    truth.structure = partName(with);
    truth.structureKind = partKind(partOf(with));
}

void fillSigns(const PlacedNode& node, const ExtensionTruth& extension, NodeTruth& truth) {
    truth.grade = extension.grade;
    truth.distribution = extension.distribution;
    truth.pene = extension.pene;
    truth.peneDepthMm = extension.depthMm;
    const NodeRecipe& recipe = node.recipe;
    truth.necrosis = recipe.isNecrotic();
    truth.cystic = recipe.isCystic();
    truth.hilum = recipe.hilumSize() > 0.2;
    truth.metastatic = recipe.isMetastatic();
    truth.clinicalEne = recipe.examination.any();
    const bool seen = truth.grade != Grade::G0;
    truth.margin = seen ? recipe.extension->margin : Margin::Smooth;
    const bool stranded =
        recipe.reaction.fibres > 40 || recipe.reaction.hazeHu >= 30 || recipe.reaction.track;
    truth.fat = seen       ? PerinodalFat::Extended
                : stranded ? PerinodalFat::Stranded
                           : PerinodalFat::Clean;
    fillAdjacency(node, extension, truth);
    truth.coalescence = truth.grade == Grade::G2 || extension.distribution[2] >= 0.5;
    truth.retropharyngeal = recipe.level == Level::VIIa;
    truth.belowCricoid = recipe.level == Level::IVa || recipe.level == Level::IVb ||
                         recipe.level == Level::Vb || recipe.level == Level::Vc ||
                         truth.centre.z < -62;
}

Error inconsistent(const NodeRecipe& recipe, const std::string& what) {
    return Error{ErrorCode::TruthInconsistent, "node " + recipe.id + ": " + what, {}, recipe.id};
}

std::string pathologyWord(PathologicalEne pene) {
    return std::string(word(pene));
}

/// What the author wants against what the fields give.
std::optional<Error> contradiction(const NodeRecipe& recipe, const NodeTruth& truth,
                                   const std::string& why) {
    if (truth.grade != recipe.expect)
        return inconsistent(recipe, "the recipe expects " + std::string(word(recipe.expect)) +
                                        ", the fields give " + std::string(word(truth.grade)) +
                                        " (" + why + ")");
    if (recipe.expectPene && *recipe.expectPene != truth.pene)
        return inconsistent(recipe, "the recipe expects pathology " +
                                        pathologyWord(*recipe.expectPene) + ", the fields give " +
                                        pathologyWord(truth.pene));
    return std::nullopt;
}

/// Rules that hold for every case, whatever its author expects.
std::optional<Error> broken(const NodeRecipe& recipe, const NodeTruth& truth, double pixelMm) {
    if (truth.shortAxisMm < std::max(kSmallestMm, kSmallestPixels * pixelMm))
        return inconsistent(recipe, "its short axis of " + std::to_string(truth.shortAxisMm) +
                                        " mm is too small to be read");
    if (recipe.examination.any() && (truth.pene != PathologicalEne::Macro || !truth.metastatic))
        return inconsistent(recipe,
                            "signs on examination need a metastasis that extends more than 2 mm");
    if (recipe.extension && !truth.metastatic)
        return inconsistent(recipe, "a benign node has no extension");
    return std::nullopt;
}

/// Two nodes that do not name each other must not run together.
bool runTogether(const Scene& scene, std::size_t one, std::size_t other) {
    const PlacedNode &a = scene.nodes[one], &b = scene.nodes[other];
    constexpr float kStep = 0.7F, kGap = 0.1F;
    std::array<float, 3> low{}, high{};
    for (std::size_t x = 0; x < 3; ++x) {
        low[x] = std::max(a.body.centre[x] - a.reach(), b.body.centre[x] - b.reach());
        high[x] = std::min(a.body.centre[x] + a.reach(), b.body.centre[x] + b.reach());
    }
    for (float z = low[2]; z <= high[2]; z += kStep)
        for (float y = low[1]; y <= high[1]; y += kStep)
            for (float x = low[0]; x <= high[0]; x += kStep)
                if (nodeAt(a, scene.tile, x, y, z) < kGap && nodeAt(b, scene.tile, x, y, z) < kGap)
                    return true;
    return false;
}

std::optional<Error> collision(const Scene& scene) {
    for (std::size_t i = 0; i < scene.nodes.size(); ++i)
        for (std::size_t k = i + 1; k < scene.nodes.size(); ++k)
            if (!scene.nodes[i].joins(k) && runTogether(scene, i, k))
                return inconsistent(scene.nodes[i].recipe,
                                    "runs together with " + scene.nodes[k].recipe.id +
                                        "; move one, or name it under extension.with");
    return std::nullopt;
}

struct NodeResult {
    NodeTruth truth;
    NodeFields fields;
    std::optional<Error> error;
};

NodeFields fieldsOf(const Scene& scene, std::size_t index, const ExtensionTruth& extension,
                    const GridGeometry& grid) {
    NodeFields out;
    out.id = scene.nodes[index].recipe.id;
    out.fatMm3 = extension.fatMm3;
    out.targetMm3 = extension.targetMm3;
    out.arcDeg = extension.arcDeg;
    out.why = extension.why;
    out.hidden = extension.hidden;
    for (const PartSide part : extension.contacts)
        out.contacts.push_back(partName(part));
    for (const int partner : scene.nodes[index].partners)
        if (connected(scene, index, static_cast<std::size_t>(partner)))
            out.joinedWith.push_back(scene.nodes[static_cast<std::size_t>(partner)].recipe.id);
    NodeMask capsule = maskOf(scene, index, grid, false);
    out.box = capsule.box;
    out.capsule = std::move(capsule.inside);
    out.capsuleMm3 =
        grid.voxelVolumeMm3() *
        static_cast<double>(std::accumulate(out.capsule.begin(), out.capsule.end(), 0));
    return out;
}

bool isWithin(VoxelIndex v, const VoxelBox& box) {
    return v.i >= box.low.i && v.i <= box.high.i && v.j >= box.low.j && v.j <= box.high.j &&
           v.k >= box.low.k && v.k <= box.high.k;
}

void takeOut(const std::vector<VoxelIndex>& hidden, NodeMask& mask) {
    const VoxelBox& box = mask.box;
    const auto nx = static_cast<std::size_t>(box.high.i - box.low.i + 1),
               ny = static_cast<std::size_t>(box.high.j - box.low.j + 1);
    for (const VoxelIndex& v : hidden)
        if (isWithin(v, box))
            mask.inside[(static_cast<std::size_t>(v.k - box.low.k) * ny +
                         static_cast<std::size_t>(v.j - box.low.j)) *
                            nx +
                        static_cast<std::size_t>(v.i - box.low.i)] = 0;
}

/// The voxel of a stack that lies where one of its grid does, to the nearest row.
VoxelIndex rowOf(const SliceStack& stack, VoxelIndex v) {
    const double shift = dot(stack.grid.toPatient(v) - stack.place(v), stack.grid.axis(1));
    v.j += static_cast<int>(std::lround(shift / stack.grid.spacing()[1]));
    return v;
}

/// Hidden growth carries the label of the structure it lies in.
void giveBack(const Scene& scene, const SliceStack& stack, SyntheticTruth& out) {
    for (std::size_t index = 0; index < out.fields.size(); ++index) {
        const auto structure = out.labels.labelNamed(partName(scene.nodes[index].target));
        for (const VoxelIndex& hidden : out.fields[index].hidden)
            if (const VoxelIndex v = rowOf(stack, hidden);
                structure && stack.grid.contains(v) &&
                out.labels.at(v) == out.truth.nodes[index].label)
                out.labels.set(v, *structure);
    }
}

NodeResult truthOf(const Scene& scene, std::size_t index, const GridGeometry& grid,
                   bool checkExpectation) {
    const PlacedNode& node = scene.nodes[index];
    NodeResult out;
    NodeTruth& truth = out.truth;
    truth.id = NodeId(node.recipe.id);
    truth.kind = TruthKind::Synthetic;
    truth.side = node.recipe.side;
    truth.level = node.recipe.level;
    truth.label = static_cast<LabelValue>(index + 1);
    NodeMask mask = maskOf(scene, index, grid, true);
    if (mask.inside.empty()) {
        out.error = inconsistent(node.recipe, "lies outside the slices of the recipe");
        return out;
    }
    const auto extension = judgeExtension(scene, index, grid);
    if (!extension) {
        out.error = extension.error();
        return out;
    }
    takeOut(extension->hidden, mask);
    const MaskSize size = measureMask(mask.box, mask.inside, grid);
    truth.centre = size.centre;
    truth.longAxisMm = size.longAxisMm;
    truth.shortAxisMm = size.shortAxisMm;
    truth.greatestMm = size.greatestMm;
    fillSigns(node, *extension, truth);
    out.fields = fieldsOf(scene, index, *extension, grid);
    out.error = broken(node.recipe, truth, scene.recipe.scanner.pixelMm);
    if (!out.error && checkExpectation)
        out.error = contradiction(node.recipe, truth, extension->why);
    return out;
}

}  // namespace

Result<SyntheticTruth> makeTruth(const Recipe& recipe, JobControl& job,
                                 const TruthOptions& options) {
    const auto scene = makeScene(recipe, job, options.threads);
    if (!scene)
        return fail(scene.error());
    if (auto error = collision(**scene))
        return fail(std::move(*error));
    const GridGeometry grid = gridOf(recipe);
    std::vector<NodeResult> nodes(recipe.nodes.size());
    parallelFor(nodes.size(), options.threads, [&](std::size_t i) {
        if (!job.cancelled())
            nodes[i] = truthOf(**scene, i, grid, options.checkExpectation);
    });
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled while the truth was made");
    SyntheticTruth out;
    for (NodeResult& node : nodes) {
        if (node.error)
            return fail(std::move(*node.error));
        out.truth.nodes.push_back(std::move(node.truth));
        out.fields.push_back(std::move(node.fields));
    }
    if (options.labels != LabelExtent::None) {
        const SliceStack stack = options.asScanned ? scannedStack(recipe) : regularStack(recipe);
        auto labels = drawLabels(**scene, stack, options.labels, job, options.threads);
        if (!labels)
            return fail(labels.error());
        out.labels = std::move(*labels);
        giveBack(**scene, stack, out);
    }
    out.truth.quality = recipe.scanner.noiseHu > 18 || recipe.scanner.sliceMm > 4
                            ? ImageQuality::Limited
                            : ImageQuality::Adequate;
    out.truth.pitfalls = recipe.pitfalls;
    out.truth.source = "Synthetic case: the truth is the recipe it was drawn from.";
    return out;
}

}  // namespace nodewise::synthesis
