#include "feedback/error_rules.h"
#include "feedback/soft_scores.h"
#include <algorithm>
#include <cmath>

namespace nodewise::feedback {
namespace {

/// Shares such as 1 - 0.8 miss 0.2 by rounding.
constexpr double kRounding = 1e-9;

bool has(const std::vector<Feature>& list, Feature feature) {
    return std::find(list.begin(), list.end(), feature) != list.end();
}

/// The rules for one node; each adds its error when it holds.
class NodeRules {
public:
    NodeRules(const NodeView& view, const CaseTruth& truth)
        : m_view(view)
        , m_node(*view.truth)
        , m_call(*view.call)
        , m_case(truth) {}

    std::vector<DetectedError> run() {
        overCalls();
        structures();
        underCall();
        sizes();
        place();
        return std::move(m_errors);
    }

private:
    void add(TraineeError code, PointLps where, std::map<std::string, ItemValue> values = {}) {
        m_errors.push_back({code, m_node.id, std::move(values), where});
    }

    /// ENE was called where the reference, its band included, has none.
    [[nodiscard]] bool overCalled() const {
        return m_call.grade && *m_call.grade != Grade::G0 &&
               eneShare(m_node.distribution) < kBandShare - kRounding;
    }

    void overCalls() {
        if (!overCalled())
            return;
        const bool named =
            has(m_call.reasons, Feature::Necrosis) || has(m_call.reasons, Feature::Cystic);
        const bool nothingElse = m_call.reasons.empty() && !criterionTicked() &&
                                 (m_call.necrosis == true || m_call.cystic == true);
        if (named || nothingElse)
            add(TraineeError::E01, placeOf(Feature::Necrosis, m_view));
        const bool fat =
            has(m_call.reasons, Feature::Fat) || (m_call.fat && *m_call.fat != PerinodalFat::Clean);
        const auto& pitfalls = m_case.pitfalls;
        const bool lookAlike = recentBiopsy(*m_view.context) ||
                               std::count(pitfalls.begin(), pitfalls.end(), "P1") > 0 ||
                               std::count(pitfalls.begin(), pitfalls.end(), "P2") > 0;
        if (fat && lookAlike)
            add(TraineeError::E03, placeOf(Feature::Fat, m_view));
    }

    [[nodiscard]] bool criterionTicked() const {
        return (m_call.margin && *m_call.margin != Margin::Smooth) ||
               (m_call.fat && *m_call.fat != PerinodalFat::Clean) || m_call.coalescence == true ||
               (m_call.contact && m_call.contact->kind == Adjacency::Invaded);
    }

    void structures() {
        const auto kind = m_call.contact ? m_call.contact->kind : Adjacency::None;
        const PointLps where = placeOf(Feature::Adjacent, m_view);
        if (kind == Adjacency::Invaded && m_node.adjacency != Adjacency::Invaded)
            add(TraineeError::E02, where, {{"structure", m_call.contact->structure}});
        if (kind == Adjacency::Contact && m_node.adjacency == Adjacency::Invaded)
            add(TraineeError::E16, where, {{"structure", m_node.structure}});
        const bool joined = m_call.coalescence.value_or(m_call.grade == Grade::G2);
        if (joined && !m_node.coalescence)
            add(TraineeError::E04, placeOf(Feature::Coalescence, m_view));
    }

    void underCall() {
        if (m_call.grade == Grade::G0 && m_node.grade == Grade::G1 &&
            !inBand(Grade::G0, m_node.distribution))
            add(TraineeError::E05, firstPlace(m_view));
    }

