#include "dicom/pixel_place.h"
#include "dicom/image_header.h"
#include "dicom/parsed_file.h"
#include <array>
#include <fstream>
#include <span>
#include <string>

namespace nodewise::dicom {
namespace {

constexpr std::uint32_t kUndefinedLength = 0xFFFFFFFF;

/// The head of the pixel data element: tag, perhaps a value representation, length.
struct ElementHead {
    bool isPixelData = false;
    std::uint32_t length = 0;
};

std::uint32_t number(std::span<const unsigned char> bytes, bool bigEndian) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        value |= std::uint32_t{bytes[i]} << 8 * (bigEndian ? bytes.size() - 1 - i : i);
    return value;
}

/// The twelve bytes before the place where DCMTK stopped reading: an explicit head is twelve bytes
/// long, an implicit one eight.
ElementHead headBefore(const ParsedFile& parsed, const std::string& syntax) {
    std::array<unsigned char, 12> bytes{};
    std::ifstream in(parsed.path(), std::ios::binary);
    in.seekg(static_cast<std::streamoff>(parsed.stoppedAt()) - 12);
    in.read(reinterpret_cast<char*>(bytes.data()), 12);
    if (!in)
        return {};
    const bool big = syntax == "1.2.840.10008.1.2.2";
    const bool implicit = syntax == "1.2.840.10008.1.2";
    const std::span<const unsigned char> all(bytes);
    const auto head = implicit ? all.subspan(4) : all;
    const bool tagFits =
        number(head.subspan(0, 2), big) == 0x7fe0 && number(head.subspan(2, 2), big) == 0x0010;
    return {tagFits, number(all.subspan(8), big)};
}

Error lengthProblem(ErrorCode code, std::uint64_t found, std::uint64_t wanted) {
    return {code,
            std::to_string(found) +
                " bytes of pixels where rows × columns × frames × bits ask for " +
                std::to_string(wanted) + "; copy the file again",
            {},
            tagText(tags::kPixelData)};
}

Result<void> locateNative(const ElementHead& head, const ParsedFile& parsed, ImageHeader& header) {
    const std::uint64_t frame =
        header.pixelsPerFrame() * static_cast<std::uint64_t>(header.format.bitsAllocated / 8);
    const std::uint64_t wanted = frame * header.frames.size();
    const std::uint64_t inFile = parsed.size() - std::min(parsed.size(), parsed.stoppedAt());
    if (head.length == kUndefinedLength)
        return fail(ErrorCode::PixelDataDamaged,
                    "uncompressed pixels without a length; copy the file again", {},
                    tagText(tags::kPixelData));
    if (head.length < wanted)
        return fail(lengthProblem(ErrorCode::PixelDataTruncated, head.length, wanted));
    if (inFile < head.length)
        return fail(lengthProblem(ErrorCode::PixelDataTruncated, inFile, wanted));
    const std::uint64_t surplus = head.length - wanted;
    if (surplus >= frame && surplus > 1)
        return fail(lengthProblem(ErrorCode::PixelDataDamaged, head.length, wanted));
    if (surplus > 1)
        header.warnings.push_back(
            {ErrorCode::PixelDataDamaged, std::to_string(surplus) +
                                              " bytes behind the last pixel are left "
                                              "out"});
    if (header.coding == PixelCoding::NativeLittle)
        header.place = PixelPlace{parsed.stoppedAt(), wanted};
    return {};
}

}  // namespace

Result<void> locatePixels(const ParsedFile& parsed, ImageHeader& header) {
    // What lies behind the meta header of a deflated file is one compressed stream: no place in it.
    if (header.transferSyntax == "1.2.840.10008.1.2.1.99")
        return {};
    const ElementHead head = headBefore(parsed, header.transferSyntax);
    if (!head.isPixelData)
        return fail(ErrorCode::NoPixelData, "the image has no pixel data; ask for the file again",
                    {}, tagText(tags::kPixelData));
    const bool native =
        header.coding == PixelCoding::NativeLittle || header.coding == PixelCoding::NativeOther;
    if (native)
        return locateNative(head, parsed, header);
    return {};
}

}  // namespace nodewise::dicom
