#include "dicom/frame_geometry.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::dicom {
namespace {

constexpr double kLengthTolerance = 1e-2;
constexpr double kAngleTolerance = 1e-3;

constexpr Tag kPlanePosition{0x0020, 0x9113}, kPlaneOrientation{0x0020, 0x9116},
    kPixelMeasures{0x0028, 0x9110}, kValueTransformation{0x0028, 0x9145},
    kFrameContent{0x0020, 0x9111}, kStackId{0x0020, 0x9056}, kTemporalIndex{0x0020, 0x9128},
    kMrEcho{0x0018, 0x9114}, kEffectiveEcho{0x0018, 0x9082}, kCtFrameType{0x0018, 0x9329},
    kMrFrameType{0x0018, 0x9226}, kFrameType{0x0008, 0x9007};

Result<void> readPosition(const TagReader& tags, FrameHeader& frame) {
    const auto numbers = tags.decimals(tags::kPosition, 3);
    if (!numbers)
        return fail(numbers.error());
    if (*numbers)
        frame.position = PointLps{(**numbers)[0], (**numbers)[1], (**numbers)[2]};
    return {};
}

Result<void> readOrientation(const TagReader& tags, FrameHeader& frame) {
    const auto numbers = tags.decimals(tags::kOrientation, 6);
    if (!numbers)
        return fail(numbers.error());
    if (!*numbers)
        return {};
    const auto orientation = orientationFrom(**numbers);
    if (!orientation)
        return fail(orientation.error());
    frame.orientation = *orientation;
    return {};
}

/// Sizes that must be above zero when they are there; 0 counts as not said.
Result<double> sizeOf(const TagReader& tags, Tag tag) {
    const auto number = tags.decimal(tag);
    if (!number)
        return fail(number.error());
    return std::max(0.0, number->value_or(0));
}

Result<void> readMeasures(const TagReader& tags, FrameHeader& frame) {
    const auto spacing = tags.decimals(tags::kPixelSpacing, 2);
    if (!spacing)
        return fail(spacing.error());
    if (*spacing) {
        // The first number is the distance between rows, so it runs along a column.
        const double alongColumn = (**spacing)[0];
        const double alongRow = (**spacing)[1];
        if (alongColumn <= 0 || alongRow <= 0)
            return fail(ErrorCode::TagInvalid,
                        "a pixel spacing of zero or less; ask for the file again", {},
                        tagText(tags::kPixelSpacing));
        frame.pixelSpacing = std::array<double, 2>{alongRow, alongColumn};
    }
    const auto between = sizeOf(tags, tags::kSpacingBetweenSlices);
    if (!between)
        return fail(between.error());
    const auto thickness = sizeOf(tags, tags::kSliceThickness);
    if (!thickness)
        return fail(thickness.error());
    if (*between > 0 || *thickness > 0)
        frame.thickness = *between > 0 ? *between : *thickness;
    return {};
}

Result<void> readRescale(const TagReader& tags, FrameHeader& frame, std::string& type) {
    const auto slope = tags.decimal(tags::kSlope);
    if (!slope)
        return fail(slope.error());
    const auto intercept = tags.decimal(tags::kIntercept);
    if (!intercept)
        return fail(intercept.error());
    if (*slope && **slope == 0)
        return fail(ErrorCode::TagInvalid, "a rescale slope of zero; ask for the file again", {},
                    tagText(tags::kSlope));
    if (*slope)
        frame.rescale.slope = **slope;
    if (*intercept)
        frame.rescale.intercept = **intercept;
    if (type.empty())
        type = tags.text(tags::kRescaleType);
    return {};
}

Result<void> readGroups(const TagReader& groups, FrameHeader& frame, std::string& rescaleType) {
    if (const auto ok = readPlane(groups, frame); !ok)
        return ok;
    if (const auto item = groups.firstItem(kValueTransformation))
        return readRescale(*item, frame, rescaleType);
    return {};
}

void addPart(const TagReader& groups, Tag sequence, std::initializer_list<Tag> tags,
             std::string& part) {
    if (const auto item = groups.firstItem(sequence))
        for (const Tag tag : tags)
            part += item->text(tag) + '|';
}

std::string partOfFrame(const TagReader& groups) {
    std::string part;
    addPart(groups, kFrameContent, {kStackId, kTemporalIndex}, part);
    addPart(groups, kMrEcho, {kEffectiveEcho}, part);
    addPart(groups, kCtFrameType, {kFrameType}, part);
    addPart(groups, kMrFrameType, {kFrameType}, part);
    return part;
}

std::string partOfImage(const TagReader& tags) {
    std::string part;
    for (const Tag tag : {tags::kAcquisition, tags::kEcho, tags::kTemporalPosition,
                          tags::kTriggerTime, tags::kImageType})
        part += tags.text(tag) + '|';
    return part;
}

Result<void> readFunctionalGroups(const TagReader& tags, ImageHeader& header,
                                  std::string& rescaleType) {
    FrameHeader shared;
    if (const auto groups = tags.firstItem(tags::kSharedGroups))
        if (const auto ok = readGroups(*groups, shared, rescaleType); !ok)
            return ok;
    const auto perFrame = tags.items(tags::kPerFrameGroups);
    if (!perFrame.empty() && perFrame.size() != header.frames.size())
        return fail(ErrorCode::TagInvalid,
                    std::to_string(perFrame.size()) + " descriptions of " +
                        std::to_string(header.frames.size()) + " frames; ask for the file again",
                    {}, tagText(tags::kPerFrameGroups));
    for (std::size_t i = 0; i < header.frames.size(); ++i) {
        header.frames[i] = shared;
        if (perFrame.empty())
            continue;
        if (const auto ok = readGroups(perFrame[i], header.frames[i], rescaleType); !ok)
            return ok;
        header.frames[i].part = partOfFrame(perFrame[i]);
    }
    return {};
}

}  // namespace

