#include "casepack/pack_survey.h"
#include "pack_command.h"
#include "pack_sheet.h"
#include "serial/file_io.h"
#include "temporary_folder.h"
#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <type_traits>

namespace nodewise::cli {
namespace {

using serial::Json;
using serial::pathOf;

struct Options {
    std::string input, out, onlyCase;
};

Result<Answer> sheet(const Options& options, const Common& common, JobControl& job) {
    const TemporaryFolder work;
    const auto pack = casepack::openPack(pathOf(options.input), work.path(), {}, job);
    if (!pack)
        return fail(pack.error());
    std::error_code problem;  // A folder that cannot be made is told by the first picture.
    std::filesystem::create_directories(pathOf(options.out), problem);
    const auto pages = drawSheet(**pack, pathOf(options.out), options.onlyCase, job, common.jobs);
    if (!pages)
        return fail(pages.error());
    Json drawn = Json::array();
    for (const SheetPage& page : *pages)
        drawn.push(Json::object()
                       .set("case", page.id.value)
                       .set("node", page.node.value)
                       .set("z_mm", page.zMm)
                       .set("file", page.id.value + ".png"));
    return Answer{Json::object().set("out", options.out).set("pictures", std::move(drawn)),
                  options.out + ": " + std::to_string(pages->size()) + " pictures\n"};
}

template <class Counts>
Json countsOf(const Counts& counts) {
    Json object = Json::object();
    for (const auto& [key, count] : counts)
        if constexpr (std::is_same_v<std::decay_t<decltype(key)>, std::string>)
            object.set(key, count);
        else if constexpr (std::is_integral_v<std::decay_t<decltype(key)>>)
            object.set(std::to_string(key), count);
        else
            object.set(std::string(word(key)), count);
    return object;
}

Json objectOf(const casepack::PackSurvey& survey) {
    Json object = Json::object();
    object.set("cases", survey.cases).set("nodes", survey.nodes).set("asked", survey.asked);
    object.set("grades", Json::arrayOf(survey.grades));
    object.set("asked_grades", Json::arrayOf(survey.askedGrades));
    object.set("pitfalls", countsOf(survey.pitfalls)).set("levels", countsOf(survey.levels));
    object.set("sites", countsOf(survey.sites));
    object.set("difficulties", countsOf(survey.difficulties));
    object.set("slice_mm", Json::arrayOf(std::array{survey.thinnestMm, survey.thickestMm}));
    object.set("clinical_ene", survey.clinical).set("imaging_only", survey.imagingOnly);
    object.set("pathology_only", survey.pathologyOnly).set("easy_first", survey.easyFirst);
    return object;
}

Result<Answer> survey(const Options& options, const Common& common, JobControl& job) {
    const TemporaryFolder work;
    const auto pack = casepack::openPack(pathOf(options.input), work.path(), {}, job);
    if (!pack)
        return fail(pack.error());
    const casepack::CourseGoals goals;
    const auto counted = casepack::surveyPack(**pack, goals, job, common.jobs);
    if (!counted)
        return fail(counted.error());
    Json object = objectOf(*counted);
    object.set("lacking", Json::arrayOf(casepack::shortcomings(*counted, goals)));
    return Answer{std::move(object), {}};
}

}  // namespace

void addPackAuthoring(Program& program, CLI::App& pack) {
    const auto options = std::make_shared<Options>();
    CLI::App& sheets = program.add(
        pack, "sheet", "Draws the decisive slice of each case; shows the answers",
        [options](const Common& common, JobControl& job) { return sheet(*options, common, job); });
    sheets.add_option("input", options->input, "The pack (.nwpack)")->required();
    sheets.add_option("--out", options->out, "Folder for the PNG files")->required();
    sheets.add_option("--case", options->onlyCase, "Only this case");
    CLI::App& surveys = program.add(
        pack, "survey", "Counts what the truths of a pack cover, against a first course",
        [options](const Common& common, JobControl& job) { return survey(*options, common, job); });
    surveys.add_option("input", options->input, "The pack (.nwpack)")->required();
}

}  // namespace nodewise::cli
