#include "synthesize_command.h"
#include "cohort_report.h"
#include "command.h"
#include "dicom/export.h"
#include "serial/file_io.h"
#include "synthesis/built_in_recipes.h"
#include "synthesis/render.h"
#include "synthesis/truth.h"
#include "volume/volume_io.h"
#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <optional>

namespace nodewise::cli {
namespace {

using serial::Json;

struct Options {
    std::string recipe, out;
    std::optional<std::uint32_t> seed;
    std::optional<int> cohort;
    bool dicom = false;
};

std::string builtInIds() {
    std::string text;
    for (const auto& recipe : synthesis::builtInRecipes())
        text += " " + std::string(recipe.id);
    return text;
}

/// A built-in recipe by its id, else the text of a file.
Result<std::string> recipeText(const std::string& name) {
    for (const auto& recipe : synthesis::builtInRecipes())
        if (recipe.id == name)
            return std::string(recipe.json);
    auto text = serial::readFile(serial::pathOf(name));
    if (!text && text.error().code == ErrorCode::FileNotFound) {
        Error error = text.error();
        error.detail += "; built-in recipes are:" + builtInIds();
        return fail(std::move(error));
    }
    return text;
}

Json point(PointLps p) {
    return Json::arrayOf(std::array{p.x, p.y, p.z});
}

Json nodeOf(const NodeTruth& node) {
    auto adjacency = Json::object().set("kind", std::string(word(node.adjacency)));
    if (!node.structure.empty())
        adjacency.set("structure", node.structure)
            .set("structureKind", std::string(word(node.structureKind)));
    return Json::object()
        .set("id", node.id.value)
        .set("kind", std::string(word(node.kind)))
        .set("side", std::string(word(node.side)))
        .set("level", std::string(word(node.level)))
        .set("centreLpsMm", point(node.centre))
        .set("label", node.label)
        .set("grade", std::string(word(node.grade)))
        .set("distribution", Json::arrayOf(node.distribution))
        .set("pene", std::string(word(node.pene)))
        .set("peneDepthMm", node.peneDepthMm)
        .set("margin", std::string(word(node.margin)))
        .set("fat", std::string(word(node.fat)))
        .set("adjacency", adjacency)
        .set("coalescence", node.coalescence)
        .set("necrosis", node.necrosis)
        .set("cystic", node.cystic)
        .set("hilum", node.hilum)
        .set("shortAxisMm", node.shortAxisMm)
        .set("longAxisMm", node.longAxisMm)
        .set("greatestMm", node.greatestMm);
}

/// The nodes alone: a segmentation of every structure would be larger than the series.
LabelMap nodesOf(const LabelMap& all, const CaseTruth& truth) {
    LabelGrid grid = all.grid();
    const auto nodes = static_cast<LabelValue>(truth.nodes.size());
    for (LabelValue& label : grid.labels)
        if (label > nodes)
            label = 0;
    std::erase_if(grid.names, [&](const auto& name) { return name.first > nodes; });
    auto out = LabelMap::create(std::move(grid));
    return out ? *std::move(out) : all;
}

/// A CT series under dicom/ and the nodes as a segmentation beside it.
Result<void> writeDicom(const CtVolume& volume, const synthesis::SyntheticTruth& truth,
                        const synthesis::Recipe& recipe, const std::filesystem::path& folder,
                        JobControl& job) {
    dicom::ExportAttributes attributes;
    attributes.seed = "synthetic-" + std::to_string(recipe.seed);
    attributes.studyDescription = "Synthetic neck CT";
    if (recipe.scanner.gantryDeg != 0)
        attributes.slicePositions = synthesis::scanPositions(recipe);
    const auto series = dicom::writeCtSeries(volume, folder / "dicom", attributes, job);
    if (!series)
        return fail(series.error());
    attributes.seriesDescription = "Nodes";
    return dicom::writeSegmentation(nodesOf(truth.labels, truth.truth), folder / "nodes.dcm",
                                    *series, attributes, job);
}

/// As the scanner took it: of a tilted gantry its own slices and their labels.
Result<void> writeScan(const VolumePtr& volume, const synthesis::SyntheticTruth& truth,
                       const synthesis::Recipe& recipe, const std::filesystem::path& folder,
                       unsigned threads, JobControl& job) {
    if (recipe.scanner.gantryDeg == 0)
        return writeDicom(*volume, truth, recipe, folder, job);
    const auto scan = synthesis::renderScan(recipe, job, threads);
    if (!scan)
        return fail(scan.error());
    synthesis::TruthOptions options;
    options.threads = threads;
    options.asScanned = true;
    const auto scanned = synthesis::makeTruth(recipe, job, options);
    if (!scanned)
        return fail(scanned.error());
    return writeDicom(**scan, *scanned, recipe, folder, job);
}

Result<Answer> synthesize(const Options& options, const Common& common, JobControl& job) {
    if (options.cohort && !options.out.empty())
        return writeCohort(*options.cohort, options.seed.value_or(1), options.out, common, job);
    if (options.recipe.empty())
        throw UsageProblem{"name a recipe, or --cohort N with --out"};
    const auto text = recipeText(options.recipe);
    if (!text)
        return fail(text.error());
    auto recipe = synthesis::parseRecipe(*text);
    if (!recipe) {
        Error error = recipe.error();
        error.path = options.recipe;
        return fail(std::move(error));
    }
    if (options.seed)
        recipe->seed = *options.seed;
    // The truth comes first: a recipe that contradicts itself leaves no volume behind.
    const bool only = options.out.empty();
    const auto extent = only ? synthesis::LabelExtent::None : synthesis::LabelExtent::Whole;
    const auto truth = synthesis::makeTruth(*recipe, job, {extent, true, common.jobs});
    if (!truth)
        return fail(truth.error());
    if (only)
        return Answer{
            truthReport(truth->truth, synthesis::gridOf(*recipe)).set("seed", recipe->seed), {}};
    const auto volume = synthesis::renderVolume(*recipe, job, common.jobs);
    if (!volume)
        return fail(volume.error());
    const Json object = truthReport(truth->truth, (*volume)->geometry());
    const auto folder = serial::pathOf(options.out);
    if (const auto done =
            serial::writeFileAtomically(folder / "truth.json", serial::toJsonText(object, true));
        !done)
        return fail(done.error());
    if (const auto done = writeVolume(**volume, folder / "volume.nrrd"); !done)
        return fail(done.error());
    if (const auto done = writeLabelGrid(truth->labels.grid(), folder / "labels.nrrd"); !done)
        return fail(done.error());
    if (options.dicom)
        if (const auto done = writeScan(*volume, *truth, *recipe, folder, common.jobs, job); !done)
            return fail(done.error());
    Json answer = object;
    answer.set("seed", recipe->seed).set("out", options.out);
    return Answer{std::move(answer), {}};
}

}  // namespace

Json truthReport(const CaseTruth& truth, const GridGeometry& grid) {
    Json nodes = Json::array();
    for (const NodeTruth& node : truth.nodes)
        nodes.push(nodeOf(node));
    return Json::object()
        .set("source", truth.source)
        .set("quality", std::string(word(truth.quality)))
        .set("pitfalls", Json::arrayOf(truth.pitfalls))
        .set("dims", Json::arrayOf(grid.dims()))
        .set("spacing_mm", Json::arrayOf(grid.spacing()))
        .set("nodes", nodes);
}

void addSynthesize(Program& program) {
    const auto options = std::make_shared<Options>();
    auto& command = program.add("synthesize", "Draws a synthetic neck CT with its truth",
                                [options](const Common& common, JobControl& job) {
                                    return synthesize(*options, common, job);
                                });
    command.add_option("recipe", options->recipe, "RECIPE.json, or the id of a built-in recipe");
    command.add_option(
        "--out", options->out,
        "Folder for volume.nrrd, labels.nrrd and truth.json; without it only the truth is made");
    command.add_option("--seed", options->seed,
                       "Another neck for the same nodes; of a cohort, its seed");
    command
        .add_option("--cohort", options->cohort,
                    "Instead of a recipe: write N recipes drawn by the base rates")
        ->check(CLI::Range(1, 5000));
    command.add_flag("--dicom", options->dicom,
                     "Also write dicom/ (a CT series) and nodes.dcm (a segmentation)");
}

}  // namespace nodewise::cli
