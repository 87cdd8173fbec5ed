#include "image_input.h"
#include "convert_command.h"
#include "dicom/label_import.h"
#include "serial/file_io.h"
#include "volume/volume_io.h"
#include <filesystem>
#include <vector>

namespace nodewise::cli {
namespace {

namespace fs = std::filesystem;

/// The file itself, or the only file of a folder.
fs::path onlyFile(const fs::path& path) {
    std::error_code problem;
    if (!fs::is_directory(path, problem))
        return path;
    fs::path found;
    for (const auto& entry : fs::directory_iterator(path, problem)) {
        if (!entry.is_regular_file(problem))
            continue;
        if (!found.empty())
            return path;
        found = entry.path();
    }
    return found.empty() ? path : found;
}

}  // namespace

Result<VolumePtr> readImage(const std::string& path, JobControl& job, unsigned threads) {
    const fs::path file = serial::pathOf(path);
    if (isVolumeFile(file))
        return readVolume(file, job);
    const std::vector<fs::path> paths{file};
    const auto scan = dicom::scanSeries(paths, job, threads);
    if (!scan)
        return fail(scan.error());
    const auto series = chosenSeries(*scan, {});
    if (!series)
        return fail(series.error());
    return dicom::loadSeries(*series, job, {false, threads});
}

Result<LabelMap> readLabels(const std::string& path, const GridGeometry& grid, JobControl& job) {
    const fs::path file = onlyFile(serial::pathOf(path));
    if (isVolumeFile(file)) {
        auto labels = readLabelGrid(file, job);
        if (!labels)
            return fail(labels.error());
        return LabelMap::create(std::move(*labels));
    }
    const auto kind = dicom::labelFileKind(file);
    if (!kind)
        return fail(kind.error());
    if (*kind == dicom::LabelFileKind::None)
        return fail(ErrorCode::FormatUnknown,
                    "labels are read from NRRD, NIfTI, DICOM SEG or RTSTRUCT", path);
    auto import = *kind == dicom::LabelFileKind::RtStruct
                      ? dicom::readRtStruct(file, grid, job)
                      : dicom::readSegmentation(file, grid, job);
    if (!import)
        return fail(import.error());
    return std::move(import->labels);
}

LabelMap onGrid(const LabelMap& labels, const GridGeometry& grid) {
    LabelMap result = LabelMap::empty(grid);
    for (std::size_t at = 0; at < grid.voxelCount(); ++at) {
        const VoxelIndex index = grid.indexOf(at);
        result.set(index, labels.at(grid.toPatient(index)));
    }
    for (const auto& [value, name] : labels.names())
        result.setName(value, name);
    return result;
}

}  // namespace nodewise::cli
