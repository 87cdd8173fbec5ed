#include "series_command.h"
#include "command.h"
#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <memory>

namespace nodewise::cli {
namespace {

using serial::Json;

Json warningsJson(const dicom::Warnings& warnings) {
    Json list = Json::array();
    for (const auto& warning : warnings)
        list.push(Json::object()
                      .set("code", std::string(errorWord(warning.code)))
                      .set("detail", warning.detail));
    return list;
}

Json skippedJson(const std::vector<dicom::SkippedFile>& skipped) {
    Json list = Json::array();
    for (const auto& file : skipped)
        list.push(Json::object()
                      .set("path", utf8Path(file.path))
                      .set("code", std::string(errorWord(file.code)))
                      .set("detail", file.detail));
    return list;
}

std::string line(const dicom::SeriesInfo& series, const std::optional<ValueRange>& range) {
    std::array<char, 256> numbers{};
    std::snprintf(numbers.data(), numbers.size(), "  %d × %d × %d  %.4g × %.4g × %.6g mm",
                  series.dims[0], series.dims[1], series.dims[2], series.spacing[0],
                  series.spacing[1], series.spacing[2]);
    std::string text = series.modality + numbers.data();
    if (range) {
        std::snprintf(numbers.data(), numbers.size(), "  values %g … %g", range->low, range->high);
        text += numbers.data();
    }
    text += "  " + series.description + "\n  " + series.id + "\n";
    for (const auto& warning : series.warnings)
        text += "  ! " + std::string(errorWord(warning.code)) + ": " + warning.detail + "\n";
    return text;
}

/// The range of a series; what keeps it from being read becomes a warning of the series.
Result<std::optional<ValueRange>> rangeOf(dicom::SeriesInfo& series, const Common& common,
                                          JobControl& job) {
    const auto range = dicom::seriesValueRange(series, job, common.jobs);
    if (range)
        return std::optional(*range);
    if (range.error().code == ErrorCode::Cancelled)
        return fail(range.error());
    series.warnings.push_back({range.error().code, range.error().path + " " + range.error().place +
                                                       " " + range.error().detail});
    return std::optional<ValueRange>{};
}

Result<Answer> listSeries(const std::vector<std::filesystem::path>& paths, const Common& common,
                          JobControl& job) {
    auto scan = dicom::scanSeries(paths, job, common.jobs);
    if (!scan)
        return fail(scan.error());
    Answer answer;
    Json list = Json::array();
    for (auto& series : scan->series) {
        const auto range = rangeOf(series, common, job);
        if (!range)
            return fail(range.error());
        list.push(seriesJson(series, *range));
        answer.text += line(series, *range);
    }
    for (const auto& file : scan->skipped)
        answer.text += "skipped " + utf8Path(file.path) + ": " + std::string(errorWord(file.code)) +
                       ": " + file.detail + "\n";
    if (answer.text.empty())
        answer.text = "no image series found\n";
    answer.object =
        Json::object().set("series", std::move(list)).set("skipped", skippedJson(scan->skipped));
    return answer;
}

}  // namespace

std::string utf8Path(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

Json seriesJson(const dicom::SeriesInfo& series, const std::optional<ValueRange>& range) {
    std::vector<double> directions;
    for (const VectorLps& axis : series.axes)
        directions.insert(directions.end(), {axis.x, axis.y, axis.z});
    std::vector<std::string> files;
    for (const auto& file : series.files)
        files.push_back(utf8Path(file));
    const std::array<double, 3> origin{series.origin.x, series.origin.y, series.origin.z};
    Json object = Json::object();
    object.set("uid", series.uid)
        .set("id", series.id)
        .set("modality", series.modality)
        .set("description", series.description)
        .set("dims", Json::arrayOf(series.dims))
        .set("spacing_mm", Json::arrayOf(series.spacing))
        .set("origin_lps_mm", Json::arrayOf(origin))
        .set("directions", Json::arrayOf(directions))
        .set("value_range",
             range ? Json::arrayOf(std::array<double, 2>{range->low, range->high}) : Json())
        .set("transfer_syntax", series.transferSyntax)
        .set("tilt_deg", series.tiltDeg)
        .set("uniform", series.uniform)
        .set("loads", !series.obstacle.has_value())
        .set("files", Json::arrayOf(files))
        .set("warnings", warningsJson(series.warnings));
    return object;
}

void addSeries(Program& program) {
    const auto paths = std::make_shared<std::vector<std::string>>();
    auto& command =
        program.add("series", "Lists the DICOM series in files, folders, DICOMDIRs, zips",
                    [paths](const Common& common, JobControl& job) {
                        std::vector<std::filesystem::path> given(paths->begin(), paths->end());
                        return listSeries(given, common, job);
                    });
    command.add_option("path", *paths, "Files or folders")->required();
}

}  // namespace nodewise::cli
