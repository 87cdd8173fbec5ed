#include "casepack/case_source.h"
#include "casepack/case_json.h"
#include "casepack/case_staging.h"
#include "casepack/pack_layout.h"
#include "casepack/schemas.h"
#include "casepack/teaching.h"
#include "serial/file_io.h"
#include "synthesis/truth.h"
#include <algorithm>

namespace nodewise::casepack {
namespace fs = std::filesystem;
namespace {

using serial::Json;
using serial::Reader;

Result<BuildOrder> orderOf(const Json& json, const fs::path& folder, const std::string& path) {
    const Reader reader(json, path);
    BuildOrder order;
    const auto placeOf = [&](std::string_view name) {
        const auto member = reader.find(name);
        return member ? folder / serial::pathOf(member->string()) : fs::path();
    };
    order.recipe = placeOf("recipe");
    order.images = placeOf("images");
    order.labels = placeOf("labels");
    order.series = reader.stringOr("series", {});
    order.keepDicom = reader.booleanOr("keepDicom", false);
    if (const auto regions = reader.find("regions"))
        for (const std::string& name : regions->names()) {
            const Reader region = regions->at(name);
            if (region.json().isString())
                order.regions[name] = region.string();
            else
                order.regions[name] = static_cast<LabelValue>(region.integer());
        }
    if (auto read = reader.result(); !read)
        return fail(read.error());
    return order;
}

/// Every node that is asked about must be known to the truth, on the same side and level.
Result<void> checkNodes(const CaseRecord& record, const CaseTruth& truth) {
    for (const NodeQuestion& asked : record.nodes) {
        const auto node =
            std::find_if(truth.nodes.begin(), truth.nodes.end(),
                         [&](const NodeTruth& known) { return known.id == asked.id; });
        if (node == truth.nodes.end())
            return fail(ErrorCode::NodeNotFound,
                        "the case asks about the node \"" + asked.id.value +
                            "\", which its truth does not know",
                        caseFile(record.id), "/nodes");
        if (node->side != asked.side || node->level != asked.level)
            return fail(ErrorCode::TruthInconsistent,
                        "the node \"" + asked.id.value + "\" lies " +
                            std::string(nodewise::word(node->side)) + " " +
                            std::string(nodewise::word(node->level)) +
                            " in the truth, but the case says otherwise",
                        caseFile(record.id), "/nodes");
    }
    return {};
}

/// Tells the author when sources differ about the N category: feedback will not score it then.
void remarkOnStaging(const CaseRecord& record, const CaseTruth& truth, const BuildPlace& place) {
    const auto staged = staging::stageEdition(stagingOf(record, truth, record.edition));
    if (!staged)
        place.remarks.push_back(record.id.value +
                                ": the neck cannot be staged: " + staged.error().detail);
    else if (staged->ambiguous)
        place.remarks.push_back(record.id.value +
                                ": sources differ about the N category; it is shown, not scored");
}

/// What the author means must be what the truth comes to; both are in the author's hand.
Result<void> stageTeaching(const CaseRecord& record, const CaseTruth& truth,
                           const BuildPlace& place) {
    const std::string path = teachingFile(record.id);
    std::error_code problem;
    if (!fs::exists(place.source / path, problem))
        return {};
    const auto json = readCheckedJson(place.source, path, "teaching");
    const auto teaching = json ? readTeaching(*json, path) : fail(json.error());
    if (!teaching)
        return fail(teaching.error());
    if (auto fine = checkTeaching(*teaching, record, truth, path); !fine)
        return fine;
    return serial::writeFileAtomically(place.target / path, serial::toJsonText(*json, true));
}

Result<CaseTruth> stageContent(const CaseRecord& record, const CaseRights& rights,
                               const std::optional<BuildOrder>& order, const BuildPlace& place) {
    if (record.imageKind == ImageKind::Recipe)
        return stageRecipe(record, order, place);
    const auto volume = stageImage(record, rights, order, place);
    if (!volume)
        return fail(volume.error());
    return stageTruth(record, order, (*volume)->geometry(), place);
}

}  // namespace

Result<CaseTruth> stageRecipe(const CaseRecord& record, const std::optional<BuildOrder>& order,
                              const BuildPlace& place) {
    const std::string path = recipeFile(record.id);
    const bool elsewhere = order && !order->recipe.empty();
    const fs::path file = elsewhere ? order->recipe : place.source / path;
    const auto text = serial::readFile(file);
    if (!text && text.error().code == ErrorCode::FileNotFound)
        return fail(ErrorCode::TruthSealed, "the case has no recipe", serial::pathText(file));
    if (auto staged = text ? serial::writeFileAtomically(place.target / path, *text)
                           : Result<void>(fail(text.error()));
        !staged)
        return fail(staged.error());
    if (const auto checked = readCheckedJson(place.target, path, "recipe"); !checked)
        return fail(checked.error());
    const auto recipe = synthesis::parseRecipe(*text);
    if (!recipe)
        return fail(recipe.error().code, recipe.error().detail, path, recipe.error().place);
    auto made = synthesis::makeTruth(*recipe, place.job, place.threads);
    if (!made)
        return fail(made.error().code, made.error().detail, path, made.error().place);
    return std::move(made->truth);
}

Result<void> stageCase(const CaseId& id, const std::map<CaseId, CaseRights>& rights,
                       const BuildPlace& place) {
    const std::string path = caseFile(id);
    auto json = readCheckedJson(place.source, path, "case");
    if (!json)
        return fail(json.error());
    const auto record = readCase(*json, path);
    if (!record)
        return fail(record.error());
    if (record->id != id)
        return fail(ErrorCode::FormatDamaged, "the case is not the one its folder is named for",
                    path, "/id");
    const auto allowed = rights.find(id);
    if (allowed == rights.end())
        return fail(ErrorCode::RightsMissing,
                    "rights.json does not name the case \"" + id.value + "\"", kRightsFile);
    std::optional<BuildOrder> order;
    if (const Json* build = json->find("build")) {
        auto read = orderOf(*build, (place.source / path).parent_path(), path);
        if (!read)
            return fail(read.error());
        order = *std::move(read);
        json->remove("build");
    }
    const auto truth = stageContent(*record, allowed->second, order, place);
    if (!truth)
        return fail(truth.error());
    if (auto fine = checkNodes(*record, *truth); !fine)
        return fine;
    remarkOnStaging(*record, *truth, place);
    if (auto taught = stageTeaching(*record, *truth, place); !taught)
        return taught;
    return serial::writeFileAtomically(place.target / path, serial::toJsonText(*json, true));
}

}  // namespace nodewise::casepack
