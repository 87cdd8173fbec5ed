#include "convert_command.h"
#include "command.h"
#include "series_command.h"
#include "volume/volume_io.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>

namespace nodewise::cli {
namespace {

using serial::Json;

struct Options {
    std::string path, series, out;
    bool resample = false;
};

constexpr int kVolumeSlices = 3;

std::string choiceOf(const std::vector<dicom::SeriesInfo>& series) {
    std::string text;
    for (const auto& one : series)
        text +=
            "\n  " + one.id + " (" + one.modality + ", " + std::to_string(one.dims[2]) + " slices)";
    return text;
}

Json answerOf(const Options& options, const dicom::SeriesInfo& series, const CtVolume& volume) {
    const auto& grid = volume.geometry();
    const std::array<double, 2> range{volume.range().low, volume.range().high};
    return Json::object()
        .set("out", options.out)
        .set("uid", series.uid)
        .set("dims", Json::arrayOf(grid.dims()))
        .set("spacing_mm", Json::arrayOf(grid.spacing()))
        .set("value_range", Json::arrayOf(range))
        .set("type", volume.isInt16() ? "int16" : "float32")
        .set("resampled", !series.uniform);
}

Result<Answer> convert(const Options& options, const Common& common, JobControl& job) {
    if (!isVolumeFile(options.out))
        throw UsageProblem{"--out must end in .nrrd, .nii or .nii.gz"};
    const std::vector<std::filesystem::path> paths{options.path};
    const auto scan = dicom::scanSeries(paths, job, common.jobs);
    if (!scan)
        return fail(scan.error());
    const auto series = chosenSeries(*scan, options.series);
    if (!series)
        return fail(series.error());
    const auto volume = dicom::loadSeries(*series, job, {options.resample, common.jobs});
    if (!volume)
        return fail(volume.error());
    if (const auto written = writeVolume(**volume, options.out); !written)
        return fail(written.error());
    return Answer{answerOf(options, *series, **volume), {}};
}

}  // namespace

Result<dicom::SeriesInfo> chosenSeries(const dicom::ScanResult& scan, const std::string& uid) {
    const auto& all = scan.series;
    if (!uid.empty()) {
        const auto named =
            std::ranges::find_if(all, [&](const auto& s) { return s.id == uid || s.uid == uid; });
        if (named == all.end())
            return fail(ErrorCode::SeriesNotFound,
                        "there is no series " + uid + "; there are:" + choiceOf(all));
        return *named;
    }
    if (all.empty() && scan.skipped.size() == 1)
        return fail(scan.skipped.front().code, scan.skipped.front().detail,
                    utf8Path(scan.skipped.front().path));
    if (all.empty())
        return fail(ErrorCode::SeriesNotFound, "there is no image series; see `series`");
    const auto volumes =
        std::ranges::count_if(all, [](const auto& s) { return s.dims[2] >= kVolumeSlices; });
    // The scan lists the largest first.
    if (all.size() == 1 || volumes == 1)
        return all.front();
    return fail(ErrorCode::SeriesNotFound,
                "there are several series; name one with --series:" + choiceOf(all));
}

void addConvert(Program& program) {
    const auto options = std::make_shared<Options>();
    auto& command = program.add("convert", "Writes a DICOM series as NRRD or NIfTI",
                                [options](const Common& common, JobControl& job) {
                                    return convert(*options, common, job);
                                });
    command.add_option("path", options->path, "File, folder, DICOMDIR or zip")->required();
    command.add_option("--series", options->series, "UID (or id) of the series");
    command.add_option("--out", options->out, "F.nrrd, F.nii or F.nii.gz")->required();
    command.add_flag("--resample", options->resample,
                     "Tilted or uneven series: sample onto a regular grid");
}

}  // namespace nodewise::cli
