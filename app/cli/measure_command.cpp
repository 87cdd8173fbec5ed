#include "command.h"
#include "image_input.h"
#include "measure/measurements_json.h"
#include "volume/resample.h"
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

namespace nodewise::cli {
namespace {

struct Options {
    std::string image, labels, structures;
    unsigned label = 1;
    double resampleMm = 0;
};

struct Input {
    VolumePtr image;
    LabelMap labels;
    std::optional<LabelMap> structures;
};

Result<Input> readInput(const Options& options, const Common& common, JobControl& job) {
    auto image = readImage(options.image, job, common.jobs);
    if (!image)
        return fail(image.error());
    auto labels = readLabels(options.labels, (*image)->geometry(), job);
    if (!labels)
        return fail(labels.error());
    Input input{std::move(*image), std::move(*labels), std::nullopt};
    if (options.structures.empty())
        return input;
    auto structures = readLabels(options.structures, input.image->geometry(), job);
    if (!structures)
        return fail(structures.error());
    input.structures = std::move(*structures);
    return input;
}

/// Grids are compared before: resampling must not hide labels of another picture.
Result<void> resample(Input& input, double mm, const Common& common, JobControl& job) {
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

Result<Answer> measureOne(const Options& options, const Common& common, JobControl& job) {
    auto input = readInput(options, common, job);
    if (!input)
        return fail(input.error());
    if (options.resampleMm > 0)
        if (auto done = resample(*input, options.resampleMm, common, job); !done)
            return fail(done.error());
    const auto numbers =
        measure::measureNode(*input->image, input->labels, static_cast<LabelValue>(options.label),
                             input->structures ? &*input->structures : nullptr, job);
    if (!numbers)
        return fail(numbers.error());
    return Answer{measure::toJson(*numbers), {}};
}

}  // namespace

void addMeasure(Program& program) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = program.add("measure", "Measures one node of a volume",
                                    [options](const Common& common, JobControl& job) {
                                        return measureOne(*options, common, job);
                                    });
    command.add_option("--image", options->image, "DICOM, NIfTI or NRRD")->required();
    command.add_option("--labels", options->labels, "NIfTI, NRRD, DICOM SEG or RTSTRUCT")
        ->required();
    command.add_option("--label", options->label, "Number of the node in the labels")
        ->required()
        ->check(CLI::Range(1U, 65535U));
    command.add_option("--structures", options->structures, "Labels of neighbouring structures");
    command.add_option("--resample", options->resampleMm, "Measure on cubes of this size, mm")
        ->check(CLI::Range(0.1, 10.0));
}

}  // namespace nodewise::cli
