#include "evidence/hncig.h"
#include <algorithm>
#include <cmath>

namespace nodewise::evidence {
namespace {

/// 0..1, 0.5 at the threshold; `softness` is the distance over which it goes to 0.73.
double strengthOf(double value, double threshold, double softness) {
    return 1.0 / (1.0 + std::exp(-(value - threshold) / softness));
}

Finding measured(FindingCode code, double value, double threshold, double softness,
                 const char* unit, const char* reason, std::string subject = {}) {
    return {
        code,  strengthOf(value, threshold, softness), value, threshold, unit, std::move(subject),
        reason};
}

/// A clean node shows a raised share of 0.20 to 0.31 at 1.25 mm and up to 0.42 at 3 mm, by partial
/// volume and septa (measured on constructed necks).
double strandingThreshold(double coarsestMm) {
    return 0.33 + 0.063 * std::max(0.0, coarsestMm - 1.25);
}

void addMargin(const measure::Measurements& m, std::vector<Finding>& list) {
    if (m.margin)
        list.push_back(measured(FindingCode::MarginIndistinct, m.margin->indistinctFraction, 0.25,
                                0.07, "share", "indistinct_share"));
}

void addFat(const measure::Measurements& m, std::vector<Finding>& list) {
    if (!m.fat)
        return;
    const double threshold = strandingThreshold(m.coarsestSpacingMm());
    list.push_back(measured(FindingCode::FatStranding, m.fat->strandingIndex, threshold, 0.05,
                            "share", "above_clean_node"));
}

void addCoalescence(const measure::Measurements& m, std::vector<Finding>& list) {
    for (const auto& neighbour : m.coalescence)
        list.push_back(measured(FindingCode::Coalescence, neighbour.lostSeptumFraction, 0.6, 0.1,
                                "share", "septum_lost", neighbour.name));
}

/// Contact and a lost plane are recorded; they are no invasion.
void addContacts(const measure::Measurements& m, std::vector<Finding>& list) {
    for (const auto& contact : m.contacts)
        list.push_back(measured(FindingCode::StructureContact, contact.lostPlaneMm, 2.0, 0.7, "mm",
                                "plane_lost", contact.structure));
}

void addRecorded(const measure::Measurements& m, std::vector<Finding>& list) {
    if (m.necrosis)
        list.push_back(measured(FindingCode::Necrosis, m.necrosis->fraction, 0.05, 0.015, "share",
                                "below_muscle"));
    if (m.size && m.size->shortAxis)
        list.push_back(measured(FindingCode::Size, m.size->shortAxis->lengthMm, 10.0, 1.0, "mm",
                                "short_axis"));
}

}  // namespace

std::vector<Finding> findingsOf(const measure::Measurements& measurements) {
    std::vector<Finding> list;
    addMargin(measurements, list);
    addFat(measurements, list);
    addCoalescence(measurements, list);
    addContacts(measurements, list);
    addRecorded(measurements, list);
    return list;
}

}  // namespace nodewise::evidence
