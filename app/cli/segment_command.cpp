#include "command.h"
#include "image_input.h"
#include "segmentation/segment_node.h"
#include "volume/volume_io.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

namespace nodewise::cli {
namespace {

using segmentation::NodeSegmentation;
using segmentation::SegmentationFlag;

struct Options {
    std::string image, out;
    std::vector<double> click;
    bool split = false;
};

std::string flagWord(SegmentationFlag flag) {
    switch (flag) {
    case SegmentationFlag::BorderUncertain:
        return "border_uncertain";
    case SegmentationFlag::EntersStructure:
        return "enters_structure";
    case SegmentationFlag::Conglomerate:
        return "conglomerate";
    case SegmentationFlag::CutByVolume:
        return "cut_by_volume";
    case SegmentationFlag::ThickSlices:
        return "thick_slices";
    case SegmentationFlag::OneSlice:
        break;
    }
    return "one_slice";
}

/// Label 1 is the node; with `split` each further part has the next number.
LabelMap labelsOf(const GridGeometry& grid, const NodeSegmentation& node, bool split) {
    LabelMap map = LabelMap::empty(grid);
    const std::size_t count = split ? node.parts.size() : 1;
    for (std::size_t n = 0; n < count; ++n) {
        const auto label = static_cast<LabelValue>(n + 1);
        segmentation::paint(split ? node.parts[n] : node.mask, label, map);
        map.setName(label, "node-" + std::to_string(n + 1));
    }
    return map;
}

serial::Json describe(const GridGeometry& grid, const NodeSegmentation& node) {
    auto object = serial::Json::object();
    const auto voxels = static_cast<double>(node.mask.count());
    object.set("voxels", voxels);
    object.set("volume_ml", voxels * grid.voxelVolumeMm3() / 1000);
    auto centre = serial::Json::array();
    for (const double c : {node.centre.x, node.centre.y, node.centre.z})
        centre.push(c);
    object.set("centre_lps_mm", std::move(centre));
    object.set("level_hu", node.levelHu);
    object.set("clear_border_fraction", node.edgeShare);
    object.set("uncertain_voxels", static_cast<double>(node.uncertain.count()));
    object.set("parts", static_cast<double>(node.parts.size()));
    auto flags = serial::Json::array();
    for (const SegmentationFlag flag : node.flags)
        flags.push(flagWord(flag));
    object.set("flags", std::move(flags));
    return object;
}

Result<Answer> segment(const Options& options, const Common& common, JobControl& job) {
    const auto image = readImage(options.image, job, common.jobs);
    if (!image)
        return fail(image.error());
    segmentation::SegmentOptions how;
    how.threads = common.jobs;
    const PointLps click{options.click[0], options.click[1], options.click[2]};
    const auto node = segmentation::segmentNode(**image, click, how, job);
    if (!node)
        return fail(node.error());
    const GridGeometry& grid = (*image)->geometry();
    const LabelMap labels = labelsOf(grid, *node, options.split);
    if (const auto written = writeLabelGrid(labels.grid(), options.out); !written)
        return fail(written.error());
    return Answer{describe(grid, *node), {}};
}

}  // namespace

void addSegment(Program& program) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = program.add("segment", "Outlines the node round one place",
                                    [options](const Common& common, JobControl& job) {
                                        return segment(*options, common, job);
                                    });
    command.add_option("--image", options->image, "DICOM, NIfTI or NRRD")->required();
    command.add_option("--click", options->click, "x,y,z in the patient (LPS), mm")
        ->required()
        ->delimiter(',')
        ->expected(3);
    command.add_option("--out", options->out, "Labels to write: .nrrd, .nii or .nii.gz")
        ->required();
    command.add_flag("--split", options->split, "One label for each part of a conglomerate");
}

}  // namespace nodewise::cli
