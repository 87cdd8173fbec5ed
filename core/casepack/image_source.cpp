#include "casepack/case_source.h"
#include "casepack/pack_layout.h"
#include "dicom/series.h"
#include "serial/file_io.h"
#include "volume/volume_io.h"
#include <algorithm>
#include <array>

namespace nodewise::casepack {
namespace fs = std::filesystem;
namespace {

Result<dicom::SeriesInfo> chooseSeries(const fs::path& images, const std::string& wanted,
                                       const BuildPlace& place) {
    const std::array paths{images};
    auto scan = dicom::scanSeries(paths, place.job, place.threads);
    if (!scan)
        return fail(scan.error());
    const auto& all = scan->series;
    const auto chosen =
        wanted.empty() ? all.begin() : std::find_if(all.begin(), all.end(), [&](const auto& info) {
            return info.id == wanted || info.uid == wanted;
        });
    if (chosen == all.end())
        return fail(ErrorCode::SeriesNotFound,
                    wanted.empty() ? "no image series was found there"
                                   : "there is no series " + wanted,
                    serial::pathText(images));
    if (wanted.empty() && all.size() > 1)
        place.remarks.push_back("several series lie in " + serial::pathText(images.filename()) +
                                "; the largest was taken: " + chosen->uid);
    return *chosen;
}

Result<VolumePtr> loadChosen(const dicom::SeriesInfo& series, const BuildPlace& place) {
    if (!series.uniform)
        place.remarks.push_back("the series is tilted or unevenly spaced; it was resampled");
    dicom::LoadOptions options;
    options.threads = place.threads;
    options.resampleToRegular = !series.uniform;
    return dicom::loadSeries(series, place.job, options);
}

Result<void> copyFile(const fs::path& from, const fs::path& to) {
    std::error_code problem;
    fs::create_directories(to.parent_path(), problem);
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, problem);
    if (problem)
        return fail(ErrorCode::FileUnwritable, "the file cannot be copied: " + problem.message(),
                    serial::pathText(from));
    return {};
}

/// The files themselves: only when the author vouches that nobody can be recognised from them.
Result<VolumePtr> keepSeries(const CaseRecord& record, const CaseRights& rights,
                             const dicom::SeriesInfo& series, const BuildPlace& place) {
    if (!rights.deidentified || rights.deidentification.empty())
        return fail(ErrorCode::RightsMissing,
                    "DICOM files are only packed when rights.json says that and how they were "
                    "de-identified; leave keepDicom out to store the volume alone",
                    kRightsFile, record.id.value);
    for (std::size_t index = 0; index < series.files.size(); ++index) {
        const std::string digits = std::to_string(index + 1);
        const std::string name =
            std::string(6 - std::min<std::size_t>(digits.size(), 6), '0') + digits + ".dcm";
        const fs::path target = place.target / imageFolder(record.id) / name;
        if (auto copied = copyFile(series.files[index], target); !copied)
            return fail(copied.error());
    }
    return loadChosen(series, place);
}

Result<VolumePtr> loadImages(const BuildOrder& order, const BuildPlace& place) {
    std::error_code problem;
    if (!fs::exists(order.images, problem))
        return fail(ErrorCode::FileNotFound, "the images that case.json names are not there",
                    serial::pathText(order.images));
    if (isVolumeFile(order.images))
        return readVolume(order.images, place.job);
    const auto series = chooseSeries(order.images, order.series, place);
    return series ? loadChosen(*series, place) : Result<VolumePtr>(fail(series.error()));
}

/// Images that lie in the author's folder as the pack wants them.
Result<VolumePtr> copyImages(const CaseRecord& record, const CaseRights& rights,
                             const BuildPlace& place) {
    const fs::path folder = place.source / imageFolder(record.id);
    if (record.imageKind == ImageKind::Dicom) {
        const auto series = chooseSeries(folder, {}, place);
        return series ? keepSeries(record, rights, *series, place)
                      : Result<VolumePtr>(fail(series.error()));
    }
    std::error_code problem;
    for (const std::string_view name : kVolumeNames) {
        if (!fs::exists(folder / name, problem))
            continue;
        const fs::path target = place.target / imageFolder(record.id) / name;
        if (auto copied = copyFile(folder / name, target); !copied)
            return fail(copied.error());
        return readVolume(target, place.job);
    }
    return fail(ErrorCode::FileNotFound, "the case has no image", serial::pathText(folder));
}

}  // namespace

Result<VolumePtr> stageImage(const CaseRecord& record, const CaseRights& rights,
                             const std::optional<BuildOrder>& order, const BuildPlace& place) {
    if (!order || order->images.empty())
        return copyImages(record, rights, place);
    if (order->keepDicom != (record.imageKind == ImageKind::Dicom))
        return fail(ErrorCode::InvalidArgument,
                    "image kind \"dicom\" and \"keepDicom\" belong together; images that are "
                    "stored as a volume have the kind \"volume\"",
                    caseFile(record.id), "/image/kind");
    if (order->keepDicom) {
        const auto series = chooseSeries(order->images, order->series, place);
        return series ? keepSeries(record, rights, *series, place)
                      : Result<VolumePtr>(fail(series.error()));
    }
    auto volume = loadImages(*order, place);
    if (!volume)
        return volume;
    const fs::path target = place.target / imageFolder(record.id) / kVolumeNames.front();
    std::error_code problem;
    fs::create_directories(target.parent_path(), problem);
    if (auto written = writeVolume(**volume, target); !written)
        return fail(written.error());
    return volume;
}

}  // namespace nodewise::casepack
