#include "exchange/node_report.h"
#include "evidence/evidence_json.h"
#include "measure/measurements_json.h"
#include "staging/stage_json.h"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

namespace nodewise::exchange {
namespace {

using serial::Json;

std::string shareText(double share) {
    return std::to_string(static_cast<int>(std::lround(100 * share))) + " %";
}

dicom::CodedWord own(const char* code, const char* meaning) {
    return {code, "99NODEWISE", meaning};
}

void addSize(const measure::SizeMeasurement& size, std::vector<dicom::ReportedNumber>& out) {
    if (size.shortAxis)
        out.push_back({{"103340004", "SCT", "Short Axis"}, size.shortAxis->lengthMm, "mm"});
    if (size.longAxis)
        out.push_back({{"103339001", "SCT", "Long Axis"}, size.longAxis->lengthMm, "mm"});
    if (size.greatest)
        out.push_back(
            {{"L0JK", "IBSI", "Maximum 3D Diameter of a Mesh"}, size.greatest->lengthMm, "mm"});
    if (size.craniocaudalMm)
        out.push_back({own("craniocaudal", "Craniocaudal extent"), *size.craniocaudalMm, "mm"});
    out.push_back({{"118565006", "SCT", "Volume"}, size.volumeMl, "ml"});
}

std::vector<dicom::ReportedNumber> numbersOf(const measure::Measurements& measured) {
    std::vector<dicom::ReportedNumber> out;
    if (measured.size)
        addSize(*measured.size, out);
    if (measured.margin) {
        out.push_back(
            {own("margin-width", "Margin width, median"), measured.margin->widthMedianMm, "mm"});
        out.push_back({own("margin-indistinct", "Indistinct share of the margin"),
                       100 * measured.margin->indistinctFraction, "%"});
    }
    if (measured.fat) {
        out.push_back(
            {own("fat-shell", "Mean of the perinodal shell"), measured.fat->shellHu, "[hnsf'U]"});
        out.push_back({own("fat-raised", "Raised share of the perinodal shell"),
                       100 * measured.fat->strandingIndex, "%"});
    }
    if (measured.necrosis)
        out.push_back(
            {own("necrosis", "Share of low density"), 100 * measured.necrosis->fraction, "%"});
    return out;
}

std::vector<dicom::ReportedWord> wordsOf(const WorkNode& node) {
    std::vector<dicom::ReportedWord> out;
    if (node.level)
        out.push_back({own("level", "Neck level"), std::string(word(*node.level))});
    out.push_back({own("outline", "Outline"), std::string(word(node.origin))});
    if (!node.committed)
        return out;
    if (node.ownGrade)
        out.push_back(
            {own("reader-grade", "HNCIG grade, reader"), std::string(word(*node.ownGrade))});
    if (node.ownProbability)
        out.push_back({own("reader-probability", "Probability of ENE on imaging, reader"),
                       shareText(*node.ownProbability)});
    if (!node.answer)
        return out;
    out.push_back({own("core-grade", "HNCIG grade, measured"),
                   std::string(word(node.answer->opinion.grade)) + ", " +
                       std::string(word(node.answer->opinion.certainty))});
    const evidence::PeneEstimate& pene = node.answer->pene;
    out.push_back({own("pene", "Probability of pathological ENE, from the literature"),
                   pene.probability && !pene.abstained
                       ? shareText(*pene.probability) + " (" + shareText(pene.low) + " to " +
                             shareText(pene.high) + ")"
                       : "not given: " + pene.reason});
    return out;
}

Json patientJson(const WorkPatient& patient) {
    return Json::object()
        .set("site", patient.site ? Json(word(*patient.site)) : Json())
        .set("p16", word(patient.p16))
        .set("primary_side", word(patient.primarySide))
        .set("biopsy_days", patient.biopsyDays)
        .set("infection", patient.infection)
        .set("radiotherapy", patient.radiotherapy);
}

Json nodeJson(const WorkNode& node) {
    Json json = Json::object();
    json.set("name", node.name)
        .set("side", word(node.side))
        .set("level", node.level ? Json(word(*node.level)) : Json())
        .set("outline", word(node.origin));
    Json call = Json::object();
    call.set("committed", node.committed)
        .set("grade", node.ownGrade ? Json(word(*node.ownGrade)) : Json())
        .set("probability", node.ownProbability);
    json.set("reader", std::move(call));
    json.set("measurements", node.measured ? measure::toJson(*node.measured) : Json());
    // The core's answer follows the reader's own, on paper as on the screen.
    json.set("core", node.committed && node.answer ? evidence::toJson(*node.answer) : Json());
    return json;
}

}  // namespace

Json reportJson(const MeasureWork& work) {
    Json nodes = Json::array();
    for (const WorkNode& node : work.nodes)
        nodes.push(nodeJson(node));
    Json json = Json::object();
    json.set("format", "nodewise-measure-report")
        .set("version", 1)
        .set("use", kUseLabel)
        .set("model_card", evidence::peneModel().version)
        .set("patient", patientJson(work.patient))
        .set("nodes", std::move(nodes));
    if (const auto input = stagingInputOf(work, Edition::Tnm9))
        if (const auto staged = staging::stageNeck(*input))
            json.set("staging", staging::toJson(*staged));
    return json;
}

dicom::MeasurementReport dicomReportOf(const MeasureWork& work) {
    std::set<LabelValue> present(work.labels.labels().begin(), work.labels.labels().end());
    present.erase(0);
    dicom::MeasurementReport report;
    for (const WorkNode& node : work.nodes) {
        const auto at = present.find(node.label);
        if (at == present.end() || !node.measured)
            continue;
        dicom::ReportedRegion region;
        region.name = node.name;
        region.segment = static_cast<std::uint16_t>(std::distance(present.begin(), at) + 1);
        region.laterality = node.side == Side::Left ? "L" : node.side == Side::Right ? "R" : "";
        region.numbers = numbersOf(*node.measured);
        region.words = wordsOf(node);
        report.regions.push_back(std::move(region));
    }
    report.summary.push_back({own("use", "Use"), kUseLabel});
    if (const auto input = stagingInputOf(work, Edition::Tnm9))
        if (const auto staged = staging::stageNeck(*input)) {
            report.summary.push_back({own("n-tnm9", "N category, TNM9"), staged->result.category});
            report.summary.push_back({own("n-tnm8", "N category, TNM8"), staged->other.category});
        }
    return report;
}

}  // namespace nodewise::exchange
