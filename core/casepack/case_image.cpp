#include "casepack/case_image.h"
#include "archive/sha256.h"
#include "casepack/pack_layout.h"
#include "casepack/volume_cache.h"
#include "dicom/series.h"
#include "serial/file_io.h"
#include "synthesis/generator_version.h"
#include "synthesis/render.h"
#include "volume/volume_io.h"
#include <array>

namespace nodewise::casepack {
namespace fs = std::filesystem;
namespace {

Result<VolumePtr> renderedImage(const Pack& pack, const CaseId& id, const fs::path& cacheFolder,
                                JobControl& job, unsigned threads) {
    const auto text = serial::readFile(pack.folder() / recipeFile(id));
    if (!text)
        return fail(ErrorCode::TruthSealed, "the recipe of this case is not in the pack",
                    serial::pathText(pack.file()), recipeFile(id));
    const auto recipe = synthesis::parseRecipe(*text);
    if (!recipe)
        return fail(recipe.error());
    const VolumeCache cache(cacheFolder);
    const std::string version = std::to_string(synthesis::kGeneratorVersion);
    const std::string key = archive::sha256Hex(version + "\n" + *text);
    if (auto kept = cache.find(key, job))
        return kept;
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "stopped");
    auto volume = synthesis::renderVolume(*recipe, job, threads);
    if (volume)
        cache.keep(key, **volume);
    return volume;
}

Result<VolumePtr> dicomImage(const fs::path& folder, JobControl& job, unsigned threads) {
    const std::array paths{folder};
    const auto scan = dicom::scanSeries(paths, job, threads);
    if (!scan)
        return fail(scan.error());
    if (scan->series.empty())
        return fail(ErrorCode::SeriesNotFound, "the case holds no readable image",
                    serial::pathText(folder));
    return dicom::loadSeries(scan->series.front(), job, {.threads = threads});
}

Result<VolumePtr> volumeImage(const fs::path& folder, JobControl& job) {
    std::error_code problem;
    for (const std::string_view name : kVolumeNames)
        if (fs::exists(folder / name, problem))
            return readVolume(folder / name, job);
    return fail(ErrorCode::FileNotFound, "the case holds no image", serial::pathText(folder));
}

}  // namespace

Result<VolumePtr> openCaseImage(const Pack& pack, const CaseId& id, const fs::path& cacheFolder,
                                JobControl& job, unsigned threads) {
    const auto record = pack.find(id);
    if (!record)
        return fail(record.error());
    const fs::path folder = pack.folder() / imageFolder(id);
    switch (record->imageKind) {
    case ImageKind::Recipe:
        return renderedImage(pack, id, cacheFolder, job, threads);
    case ImageKind::Dicom:
        return dicomImage(folder, job, threads);
    case ImageKind::Volume:
        return volumeImage(folder, job);
    }
    return fail(ErrorCode::Internal, "an image of no kind");
}

}  // namespace nodewise::casepack
