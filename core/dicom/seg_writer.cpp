#include "dicom/dataset_writer.h"
#include "dicom/dictionary.h"
#include "dicom/export.h"
#include "dicom/uid_maker.h"
#include <array>
#include <map>
#include <set>

namespace nodewise::dicom {
namespace {

constexpr const char* kSegClass = "1.2.840.10008.5.1.4.1.1.66.4";
constexpr Tag kSeriesNumber{0x0020, 0x0011}, kLossy{0x0028, 0x2110}, kType{0x0062, 0x0001},
    kSegments{0x0062, 0x0002}, kSegmentNumber{0x0062, 0x0004}, kSegmentLabel{0x0062, 0x0005},
    kAlgorithm{0x0062, 0x0008}, kAlgorithmName{0x0062, 0x0009}, kCategory{0x0062, 0x0003},
    kProperty{0x0062, 0x000f}, kTrackingId{0x0062, 0x0020}, kTrackingUid{0x0062, 0x0021},
    kIdentification{0x0062, 0x000a}, kReferencedSegment{0x0062, 0x000b},
    kContentLabel{0x0070, 0x0080}, kContentDescription{0x0070, 0x0081},
    kContentCreator{0x0070, 0x0084}, kFrameContent{0x0020, 0x9111},
    kDimensionValues{0x0020, 0x9157}, kPlanePosition{0x0020, 0x9113},
    kPlaneOrientation{0x0020, 0x9116}, kPixelMeasures{0x0028, 0x9110},
    kDerivationImages{0x0008, 0x9124}, kDerivationCode{0x0008, 0x9215},
    kSourceImages{0x0008, 0x2112}, kPurpose{0x0040, 0xa170}, kReferencedSopClass{0x0008, 0x1150},
    kReferencedSop{0x0008, 0x1155}, kReferencedSeries{0x0008, 0x1115},
    kReferencedInstances{0x0008, 0x114a}, kDimensionOrganizations{0x0020, 0x9221},
    kDimensionOrganization{0x0020, 0x9164}, kDimensionIndex{0x0020, 0x9222},
    kIndexPointer{0x0020, 0x9165}, kGroupPointer{0x0020, 0x9167}, kIndexLabel{0x0020, 0x9421},
    kOverlap{0x0062, 0x0013};

/// One frame: a label on a slice.
struct Frame {
    LabelValue label = 0;
    int slice = 0;
};

struct Plan {
    std::vector<LabelValue> labels;  ///< Segment number − 1 is the place in this list.
    std::vector<Frame> frames;       ///< By segment, then slice.
};

Plan planOf(const LabelMap& labels) {
    const auto& dims = labels.geometry().dims();
    const std::size_t pixels =
        static_cast<std::size_t>(dims[0]) * static_cast<std::size_t>(dims[1]);
    std::map<LabelValue, std::set<int>> slices;
    for (std::size_t at = 0; at < labels.labels().size(); ++at)
        if (const LabelValue label = labels.labels()[at]; label != 0)
            slices[label].insert(static_cast<int>(at / pixels));
    Plan plan;
    for (const auto& [label, where] : slices) {
        plan.labels.push_back(label);
        for (const int slice : where)
            plan.frames.push_back({label, slice});
    }
    return plan;
}

/// Lowest bit first, frames without padding between them (PS3.5 8.1.1); an even number of bytes.
std::vector<std::uint8_t> packed(const LabelMap& labels, const Plan& plan) {
    const auto& dims = labels.geometry().dims();
    const std::size_t pixels =
        static_cast<std::size_t>(dims[0]) * static_cast<std::size_t>(dims[1]);
    std::vector<std::uint8_t> bytes(((pixels * plan.frames.size() + 7) / 8 + 1) & ~std::size_t{1});
    std::size_t bit = 0;
    for (const Frame& frame : plan.frames) {
        const auto slice =
            labels.labels().subspan(static_cast<std::size_t>(frame.slice) * pixels, pixels);
        for (const LabelValue label : slice) {
            if (label == frame.label)
                bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] | 1U << bit % 8);
            ++bit;
        }
    }
    return bytes;
}

std::string nameOf(const LabelMap& labels, LabelValue label) {
    const auto name = labels.names().find(label);
    return name == labels.names().end() || name->second.empty() ? "label " + std::to_string(label)
                                                                : name->second;
}

void putSegments(const LabelMap& labels, const Plan& plan, const ExportAttributes& attributes,
                 ItemWriter root) {
    const std::string& seed = attributes.seed;
    for (std::size_t n = 0; n < plan.labels.size(); ++n) {
        const std::string name = nameOf(labels, plan.labels[n]);
        ItemWriter segment = root.addItem(kSegments);
        segment.code(kCategory, "123037004", "SCT", "Anatomical Structure")
            .number(kSegmentNumber, static_cast<std::uint16_t>(n + 1))
            .text(kSegmentLabel, name.substr(0, 64))
            .text(kAlgorithm, attributes.outlinedBy.empty() ? "MANUAL" : "SEMIAUTOMATIC")
            .text(kTrackingId, name)
            .text(kTrackingUid, uidFrom("segment|" + seed + '|' + name + '|' + std::to_string(n)));
        if (!attributes.outlinedBy.empty())
            segment.text(kAlgorithmName, attributes.outlinedBy);
        if (name.starts_with("node"))
            segment.code(kProperty, "59441001", "SCT", "Lymph node");
        else
            segment.code(kProperty, "85756007", "SCT", "Tissue");
    }
}

