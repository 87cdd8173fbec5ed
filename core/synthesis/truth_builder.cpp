#include "base/parallel.h"
#include "synthesis/extension_truth.h"
#include "synthesis/mask_size.h"
#include "synthesis/render.h"
#include "synthesis/slice_painter.h"
#include "synthesis/truth.h"
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

Result<LabelMap> drawLabels(const Scene& scene, const GridGeometry& grid, JobControl& job,
                            unsigned threads) {
    LabelGrid out{grid, std::vector<std::uint16_t>(grid.voxelCount()), {}};
    const auto area =
        static_cast<std::size_t>(grid.dims()[0]) * static_cast<std::size_t>(grid.dims()[1]);
    const auto slices = static_cast<std::size_t>(grid.dims()[2]);
    std::atomic<std::size_t> done{0};
    parallelFor(slices, threads, [&](std::size_t k) {
        if (job.cancelled())
            return;
        SlicePainter painter(scene);
        std::vector<std::uint16_t> labels;
        const double z = grid.origin().z + grid.spacing()[2] * static_cast<double>(k);
        painter.label(static_cast<float>(z), static_cast<float>(grid.origin().x),
                      static_cast<float>(grid.origin().y), labels);
        std::copy(labels.begin(), labels.end(),
                  out.labels.begin() + static_cast<std::ptrdiff_t>(k * area));
        job.report(static_cast<double>(++done) / static_cast<double>(slices), "labels");
    });
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled while labels were drawn");
    std::array<bool, 512> used{};
    for (std::uint16_t& label : out.labels) {
        // Single structures carry one label whatever the side bit says.
        if (label >= SlicePainter::kFirstPartLabel) {
            const auto part = partOf(static_cast<PartSide>(label - SlicePainter::kFirstPartLabel));
            if (!isPaired(part))
                label = static_cast<std::uint16_t>(SlicePainter::kFirstPartLabel +
                                                   partSide(part, true));
        }
        used[label] = true;
    }
    for (std::uint16_t label = 1; label < used.size(); ++label)
        if (used[label])
            out.names[label] =
                label < SlicePainter::kFirstPartLabel
                    ? scene.nodes[label - 1U].recipe.id
                    : partName(static_cast<PartSide>(label - SlicePainter::kFirstPartLabel));
    return LabelMap::create(std::move(out));
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
    truth.margin = !seen                                               ? Margin::Smooth
                   : recipe.extension && recipe.extension->blurMm >= 1 ? Margin::Indistinct
                                                                       : Margin::Irregular;
    const bool stranded = recipe.reaction.fibres > 40 || recipe.reaction.hazeHu >= 30;
    truth.fat =
        seen ? PerinodalFat::Extended : (stranded ? PerinodalFat::Stranded : PerinodalFat::Clean);
    if (truth.grade == Grade::G3) {
        truth.adjacency = Adjacency::Invaded;
        truth.structure = partName(node.target);
        truth.structureKind = partKind(partOf(node.target));
    } else if (extension.touches != 0) {
        truth.adjacency = Adjacency::Contact;
        truth.structure = partName(extension.touches);
        truth.structureKind = partKind(partOf(extension.touches));
    }
    truth.coalescence = truth.grade == Grade::G2;
    truth.retropharyngeal = recipe.level == Level::VIIa;
    truth.belowCricoid = recipe.level == Level::IVa || recipe.level == Level::IVb ||
                         recipe.level == Level::Vb || recipe.level == Level::Vc ||
                         truth.centre.z < -62;
}

Result<NodeTruth> truthOf(const Scene& scene, std::size_t index, const LabelMap& labels) {
    const PlacedNode& node = scene.nodes[index];
    NodeTruth truth;
    truth.id = NodeId(node.recipe.id);
    truth.kind = TruthKind::Synthetic;
    truth.side = node.recipe.side;
    truth.level = node.recipe.level;
    truth.label = static_cast<LabelValue>(index + 1);
    if (!labels.boxOf(truth.label))
        return fail(ErrorCode::TruthInconsistent,
                    "node " + node.recipe.id + " lies outside the slices of the recipe", {},
                    node.recipe.id);
    const MaskSize size = measureMask(labels, truth.label);
    truth.centre = size.centre;
    truth.longAxisMm = size.longAxisMm;
    truth.shortAxisMm = size.shortAxisMm;
    truth.greatestMm = size.greatestMm;
    const auto extension = judgeExtension(scene, index, labels);
    if (!extension)
        return fail(extension.error());
    fillSigns(node, *extension, truth);
    if (truth.grade != node.recipe.expect)
        return fail(ErrorCode::TruthInconsistent,
                    "node " + node.recipe.id + ": the recipe expects " +
                        std::string(word(node.recipe.expect)) + ", the fields give " +
                        std::string(word(truth.grade)) + " (" + extension->why + ")",
                    {}, node.recipe.id);
    return truth;
}

}  // namespace

Result<SyntheticTruth> makeTruth(const Recipe& recipe, JobControl& job, unsigned threads) {
    const auto scene = makeScene(recipe, job, threads);
    if (!scene)
        return fail(scene.error());
    auto labels = drawLabels(**scene, gridOf(recipe), job, threads);
    if (!labels)
        return fail(labels.error());
    SyntheticTruth out;
    for (std::size_t i = 0; i < recipe.nodes.size(); ++i) {
        auto node = truthOf(**scene, i, *labels);
        if (!node)
            return fail(node.error());
        out.truth.nodes.push_back(std::move(*node));
    }
    out.truth.quality = recipe.scanner.noiseHu > 18 || recipe.scanner.sliceMm > 4
                            ? ImageQuality::Limited
                            : ImageQuality::Adequate;
    out.truth.pitfalls = recipe.pitfalls;
    out.truth.source = "Synthetic case: the truth is the recipe it was drawn from.";
    out.labels = std::move(*labels);
    return out;
}

}  // namespace nodewise::synthesis
