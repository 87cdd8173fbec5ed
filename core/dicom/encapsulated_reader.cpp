#include "dicom/encapsulated_reader.h"
#include "dicom/jpeg2000.h"
#include "dicom/parsed_file.h"
#include <algorithm>
#include <cstring>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dccodec.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <optional>

namespace nodewise::dicom {
namespace {

tl::unexpected<Error> damaged(const std::string& what) {
    return fail(ErrorCode::PixelDataDamaged, what + "; copy the file again", {},
                tagText(tags::kPixelData));
}

Result<DcmPixelData*> pixelDataOf(const ParsedFile& parsed) {
    DcmElement* element = nullptr;
    if (parsed.dataset().findAndGetElement(DCM_PixelData, element).bad() || element == nullptr)
        return fail(ErrorCode::NoPixelData, "the image has no pixel data; ask for the file again",
                    {}, tagText(tags::kPixelData));
    auto* pixels = dynamic_cast<DcmPixelData*>(element);
    if (pixels == nullptr)
        return damaged("the pixel data is of a strange kind");
    return pixels;
}

/// The fragments of one frame, joined.
class Fragments {
public:
    static Result<Fragments> of(const ParsedFile& parsed, DcmPixelData& pixels,
                                std::size_t frameCount) {
        E_TransferSyntax syntax = EXS_Unknown;
        const DcmRepresentationParameter* parameter = nullptr;
        pixels.getOriginalRepresentationKey(syntax, parameter);
        DcmPixelSequence* sequence = nullptr;
        if (pixels.getEncapsulatedRepresentation(syntax, parameter, sequence).bad() ||
            sequence == nullptr || sequence->card() < 2)
            return damaged("compressed pixels without a single fragment (" +
                           parsed.transferSyntax() + ")");
        return Fragments(sequence, frameCount);
    }

    [[nodiscard]] Result<std::vector<std::byte>> frame(std::size_t index) const {
        const auto first = start(index);
        const auto end = index + 1 < m_frames ? start(index + 1)
                                              : std::optional<unsigned long>(m_sequence->card());
        if (!first || !end || *end <= *first)
            return damaged("the fragments of frame " + std::to_string(index + 1) +
                           " cannot be told apart");
        std::vector<std::byte> bytes;
        for (unsigned long i = *first; i < *end; ++i)
            if (!append(i, bytes))
                return damaged("fragment " + std::to_string(i) + " cannot be read");
        return bytes;
    }

private:
    Fragments(DcmPixelSequence* sequence, std::size_t frames)
        : m_sequence(sequence)
        , m_frames(frames) {}

    [[nodiscard]] std::optional<unsigned long> start(std::size_t frame) const {
        // Item 0 is the table of offsets.
        if (frame == 0)
            return 1;
        if (m_sequence->card() == m_frames + 1)
            return frame + 1;
        Uint32 item = 0;
        if (DcmCodec::determineStartFragment(static_cast<Uint32>(frame),
                                             static_cast<Sint32>(m_frames), m_sequence, item)
                .bad())
            return std::nullopt;
        return item;
    }

    [[nodiscard]] bool append(unsigned long index, std::vector<std::byte>& bytes) const {
        DcmPixelItem* item = nullptr;
        Uint8* data = nullptr;
        if (m_sequence->getItem(item, index).bad() || item == nullptr ||
            item->getUint8Array(data).bad())
            return false;
        const auto* begin = reinterpret_cast<const std::byte*>(data);
        if (data != nullptr)
            bytes.insert(bytes.end(), begin, begin + item->getLength());
        return true;
    }

    DcmPixelSequence* m_sequence;
    std::size_t m_frames;
};

/// Bits a sample in a JPEG or JPEG-LS stream, from its frame head (SOF); nothing when none is
/// found.
std::optional<int> jpegPrecision(std::span<const std::byte> bytes) {
    const auto at = [&](std::size_t i) { return std::to_integer<unsigned>(bytes[i]); };
    std::size_t i = 2;
    while (i + 4 < bytes.size() && at(i) == 0xFF) {
        const unsigned marker = at(i + 1);
        if (marker == 0xFF) {
            ++i;
            continue;
        }
        const bool frameHead = (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
                                marker != 0xC8 && marker != 0xCC) ||
                               marker == 0xF7;
        if (frameHead)
            return static_cast<int>(at(i + 4));
        i += 2 + (at(i + 2) << 8 | at(i + 3));
    }
    return std::nullopt;
}

class DcmtkFrames {
public:
    DcmtkFrames(const ImageHeader& image, const ParsedFile& parsed, DcmPixelData& pixels)
        : m_image(image)
        , m_parsed(parsed)
        , m_pixels(pixels)
        // One byte more than odd frames need: DCMTK wants an even number.
        , m_bytes(
              (image.pixelsPerFrame() * static_cast<std::size_t>(image.format.bitsAllocated / 8) +
               1) &
              ~std::size_t{1}) {}