void putDimensions(const std::string& seed, ItemWriter root) {
    const std::string organization = uidFrom("dimensions|" + seed);
    root.addItem(kDimensionOrganizations).text(kDimensionOrganization, organization);
    root.addItem(kDimensionIndex)
        .text(kDimensionOrganization, organization)
        .pointer(kIndexPointer, kReferencedSegment)
        .pointer(kGroupPointer, kIdentification)
        .text(kIndexLabel, "Segment");
    root.addItem(kDimensionIndex)
        .text(kDimensionOrganization, organization)
        .pointer(kIndexPointer, tags::kPosition)
        .pointer(kGroupPointer, kPlanePosition)
        .text(kIndexLabel, "Position");
}

void putSharedGroups(const GridGeometry& grid, ItemWriter root) {
    const VectorLps r = grid.axis(0), c = grid.axis(1);
    ItemWriter groups = root.addItem(tags::kSharedGroups);
    groups.addItem(kPlaneOrientation)
        .decimals(tags::kOrientation, std::array{r.x, r.y, r.z, c.x, c.y, c.z});
    groups.addItem(kPixelMeasures)
        .decimals(tags::kSliceThickness, std::array{grid.spacing()[2]})
        .decimals(tags::kSpacingBetweenSlices, std::array{grid.spacing()[2]})
        .decimals(tags::kPixelSpacing, std::array{grid.spacing()[1], grid.spacing()[0]});
}

void putFrame(PointLps p, const Frame& frame, std::uint32_t segment, const WrittenSeries& series,
              ItemWriter root) {
    ItemWriter groups = root.addItem(tags::kPerFrameGroups);
    ItemWriter derivation = groups.addItem(kDerivationImages);
    derivation.code(kDerivationCode, "113076", "DCM", "Segmentation");
    derivation.addItem(kSourceImages)
        .text(kReferencedSopClass, series.imageClassUid)
        .text(kReferencedSop, series.instanceUids[static_cast<std::size_t>(frame.slice)])
        .code(kPurpose, "121322", "DCM", "Source image for image processing operation");
    groups.addItem(kFrameContent)
        .counts(kDimensionValues, std::array{segment, static_cast<std::uint32_t>(frame.slice + 1)});
    groups.addItem(kPlanePosition).decimals(tags::kPosition, std::array{p.x, p.y, p.z});
    groups.addItem(kIdentification).number(kReferencedSegment, static_cast<std::uint16_t>(segment));
}

void putReferences(const WrittenSeries& series, ItemWriter root) {
    ItemWriter referenced = root.addItem(kReferencedSeries);
    for (const std::string& instance : series.instanceUids)
        referenced.addItem(kReferencedInstances)
            .text(kReferencedSopClass, series.imageClassUid)
            .text(kReferencedSop, instance);
    referenced.text(tags::kSeries, series.seriesUid);
}

void putImage(const LabelMap& labels, const Plan& plan, ItemWriter root) {
    const auto& dims = labels.geometry().dims();
    root.number(tags::kSamples, 1)
        .text(tags::kPhotometric, "MONOCHROME2")
        .text(tags::kFrames, std::to_string(plan.frames.size()))
        .number(tags::kRows, static_cast<std::uint16_t>(dims[1]))
        .number(tags::kColumns, static_cast<std::uint16_t>(dims[0]))
        .number(tags::kBitsAllocated, 1)
        .number(tags::kBitsStored, 1)
        .number(tags::kHighBit, 0)
        .number(tags::kPixelRepresentation, 0)
        .text(kLossy, "00")
        .text(kType, "BINARY")
        .text(kOverlap, "NO")
        .text(kContentLabel, "NODES")
        .text(kContentDescription, "Nodes and structures")
        .empty(kContentCreator)
        .bytes(tags::kPixelData, packed(labels, plan));
}

}  // namespace

Result<void> writeSegmentation(const LabelMap& labels, const std::filesystem::path& file,
                               const WrittenSeries& series, const ExportAttributes& attributes,
                               JobControl& job) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    const GridGeometry& grid = labels.geometry();
    if (static_cast<std::size_t>(grid.dims()[2]) != series.instanceUids.size())
        return fail(ErrorCode::GridMismatch, "the labels have " + std::to_string(grid.dims()[2]) +
                                                 " slices, the series " +
                                                 std::to_string(series.instanceUids.size()));
    if (const auto& places = attributes.slicePositions;
        !places.empty() && places.size() != series.instanceUids.size())
        return fail(ErrorCode::GridMismatch, "slicePositions must hold one place a slice");
    const Plan plan = planOf(labels);
    if (plan.frames.empty())
        return fail(ErrorCode::EmptyMask, "there is no label to write");
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "writing the segmentation was cancelled");
    ObjectWriter object(kSegClass, uidFrom("seg|" + attributes.seed + "|1"), attributes, series);
    ItemWriter root = object.root();
    root.text(tags::kImageType, "DERIVED\\PRIMARY")
        .text(tags::kModality, "SEG")
        .text(tags::kSeries, uidFrom("seg|" + attributes.seed))
        .text(kSeriesNumber, "2")
        .text(tags::kInstanceNumber, "1");
    putReferences(series, root);
    putSegments(labels, plan, attributes, root);
    putDimensions(attributes.seed, root);
    putSharedGroups(grid, root);
    std::map<LabelValue, std::uint32_t> numbers;
    for (const LabelValue label : plan.labels)
        numbers[label] = static_cast<std::uint32_t>(numbers.size() + 1);
    for (const Frame& frame : plan.frames)
        putFrame(attributes.positionOf(frame.slice, grid), frame, numbers[frame.label], series,
                 root);
    putImage(labels, plan, root);
    job.report(1, "write");
    return object.save(file);
}

}  // namespace nodewise::dicom
