#include "dicom/jpeg2000.h"
#include <algorithm>
#include <cstring>
#include <memory>
#include <openjpeg.h>
#include <string>

namespace nodewise::dicom {
namespace {

/// Bytes in memory as OpenJPEG's stream.
struct Memory {
    std::span<const std::byte> bytes;
    std::size_t at = 0;
};

OPJ_SIZE_T readBytes(void* buffer, OPJ_SIZE_T count, void* user) {
    auto& memory = *static_cast<Memory*>(user);
    const std::size_t there = std::min<std::size_t>(count, memory.bytes.size() - memory.at);
    if (there == 0)
        return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(buffer, memory.bytes.data() + memory.at, there);
    memory.at += there;
    return there;
}

OPJ_OFF_T skipBytes(OPJ_OFF_T count, void* user) {
    auto& memory = *static_cast<Memory*>(user);
    if (count < 0)
        return -1;
    const std::size_t there =
        std::min<std::size_t>(static_cast<std::size_t>(count), memory.bytes.size() - memory.at);
    memory.at += there;
    return static_cast<OPJ_OFF_T>(there);
}

OPJ_BOOL seekBytes(OPJ_OFF_T place, void* user) {
    auto& memory = *static_cast<Memory*>(user);
    if (place < 0 || static_cast<std::size_t>(place) > memory.bytes.size())
        return OPJ_FALSE;
    memory.at = static_cast<std::size_t>(place);
    return OPJ_TRUE;
}

// OpenJPEG's streams and codecs are both void pointers, so each has its own deleter.
struct FreeStream {
    void operator()(opj_stream_t* stream) const { opj_stream_destroy(stream); }
};
struct FreeCodec {
    void operator()(opj_codec_t* codec) const { opj_destroy_codec(codec); }
};
struct FreeImage {
    void operator()(opj_image_t* image) const { opj_image_destroy(image); }
};

using StreamPtr = std::unique_ptr<opj_stream_t, FreeStream>;
using CodecPtr = std::unique_ptr<opj_codec_t, FreeCodec>;
using ImagePtr = std::unique_ptr<opj_image_t, FreeImage>;

StreamPtr streamOver(Memory& memory) {
    StreamPtr stream(opj_stream_default_create(OPJ_TRUE));
    opj_stream_set_user_data(stream.get(), &memory, nullptr);
    opj_stream_set_user_data_length(stream.get(), memory.bytes.size());
    opj_stream_set_read_function(stream.get(), readBytes);
    opj_stream_set_skip_function(stream.get(), skipBytes);
    opj_stream_set_seek_function(stream.get(), seekBytes);
    return stream;
}

bool isJp2Box(std::span<const std::byte> bytes) {
    constexpr unsigned char kSignature[] = {0, 0, 0, 0x0c, 'j', 'P', ' ', ' '};
    return bytes.size() >= sizeof kSignature &&
           std::memcmp(bytes.data(), kSignature, sizeof kSignature) == 0;
}

tl::unexpected<Error> damaged(const std::string& what) {
    return fail(ErrorCode::PixelDataDamaged, what + "; copy the file again", {}, "(7fe0,0010)");
}

/// The head of the codestream, checked before memory for its samples is asked for.
Result<ImagePtr> readHead(opj_codec_t* codec, opj_stream_t* stream, int columns, int rows) {
    opj_image_t* raw = nullptr;
    const bool ok = opj_read_header(stream, codec, &raw) != OPJ_FALSE;
    ImagePtr image(raw);
    if (!ok || image == nullptr)
        return damaged("the JPEG 2000 data has no readable head");
    if (image->numcomps != 1)
        return fail(ErrorCode::PixelFormatUnsupported,
                    "JPEG 2000 with " + std::to_string(image->numcomps) +
                        " components; only grey images are read",
                    {}, "(7fe0,0010)");
    const std::uint64_t width = std::uint64_t{image->x1} - image->x0;
    const std::uint64_t height = std::uint64_t{image->y1} - image->y0;
    const auto& component = image->comps[0];
    if (width != static_cast<std::uint64_t>(columns) ||
        height != static_cast<std::uint64_t>(rows) || component.dx != 1 || component.dy != 1)
        return damaged("the JPEG 2000 data is " + std::to_string(width) + " × " +
                       std::to_string(height) + ", the header says " + std::to_string(columns) +
                       " × " + std::to_string(rows));
    if (component.prec < 1 || component.prec > 16)
        return fail(ErrorCode::PixelFormatUnsupported,
                    "JPEG 2000 samples of " + std::to_string(component.prec) + " bits", {},
                    "(7fe0,0010)");
    return image;
}

}  // namespace

Result<PixelFormat> decodeJpeg2000(std::span<const std::byte> codestream, int columns, int rows,
                                   bool headerSigned, std::span<std::uint16_t> words) {
    Memory memory{codestream};
    const StreamPtr stream = streamOver(memory);
    const CodecPtr codec(
        opj_create_decompress(isJp2Box(codestream) ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K));
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    if (stream == nullptr || codec == nullptr || !opj_setup_decoder(codec.get(), &parameters))
        return fail(ErrorCode::OutOfMemory, "the JPEG 2000 decoder could not be set up");
    const auto image = readHead(codec.get(), stream.get(), columns, rows);
    if (!image)
        return fail(image.error());
    if (!opj_decode(codec.get(), stream.get(), image->get()) ||
        !opj_end_decompress(codec.get(), stream.get()))
        return damaged("the JPEG 2000 data breaks off or is damaged");
    const opj_image_comp_t& component = (*image)->comps[0];
    if (component.data == nullptr || std::size_t{component.w} * component.h != words.size())
        return damaged("the JPEG 2000 data gave another size than its head");
    std::transform(component.data, component.data + words.size(), words.begin(),
                   [](OPJ_INT32 sample) { return static_cast<std::uint16_t>(sample); });
    const int precision = static_cast<int>(component.prec);
    return PixelFormat{16, precision, precision - 1, component.sgnd != 0 || headerSigned};
}

}  // namespace nodewise::dicom
