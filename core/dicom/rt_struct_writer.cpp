#include "annotation/contour.h"
#include "dicom/dataset_writer.h"
#include "dicom/dictionary.h"
#include "dicom/export.h"
#include "dicom/uid_maker.h"
#include <array>
#include <cstdio>

namespace nodewise::dicom {
namespace {

constexpr const char* kRtStructClass = "1.2.840.10008.5.1.4.1.1.481.3";
constexpr const char* kStudyClass = "1.2.840.10008.3.1.2.3.1";
constexpr Tag kOperators{0x0008, 0x1070}, kSopClassRef{0x0008, 0x1150}, kSopRef{0x0008, 0x1155},
    kSeriesNumber{0x0020, 0x0011}, kSetLabel{0x3006, 0x0002}, kSetDate{0x3006, 0x0008},
    kSetTime{0x3006, 0x0009}, kFrames{0x3006, 0x0010}, kStudies{0x3006, 0x0012},
    kSeriesList{0x3006, 0x0014}, kContourImages{0x3006, 0x0016}, kRois{0x3006, 0x0020},
    kRoiNumber{0x3006, 0x0022}, kRoiFrame{0x3006, 0x0024}, kRoiName{0x3006, 0x0026},
    kColour{0x3006, 0x002a}, kRoiAlgorithm{0x3006, 0x0036}, kRoiContours{0x3006, 0x0039},
    kContours{0x3006, 0x0040}, kContourType{0x3006, 0x0042}, kPoints{0x3006, 0x0046},
    kContourData{0x3006, 0x0050}, kObservations{0x3006, 0x0080}, kObservation{0x3006, 0x0082},
    kReferencedRoi{0x3006, 0x0084}, kRoiType{0x3006, 0x00a4}, kInterpreter{0x3006, 0x00a6};

struct Region {
    LabelValue label = 0;
    std::string name;
};

std::vector<Region> regionsOf(const LabelMap& labels) {
    std::vector<bool> seen(65536);
    for (const LabelValue label : labels.labels())
        seen[label] = true;
    std::vector<Region> regions;
    for (std::size_t label = 1; label < seen.size(); ++label) {
        if (!seen[label])
            continue;
        const auto value = static_cast<LabelValue>(label);
        const auto name = labels.names().find(value);
        regions.push_back({value, name == labels.names().end() || name->second.empty()
                                      ? "label " + std::to_string(label)
                                      : name->second});
    }
    return regions;
}

SlicePlane planeOfSlice(const GridGeometry& grid, int k) {
    return {grid.toPatient(VoxelIndex{0, 0, k}), grid.axis(0) * grid.spacing()[0],
            grid.axis(1) * grid.spacing()[1]};
}

/// Thousandths of a millimetre: short enough that a long contour fits its element.
std::string contourText(const std::vector<PointLps>& points) {
    std::string text;
    std::array<char, 64> one{};
    for (const PointLps& p : points) {
        std::snprintf(one.data(), one.size(), "%s%.3f\\%.3f\\%.3f", text.empty() ? "" : "\\", p.x,
                      p.y, p.z);
        text += one.data();
    }
    return text;
}

void putReferences(const WrittenSeries& series, ItemWriter root) {
    ItemWriter frame = root.addItem(kFrames);
    frame.text(tags::kFrameOfReference, series.frameOfReferenceUid);
    ItemWriter study = frame.addItem(kStudies);
    study.text(kSopClassRef, kStudyClass).text(kSopRef, series.studyUid);
    ItemWriter images = study.addItem(kSeriesList);
    images.text(tags::kSeries, series.seriesUid);
    for (const std::string& instance : series.instanceUids)
        images.addItem(kContourImages)
            .text(kSopClassRef, series.imageClassUid)
            .text(kSopRef, instance);
}

void putSlice(const LabelMap& labels, const Region& region, int k, const WrittenSeries& series,
              ItemWriter roi) {
    const SlicePlane plane = planeOfSlice(labels.geometry(), k);
    for (const Contour& line :
         contoursOfLabel(labels, region.label, plane, ContourSmoothing::None)) {
        if (!line.closed || line.points.size() < 3)
            continue;
        ItemWriter contour = roi.addItem(kContours);
        contour.addItem(kContourImages)
            .text(kSopClassRef, series.imageClassUid)
            .text(kSopRef, series.instanceUids[static_cast<std::size_t>(k)]);
        contour.text(kContourType, "CLOSED_PLANAR")
            .text(kPoints, std::to_string(line.points.size()))
            .text(kContourData, contourText(line.points));
    }
}

void putRegion(const LabelMap& labels, const Region& region, std::size_t number,
               const WrittenSeries& series, const ExportAttributes& attributes, ItemWriter root) {
    const std::string id = std::to_string(number);
    root.addItem(kRois)
        .text(kRoiNumber, id)
        .text(kRoiFrame, series.frameOfReferenceUid)
        .text(kRoiName, region.name.substr(0, 64))
        .text(kRoiAlgorithm, attributes.outlinedBy.empty() ? "MANUAL" : "SEMIAUTOMATIC");
    ItemWriter roi = root.addItem(kRoiContours);
    roi.text(kColour, "240\\228\\66").text(kReferencedRoi, id);
    const auto box = labels.boxOf(region.label);
    for (int k = box->low.k; k <= box->high.k; ++k)
        putSlice(labels, region, k, series, roi);
    root.addItem(kObservations)
        .text(kObservation, id)
        .text(kReferencedRoi, id)
        .empty(kRoiType)
        .empty(kInterpreter);
}

}  // namespace

Result<void> writeRtStruct(const LabelMap& labels, const std::filesystem::path& file,
                           const WrittenSeries& series, const ExportAttributes& attributes,
                           JobControl& job) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    if (static_cast<std::size_t>(labels.geometry().dims()[2]) != series.instanceUids.size())
        return fail(ErrorCode::GridMismatch, "the labels and the series differ in slices");
    if (!attributes.slicePositions.empty())
        return fail(ErrorCode::GridMismatch,
                    "structures of a tilted stack are not written; write a segmentation");
    const std::vector<Region> regions = regionsOf(labels);
    if (regions.empty())
        return fail(ErrorCode::EmptyMask, "there is no label to write");
    ObjectWriter object(kRtStructClass, uidFrom("rtstruct|" + attributes.seed + "|1"), attributes,
                        series);
    ItemWriter root = object.root();
    root.text(tags::kModality, "RTSTRUCT")
        .text(tags::kSeries, uidFrom("rtstruct|" + attributes.seed))
        .text(kSeriesNumber, "3")
        .text(tags::kInstanceNumber, "1")
        .empty(kOperators)
        .text(kSetLabel, "NODES")
        .text(kSetDate, attributes.date)
        .text(kSetTime, "000000");
    putReferences(series, root);
    for (std::size_t n = 0; n < regions.size(); ++n) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "writing the structures was cancelled");
        putRegion(labels, regions[n], n + 1, series, attributes, root);
        job.report((n + 1.0) / static_cast<double>(regions.size()), "write");
    }
    return object.save(file);
}

}  // namespace nodewise::dicom
