#include "volume/raw_grid.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace nodewise::detail {
namespace {

constexpr double kInt16Low = std::numeric_limits<std::int16_t>::min();
constexpr double kInt16High = std::numeric_limits<std::int16_t>::max();

template <class T, class F>
void forEachAs(const RawGrid& raw, F&& use) {
    const std::size_t count = raw.bytes.size() / sizeof(T);
    for (std::size_t at = 0; at < count; ++at) {
        T number;
        std::memcpy(&number, raw.bytes.data() + at * sizeof(T), sizeof(T));
        use(at, number);
    }
}

/// Calls `use(index, number)` with every number in its own type.
template <class F>
void forEachNumber(const RawGrid& raw, F&& use) {
    switch (raw.type) {
    case NumberType::Int8:
        return forEachAs<std::int8_t>(raw, use);
    case NumberType::UInt8:
        return forEachAs<std::uint8_t>(raw, use);
    case NumberType::Int16:
        return forEachAs<std::int16_t>(raw, use);
    case NumberType::UInt16:
        return forEachAs<std::uint16_t>(raw, use);
    case NumberType::Int32:
        return forEachAs<std::int32_t>(raw, use);
    case NumberType::UInt32:
        return forEachAs<std::uint32_t>(raw, use);
    case NumberType::Int64:
        return forEachAs<std::int64_t>(raw, use);
    case NumberType::UInt64:
        return forEachAs<std::uint64_t>(raw, use);
    case NumberType::Float32:
        return forEachAs<float>(raw, use);
    case NumberType::Float64:
        return forEachAs<double>(raw, use);
    }
}

bool isFloating(NumberType type) {
    return type == NumberType::Float32 || type == NumberType::Float64;
}

bool isWhole(double number) {
    return std::floor(number) == number;
}

bool fitsInt16(const RawGrid& raw) {
    if (isFloating(raw.type) || !isWhole(raw.slope) || !isWhole(raw.intercept))
        return false;
    bool fits = true;
    forEachNumber(raw, [&](std::size_t, auto number) {
        const double value = static_cast<double>(number) * raw.slope + raw.intercept;
        fits = fits && value >= kInt16Low && value <= kInt16High;
    });
    return fits;
}

}  // namespace

std::size_t bytesOf(NumberType type) {
    constexpr std::array<std::size_t, 10> size{1, 1, 2, 2, 4, 4, 8, 8, 4, 8};
    return size[static_cast<std::size_t>(type)];
}

CtVolume::Voxels toVoxels(const RawGrid& raw) {
    const std::size_t count = raw.geometry.voxelCount();
    const auto scaled = [&](auto number) {
        return static_cast<double>(number) * raw.slope + raw.intercept;
    };
    if (fitsInt16(raw)) {
        CtVolume::Int16Voxels voxels(count);
        forEachNumber(raw, [&](std::size_t at, auto number) {
            voxels[at] = static_cast<std::int16_t>(scaled(number));
        });
        return voxels;
    }
    CtVolume::FloatVoxels voxels(count);
    forEachNumber(
        raw, [&](std::size_t at, auto number) { voxels[at] = static_cast<float>(scaled(number)); });
    return voxels;
}

Result<std::vector<std::uint16_t>> toLabels(const RawGrid& raw) {
    std::vector<std::uint16_t> labels(raw.geometry.voxelCount());
    bool good = true;
    forEachNumber(raw, [&](std::size_t at, auto number) {
        const double value = static_cast<double>(number) * raw.slope + raw.intercept;
        const bool label = value >= 0 && value <= 65535 && isWhole(value);
        good = good && label;
        labels[at] = label ? static_cast<std::uint16_t>(value) : std::uint16_t{0};
    });
    if (!good)
        return fail(
            ErrorCode::ValueOutOfRange,
            "labels must be whole numbers from 0 to 65535; give a label file, not an image");
    return labels;
}

void swapBytes(std::vector<std::byte>& bytes, std::size_t size) {
    for (std::size_t at = 0; at + size <= bytes.size(); at += size)
        std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                     bytes.begin() + static_cast<std::ptrdiff_t>(at + size));
}

}  // namespace nodewise::detail
