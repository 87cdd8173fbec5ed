#include "dicom/measurement_report.h"
#include "dicom/dictionary.h"
#include "dicom/guarded.h"
#include "dicom/parsed_file.h"
#include "dicom/uid_maker.h"
#include <array>
#include <cmath>
#include <cstdio>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmsr/cmr/tid1500.h>
#include <dcmtk/dcmsr/codes/dcm.h>
#include <dcmtk/dcmsr/codes/ncit.h>
#include <dcmtk/dcmsr/codes/sct.h>
#include <dcmtk/dcmsr/codes/ucum.h>
#include <dcmtk/dcmsr/dsrdoc.h>
#include <system_error>

namespace nodewise::dicom {
namespace {

constexpr const char* kOwnScheme = "99NODEWISE";

DSRCodedEntryValue codeOf(const CodedWord& word) {
    return {word.value.c_str(), word.scheme.c_str(), word.meaning.c_str()};
}

CodedWord unitOf(const std::string& ucum) {
    if (ucum == "mm")
        return {"mm", "UCUM", "millimeter"};
    if (ucum == "ml")
        return {"ml", "UCUM", "milliliter"};
    if (ucum == "[hnsf'U]")
        return {"[hnsf'U]", "UCUM", "Hounsfield unit"};
    if (ucum == "%")
        return {"%", "UCUM", "percent"};
    if (ucum == "deg")
        return {"deg", "UCUM", "degree"};
    return {"1", "UCUM", "no units"};
}

std::string numberText(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.4g", value);
    return text.data();
}

/// Remembers whether every step so far was taken.
class Steps {
public:
    Steps& operator<<(const OFCondition& step) {
        if (step.bad() && m_problem.empty())
            m_problem = step.text();
        return *this;
    }
    [[nodiscard]] const std::string& problem() const { return m_problem; }

private:
    std::string m_problem;
};

void addRegion(TID1500_MeasurementReport& out, const ReportedRegion& region,
               const WrittenSeries& series, const std::string& segmentation,
               const std::string& seed, Steps& steps) {
    steps << out.addVolumetricROIMeasurements();
    auto& group = out.getVolumetricROIMeasurements();
    const std::string tracking =
        uidFrom("segment|" + seed + '|' + region.name + '|' + std::to_string(region.segment - 1));
    DSRImageReferenceValue segment(UID_SegmentationStorage, segmentation.c_str());
    segment.getSegmentList().addItem(region.segment);
    steps << group.setTrackingIdentifier(region.name.c_str())
          << group.setTrackingUniqueIdentifier(tracking.c_str())
          << group.setFinding(DSRCodedEntryValue("59441001", "SCT", "Lymph node"))
          << group.setReferencedSegment(segment, OFFalse)
          << group.setSourceSeriesForSegmentation(series.seriesUid.c_str());
    if (region.laterality == "L" || region.laterality == "R")
        steps << group.addFindingSite(
            DSRCodedEntryValue("45048000", "SCT", "Neck"),
            DSRCodedEntryValue(region.laterality == "L" ? "7771000" : "24028007", "SCT",
                               region.laterality == "L" ? "Left" : "Right"));
    for (const ReportedNumber& number : region.numbers) {
        using Group = TID1500_MeasurementReport::TID1411_Measurements;
        const Group::MeasurementValue value(numberText(number.value).c_str(),
                                            codeOf(unitOf(number.unit)));
        steps << group.addMeasurement(codeOf(number.what), value);
    }
    for (const ReportedWord& word : region.words)
        steps << group.addQualitativeEvaluation(codeOf(word.what), word.text.c_str());
}

void fillTree(TID1500_MeasurementReport& out, const MeasurementReport& report,
              const WrittenSeries& series, const ExportAttributes& attributes, Steps& steps) {
    steps << out.setLanguage(DSRCodedEntryValue("eng", "RFC5646", "English"))
          << out.getObservationContext().addDeviceObserver(uidFrom("device|nodewise").c_str(),
                                                           "Nodewise", "Nodewise", "Nodewise")
          << out.addProcedureReported(CMR_CID100::CTUnspecifiedBodyRegion);
    const std::string segmentation = uidFrom("seg|" + attributes.seed + "|1");
    for (const ReportedRegion& region : report.regions)
        addRegion(out, region, series, segmentation, attributes.seed, steps);
    for (const ReportedWord& word : report.summary)
        steps << out.addQualitativeEvaluation(codeOf(word.what), word.text.c_str());
}

void fillEvidence(DSRDocument& document, const WrittenSeries& series,
                  const ExportAttributes& attributes, Steps& steps) {
    auto& evidence = document.getCurrentRequestedProcedureEvidence();
    const std::string seg = uidFrom("seg|" + attributes.seed);
    steps << evidence.addItem(series.studyUid.c_str(), seg.c_str(), UID_SegmentationStorage,
                              uidFrom("seg|" + attributes.seed + "|1").c_str());
    for (const std::string& instance : series.instanceUids)
        steps << evidence.addItem(series.studyUid.c_str(), series.seriesUid.c_str(),
                                  series.imageClassUid.c_str(), instance.c_str());
}

void fillHeader(DSRDocument& document, const ExportAttributes& attributes, Steps& steps) {
    steps << document.setSpecificCharacterSetType(DSRTypes::CS_UTF8)
          << document.setPatientName(attributes.patientName.c_str())
          << document.setPatientID(attributes.patientId.c_str()) << document.setStudyID("1")
          << document.setStudyDate(attributes.date.c_str()) << document.setStudyTime("000000")
          << document.setStudyDescription(attributes.studyDescription.c_str())
          << document.setSeriesDescription("Nodewise measurements") << document.setSeriesNumber("4")
          << document.setManufacturer("Nodewise") << document.setManufacturerModelName("Nodewise")
          << document.setDeviceSerialNumber("1") << document.setSoftwareVersions("1")
          << document.getCodingSchemeIdentification().addItem(kOwnScheme);
    document.getCodingSchemeIdentification().setCodingSchemeName("Nodewise words");
}

Result<void> saveDocument(DSRDocument& document, const std::string& seed,
                          const std::filesystem::path& file) {
    DcmFileFormat format;
    DcmDataset& dataset = *format.getDataset();
    Steps steps;
    steps << document.write(dataset);
    // The same input gives the same bytes: DCMTK would make up fresh identifiers.
    const auto put = [&](const DcmTagKey& key, const std::string& value) {
        steps << dataset.putAndInsertString(key, value.c_str());
    };
    put(DcmTagKey(0x0008, 0x0018), uidFrom("sr|" + seed + "|1"));
    put(DcmTagKey(0x0020, 0x000e), uidFrom("sr|" + seed));
    std::filesystem::path unfinished = file;
    unfinished += ".part";
    if (!steps.problem().empty())
        return fail(ErrorCode::Internal, "the report cannot be made: " + steps.problem());
    const OFCondition saved = format.saveFile(OFFilename(unfinished.string().c_str()),
                                              EXS_LittleEndianExplicit, EET_UndefinedLength);
    std::error_code problem;
    if (saved.good())
        std::filesystem::rename(unfinished, file, problem);
    if (saved.good() && !problem)
        return {};
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    return fail(ErrorCode::FileUnwritable,
                std::string("the report cannot be written: ") +
                    (saved.bad() ? saved.text() : problem.message().c_str()),
                pathText(file));
}

Result<void> checked(const MeasurementReport& report) {
    if (report.regions.empty())
        return fail(ErrorCode::InvalidArgument, "there is no region to report");
    for (const ReportedRegion& region : report.regions)
        for (const ReportedNumber& number : region.numbers)
            if (!std::isfinite(number.value))
                return fail(ErrorCode::InvalidArgument,
                            number.what.meaning + " of " + region.name + " is no number");
    return {};
}

}  // namespace

Result<void> writeMeasurementReport(const MeasurementReport& report,
                                    const std::filesystem::path& file, const WrittenSeries& series,
                                    const ExportAttributes& attributes, JobControl& job) {
    if (const auto ready = ensureDictionary(); !ready)
        return fail(ready.error());
    if (const auto ok = checked(report); !ok)
        return ok;
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "writing the report was cancelled");
    TID1500_MeasurementReport tree(CMR_CID7021::ImagingMeasurementReport);
    Steps steps;
    fillTree(tree, report, series, attributes, steps);
    DSRDocument document;
    steps << document.setTreeFromRootTemplate(tree, OFTrue)
          << document.createNewSeriesInStudy(series.studyUid.c_str());
    fillHeader(document, attributes, steps);
    fillEvidence(document, series, attributes, steps);
    if (!steps.problem().empty())
        return fail(ErrorCode::Internal, "the report cannot be made: " + steps.problem());
    return saveDocument(document, attributes.seed, file);
}

}  // namespace nodewise::dicom
