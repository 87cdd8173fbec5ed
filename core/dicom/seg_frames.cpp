#include "dicom/seg_frames.h"
#include <algorithm>

namespace nodewise::dicom {
namespace {

constexpr Tag kSegmentationType{0x0062, 0x0001}, kSegments{0x0062, 0x0002},
    kSegmentNumber{0x0062, 0x0004}, kSegmentLabel{0x0062, 0x0005},
    kSegmentIdentification{0x0062, 0x000a}, kReferencedSegment{0x0062, 0x000b},
    kFractionalMax{0x0062, 0x000e};
constexpr std::string_view kSegClass = "1.2.840.10008.5.1.4.1.1.66.4";
constexpr std::string_view kLabelMapClass = "1.2.840.10008.5.1.4.1.1.66.7";

Result<std::int64_t> numberOf(const TagReader& tags, Tag tag, std::int64_t low, std::int64_t high) {
    const auto number = tags.whole(tag);
    if (!number)
        return fail(number.error());
    if (!*number)
        return fail(ErrorCode::TagMissing,
                    "a value the segmentation needs is missing; export it again", {}, tagText(tag));
    if (**number < low || **number > high)
        return fail(ErrorCode::TagInvalid,
                    std::to_string(**number) + " is out of range; export it again", {},
                    tagText(tag));
    return **number;
}

Result<void> readKind(const TagReader& tags, SegHeader& header) {
    const std::string sopClass = tags.text(tags::kSopClass);
    if (sopClass != kSegClass && sopClass != kLabelMapClass)
        return fail(ErrorCode::NotAnImage, "this is no DICOM SEG", {}, tagText(tags::kSopClass));
    const std::string type = tags.text(kSegmentationType);
    if (type == "LABELMAP" || sopClass == kLabelMapClass)
        header.kind = SegKind::LabelMap;
    else if (type == "FRACTIONAL")
        header.kind = SegKind::Fractional;
    else if (type != "BINARY")
        return fail(ErrorCode::TagInvalid, "a segmentation of unknown type \"" + type + "\"", {},
                    tagText(kSegmentationType));
    if (header.kind == SegKind::Fractional) {
        const auto max = numberOf(tags, kFractionalMax, 1, 65535);
        if (!max)
            return fail(max.error());
        header.fractionalMax = *max;
    }
    if (header.kind == SegKind::LabelMap)
        header.background = tags.whole(tags::kPadding).value_or(0).value_or(0);
    return {};
}

Result<void> readLayout(const TagReader& tags, SegHeader& header) {
    const auto rows = numberOf(tags, tags::kRows, 1, 65535);
    if (!rows)
        return fail(rows.error());
    const auto columns = numberOf(tags, tags::kColumns, 1, 65535);
    if (!columns)
        return fail(columns.error());
    const auto bits = numberOf(tags, tags::kBitsAllocated, 1, 64);
    if (!bits)
        return fail(bits.error());
    std::int64_t frames = 1;
    if (!tags.text(tags::kFrames).empty()) {
        const auto count = numberOf(tags, tags::kFrames, 1, 2147483647);
        if (!count)
            return fail(count.error());
        frames = *count;
    }
    const bool fits = header.kind == SegKind::Binary ? *bits == 1
                      : header.kind == SegKind::Fractional
                          ? *bits == 8
                          : *bits == 1 || *bits == 8 || *bits == 16;
    if (!fits)
        return fail(ErrorCode::PixelFormatUnsupported,
                    std::to_string(*bits) + " bits allocated in this kind of segmentation", {},
                    tagText(tags::kBitsAllocated));
    if (static_cast<std::uint64_t>(*rows * *columns) * static_cast<std::uint64_t>(frames) >
        kMaxVoxels)
        return fail(ErrorCode::ImageTooLarge, "more pixels than one volume may hold", {},
                    tagText(tags::kRows));
    header.rows = static_cast<int>(*rows);
    header.columns = static_cast<int>(*columns);
    header.bitsAllocated = static_cast<int>(*bits);
    header.frames.resize(static_cast<std::size_t>(frames));
    return {};
}

Result<void> readNames(const TagReader& tags, SegHeader& header) {
    const std::string characterSet = tags.text(tags::kCharacterSet);
    for (const TagReader& segment : tags.items(kSegments)) {
        const auto number = numberOf(segment, kSegmentNumber, 0, 65535);
        if (!number)
            return fail(number.error());
        // Segment 0 of a label map is its background.
        if (*number > 0)
            header.names[static_cast<LabelValue>(*number)] =
                segment.utf8(kSegmentLabel, characterSet);
    }
    return {};
}

Result<void> readSegment(const TagReader& groups, SegFrame& frame) {
    const auto item = groups.firstItem(kSegmentIdentification);
    if (!item)
        return {};
    const auto number = numberOf(*item, kReferencedSegment, 1, 65535);
    if (!number)
        return fail(number.error());
    frame.segment = static_cast<LabelValue>(*number);
    return {};
}

Result<void> readSegFrames(const TagReader& tags, SegHeader& header) {
    SegFrame shared;
    if (const auto groups = tags.firstItem(tags::kSharedGroups)) {
        if (const auto ok = readPlane(*groups, shared.plane); !ok)
            return ok;
        if (const auto ok = readSegment(*groups, shared); !ok)
            return ok;
    }
    const auto perFrame = tags.items(tags::kPerFrameGroups);
    if (perFrame.size() != header.frames.size())
        return fail(ErrorCode::TagInvalid,
                    std::to_string(perFrame.size()) + " descriptions of " +
                        std::to_string(header.frames.size()) + " frames; export it again",
                    {}, tagText(tags::kPerFrameGroups));
    for (std::size_t i = 0; i < perFrame.size(); ++i) {
        SegFrame& frame = header.frames[i];
        frame = shared;
        if (const auto ok = readPlane(perFrame[i], frame.plane); !ok)
            return ok;
        if (const auto ok = readSegment(perFrame[i], frame); !ok)
            return ok;
        if (header.kind != SegKind::LabelMap && frame.segment == 0)
            return fail(ErrorCode::TagMissing,
                        "frame " + std::to_string(i + 1) + " names no segment; export it again", {},
                        tagText(kReferencedSegment));
    }
    return {};
}

}  // namespace

Result<SegHeader> readSegHeader(const TagReader& tags) {
    SegHeader header;
    if (const auto ok = readKind(tags, header); !ok)
        return fail(ok.error());
    if (const auto ok = readLayout(tags, header); !ok)
        return fail(ok.error());
    if (const auto ok = readNames(tags, header); !ok)
        return fail(ok.error());
    if (const auto ok = readSegFrames(tags, header); !ok)
        return fail(ok.error());
    return header;
}

}  // namespace nodewise::dicom
