/// node_input.h: one node of a volume, as `measure` and `assess` take it.
#pragma once
#include "command.h"
#include "measure/measurements.h"
#include <optional>
#include <string>

namespace nodewise::cli {

struct NodeOptions {
    std::string image, labels, structures;
    unsigned label = 1;
    double resampleMm = 0;  ///< 0: as it is.
};

struct NodeInput {
    VolumePtr image;
    LabelMap labels;
    std::optional<LabelMap> structures;
};

/// --image --labels --label --structures --resample; `options` must outlive the parser.
void addNodeOptions(CLI::App& command, NodeOptions& options);

/// Reads the files, resampled when asked. Errors: those of readImage and readLabels; GridMismatch.
[[nodiscard]] Result<NodeInput> readNodeInput(const NodeOptions& options, const Common& common,
                                              JobControl& job);

/// Facts of the series and every measurement of the node. Errors: those of measureNode.
[[nodiscard]] Result<measure::Measurements> measureInput(const NodeInput& input,
                                                         const NodeOptions& options,
                                                         const Common& common, JobControl& job);

}  // namespace nodewise::cli