Result<Orientation> orientationFrom(const std::vector<double>& cosines) {
    const VectorLps row{cosines[0], cosines[1], cosines[2]};
    const VectorLps column{cosines[3], cosines[4], cosines[5]};
    const bool unit = std::abs(length(row) - 1) <= kLengthTolerance &&
                      std::abs(length(column) - 1) <= kLengthTolerance;
    if (!unit || std::abs(dot(normalized(row), normalized(column))) > kAngleTolerance)
        return fail(ErrorCode::GeometryInconsistent,
                    "the directions of rows and columns are no right-angled unit vectors; ask for "
                    "the file again",
                    {}, tagText(tags::kOrientation));
    Orientation result;
    result.row = normalized(row);
    result.column = normalized(column - result.row * dot(column, result.row));
    return result;
}

Result<void> readPlane(const TagReader& groups, FrameHeader& frame) {
    if (const auto item = groups.firstItem(kPlanePosition))
        if (const auto ok = readPosition(*item, frame); !ok)
            return ok;
    if (const auto item = groups.firstItem(kPlaneOrientation))
        if (const auto ok = readOrientation(*item, frame); !ok)
            return ok;
    if (const auto item = groups.firstItem(kPixelMeasures))
        return readMeasures(*item, frame);
    return {};
}

Result<void> readFrames(const TagReader& tags, ImageHeader& header, std::string& rescaleType) {
    const bool grouped = tags.has(tags::kSharedGroups) || tags.has(tags::kPerFrameGroups);
    if (grouped)
        return readFunctionalGroups(tags, header, rescaleType);
    FrameHeader frame;
    if (const auto ok = readRescale(tags, frame, rescaleType); !ok)
        return ok;
    if (const auto ok = readMeasures(tags, frame); !ok)
        return ok;
    if (const auto ok = readOrientation(tags, frame); !ok)
        return ok;
    frame.part = partOfImage(tags);
    // One position cannot stand for many frames.
    if (header.frames.size() == 1)
        if (const auto ok = readPosition(tags, frame); !ok)
            return ok;
    std::ranges::fill(header.frames, frame);
    return {};
}

}  // namespace nodewise::dicom
