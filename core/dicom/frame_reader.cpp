#include "dicom/frame_reader.h"
#include "dicom/encapsulated_reader.h"
#include "dicom/parsed_file.h"
#include <algorithm>
#include <bit>
#include <fstream>
#include <new>
#include <system_error>

namespace nodewise::dicom {
namespace {

Result<void> checkUnchanged(const ImageHeader& image) {
    std::error_code problem;
    const auto size = std::filesystem::file_size(image.file, problem);
    if (problem)
        return fail(std::filesystem::exists(image.file) ? ErrorCode::FileUnreadable
                                                        : ErrorCode::FileNotFound,
                    "the file is gone since the scan; scan again", pathText(image.file));
    if (size != image.fileSize)
        return fail(size < image.fileSize ? ErrorCode::Truncated : ErrorCode::FormatDamaged,
                    "the file has changed since the scan; scan again", pathText(image.file));
    return {};
}

void widen(std::span<const unsigned char> bytes, std::span<std::uint16_t> words) {
    std::ranges::copy(bytes, words.begin());
}

/// Swaps nothing: the caller has seen that file and machine agree on the byte order.
Result<void> readStraight(std::ifstream& in, const ImageHeader& image, const FrameTarget& target) {
    const std::uint64_t frameBytes =
        image.pixelsPerFrame() * static_cast<std::uint64_t>(image.format.bitsAllocated / 8);
    in.seekg(static_cast<std::streamoff>(image.place->offset + target.frame * frameBytes));
    if (image.format.bitsAllocated == 16) {
        in.read(reinterpret_cast<char*>(target.words.data()),
                static_cast<std::streamsize>(frameBytes));
    } else {
        std::vector<unsigned char> bytes(frameBytes);
        in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(frameBytes));
        widen(bytes, target.words);
    }
    if (!in)
        return fail(ErrorCode::PixelDataTruncated, "the pixels break off; copy the file again",
                    pathText(image.file), tagText(tags::kPixelData));
    target.arrived(image.format);
    return {};
}

Result<void> readNative(const ImageHeader& image, std::span<const FrameTarget> targets,
                        JobControl& job) {
    std::ifstream in;
    in.rdbuf()->pubsetbuf(nullptr, 0);
    in.open(image.file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::FileUnreadable, "the file cannot be opened; check its rights",
                    pathText(image.file));
    for (const FrameTarget& target : targets) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "loading was cancelled");
        if (const auto ok = readStraight(in, image, target); !ok)
            return ok;
    }
    return {};
}

}  // namespace

Result<void> readFrameWords(const ImageHeader& image, std::span<const FrameTarget> targets,
                            JobControl& job) {
    if (const auto ok = checkUnchanged(image); !ok)
        return ok;
    const bool straight = image.place && std::endian::native == std::endian::little;
    try {
        const auto read =
            straight ? readNative(image, targets, job) : readThroughDcmtk(image, targets, job);
        if (!read)
            return fail(inFile(read.error(), image.file));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory to decode the image",
                    pathText(image.file));
    } catch (const std::exception& problem) {
        return fail(ErrorCode::PixelDataDamaged, problem.what(), pathText(image.file),
                    tagText(tags::kPixelData));
    }
    return {};
}

}  // namespace nodewise::dicom
