#include "command.h"
#include "serial/file_io.h"
#include "staging/stage_json.h"
#include <CLI/CLI.hpp>
#include <iostream>
#include <iterator>
#include <memory>

namespace nodewise::cli {
namespace {

Result<std::string> readInput(const std::string& name) {
    if (name == "-")
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    return serial::readFile(serial::pathOf(name), std::size_t{4} << 20);
}

std::string lines(const staging::StagingResult& result) {
    std::string text = result.result.category + "  (" + result.result.rule + ")\n";
    if (result.result.ambiguous)
        text += "ambiguous in public sources\n";
    for (const auto& note : result.result.notes)
        text += "  " + staging::noteText(note) + "\n";
    text += std::string(word(result.otherEdition)) + ": " + result.other.category + "\n";
    return text;
}

Result<Answer> stage(const std::string& name) {
    const auto text = readInput(name);
    if (!text)
        return fail(text.error());
    const auto json = serial::parseJson(*text, name);
    if (!json)
        return fail(json.error());
    const auto input = staging::stagingInputFromJson(*json, name);
    if (!input)
        return fail(input.error());
    const auto result = staging::stageNeck(*input);
    if (!result)
        return fail(result.error());
    return Answer{staging::toJson(*result), lines(*result)};
}

}  // namespace

void addStage(Program& program) {
    const auto input = std::make_shared<std::string>();
    CLI::App& command =
        program.add("stage", "N category of a neck under TNM8 or TNM9, with the rule that fired",
                    [input](const Common&, JobControl&) { return stage(*input); });
    command
        .add_option("--input", *input, "JSON file: edition, site, basis, nodes; - = standard input")
        ->required();
}

}  // namespace nodewise::cli
