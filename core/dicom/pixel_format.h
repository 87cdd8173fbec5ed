/// pixel_format.h: from the bits of a pixel word to stored values and to values with a unit.
#pragma once
#include "base/result.h"
#include <cstdint>
#include <optional>
#include <span>

namespace nodewise::dicom {

/// How a pixel lies in its word (DICOM PS3.5 8.1.1).
struct PixelFormat {
    int bitsAllocated = 16;  ///< 8 or 16.
    int bitsStored = 16;     ///< 1 … bitsAllocated.
    int highBit = 15;        ///< bitsStored − 1 … bitsAllocated − 1.
    bool isSigned = false;

    friend bool operator==(const PixelFormat&, const PixelFormat&) = default;
};

/// value = stored × slope + intercept.
struct Rescale {
    double slope = 1;
    double intercept = 0;

    friend bool operator==(const Rescale&, const Rescale&) = default;
};

/// Errors: PixelFormatUnsupported, with the tag, for anything but 8 or 16 bits allocated;
/// TagInvalid when bits stored or high bit do not fit them.
[[nodiscard]] Result<void> checkPixelFormat(const PixelFormat& format);

/// The stored value of a word: masked to the stored bits, the sign taken from the high bit. What
/// lies in other bits (overlays, junk) is left out. @pre checkPixelFormat(format).
[[nodiscard]] std::int32_t storedValue(std::uint16_t word, const PixelFormat& format);

/// Lowest and highest of a run of values.
struct WordRange {
    std::int32_t low = 0;
    std::int32_t high = 0;
};

/// Range of the stored values of a run of words. @pre !words.empty().
[[nodiscard]] WordRange storedRange(std::span<const std::uint16_t> words,
                                    const PixelFormat& format);

/// Turns words into values in place (the same 16 bits then hold an int16) when slope and intercept
/// are whole and every value fits int16. Gives the range of the values, or nothing when they do not
/// fit; the words are then left as they were. @pre !words.empty().
[[nodiscard]] std::optional<WordRange>
convertInPlace(std::span<std::uint16_t> words, const PixelFormat& format, const Rescale& rescale);

/// Words to float values. @pre same size.
void convertToFloat(std::span<const std::uint16_t> words, const PixelFormat& format,
                    const Rescale& rescale, std::span<float> values);

}  // namespace nodewise::dicom
