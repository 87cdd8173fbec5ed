#include "volume/volume_io.h"
#include "volume/raw_grid.h"
#include <algorithm>
#include <cstring>
#include <system_error>

namespace nodewise {
namespace {

namespace fs = std::filesystem;

enum class Format { None, Nrrd, Nifti };

std::string lowerName(const fs::path& file) {
    std::string name = file.filename().string();
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    });
    return name;
}

std::string endingOf(const fs::path& file) {
    const std::string name = lowerName(file);
    for (const char* ending : {".nrrd", ".nhdr", ".nii.gz", ".nii"})
        if (name.ends_with(ending))
            return ending;
    return {};
}

Format formatOf(const fs::path& file) {
    const std::string ending = endingOf(file);
    if (ending.empty())
        return Format::None;
    return ending.starts_with(".nii") ? Format::Nifti : Format::Nrrd;
}

tl::unexpected<Error> about(const fs::path& file, Error error) {
    error.path = file.string();
    return fail(std::move(error));
}

Result<detail::RawGrid> readRaw(const fs::path& file, JobControl& job) {
    std::error_code problem;
    if (!fs::exists(file, problem))
        return fail(ErrorCode::FileNotFound, "there is no such file", file.string());
    if (formatOf(file) == Format::None)
        return fail(ErrorCode::FormatUnknown,
                    "volumes are read from .nrrd, .nhdr, .nii and .nii.gz", file.string());
    auto raw = formatOf(file) == Format::Nifti ? detail::readNifti(file, job)
                                               : detail::readNrrd(file, job);
    if (!raw)
        return about(file, raw.error());
    return raw;
}

/// Writes beside the target, then renames: an interrupted write leaves the old file whole.
Result<void> writeRaw(const detail::RawGrid& raw, const fs::path& file) {
    const std::string ending = endingOf(file);
    if (ending.empty() || ending == ".nhdr")
        return fail(ErrorCode::FormatUnknown, "volumes are written as .nrrd, .nii or .nii.gz",
                    file.string());
    fs::path part = file;
    part.replace_filename("." + file.filename().string() + ".part" + ending);
    const auto written =
        ending == ".nrrd" ? detail::writeNrrd(raw, part) : detail::writeNifti(raw, part);
    std::error_code problem;
    if (!written) {
        fs::remove(part, problem);
        return about(file, written.error());
    }
    fs::rename(part, file, problem);
    if (problem)
        return fail(ErrorCode::FileUnwritable,
                    "the file cannot be put in place: " + problem.message(), file.string());
    return {};
}

template <class T>
std::vector<std::byte> bytesFrom(std::span<const T> numbers) {
    const auto bytes = std::as_bytes(numbers);
    return {bytes.begin(), bytes.end()};
}

}  // namespace

bool isVolumeFile(const fs::path& file) {
    return formatOf(file) != Format::None;
}

Result<VolumePtr> readVolume(const fs::path& file, JobControl& job) {
    const auto raw = readRaw(file, job);
    if (!raw)
        return fail(raw.error());
    return CtVolume::create(raw->geometry, detail::toVoxels(*raw));
}

Result<LabelGrid> readLabelGrid(const fs::path& file, JobControl& job) {
    auto raw = readRaw(file, job);
    if (!raw)
        return fail(raw.error());
    auto labels = detail::toLabels(*raw);
    if (!labels)
        return about(file, labels.error());
    return LabelGrid{raw->geometry, std::move(*labels), std::move(raw->names)};
}

Result<void> writeVolume(const CtVolume& volume, const fs::path& file) {
    detail::RawGrid raw;
    raw.geometry = volume.geometry();
    raw.type = volume.isInt16() ? detail::NumberType::Int16 : detail::NumberType::Float32;
    raw.bytes = volume.visit([](auto span) { return bytesFrom(span); });
    return writeRaw(raw, file);
}

Result<void> writeLabelGrid(const LabelGrid& grid, const fs::path& file) {
    detail::RawGrid raw;
    raw.geometry = grid.geometry;
    raw.names = grid.names;
    const bool small = std::all_of(grid.labels.begin(), grid.labels.end(),
                                   [](std::uint16_t label) { return label <= 255; });
    raw.type = small ? detail::NumberType::UInt8 : detail::NumberType::UInt16;
    if (small) {
        const std::vector<std::uint8_t> bytes(grid.labels.begin(), grid.labels.end());
        raw.bytes = bytesFrom(std::span(bytes));
    } else {
        raw.bytes = bytesFrom(std::span(grid.labels));
    }
    return writeRaw(raw, file);
}

}  // namespace nodewise
