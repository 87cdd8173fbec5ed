#include "node_input.h"
#include "image_input.h"
#include "volume/resample.h"
#include <CLI/CLI.hpp>

namespace nodewise::cli {
namespace {

/// Grids are compared before: resampling must not hide labels of another picture.
Result<void> resample(NodeInput& input, double mm, const Common& common, JobControl& job) {
    const auto& grid = input.image->geometry();
    if (!grid.sameGridAs(input.labels.geometry()) ||
        (input.structures && !grid.sameGridAs(input.structures->geometry())))
        return fail(ErrorCode::GridMismatch, "image and labels do not lie on the same grid");
    auto image = resampleToSpacing(*input.image, {mm, mm, mm}, job, common.jobs);
    if (!image)
        return fail(image.error());
    input.image = std::move(*image);
    input.labels = onGrid(input.labels, input.image->geometry());
    if (input.structures)
        input.structures = onGrid(*input.structures, input.image->geometry());
    return {};
}

}  // namespace

void addNodeOptions(CLI::App& command, NodeOptions& options) {
    command.add_option("--image", options.image, "DICOM, NIfTI or NRRD")->required();
    command.add_option("--labels", options.labels, "NIfTI, NRRD, DICOM SEG or RTSTRUCT")
        ->required();
    command.add_option("--label", options.label, "Number of the node in the labels")
        ->required()
        ->check(CLI::Range(1U, 65535U));
    command.add_option("--structures", options.structures, "Labels of neighbouring structures");
    command.add_option("--resample", options.resampleMm, "Measure on cubes of this size, mm")
        ->check(CLI::Range(0.1, 10.0));
}

Result<NodeInput> readNodeInput(const NodeOptions& options, const Common& common, JobControl& job) {
    auto image = readImage(options.image, job, common.jobs);
    if (!image)
        return fail(image.error());
    auto labels = readLabels(options.labels, (*image)->geometry(), job);
    if (!labels)
        return fail(labels.error());
    NodeInput input{std::move(*image), std::move(*labels), std::nullopt};
    if (!options.structures.empty()) {
        auto structures = readLabels(options.structures, input.image->geometry(), job);
        if (!structures)
            return fail(structures.error());
        input.structures = std::move(*structures);
    }
    if (options.resampleMm > 0)
        if (auto done = resample(input, options.resampleMm, common, job); !done)
            return fail(done.error());
    return input;
}

Result<measure::Measurements> measureInput(const NodeInput& input, const NodeOptions& options,
                                           const Common& common, JobControl& job) {
    const auto facts = measure::findSeriesFacts(*input.image, job, common.jobs);
    if (!facts)
        return fail(facts.error());
    measure::MeasureOptions how;
    how.facts = &*facts;
    how.threads = common.jobs;
    return measure::measureNode(*input.image, input.labels, static_cast<LabelValue>(options.label),
                                input.structures ? &*input.structures : nullptr, how, job);
}

}  // namespace nodewise::cli
