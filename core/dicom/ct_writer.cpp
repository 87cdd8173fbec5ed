#include "dicom/dataset_writer.h"
#include "dicom/dictionary.h"
#include "dicom/export.h"
#include "dicom/parsed_file.h"
#include "dicom/uid_maker.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <system_error>

namespace nodewise::dicom {
namespace {

constexpr Tag kKvp{0x0018, 0x0060}, kPatientPosition{0x0018, 0x5100}, kSeriesNumber{0x0020, 0x0011},
    kDerivation{0x0008, 0x2111};
constexpr const char* kCtClass = "1.2.840.10008.5.1.4.1.1.2";

Result<std::vector<std::int16_t>> wholeValues(const CtVolume& volume) {
    if (volume.isInt16())
        return std::vector<std::int16_t>(volume.int16Voxels().begin(), volume.int16Voxels().end());
    std::vector<std::int16_t> values;
    values.reserve(volume.floatVoxels().size());
    for (const float value : volume.floatVoxels()) {
        const double rounded = std::round(static_cast<double>(value));
        if (!(rounded >= std::numeric_limits<std::int16_t>::min() &&
              rounded <= std::numeric_limits<std::int16_t>::max()))
            return fail(ErrorCode::ValueOutOfRange, "a voxel holds " + std::to_string(value) +
                                                        ", which a CT image cannot store");
        values.push_back(static_cast<std::int16_t>(rounded));
    }
    return values;
}

WrittenSeries identityOf(const ExportAttributes& attributes, int slices) {
    WrittenSeries series;
    series.studyUid = uidFrom("study|" + attributes.seed);
    series.frameOfReferenceUid = uidFrom("frame|" + attributes.seed);
    series.seriesUid = uidFrom("ct|" + attributes.seed);
    for (int k = 0; k < slices; ++k)
        series.instanceUids.push_back(uidFrom("ct|" + attributes.seed + '|' + std::to_string(k)));
    return series;
}

void putPlane(const GridGeometry& grid, PointLps p, ItemWriter root) {
    const VectorLps r = grid.axis(0), c = grid.axis(1);
    root.decimals(tags::kSliceThickness, std::array{grid.spacing()[2]})
        .decimals(tags::kPosition, std::array{p.x, p.y, p.z})
        .decimals(tags::kOrientation, std::array{r.x, r.y, r.z, c.x, c.y, c.z})
        .decimals(tags::kPixelSpacing, std::array{grid.spacing()[1], grid.spacing()[0]});
}

void putPixels(const GridGeometry& grid, std::span<const std::int16_t> values, ItemWriter root) {
    root.number(tags::kSamples, 1)
        .text(tags::kPhotometric, "MONOCHROME2")
        .number(tags::kRows, static_cast<std::uint16_t>(grid.dims()[1]))
        .number(tags::kColumns, static_cast<std::uint16_t>(grid.dims()[0]))
        .number(tags::kBitsAllocated, 16)
        .number(tags::kBitsStored, 16)
        .number(tags::kHighBit, 15)
        .number(tags::kPixelRepresentation, 1)
        .text(tags::kIntercept, "0")
        .text(tags::kSlope, "1")
        .text(tags::kRescaleType, "HU")
        .words(tags::kPixelData, values);
}

Result<void> writeSlice(const GridGeometry& grid, std::span<const std::int16_t> values, int k,
                        const WrittenSeries& series, const ExportAttributes& attributes,
                        const std::filesystem::path& folder) {
    ObjectWriter object(kCtClass, series.instanceUids[static_cast<std::size_t>(k)], attributes,
                        series);
    object.root()
        .text(tags::kImageType, "DERIVED\\SECONDARY\\AXIAL")
        .text(tags::kModality, "CT")
        .text(kDerivation, "Made by Nodewise")
        .empty(kKvp)
        .text(kPatientPosition, "HFS")
        .text(tags::kSeries, series.seriesUid)
        .text(kSeriesNumber, "1")
        .text(tags::kAcquisition, "1")
        .text(tags::kInstanceNumber, std::to_string(k + 1));
    putPlane(grid, attributes.positionOf(k, grid), object.root());
    putPixels(grid, values, object.root());
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "IMG%04d.dcm", k + 1);
    return object.save(folder / name.data());
}

}  // namespace

Result<WrittenSeries> writeCtSeries(const CtVolume& volume, const std::filesystem::path& folder,
                                    const ExportAttributes& attributes, JobControl& job) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    const GridGeometry& grid = volume.geometry();
    if (std::max(grid.dims()[0], grid.dims()[1]) > 65535)
        return fail(ErrorCode::ImageTooLarge, "a CT image has at most 65535 rows and columns");
    if (const auto& places = attributes.slicePositions;
        !places.empty() && places.size() != static_cast<std::size_t>(grid.dims()[2]))
        return fail(ErrorCode::GridMismatch, "slicePositions must hold one place a slice");
    const auto values = wholeValues(volume);
    if (!values)
        return fail(values.error());
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return fail(ErrorCode::FileUnwritable, problem.message(), pathText(folder));
    const int slices = grid.dims()[2];
    WrittenSeries series = identityOf(attributes, slices);
    const std::size_t pixels = values->size() / static_cast<std::size_t>(slices);
    for (int k = 0; k < slices; ++k) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "writing the series was cancelled");
        const auto words = std::span(*values).subspan(static_cast<std::size_t>(k) * pixels, pixels);
        if (const auto ok = writeSlice(grid, words, k, series, attributes, folder); !ok)
            return fail(ok.error());
        job.report((k + 1.0) / slices, "write");
    }
    return series;
}

}  // namespace nodewise::dicom
