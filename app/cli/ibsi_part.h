/// ibsi_part.h: the part `ibsi` of `measure`.
#pragma once
#include "node_input.h"
#include <string>

namespace nodewise::cli {

struct IbsiOptions {
    bool on = false;
    std::string config;  ///< "A" … "E"; empty: the image as it is, bins of 1 HU.
};

/// --ibsi and --ibsi-config, which asks for it by itself; `options` must outlive the parser.
void addIbsiOptions(CLI::App& command, IbsiOptions& options);

/// The features by tag. `--resample` gives the spacing of the new grid in place of the
/// configuration's; without a configuration it is trilinear with intensities rounded.
/// Errors: those of readNodeInput and ibsiFeatures.
[[nodiscard]] Result<serial::Json> ibsiPart(const NodeOptions& node, const IbsiOptions& options,
                                            const Common& common, JobControl& job);

}  // namespace nodewise::cli
