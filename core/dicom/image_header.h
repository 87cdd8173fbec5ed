/// image_header.h: what one image file says about itself, checked. Private to core/dicom.
#pragma once
#include "base/result.h"
#include "dicom/pixel_format.h"
#include "dicom/transfer_syntax.h"
#include "dicom/warning.h"
#include "geometry/point.h"
#include "volume/ct_volume.h"
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::dicom {

/// Directions of a row (along which the column number grows) and of a column; unit, right-angled.
struct Orientation {
    VectorLps row, column;
    friend bool operator==(const Orientation&, const Orientation&) = default;
};

/// One slice: a single-frame image, or one frame of many.
struct FrameHeader {
    std::optional<PointLps> position;
    std::optional<Orientation> orientation;
    std::optional<std::array<double, 2>> pixelSpacing;  ///< Along a row, along a column; mm.
    double thickness = 0;                               ///< mm; 0 when not said.
    Rescale rescale;
    std::string part;  ///< Acquisition, echo, phase …: tells slices at one place apart.
};

/// Where the pixels of an uncompressed little-endian file lie, seen and checked byte for byte.
struct PixelPlace {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

struct ImageHeader {
    std::filesystem::path file;
    std::uint64_t fileSize = 0;
    std::string sopClass, sopInstance, series, modality, description, frameOfReference;
    std::string transferSyntax;
    PixelCoding coding = PixelCoding::NativeLittle;
    int rows = 0, columns = 0;
    PixelFormat format;
    std::int64_t instanceNumber = 0;
    VoxelMeaning meaning = VoxelMeaning::Arbitrary;
    std::optional<PixelPlace> place;
    std::vector<FrameHeader> frames;
    Warnings warnings;

    [[nodiscard]] std::size_t pixelsPerFrame() const {
        return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
    }
};

/// Largest number of voxels read as one volume: 2 GiB as int16.
inline constexpr std::uint64_t kMaxVoxels = std::uint64_t{1} << 30;

/// Reads and checks a header; pixels are not touched. Errors: FileNotFound, FileUnreadable,
/// NotDicom, NotAnImage, NoPixelData, Truncated, PixelDataTruncated, PixelDataDamaged,
/// PixelFormatUnsupported, TransferSyntaxUnsupported, TagMissing, TagInvalid, GeometryInconsistent,
/// ImageTooLarge. Thread-safe. @pre ensureDictionary().
[[nodiscard]] Result<ImageHeader> readImageHeader(const std::filesystem::path& file);

}  // namespace nodewise::dicom
