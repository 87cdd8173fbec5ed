#include "dicom/image_header.h"
#include "dicom/frame_geometry.h"
#include "dicom/parsed_file.h"
#include "dicom/pixel_place.h"
#include <algorithm>

namespace nodewise::dicom {
namespace {

/// Objects with pixels that are no slices, by SOP class, and what they are.
struct NoSlice {
    std::string_view sopClass;
    std::string_view what;
};

constexpr std::array<NoSlice, 5> kNoSlices{{
    {"1.2.840.10008.5.1.4.1.1.66.4", "a segmentation; give it as labels"},
    {"1.2.840.10008.5.1.4.1.1.66.7", "a label-map segmentation; give it as labels"},
    {"1.2.840.10008.5.1.4.1.1.481.2", "a radiotherapy dose"},
    {"1.2.840.10008.5.1.4.1.1.481.3", "a set of outlines; give it as labels"},
    {"1.2.840.10008.1.3.10", "an index of a medium (DICOMDIR)"},
}};

Result<void> checkIsImage(const TagReader& tags, const ImageHeader& header) {
    for (const NoSlice& object : kNoSlices)
        if (header.sopClass == object.sopClass)
            return fail(ErrorCode::NotAnImage, "this is " + std::string(object.what));
    if (!tags.has(tags::kRows) && !tags.has(tags::kColumns))
        return fail(ErrorCode::NotAnImage, "this object holds no image", {}, tagText(tags::kRows));
    return {};
}

Result<void> checkIsGray(const TagReader& tags) {
    const auto samples = tags.whole(tags::kSamples);
    if (!samples)
        return fail(samples.error());
    const std::string kind = tags.text(tags::kPhotometric);
    if (samples->value_or(1) != 1)
        return fail(ErrorCode::PixelFormatUnsupported,
                    "a colour image (" + kind + "); only grey images are read", {},
                    tagText(tags::kSamples));
    if (kind != "MONOCHROME2" && kind != "MONOCHROME1" && !kind.empty())
        return fail(ErrorCode::PixelFormatUnsupported,
                    "pixels of kind " + kind + "; only grey images are read", {},
                    tagText(tags::kPhotometric));
    return {};
}

/// A required whole number within bounds.
Result<std::int64_t> wholeWithin(const TagReader& tags, Tag tag, std::int64_t low,
                                 std::int64_t high) {
    const auto number = tags.whole(tag);
    if (!number)
        return fail(number.error());
    if (!*number)
        return fail(ErrorCode::TagMissing,
                    "a value the image needs is missing; ask for the file again", {}, tagText(tag));
    if (**number < low || **number > high)
        return fail(ErrorCode::TagInvalid,
                    std::to_string(**number) + " lies outside " + std::to_string(low) + " … " +
                        std::to_string(high) + "; ask for the file again",
                    {}, tagText(tag));
    return **number;
}

Result<void> readFormat(const TagReader& tags, ImageHeader& header) {
    const auto allocated = wholeWithin(tags, tags::kBitsAllocated, 1, 64);
    if (!allocated)
        return fail(allocated.error());
    header.format.bitsAllocated = static_cast<int>(*allocated);
    const auto stored = tags.whole(tags::kBitsStored);
    if (!stored)
        return fail(stored.error());
    header.format.bitsStored =
        static_cast<int>(std::clamp<std::int64_t>(stored->value_or(*allocated), 0, 255));
    const auto high = tags.whole(tags::kHighBit);
    if (!high)
        return fail(high.error());
    header.format.highBit = static_cast<int>(
        std::clamp<std::int64_t>(high->value_or(header.format.bitsStored - 1), -1, 255));
    const auto representation = tags.whole(tags::kPixelRepresentation);
    if (!representation)
        return fail(representation.error());
    header.format.isSigned = representation->value_or(0) == 1;
    return checkPixelFormat(header.format);
}

Result<void> readSize(const TagReader& tags, ImageHeader& header) {
    const auto rows = wholeWithin(tags, tags::kRows, 1, 65535);
    if (!rows)
        return fail(rows.error());
    const auto columns = wholeWithin(tags, tags::kColumns, 1, 65535);
    if (!columns)
        return fail(columns.error());
    std::int64_t frames = 1;
    if (!tags.text(tags::kFrames).empty()) {
        const auto count = wholeWithin(tags, tags::kFrames, 1, 2147483647);
        if (!count)
            return fail(count.error());
        frames = *count;
    }
    if (static_cast<std::uint64_t>(*rows * *columns) * static_cast<std::uint64_t>(frames) >
        kMaxVoxels)
        return fail(ErrorCode::ImageTooLarge,
                    std::to_string(*columns) + " × " + std::to_string(*rows) + " × " +
                        std::to_string(frames) + " pixels are more than one volume may hold",
                    {}, tagText(tags::kRows));
    header.rows = static_cast<int>(*rows);
    header.columns = static_cast<int>(*columns);
    header.frames.resize(static_cast<std::size_t>(frames));
    return {};
}

/// CT numbers are Hounsfield units by definition for original images (PS3.3 C.8.2.1.1.2); a derived
/// CT map may be anything unless it says HU.
VoxelMeaning meaningOf(const TagReader& tags, const std::string& modality,
                       const std::string& rescaleType) {
    if (modality == "CT") {
        const bool original = tags.text(tags::kImageType).starts_with("ORIGINAL");
        const bool hounsfield = rescaleType.empty() || rescaleType == "HU" || original;
        return hounsfield ? VoxelMeaning::Hounsfield : VoxelMeaning::Arbitrary;
    }
    if (modality == "PT") {
        const std::string units = tags.text(tags::kUnits);
        if (units == "BQML")
            return VoxelMeaning::Becquerel;
        if (units == "GML" && tags.text(tags::kSuvType) == "BW")
            return VoxelMeaning::Suv;
    }
    return VoxelMeaning::Arbitrary;
}

void readIdentity(const TagReader& tags, const ParsedFile& parsed, ImageHeader& header) {
    header.file = parsed.path();
    header.fileSize = parsed.size();
    header.transferSyntax = parsed.transferSyntax();
    header.sopClass = tags.text(tags::kSopClass);
    header.sopInstance = tags.text(tags::kSopInstance);
    header.series = tags.text(tags::kSeries);
    header.modality = tags.text(tags::kModality);
    header.description = tags.utf8(tags::kSeriesDescription);
    header.frameOfReference = tags.text(tags::kFrameOfReference);
    // Only for the order among copies and for messages: a bad number is no reason to refuse.
    header.instanceNumber = tags.whole(tags::kInstanceNumber).value_or(0).value_or(0);
    if (header.series.empty())
        header.warnings.push_back(
            {ErrorCode::TagMissing, tagText(tags::kSeries) + " names no series"});
    if (tags.text(tags::kPhotometric) == "MONOCHROME1")
        header.warnings.push_back(
            {ErrorCode::PixelFormatUnsupported, "low values are meant to be bright (MONOCHROME1)"});
}

Result<ImageHeader> headerOf(const ParsedFile& parsed) {
    const TagReader tags = parsed.tags();
    ImageHeader header;
    readIdentity(tags, parsed, header);
    const auto coding = pixelCodingOf(header.transferSyntax);
    if (!coding)
        return fail(coding.error());
    header.coding = *coding;
    if (const auto ok = checkIsImage(tags, header); !ok)
        return fail(ok.error());
    if (tags.has(tags::kFloatPixels) || tags.has(tags::kDoublePixels))
        return fail(ErrorCode::PixelFormatUnsupported, "pixels stored as floats are not read", {},
                    tagText(tags::kFloatPixels));
    if (const auto ok = checkIsGray(tags); !ok)
        return fail(ok.error());
    if (const auto ok = readSize(tags, header); !ok)
        return fail(ok.error());
    if (const auto ok = readFormat(tags, header); !ok)
        return fail(ok.error());
    std::string rescaleType;
    if (const auto ok = readFrames(tags, header, rescaleType); !ok)
        return fail(ok.error());
    header.meaning = meaningOf(tags, header.modality, rescaleType);
    if (const auto ok = locatePixels(parsed, header); !ok)
        return fail(ok.error());
    return header;
}

}  // namespace

Result<ImageHeader> readImageHeader(const std::filesystem::path& file) {
    const auto parsed = ParsedFile::open(file, ReadExtent::Header);
    if (!parsed)
        return fail(parsed.error());
    auto header = headerOf(*parsed);
    if (!header)
        return fail(inFile(header.error(), file));
    return header;
}

}  // namespace nodewise::dicom
