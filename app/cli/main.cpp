#include "command.h"
#include "dicom/dictionary.h"
#include "shipped_file.h"
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <unistd.h>

namespace {

using namespace nodewise;

constexpr int kDone = 0, kRefused = 1, kUsage = 2, kInternal = 3;

int refuse(const cli::Common& common, const Error& error) {
    if (common.json) {
        auto inner = serial::Json::object();
        inner.set("code", std::string(errorWord(error.code)));
        inner.set("detail", error.detail);
        inner.set("path", error.path);
        if (!error.place.empty())
            inner.set("place", error.place);
        auto outer = serial::Json::object();
        outer.set("error", std::move(inner));
        std::cout << serial::toJsonText(outer) << '\n';
    } else {
        std::cerr << "nodewise-cli: " << error.detail;
        if (!error.path.empty())
            std::cerr << "\n  file: " << error.path;
        if (!error.place.empty())
            std::cerr << "\n  place: " << error.place;
        std::cerr << '\n';
    }
    return error.code == ErrorCode::Internal ? kInternal : kRefused;
}

int run(const cli::Common& common, const cli::Run& chosen) {
    cli::ConsoleJob job(isatty(STDERR_FILENO) == 0);
    const auto answer = chosen(common, job);
    if (!answer)
        return refuse(common, answer.error());
    if (common.json || answer->text.empty())
        std::cout << serial::toJsonText(answer->object, !common.json) << '\n';
    else
        std::cout << answer->text;
    std::cout.flush();
    return std::cout ? kDone : kInternal;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Nodewise without a window. Teaching and research; not a medical device.",
                 "nodewise-cli");
    cli::Common common;
    app.add_flag("--json", common.json, "One JSON object on standard output");
    app.add_option("--jobs", common.jobs, "Threads; all cores when absent")
        ->check(CLI::Range(1U, 1024U));
    app.set_version_flag("--version", NODEWISE_VERSION);
    app.fallthrough();
    app.require_subcommand(1);
    cli::Program program(app);
    for (const auto add :
         {cli::addSeries, cli::addConvert, cli::addSegment, cli::addMeasure, cli::addAssess,
          cli::addModelCard, cli::addStage, cli::addSynthesize, cli::addPack, cli::addGrade,
          cli::addAnalyze, cli::addSchedule, cli::addExport, cli::addAnswers, cli::addDemo})
        add(program);
    try {
        app.parse(argc, argv);
        // Commands that meet DICOM report a missing dictionary themselves; others need none.
        static_cast<void>(dicom::ensureDictionary(cli::shippedFile("dicom.dic")));
        return run(common, program.chosen());
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? kDone : kUsage;
    } catch (const cli::UsageProblem& problem) {
        std::cerr << "nodewise-cli: " << problem.sentence << '\n';
        return kUsage;
    } catch (const std::exception& problem) {
        return refuse(common, {ErrorCode::Internal, problem.what(), {}, {}});
    }
}
