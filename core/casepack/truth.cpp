#include "casepack/truth.h"
#include "casepack/pack_layout.h"
#include "casepack/schemas.h"
#include "casepack/truth_json.h"
#include "serial/file_io.h"
#include "synthesis/truth.h"
#include "volume/volume_io.h"

namespace nodewise::casepack {
namespace fs = std::filesystem;
namespace {

Result<OpenedTruth> truthOfRecipe(const fs::path& file, JobControl& job, unsigned threads,
                                  TruthExtent extent) {
    const auto text = serial::readFile(file);
    if (!text)
        return fail(text.error());
    const auto recipe = synthesis::parseRecipe(*text);
    if (!recipe)
        return fail(recipe.error());
    synthesis::TruthOptions options;
    options.threads = threads;
    if (extent == TruthExtent::NearNodes)
        options.labels = synthesis::LabelExtent::Windows;
    auto made = synthesis::makeTruth(*recipe, job, options);
    if (!made)
        return fail(made.error());
    return OpenedTruth{std::move(made->truth), std::move(made->labels)};
}

Result<OpenedTruth> truthOfFiles(const Pack& pack, const CaseId& id, JobControl& job) {
    const auto json = readCheckedJson(pack.folder(), truthFile(id), "truth");
    if (!json)
        return fail(json.error());
    auto truth = readTruth(*json, truthFile(id));
    if (!truth)
        return fail(truth.error());
    auto grid = readLabelGrid(pack.folder() / labelFile(id), job);
    if (!grid)
        return fail(grid.error());
    auto labels = LabelMap::create(*std::move(grid));
    if (!labels)
        return fail(labels.error());
    for (const NodeTruth& node : truth->nodes) {
        if (!labels->boxOf(node.label))
            return fail(ErrorCode::LabelAbsent,
                        "the node \"" + node.id.value + "\" has no voxel in the case's outlines",
                        serial::pathText(pack.file()), labelFile(id));
        labels->setName(node.label, node.id.value);
    }
    if (const auto* structures = json->find("structures"))
        for (const auto& member : structures->members())
            labels->setName(static_cast<LabelValue>(member.value.integer()), member.name);
    return OpenedTruth{*std::move(truth), *std::move(labels)};
}

}  // namespace

Result<OpenedTruth> openCaseTruth(const Pack& pack, const CaseId& id, JobControl& job,
                                  unsigned threads) {
    return openCaseTruth(pack, id, job, threads, TruthExtent::Whole);
}

Result<OpenedTruth> openCaseTruth(const Pack& pack, const CaseId& id, JobControl& job,
                                  unsigned threads, TruthExtent extent) {
    const auto record = pack.find(id);
    if (!record)
        return fail(record.error());
    std::error_code problem;
    if (fs::exists(pack.folder() / recipeFile(id), problem))
        return truthOfRecipe(pack.folder() / recipeFile(id), job, threads, extent);
    if (fs::exists(pack.folder() / truthFile(id), problem))
        return truthOfFiles(pack, id, job);
    return fail(ErrorCode::TruthSealed,
                "the pack holds no truth of this case: calls are scored where they are collected",
                serial::pathText(pack.file()), "truth/" + id.value);
}

Result<std::optional<synthesis::Recipe>> openCaseRecipe(const Pack& pack, const CaseId& id) {
    if (const auto record = pack.find(id); !record)
        return fail(record.error());
    std::error_code problem;
    const fs::path file = pack.folder() / recipeFile(id);
    if (!fs::exists(file, problem))
        return std::optional<synthesis::Recipe>();
    const auto text = serial::readFile(file);
    if (!text)
        return fail(text.error());
    auto recipe = synthesis::parseRecipe(*text);
    if (!recipe)
        return fail(recipe.error());
    return std::optional(*std::move(recipe));
}

}  // namespace nodewise::casepack