    Result<void> read(const FrameTarget& target) {
        const auto byteSamples = samplesAreBytes(target.frame);
        if (!byteSamples)
            return fail(byteSamples.error());
        OFString colour;
        const OFCondition done = m_pixels.getUncompressedFrame(
            &m_parsed.dataset(), static_cast<Uint32>(target.frame), m_fragment, m_bytes.data(),
            static_cast<Uint32>(m_bytes.size()), colour);
        if (done.bad())
            return damaged("frame " + std::to_string(target.frame + 1) +
                           " cannot be decoded: " + done.text());
        if (*byteSamples)
            std::copy_n(m_bytes.begin(), target.words.size(), target.words.begin());
        else
            std::memcpy(target.words.data(), m_bytes.data(), target.words.size_bytes());
        target.arrived(m_image.format);
        return {};
    }

private:
    /// DCMTK gives one byte a sample when the JPEG stream holds 8 bits or fewer, whatever the
    /// header says; a stream with more bits than the header has room for is refused.
    Result<bool> samplesAreBytes(std::size_t frame) {
        const bool headerBytes = m_image.format.bitsAllocated == 8;
        if (m_image.coding != PixelCoding::DcmtkCodec ||
            m_image.transferSyntax == "1.2.840.10008.1.2.5")
            return headerBytes;
        const auto fragments = Fragments::of(m_parsed, m_pixels, m_image.frames.size());
        if (!fragments)
            return fail(fragments.error());
        const auto bytes = fragments->frame(frame);
        if (!bytes)
            return fail(bytes.error());
        const auto precision = jpegPrecision(*bytes);
        if (!precision)
            return damaged("frame " + std::to_string(frame + 1) + " holds no JPEG stream");
        if (headerBytes && *precision > 8)
            return damaged("the JPEG stream has " + std::to_string(*precision) +
                           " bits a sample, the header 8");
        return *precision <= 8;
    }

    const ImageHeader& m_image;
    const ParsedFile& m_parsed;
    DcmPixelData& m_pixels;
    std::vector<unsigned char> m_bytes;
    Uint32 m_fragment = 0;
};

Result<void> readJpeg2000(const ImageHeader& image, const Fragments& fragments,
                          const FrameTarget& target) {
    const auto bytes = fragments.frame(target.frame);
    if (!bytes)
        return fail(bytes.error());
    const auto format =
        decodeJpeg2000(*bytes, image.columns, image.rows, image.format.isSigned, target.words);
    if (!format)
        return fail(format.error());
    target.arrived(*format);
    return {};
}

Result<void> readAllJpeg2000(const ImageHeader& image, const ParsedFile& parsed,
                             DcmPixelData& pixels, std::span<const FrameTarget> targets,
                             JobControl& job) {
    const auto fragments = Fragments::of(parsed, pixels, image.frames.size());
    if (!fragments)
        return fail(fragments.error());
    for (const FrameTarget& target : targets) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "loading was cancelled");
        if (const auto ok = readJpeg2000(image, *fragments, target); !ok)
            return ok;
    }
    return {};
}

}  // namespace

Result<void> readThroughDcmtk(const ImageHeader& image, std::span<const FrameTarget> targets,
                              JobControl& job) {
    const auto parsed = ParsedFile::open(image.file, ReadExtent::Everything);
    if (!parsed && parsed.error().code == ErrorCode::Truncated)
        return fail(ErrorCode::PixelDataTruncated, "the pixels break off; copy the file again",
                    parsed.error().path, tagText(tags::kPixelData));
    if (!parsed)
        return fail(parsed.error());
    const auto pixels = pixelDataOf(*parsed);
    if (!pixels)
        return fail(pixels.error());
    if (image.coding == PixelCoding::Jpeg2000)
        return readAllJpeg2000(image, *parsed, **pixels, targets, job);
    DcmtkFrames frames(image, *parsed, **pixels);
    for (const FrameTarget& target : targets) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "loading was cancelled");
        if (const auto ok = frames.read(target); !ok)
            return ok;
    }
    return {};
}

}  // namespace nodewise::dicom
