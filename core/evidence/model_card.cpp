#include "evidence/model_card.h"
#include <array>
#include <cstdio>

namespace nodewise::evidence {
namespace {

std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3g", value);
    return text.data();
}

std::string span(double value, double low, double high) {
    return number(value) + " (" + number(low) + " to " + number(high) + ")";
}

std::string span(const Estimate& e) {
    return span(e.value, *e.low, *e.high);
}

std::string sources(const std::vector<SourceRow>& rows) {
    std::string text;
    for (const auto& row : rows) {
        if (!text.empty())
            text += "; ";
        text += row.citation + ": " + row.finding;
    }
    return text;
}

std::string priorTable(const PeneModel& model) {
    std::string text = "| population | counts | probability | ground | sources |\n"
                       "|---|---|---|---|---|\n";
    for (const auto& row : model.priors) {
        text += "| " + row.id + (row.usedForNodes ? "" : ", not used for a node") + " | " +
                std::string(word(row.unit)) + " | " + span(row.value, row.low, row.high) + " | " +
                std::string(word(row.ground)) + " | " + sources(row.sources) + " |\n";
    }
    return text;
}

std::string ratioTable(const PeneModel& model) {
    std::string text = "| sign | LR+ | LR- | ground | sources |\n|---|---|---|---|---|\n";
    for (const auto& row : model.ratios)
        text += "| " + row.id + " | " + span(row.lrPositive) + " | " + span(row.lrNegative) +
                " | " + std::string(word(row.ground)) + " | " + sources(row.sources) + " |\n";
    return text;
}

/// " = roughness / 0.85 + area / 40 (up to 30)" of an index; nothing for a measurement.
std::string termsOf(const Threshold& row) {
    std::string text;
    for (const IndexTerm& term : row.terms)
        text += (text.empty() ? " = " : " + ") + term.of + " / " + number(term.per) +
                (term.most ? " (up to " + number(*term.most) + ")" : "") +
                (term.least ? " (from " + number(*term.least) + ", else 0)" : "");
    return text;
}

std::string thresholdTable(const std::vector<Threshold>& lines) {
    std::string text = "| measurement | line | per mm of spacing | beside clean nodes | ground | "
                       "source |\n|---|---|---|---|---|---|\n";
    for (const auto& row : lines) {
        const std::string normal = row.normalLow && row.normalHigh
                                       ? number(*row.normalLow) + " to " + number(*row.normalHigh)
                                       : std::string("-");
        text += "| " + row.id + termsOf(row) + " | " + number(row.value) +
                (row.unit.empty() ? "" : " ") + row.unit + " | " + number(row.perMm) + " | " +
                normal + " | " + std::string(word(row.ground)) + " | " + row.source + " |\n";
    }
    return text;
}

std::string rules(const PeneModel& model) {
    return "Prior odds times the ratios of the signs. A sign of strength s counts as uncertain "
           "evidence: at 0.5 it says nothing. Signs overlap: the strongest counts in full, the "
           "others at power " +
           number(model.otherPower) + "; the result is kept within " + number(model.lowest) +
           " and " + number(model.highest) + ". Interval: " + std::to_string(model.draws) +
           " draws of prior and ratios from the spread of their sources, fixed seed, 2.5th to "
           "97.5th percentile.\n\nAbstains: no prior for the site (nasopharynx, salivary, "
           "EBV-associated unknown primary); voxels that are not in HU; no contrast; slices "
           "above " +
           number(model.thickestSliceMm) +
           " mm (the lines of the findings were set on thinner ones); short axis under " +
           number(model.smallestNodeMm) + " mm; fewer than " + std::to_string(model.fewestSigns) +
           " kinds of criteria measured. Stranding is left out within " +
           std::to_string(model.biopsyDays) + " days after a biopsy and with an infection.\n";
}

}  // namespace

ModelCard modelCard() {
    ModelCard card;
    card.target = "pathological_ene";
    card.limits = {"not_a_diagnosis",
                   "not_calibrated",
                   "not_for_constructed_cases",
                   "signs_overlap",
                   "ratios_are_not_hpv_specific",
                   "thresholds_from_phantoms",
                   "pathology_disagrees"};
    card.abstains = {"no_prior_for_site", "not_calibrated", "unenhanced",
                     "slices_too_thick",  "node_too_small", "too_few_signs"};
    card.model = &peneModel();
    card.lines = &thresholds();
    return card;
}

std::string modelCardText(const ModelCard& card) {
    return "# Model card: probability of pathological ENE of one node\n\nVersion " +
           card.model->version +
           ". Teaching and research; not a medical device, not for diagnosis or treatment.\n\n"
           "Target: extranodal extension at pathology, of one measured node. It is not the HNCIG "
           "grade: that says what imaging shows.\n\n"
           "Made from published figures and, where it says \"estimated\", from starting values of "
           "our own. It was not fitted to patients and not calibrated on any; on constructed cases "
           "it means nothing and is never scored. Most ratios are not specific for HPV. "
           "Pathologists themselves agree with a kappa of 0.51 to 0.72 (Lewis 2015, Abdel-Halim "
           "2022).\n\n## Priors\n\n" +
           priorTable(*card.model) + "\n## Likelihood ratios\n\n" + ratioTable(*card.model) +
           "\n## Rules\n\n" + rules(*card.model) + "\n## Lines between absent and present\n\n" +
           thresholdTable(*card.lines);
}

}  // namespace nodewise::evidence
