#include "assessment/call_json.h"
#include "casepack/case_image.h"
#include "casepack/pack.h"
#include "casepack/truth.h"
#include "command.h"
#include "feedback/feedback_json.h"
#include "serial/file_io.h"
#include "temporary_folder.h"
#include <CLI/CLI.hpp>
#include <memory>

namespace nodewise::cli {
namespace {

struct Options {
    std::string pack, caseId, call;
};

feedback::FeedbackContext contextOf(const casepack::History& history, const GridGeometry& grid,
                                    const LabelMap& labels) {
    feedback::FeedbackContext context;
    context.site = history.site;
    context.primarySide = history.primarySide;
    context.p16 = history.p16;
    context.biopsy = history.biopsy;
    context.biopsyDaysBefore = history.biopsyDaysBefore;
    context.pixelMm = grid.spacing()[0];
    context.sliceThicknessMm = grid.spacing()[2];
    context.truthLabels = &labels;
    return context;
}

Result<std::vector<measure::Measurements>>
measureAll(const CtVolume& volume, const casepack::OpenedTruth& truth, JobControl& job) {
    std::vector<measure::Measurements> all;
    for (const auto& node : truth.truth.nodes) {
        if (node.label == 0)
            continue;
        auto one = measure::measureNode(volume, truth.labels, node.label, &truth.labels, job);
        if (!one)
            return fail(one.error());
        all.push_back(std::move(*one));
    }
    return all;
}

Result<CaseCall> readCall(const std::string& name) {
    const auto text = serial::readFile(serial::pathOf(name), std::size_t{4} << 20);
    if (!text)
        return fail(text.error());
    return assessment::parseCall(*text, name);
}

std::string lines(const feedback::CaseFeedback& feedback) {
    std::string text;
    for (const auto& mark : feedback.marks)
        text += std::string(word(mark.mark)) + "  " + std::string(word(mark.verdict)) + "  " +
                serial::toJsonText(serial::Json(mark.score)) + "\n";
    for (const auto& error : feedback.errors)
        text += std::string(word(error.code)) + "  " + error.node.value + "\n";
    return text;
}

Result<Answer> grade(const Options& options, const Common& common, JobControl& job) {
    const auto call = readCall(options.call);
    if (!call)
        return fail(call.error());
    const TemporaryFolder work;
    const auto pack = casepack::openPack(serial::pathOf(options.pack), work.path(), {}, job);
    if (!pack)
        return fail(pack.error());
    const CaseId id(options.caseId);
    const auto record = (*pack)->find(id);
    if (!record)
        return fail(record.error());
    const auto volume = casepack::openCaseImage(**pack, id, {}, job, common.jobs);
    if (!volume)
        return fail(volume.error());
    const auto truth = casepack::openCaseTruth(**pack, id, job, common.jobs);
    if (!truth)
        return fail(truth.error());
    const auto measured = measureAll(**volume, *truth, job);
    if (!measured)
        return fail(measured.error());
    const auto context = contextOf(record->history, (*volume)->geometry(), truth->labels);
    const auto result = feedback::compareCall(*call, truth->truth, context, *measured);
    if (!result)
        return fail(result.error());
    return Answer{feedback::toJson(*result), lines(*result)};
}

}  // namespace

void addGrade(Program& program) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = program.add(
        "grade", "Grades a call on a case of a pack",
        [options](const Common& common, JobControl& job) { return grade(*options, common, job); });
    command.add_option("--pack", options->pack, "Case pack (.nwpack)")->required();
    command.add_option("--case", options->caseId, "Id of the case")->required();
    command.add_option("--call", options->call, "The call as JSON")->required();
}

}  // namespace nodewise::cli