    void sizes() {
        if (!m_call.shortAxisMm || !m_call.longAxisMm)
            return;
        const double given = *m_call.shortAxisMm, longGiven = *m_call.longAxisMm;
        const double pixel = m_view.context->pixelMm;
        const double shortOff = std::abs(given - m_node.shortAxisMm);
        const double longOff = std::abs(longGiven - m_node.longAxisMm);
        const bool swapped = given > longGiven;
        const bool longForShort = shortOff > 2 * sizeToleranceMm(m_node.shortAxisMm, pixel) &&
                                  std::abs(given - m_node.longAxisMm) < shortOff;
        const double tolerance = sizeToleranceMm(m_node.longAxisMm, pixel);
        const bool oblique =
            longOff > 2 * tolerance && std::abs(longGiven - m_node.greatestMm) <= tolerance;
        const char* why = swapped ? "swapped" : longForShort ? "long_for_short" : "oblique";
        if (swapped || longForShort || oblique)
            add(TraineeError::E08, m_node.centre, {{"why", std::string(why)}});
    }

    void place() {
        const bool side = m_call.side && *m_call.side != m_node.side;
        const bool level = m_call.level && !levelMatches(*m_call.level, m_node.level);
        if (side || level)
            add(TraineeError::E09, m_node.centre, {{"why", std::string(side ? "side" : "level")}});
    }

    const NodeView& m_view;
    const NodeTruth& m_node;
    const NodeCall& m_call;
    const CaseTruth& m_case;
    std::vector<DetectedError> m_errors;
};

bool retropharyngeal(const NodeTruth& node) {
    return node.retropharyngeal || node.level == Level::VIIa || node.level == Level::VII;
}

bool contralateral(const NodeTruth& node, const FeedbackContext& context) {
    const bool known =
        context.primarySide == PrimarySide::Left || context.primarySide == PrimarySide::Right;
    return known &&
           staging::relativeSide(node.side, context.primarySide) == RelativeSide::Contralateral;
}

/// Stops after the largest: the largest was found, a smaller one with a higher grade was not.
void addStoppedEarly(const CaseTruth& truth, const Matching& matching,
                     std::vector<DetectedError>& errors) {
    const auto largest = std::max_element(
        truth.nodes.begin(), truth.nodes.end(),
        [](const NodeTruth& a, const NodeTruth& b) { return a.greatestMm < b.greatestMm; });
    const auto index = static_cast<std::size_t>(largest - truth.nodes.begin());
    if (!matching.ofNode[index])
        return;
    for (std::size_t n = 0; n < truth.nodes.size(); ++n) {
        const NodeTruth& node = truth.nodes[n];
        if (!matching.ofNode[n] && gradeNumber(node.grade) > gradeNumber(largest->grade))
            errors.push_back({TraineeError::E06, node.id, {}, node.centre});
    }
}

}  // namespace

bool recentBiopsy(const FeedbackContext& context) {
    if (context.biopsy == BiopsyKind::None || context.biopsy == BiopsyKind::Unknown)
        return false;
    return context.biopsyDaysBefore.value_or(0) <= kRecentBiopsyDays;
}

std::vector<DetectedError> nodeErrors(const NodeView& view, const CaseTruth& truth) {
    if (view.call == nullptr)
        return {};
    return NodeRules(view, truth).run();
}

std::vector<DetectedError> caseErrors(const CaseCall& call, const CaseTruth& truth,
                                      const Matching& matching, const FeedbackContext& context) {
    std::vector<DetectedError> errors;
    addStoppedEarly(truth, matching, errors);
    for (std::size_t n = 0; n < truth.nodes.size(); ++n) {
        const NodeTruth& node = truth.nodes[n];
        // A benign node that was not called is no miss.
        if (!node.metastatic || matching.ofNode[n] ||
            (!retropharyngeal(node) && !contralateral(node, context)))
            continue;
        const char* why = retropharyngeal(node) ? "retropharyngeal" : "contralateral";
        errors.push_back({TraineeError::E07, node.id, {{"why", std::string(why)}}, node.centre});
    }
    if (truth.quality == ImageQuality::Limited && call.quality == ImageQuality::Adequate)
        errors.push_back({TraineeError::E15, {}, {}, std::nullopt});
    return errors;
}

}  // namespace nodewise::feedback
