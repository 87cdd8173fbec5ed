#include "evidence/assess.h"
#include <algorithm>

namespace nodewise::evidence {
namespace {

using measure::QualityFlag;

bool has(const measure::Measurements& m, QualityFlag flag) {
    return std::find(m.flags.begin(), m.flags.end(), flag) != m.flags.end();
}

/// Flags that make an edge or a plane hard to see; the others only say how a number was made.
constexpr auto kLimiting =
    std::to_array({QualityFlag::ThickSlices, QualityFlag::CoarseForSize, QualityFlag::Noisy,
                   QualityFlag::TouchesBorder, QualityFlag::SeveralPieces, QualityFlag::Unenhanced,
                   QualityFlag::Streaks, QualityFlag::NotCalibrated, QualityFlag::HuDoubtful,
                   QualityFlag::NoFatAround});

ImageFacts imageFactsOf(const measure::Measurements& m) {
    ImageFacts facts;
    facts.coarsestSpacingMm = m.coarsestSpacingMm();
    if (m.size && m.size->shortAxis)
        facts.shortAxisMm = m.size->shortAxis->lengthMm;
    facts.calibrated = !has(m, QualityFlag::NotCalibrated);
    facts.enhanced = !has(m, QualityFlag::Unenhanced);
    return facts;
}

}  // namespace

ReadingConditions conditionsOf(const measure::Measurements& measurements,
                               const PatientContext& patient) {
    ReadingConditions conditions;
    conditions.limitedQuality =
        std::any_of(kLimiting.begin(), kLimiting.end(),
                    [&](QualityFlag flag) { return has(measurements, flag); });
    conditions.recentBiopsy = patient.recentBiopsy();
    conditions.infection = patient.infection;
    conditions.unread = !measurements.margin && !measurements.fat;
    return conditions;
}

NodeEvidence assessNode(const measure::Measurements& measurements, const PatientContext& patient) {
    NodeEvidence out;
    out.findings = findingsOf(measurements);
    out.conditions = conditionsOf(measurements, patient);
    out.opinion = gradeFindings(out.findings, out.conditions);
    out.pene = estimatePene(out.findings, out.opinion, patient, imageFactsOf(measurements));
    return out;
}

}  // namespace nodewise::evidence
