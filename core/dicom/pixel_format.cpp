#include "dicom/pixel_format.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace nodewise::dicom {
namespace {

/// The stored bits moved to the top of a 16-bit word, then back with or without sign: two shifts
/// that the compiler can do on many words at once.
struct Shifts {
    int up;
    int down;
};

Shifts shiftsOf(const PixelFormat& format) {
    return {15 - format.highBit, 16 - format.bitsStored};
}

std::int16_t signedStored(std::uint16_t word, Shifts s) {
    return static_cast<std::int16_t>(
        static_cast<std::int16_t>(static_cast<std::uint16_t>(word << s.up)) >> s.down);
}

std::uint16_t unsignedStored(std::uint16_t word, Shifts s) {
    return static_cast<std::uint16_t>(static_cast<std::uint16_t>(word << s.up) >> s.down);
}

template <class Stored>
WordRange rangeBy(std::span<const std::uint16_t> words, Stored stored) {
    std::int16_t low = stored(words.front());
    std::int16_t high = low;
    for (const std::uint16_t word : words) {
        const std::int16_t value = stored(word);
        low = std::min(low, value);
        high = std::max(high, value);
    }
    return {low, high};
}

/// Every processor compares eight signed words at once, not every one unsigned words: the latter
/// are moved down by half their range first.
constexpr std::int32_t kHalfRange = 32768;

std::int16_t movedDown(std::uint16_t value) {
    return static_cast<std::int16_t>(value ^ 0x8000U);
}

/// Stored × slope + intercept in 16-bit arithmetic: the range was checked, so nothing is lost.
template <class Stored>
void applyWhole(std::span<std::uint16_t> words, Stored stored, std::int32_t slope,
                std::int32_t intercept) {
    const auto add = static_cast<std::uint16_t>(intercept);
    if (slope == 1) {
        for (auto& word : words)
            word = static_cast<std::uint16_t>(static_cast<std::uint16_t>(stored(word)) + add);
        return;
    }
    for (auto& word : words)
        word = static_cast<std::uint16_t>(stored(word) * slope + intercept);
}

bool isSmallWhole(double number) {
    return std::floor(number) == number && std::abs(number) <= 65536;
}

bool fitsInt16(double value) {
    return value >= std::numeric_limits<std::int16_t>::min() &&
           value <= std::numeric_limits<std::int16_t>::max();
}

std::string bits(int count) {
    return std::to_string(count);
}

}  // namespace

Result<void> checkPixelFormat(const PixelFormat& format) {
    if (format.bitsAllocated != 8 && format.bitsAllocated != 16)
        return fail(ErrorCode::PixelFormatUnsupported,
                    bits(format.bitsAllocated) +
                        " bits allocated; only 8 and 16 bit images are read",
                    {}, "(0028,0100)");
    if (format.bitsStored < 1 || format.bitsStored > format.bitsAllocated)
        return fail(ErrorCode::TagInvalid,
                    bits(format.bitsStored) + " bits stored do not fit " +
                        bits(format.bitsAllocated) + " bits allocated; ask for the file again",
                    {}, "(0028,0101)");
    if (format.highBit < format.bitsStored - 1 || format.highBit >= format.bitsAllocated)
        return fail(ErrorCode::TagInvalid,
                    "high bit " + bits(format.highBit) + " does not fit " +
                        bits(format.bitsStored) + " bits stored; ask for the file again",
                    {}, "(0028,0102)");
    return {};
}

std::int32_t storedValue(std::uint16_t word, const PixelFormat& format) {
    const Shifts shifts = shiftsOf(format);
    return format.isSigned ? std::int32_t{signedStored(word, shifts)}
                           : std::int32_t{unsignedStored(word, shifts)};
}

WordRange storedRange(std::span<const std::uint16_t> words, const PixelFormat& format) {
    const Shifts shifts = shiftsOf(format);
    if (format.isSigned)
        return rangeBy(words, [shifts](std::uint16_t w) { return signedStored(w, shifts); });
    const WordRange moved =
        rangeBy(words, [shifts](std::uint16_t w) { return movedDown(unsignedStored(w, shifts)); });
    return {moved.low + kHalfRange, moved.high + kHalfRange};
}

std::optional<WordRange> convertInPlace(std::span<std::uint16_t> words, const PixelFormat& format,
                                        const Rescale& rescale) {
    if (!isSmallWhole(rescale.slope) || !isSmallWhole(rescale.intercept))
        return std::nullopt;
    const WordRange stored = storedRange(words, format);
    const double a = stored.low * rescale.slope + rescale.intercept;
    const double b = stored.high * rescale.slope + rescale.intercept;
    if (!fitsInt16(a) || !fitsInt16(b))
        return std::nullopt;
    const auto slope = static_cast<std::int32_t>(rescale.slope);
    const auto intercept = static_cast<std::int32_t>(rescale.intercept);
    const Shifts shifts = shiftsOf(format);
    const WordRange range{static_cast<std::int32_t>(std::min(a, b)),
                          static_cast<std::int32_t>(std::max(a, b))};
    // All 16 bits stored and nothing to rescale: the words are the values.
    if (slope == 1 && intercept == 0 && shifts.down == 0)
        return range;
    if (format.isSigned)
        applyWhole(
            words, [shifts](std::uint16_t w) { return signedStored(w, shifts); }, slope, intercept);
    else
        applyWhole(
            words, [shifts](std::uint16_t w) { return unsignedStored(w, shifts); }, slope,
            intercept);
    return range;
}

void convertToFloat(std::span<const std::uint16_t> words, const PixelFormat& format,
                    const Rescale& rescale, std::span<float> values) {
    for (std::size_t i = 0; i < words.size(); ++i)
        values[i] =
            static_cast<float>(storedValue(words[i], format) * rescale.slope + rescale.intercept);
}

}  // namespace nodewise::dicom
