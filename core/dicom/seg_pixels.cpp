#include "dicom/seg_frames.h"
#include <cstring>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <span>

namespace nodewise::dicom {
namespace {

tl::unexpected<Error> problem(ErrorCode code, const std::string& what) {
    return fail(code, what, {}, tagText(tags::kPixelData));
}

/// The segment of a pixel value, 0 for none.
LabelValue segmentOf(std::uint32_t value, const SegHeader& header, LabelValue frameSegment) {
    switch (header.kind) {
    case SegKind::Binary:
        return value != 0 ? frameSegment : LabelValue{0};
    case SegKind::Fractional:
        return 2 * std::int64_t{value} >= header.fractionalMax ? frameSegment : LabelValue{0};
    case SegKind::LabelMap:
        break;
    }
    return value == header.background ? LabelValue{0} : static_cast<LabelValue>(value);
}

/// One bit a pixel, lowest bit first, frames without padding between them (PS3.5 8.1.1).
Result<std::vector<LabelValue>> readBits(DcmPixelData& pixels, const SegHeader& header,
                                         JobControl& job) {
    Uint8* bytes = nullptr;
    if (pixels.getUint8Array(bytes).bad() || bytes == nullptr)
        return problem(ErrorCode::PixelDataDamaged,
                       "the pixels cannot be read; copy the file again");
    const std::size_t count = header.pixels() * header.frames.size();
    const std::span<const Uint8> all(bytes, pixels.getLength());
    if (all.size() * 8 < count)
        return problem(ErrorCode::PixelDataTruncated,
                       std::to_string(all.size()) + " bytes of pixels where " +
                           std::to_string((count + 7) / 8) + " belong; copy the file again");
    std::vector<LabelValue> labels(count);
    for (std::size_t frame = 0; frame < header.frames.size(); ++frame) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "reading the segmentation was cancelled");
        const std::size_t start = frame * header.pixels();
        for (std::size_t n = start; n < start + header.pixels(); ++n)
            labels[n] =
                segmentOf((all[n / 8] >> (n % 8)) & 1U, header, header.frames[frame].segment);
    }
    return labels;
}

Result<std::vector<LabelValue>> readWords(const ParsedFile& parsed, DcmPixelData& pixels,
                                          const SegHeader& header, JobControl& job) {
    const std::size_t pixelBytes = static_cast<std::size_t>(header.bitsAllocated / 8);
    std::vector<unsigned char> buffer((header.pixels() * pixelBytes + 1) & ~std::size_t{1});
    std::vector<LabelValue> labels(header.pixels() * header.frames.size());
    Uint32 fragment = 0;
    OFString colour;
    for (std::size_t frame = 0; frame < header.frames.size(); ++frame) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "reading the segmentation was cancelled");
        const OFCondition done =
            pixels.getUncompressedFrame(&parsed.dataset(), static_cast<Uint32>(frame), fragment,
                                        buffer.data(), static_cast<Uint32>(buffer.size()), colour);
        if (done.bad())
            return problem(ErrorCode::PixelDataDamaged, "frame " + std::to_string(frame + 1) +
                                                            " cannot be decoded: " + done.text() +
                                                            "; copy the file again");
        for (std::size_t n = 0; n < header.pixels(); ++n) {
            std::uint16_t value = buffer[n * pixelBytes];
            if (pixelBytes == 2)
                std::memcpy(&value, buffer.data() + n * 2, 2);
            labels[frame * header.pixels() + n] =
                segmentOf(value, header, header.frames[frame].segment);
        }
    }
    return labels;
}

}  // namespace

Result<std::vector<LabelValue>> readSegPixels(const ParsedFile& parsed, const SegHeader& header,
                                              JobControl& job) {
    const auto coding = pixelCodingOf(parsed.transferSyntax());
    if (!coding)
        return fail(coding.error());
    const bool native = *coding == PixelCoding::NativeLittle || *coding == PixelCoding::NativeOther;
    DcmElement* element = nullptr;
    if (parsed.dataset().findAndGetElement(DCM_PixelData, element).bad() || element == nullptr)
        return problem(ErrorCode::NoPixelData, "the segmentation has no pixels; export it again");
    auto* pixels = dynamic_cast<DcmPixelData*>(element);
    if (pixels == nullptr)
        return problem(ErrorCode::PixelDataDamaged, "the pixel data is of a strange kind");
    if (header.bitsAllocated == 1 && native)
        return readBits(*pixels, header, job);
    if (header.bitsAllocated == 1 || *coding == PixelCoding::Jpeg2000)
        return fail(ErrorCode::TransferSyntaxUnsupported,
                    "a segmentation compressed as " + parsed.transferSyntax() +
                        " is not read; export it without compression",
                    {}, "(0002,0010)");
    const std::size_t wanted =
        header.pixels() * header.frames.size() * static_cast<std::size_t>(header.bitsAllocated / 8);
    if (native && pixels->getLength() < wanted)
        return problem(ErrorCode::PixelDataTruncated,
                       std::to_string(pixels->getLength()) + " bytes of pixels where " +
                           std::to_string(wanted) + " belong; copy the file again");
    return readWords(parsed, *pixels, header, job);
}

}  // namespace nodewise::dicom
