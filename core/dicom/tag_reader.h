/// tag_reader.h: strict reading of single values from a parsed object. Private to core/dicom.
#pragma once
#include "base/result.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

class DcmItem;

namespace nodewise::dicom {

struct Tag {
    std::uint16_t group = 0;
    std::uint16_t element = 0;
    friend bool operator==(const Tag&, const Tag&) = default;
};

/// "(0028,0010)".
[[nodiscard]] std::string tagText(Tag tag);

namespace tags {
inline constexpr Tag kCharacterSet{0x0008, 0x0005}, kImageType{0x0008, 0x0008},
    kSopClass{0x0008, 0x0016}, kSopInstance{0x0008, 0x0018}, kModality{0x0008, 0x0060},
    kSeriesDescription{0x0008, 0x103e}, kSliceThickness{0x0018, 0x0050}, kEcho{0x0018, 0x0086},
    kSpacingBetweenSlices{0x0018, 0x0088}, kTriggerTime{0x0018, 0x1060}, kStudy{0x0020, 0x000d},
    kSeries{0x0020, 0x000e}, kAcquisition{0x0020, 0x0012}, kInstanceNumber{0x0020, 0x0013},
    kPosition{0x0020, 0x0032}, kOrientation{0x0020, 0x0037}, kFrameOfReference{0x0020, 0x0052},
    kTemporalPosition{0x0020, 0x0100}, kSamples{0x0028, 0x0002}, kPhotometric{0x0028, 0x0004},
    kFrames{0x0028, 0x0008}, kRows{0x0028, 0x0010}, kColumns{0x0028, 0x0011},
    kPixelSpacing{0x0028, 0x0030}, kBitsAllocated{0x0028, 0x0100}, kBitsStored{0x0028, 0x0101},
    kHighBit{0x0028, 0x0102}, kPixelRepresentation{0x0028, 0x0103}, kPadding{0x0028, 0x0120},
    kIntercept{0x0028, 0x1052}, kSlope{0x0028, 0x1053}, kRescaleType{0x0028, 0x1054},
    kUnits{0x0054, 0x1001}, kSuvType{0x0054, 0x1006}, kSharedGroups{0x5200, 0x9229},
    kPerFrameGroups{0x5200, 0x9230}, kFloatPixels{0x7fe0, 0x0008}, kDoublePixels{0x7fe0, 0x0009},
    kPixelData{0x7fe0, 0x0010};
}  // namespace tags

/// Reads values of one object, item or data set. An absent or empty value is nothing; a value that
/// does not fit its kind is TagInvalid with the tag as place. Does not own the item.
class TagReader {
public:
    explicit TagReader(DcmItem& item)
        : m_item(&item) {}

    [[nodiscard]] bool has(Tag tag) const;
    /// All values joined by "\", outer blanks taken off; empty when absent.
    [[nodiscard]] std::string text(Tag tag) const;
    /// As `text`, turned into UTF-8 by the object's character set (`outer` when it names none).
    [[nodiscard]] std::string utf8(Tag tag, const std::string& outer = {}) const;
    /// US or SS, also where an IS or DS stands in its place.
    [[nodiscard]] Result<std::optional<std::int64_t>> whole(Tag tag) const;
    /// DS, FD, FL … : finite numbers, exactly `count` of them.
    [[nodiscard]] Result<std::optional<std::vector<double>>> decimals(Tag tag,
                                                                      std::size_t count) const;
    /// All finite numbers of a DS list (contours); TagInvalid when one is none.
    [[nodiscard]] Result<std::vector<double>> decimalList(Tag tag) const;
    [[nodiscard]] Result<std::optional<double>> decimal(Tag tag) const;
    /// The items of a sequence; empty when absent.
    [[nodiscard]] std::vector<TagReader> items(Tag sequence) const;
    /// The first item of a sequence.
    [[nodiscard]] std::optional<TagReader> firstItem(Tag sequence) const;
    [[nodiscard]] DcmItem& item() const { return *m_item; }

private:
    DcmItem* m_item;
};

}  // namespace nodewise::dicom
