#include "dicom/parsed_file.h"
#include "dicom/series_grouping.h"
#include "dicom/stack_geometry.h"
#include <algorithm>
#include <array>
#include <cstdio>

namespace nodewise::dicom {
namespace {

constexpr int kFewSlices = 3;

std::string rounded(double number, int digits) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, number);
    return text.data();
}

void addWarning(SeriesInfo& series, const Warning& warning) {
    if (std::ranges::find(series.warnings, warning) == series.warnings.end())
        series.warnings.push_back(warning);
}

/// The first thing in the way wins; each is a warning as well.
void addObstacle(SeriesInfo& series, ErrorCode code, const std::string& detail, Tag tag) {
    addWarning(series, {code, detail});
    if (!series.obstacle)
        series.obstacle = Error{code, detail, pathText(series.files.front()), tagText(tag)};
}

void describeGeometry(const StackGeometry& stack, SeriesInfo& series) {
    series.tiltDeg = stack.tiltDeg;
    series.uniform = stack.regular();
    if (!stack.even)
        addObstacle(series, ErrorCode::SpacingUneven,
                    "gaps between slices run from " + rounded(stack.smallestGap, 3) + " to " +
                        rounded(stack.largestGap, 3) +
                        " mm; slices are missing or uneven, load with resampling "
                        "to a regular grid",
                    tags::kPosition);
    if (stack.tilted)
        addObstacle(series, ErrorCode::GeometryInconsistent,
                    "the slices are tilted by " + rounded(stack.tiltDeg, 2) +
                        "° against their stack; load with resampling to a regular grid",
                    tags::kPosition);
    if (!stack.straight)
        addObstacle(series, ErrorCode::GeometryInconsistent,
                    "slices lie sideways of the line of their stack; load with "
                    "resampling to a "
                    "regular grid",
                    tags::kPosition);
}

/// What a single slice is as thick as; nothing can be measured between slices.
void describeThickness(const FrameHeader& frame, SeriesInfo& series) {
    series.spacing[2] = frame.thickness;
    if (frame.thickness > 0)
        return;
    series.spacing[2] = 1;
    addWarning(series,
               {ErrorCode::TagMissing, "one slice that does not say how thick it is " +
                                           tagText(tags::kSliceThickness) + "; taken as 1 mm"});
}

void describePlace(const SeriesContent& content, SeriesInfo& series) {
    const FrameHeader& first = content.frame(content.slices.front());
    if (first.pixelSpacing) {
        series.spacing[0] = (*first.pixelSpacing)[0];
        series.spacing[1] = (*first.pixelSpacing)[1];
    }
    if (!first.position || !first.orientation || !first.pixelSpacing) {
        series.uniform = false;
        const Tag missing = !first.position      ? tags::kPosition
                            : !first.orientation ? tags::kOrientation
                                                 : tags::kPixelSpacing;
        addObstacle(series, ErrorCode::GeometryMissing,
                    "the image does not say where it lies in the patient " + tagText(missing) +
                        ", so nothing can be measured on it; export the original series",
                    missing);
        return;
    }
    std::vector<PointLps> positions;
    for (const Slice& slice : content.slices)
        positions.push_back(*content.frame(slice).position);
    const double pixel = std::min(series.spacing[0], series.spacing[1]);
    const StackGeometry stack = stackGeometry(positions, *first.orientation, pixel);
    series.origin = *first.position;
    series.axes = {first.orientation->row, first.orientation->column, stack.normal};
    series.spacing[2] = stack.gap;
    if (positions.size() == 1)
        describeThickness(first, series);
    else
        describeGeometry(stack, series);
    if (positions.size() < kFewSlices)
        addWarning(series, {ErrorCode::TooFewSlices, "only " + std::to_string(positions.size()) +
                                                         " slices: not enough for a volume"});
}

}  // namespace

SeriesInfo describeSeries(std::shared_ptr<const SeriesContent> content) {
    SeriesInfo series;
    const ImageHeader& first = content->image(content->slices.front());
    series.uid = first.series;
    series.modality = first.modality;
    series.description = first.description;
    series.transferSyntax = first.transferSyntax;
    series.frameOfReference = first.frameOfReference;
    series.meaning = first.meaning;
    series.dims = {first.columns, first.rows, static_cast<int>(content->slices.size())};
    for (const auto& image : content->images) {
        series.files.push_back(image->file);
        for (const Warning& warning : image->warnings)
            addWarning(series, warning);
        if (image->meaning != first.meaning)
            series.meaning = VoxelMeaning::Arbitrary;
    }
    describePlace(*content, series);
    const std::uint64_t voxels = first.pixelsPerFrame() * content->slices.size();
    if (voxels > kMaxVoxels)
        addObstacle(series, ErrorCode::ImageTooLarge,
                    std::to_string(voxels) + " voxels are more than one volume may hold",
                    tags::kRows);
    series.content = std::move(content);
    return series;
}

}  // namespace nodewise::dicom
