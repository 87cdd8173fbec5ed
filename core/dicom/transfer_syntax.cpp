#include "dicom/transfer_syntax.h"
#include <algorithm>
#include <array>
#include <string_view>

namespace nodewise::dicom {
namespace {

struct Readable {
    std::string_view uid;
    PixelCoding coding;
};

constexpr std::array<Readable, 14> kReadable{{
    {"1.2.840.10008.1.2", PixelCoding::NativeLittle},
    {"1.2.840.10008.1.2.1", PixelCoding::NativeLittle},
    {"1.2.840.10008.1.2.1.99", PixelCoding::NativeOther},
    {"1.2.840.10008.1.2.2", PixelCoding::NativeOther},
    {"1.2.840.10008.1.2.4.50", PixelCoding::DcmtkCodec},
    {"1.2.840.10008.1.2.4.51", PixelCoding::DcmtkCodec},
    {"1.2.840.10008.1.2.4.53", PixelCoding::DcmtkCodec},
    {"1.2.840.10008.1.2.4.57", PixelCoding::DcmtkCodec},
    {"1.2.840.10008.1.2.4.70", PixelCoding::DcmtkCodec},
    {"1.2.840.10008.1.2.4.80", PixelCoding::DcmtkCodec},
    {"1.2.840.10008.1.2.4.81", PixelCoding::DcmtkCodec},
    {"1.2.840.10008.1.2.5", PixelCoding::DcmtkCodec},
    {"1.2.840.10008.1.2.4.90", PixelCoding::Jpeg2000},
    {"1.2.840.10008.1.2.4.91", PixelCoding::Jpeg2000},
}};

struct Named {
    std::string_view uidStart;
    std::string_view name;
};

/// What is not read, by the start of its UID; the longer start stands first.
constexpr std::array<Named, 14> kRefused{{
    {"1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 (lossless)"},
    {"1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 (RPCL, lossless)"},
    {"1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"},
    {"1.2.840.10008.1.2.4.204", "JPIP High-Throughput JPEG 2000, pixels on a server"},
    {"1.2.840.10008.1.2.4.205", "JPIP High-Throughput JPEG 2000, pixels on a server"},
    {"1.2.840.10008.1.2.4.10", "MPEG video"},
    {"1.2.840.10008.1.2.4.11", "JPEG XL"},
    {"1.2.840.10008.1.2.4.92", "JPEG 2000 part 2 (lossless)"},
    {"1.2.840.10008.1.2.4.93", "JPEG 2000 part 2"},
    {"1.2.840.10008.1.2.4.94", "JPIP, pixels on a server"},
    {"1.2.840.10008.1.2.4.95", "JPIP deflated, pixels on a server"},
    {"1.2.840.10008.1.2.7", "SMPTE ST 2110 video"},
    {"1.2.840.10008.1.2.4.5", "a retired JPEG process"},
    {"1.2.840.10008.1.2.4.6", "a retired JPEG process"},
}};

}  // namespace

Result<PixelCoding> pixelCodingOf(const std::string& transferSyntaxUid) {
    if (transferSyntaxUid.empty())
        return PixelCoding::NativeLittle;
    const auto* readable = std::ranges::find(kReadable, transferSyntaxUid, &Readable::uid);
    if (readable != kReadable.end())
        return readable->coding;
    const auto* refused = std::ranges::find_if(
        kRefused, [&](const Named& n) { return transferSyntaxUid.starts_with(n.uidStart); });
    const std::string name =
        refused == kRefused.end() ? "an unknown encoding" : std::string(refused->name);
    return fail(ErrorCode::TransferSyntaxUnsupported,
                "the pixels are stored as " + name + " (" + transferSyntaxUid +
                    "), which is not read; export the series again without compression",
                {}, "(0002,0010)");
}

}  // namespace nodewise::dicom
