#include "ibsi_part.h"
#include "measure/ibsi_features.h"
#include <CLI/CLI.hpp>

namespace nodewise::cli {
namespace {

measure::IbsiConfig configOf(const NodeOptions& node, const IbsiOptions& options) {
    measure::IbsiConfig config;
    if (!options.config.empty())
        config = measure::ibsiConfig(options.config.front()).value();
    if (node.resampleMm <= 0)
        return config;
    if (config.interpolation == measure::IbsiInterpolation::None)
        config.interpolation = measure::IbsiInterpolation::Linear;
    config.roundIntensities = true;
    config.spacingMm = node.resampleMm;
    return config;
}

}  // namespace

void addIbsiOptions(CLI::App& command, IbsiOptions& options) {
    command.add_flag("--ibsi", options.on, "Adds the features of the IBSI reference manual");
    command
        .add_option("--ibsi-config", options.config,
                    "Prepares the image as configuration A to E of the manual")
        ->check(CLI::IsMember({"A", "B", "C", "D", "E"}));
}

Result<serial::Json> ibsiPart(const NodeOptions& node, const IbsiOptions& options,
                              const Common& common, JobControl& job) {
    NodeOptions asItIs = node;
    asItIs.resampleMm = 0;
    asItIs.structures.clear();
    const auto input = readNodeInput(asItIs, common, job);
    if (!input)
        return fail(input.error());
    const auto features =
        measure::ibsiFeatures(*input->image, input->labels, static_cast<LabelValue>(node.label),
                              configOf(node, options), job);
    if (!features)
        return fail(features.error());
    return measure::toJson(*features);
}

}  // namespace nodewise::cli
