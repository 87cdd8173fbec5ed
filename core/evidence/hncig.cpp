#include "evidence/hncig.h"
#include "base/require.h"
#include <algorithm>

namespace nodewise::evidence {
namespace {

constexpr double kPresent = 0.5;
constexpr double kProbableCap = 0.9;  // at most "probable": certaintyOf needs more than 0.90
constexpr double kAfterBiopsy = 0.6;  // stranding after a biopsy, or with an infection, weighs less
constexpr double kQualityPull = 0.5;  // limited quality: halfway towards "do not know"

/// The strongest finding of a code; nothing when there is none.
const Finding* strongest(const std::vector<Finding>& findings, FindingCode code) {
    const Finding* best = nullptr;
    for (const auto& finding : findings)
        if (finding.code == code && (best == nullptr || finding.strength > best->strength))
            best = &finding;
    return best;
}

class Grader {
public:
    Grader(const std::vector<Finding>& findings, const ReadingConditions& conditions)
        : m_findings(findings)
        , m_conditions(conditions) {}

    GradeOpinion run() {
        look("G3.invasion", Grade::G3, FindingCode::StructureInvasion);
        look("G2.coalescence", Grade::G2, FindingCode::Coalescence);
        look("G1.extension", Grade::G1, FindingCode::FatExtension);
        lookAtMarginAndFat();
        settleGrade();
        lowerCertainty();
        traceOthers();
        m_opinion.certainty = certaintyOf(m_opinion.strength);
        return std::move(m_opinion);
    }

private:
    void look(const char* rule, Grade grade, FindingCode code) {
        const Finding* found = strongest(m_findings, code);
        addStep(rule, grade, code, found != nullptr ? found->strength : 0.0,
                found != nullptr ? found->subject : std::string());
    }

    /// Neither an unsharp edge nor hazy fat is extension by itself; together they probably are.
    void lookAtMarginAndFat() {
        const Finding* indistinct = strongest(m_findings, FindingCode::MarginIndistinct);
        const Finding* irregular = strongest(m_findings, FindingCode::MarginIrregular);
        const bool ragged = irregular != nullptr &&
                            (indistinct == nullptr || irregular->strength > indistinct->strength);
        const Finding* margin = ragged ? irregular : indistinct;
        const Finding* fat = strongest(m_findings, FindingCode::FatStranding);
        double strength = 0;
        if (margin != nullptr && fat != nullptr)
            strength = std::min({margin->strength, fat->strength, kProbableCap});
        addStep("G1.margin_and_fat", Grade::G1,
                ragged ? FindingCode::MarginIrregular : FindingCode::MarginIndistinct, strength,
                {});
    }

    void addStep(const char* rule, Grade grade, FindingCode code, double strength,
                 std::string subject) {
        TraceStep step{rule, code, strength, false, std::move(subject)};
        m_opinion.strength = std::max(m_opinion.strength, strength);
        if (strength >= kPresent && !m_decided) {
            step.fired = m_decided = true;
            m_opinion.grade = grade;
        }
        m_opinion.trace.push_back(std::move(step));
    }

    void settleGrade() {
        if (!m_decided)
            m_opinion.trace.push_back(
                {"G0.none", std::nullopt, 1.0 - m_opinion.strength, true, {}});
    }

    /// Pulls towards 0.5, never across it: the grade stays.
    void lowerCertainty() {
        const bool inFat = m_opinion.grade == Grade::G1;
        if (m_conditions.recentBiopsy && inFat)
            pull("biopsy.lower", kAfterBiopsy);
        if (m_conditions.infection && inFat)
            pull("infection.lower", kAfterBiopsy);
        if (m_conditions.limitedQuality)
            pull("quality.lower", kQualityPull);
        if (m_conditions.unread && m_opinion.grade == Grade::G0)
            pull("unread.lower", 0);
    }

    void pull(const char* rule, double share) {
        m_opinion.strength = kPresent + (m_opinion.strength - kPresent) * share;
        m_opinion.trace.push_back({rule, std::nullopt, m_opinion.strength, true, {}});
    }

    void traceOthers() {
        for (const auto& finding : m_findings)
            if (!isCriterion(finding.code) && finding.strength >= kPresent)
                m_opinion.trace.push_back(
                    {"not_a_criterion", finding.code, finding.strength, false, finding.subject});
    }

    const std::vector<Finding>& m_findings;
    const ReadingConditions& m_conditions;
    GradeOpinion m_opinion;
    bool m_decided = false;
};

Finding given(FindingCode code, bool present, std::string subject = {}) {
    Finding finding;
    finding.code = code;
    finding.strength = present ? 1.0 : 0.0;
    finding.subject = std::move(subject);
    finding.reason = "given";
    return finding;
}

}  // namespace

const TraceStep& GradeOpinion::decisive() const {
    const auto found =
        std::find_if(trace.begin(), trace.end(), [](const TraceStep& step) { return step.fired; });
    NODEWISE_REQUIRE(found != trace.end());
    return *found;
}

GradeOpinion gradeFindings(const std::vector<Finding>& findings,
                           const ReadingConditions& conditions) {
    return Grader(findings, conditions).run();
}

std::vector<Finding> findingsOf(const FeatureSet& features) {
    std::vector<Finding> list;
    if (features.margin) {
        list.push_back(
            given(FindingCode::MarginIndistinct, *features.margin == Margin::Indistinct));
        list.push_back(given(FindingCode::MarginIrregular, *features.margin == Margin::Irregular));
    }
    if (features.fat) {
        list.push_back(given(FindingCode::FatStranding, *features.fat != PerinodalFat::Clean));
        list.push_back(given(FindingCode::FatExtension, *features.fat == PerinodalFat::Extended));
    }
    if (features.adjacency) {
        list.push_back(given(FindingCode::StructureContact, *features.adjacency != Adjacency::None,
                             features.structure));
        list.push_back(given(FindingCode::StructureInvasion,
                             *features.adjacency == Adjacency::Invaded, features.structure));
    }
    const auto tick = [&](FindingCode code, const std::optional<bool>& value) {
        if (value)
            list.push_back(given(code, *value));
    };
    tick(FindingCode::Coalescence, features.coalescence);
    tick(FindingCode::Necrosis, features.necrosis);
    tick(FindingCode::Cystic, features.cystic);
    tick(FindingCode::Hilum, features.hilum);
    return list;
}

GradeOpinion gradeFromFeatures(const FeatureSet& features, const ReadingConditions& conditions) {
    return gradeFindings(findingsOf(features), conditions);
}

bool isCriterion(FindingCode code) {
    switch (code) {
    case FindingCode::MarginIndistinct:
    case FindingCode::MarginIrregular:
    case FindingCode::FatStranding:
    case FindingCode::FatExtension:
    case FindingCode::Coalescence:
    case FindingCode::StructureInvasion:
        return true;
    default:
        return false;
    }
}

bool isCriterion(Feature feature) {
    return feature == Feature::Margin || feature == Feature::Fat || feature == Feature::Adjacent ||
           feature == Feature::Coalescence;
}

}  // namespace nodewise::evidence
