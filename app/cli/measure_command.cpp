#include "ibsi_part.h"
#include "measure/measurements_json.h"
#include "node_input.h"
#include <CLI/CLI.hpp>
#include <memory>

namespace nodewise::cli {
namespace {

Result<Answer> measureOne(const NodeOptions& options, const IbsiOptions& ibsi, const Common& common,
                          JobControl& job) {
    const auto input = readNodeInput(options, common, job);
    if (!input)
        return fail(input.error());
    const auto numbers = measureInput(*input, options, common, job);
    if (!numbers)
        return fail(numbers.error());
    Answer answer{measure::toJson(*numbers), {}};
    if (ibsi.on || !ibsi.config.empty()) {
        auto part = ibsiPart(options, ibsi, common, job);
        if (!part)
            return fail(part.error());
        answer.object.set("ibsi", std::move(*part));
    }
    return answer;
}

}  // namespace

void addMeasure(Program& program) {
    const auto options = std::make_shared<NodeOptions>();
    const auto ibsi = std::make_shared<IbsiOptions>();
    CLI::App& command = program.add("measure", "Measures one node of a volume",
                                    [options, ibsi](const Common& common, JobControl& job) {
                                        return measureOne(*options, *ibsi, common, job);
                                    });
    addNodeOptions(command, *options);
    addIbsiOptions(command, *ibsi);
}

}  // namespace nodewise::cli
