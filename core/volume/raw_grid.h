/// raw_grid.h: numbers as a file holds them, before they become a volume or labels. Internal.
#pragma once
#include "volume/ct_volume.h"
#include "volume/volume_io.h"
#include <cstddef>
#include <string>
#include <vector>

namespace nodewise::detail {

enum class NumberType {
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Float32,
    Float64
};

[[nodiscard]] std::size_t bytesOf(NumberType type);

struct RawGrid {
    GridGeometry geometry;
    NumberType type = NumberType::Int16;
    std::vector<std::byte> bytes;  ///< Native byte order, i fastest.
    double slope = 1, intercept = 0;
    std::map<std::uint16_t, std::string> names;
};

/// Integers (after slope and intercept) that fit int16 become int16, the rest float.
[[nodiscard]] CtVolume::Voxels toVoxels(const RawGrid& raw);
/// Errors: ValueOutOfRange when a number is not whole or not 0..65535.
[[nodiscard]] Result<std::vector<std::uint16_t>> toLabels(const RawGrid& raw);

/// Turns words of `size` bytes round in place.
void swapBytes(std::vector<std::byte>& bytes, std::size_t size);

[[nodiscard]] Result<RawGrid> readNrrd(const std::filesystem::path& file, JobControl& job);
[[nodiscard]] Result<void> writeNrrd(const RawGrid& raw, const std::filesystem::path& file);
[[nodiscard]] Result<RawGrid> readNifti(const std::filesystem::path& file, JobControl& job);
[[nodiscard]] Result<void> writeNifti(const RawGrid& raw, const std::filesystem::path& file);

}  // namespace nodewise::detail
