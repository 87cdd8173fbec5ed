#include "evidence/pene.h"
#include "evidence/steady_random.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace nodewise::evidence {
namespace {

constexpr double kNormal95 = 1.959963984540054;
constexpr std::uint64_t kSeed = 20240711;
constexpr double kRoundingMm = 0.01;  // positions in files are rounded decimals

double logit(double p) {
    return std::log(p / (1 - p));
}

double probability(double logOdds) {
    return 1 / (1 + std::exp(-logOdds));
}

/// A sign that is to be weighed: its row and how strongly it was found.
struct Sign {
    const RatioRow* row = nullptr;
    double strength = 0;
    double ratio = 1;
    double power = 0;
    std::string note;
};

/// Virtual evidence: how much more often a finding of this strength stands beside ENE.
double ratioAt(double strength, double lrPositive, double lrNegative) {
    const auto shares = sharesOf(std::max(lrPositive, 1.001), std::min(lrNegative, 0.999));
    const double with = strength * shares.sensitivity + (1 - strength) * (1 - shares.sensitivity);
    const double without =
        strength * shares.falsePositive + (1 - strength) * (1 - shares.falsePositive);
    return with / without;
}

/// Spread to both sides of the middle on the log scale; they need not be alike.
double drawn(double middle, double low, double high, double normal) {
    return middle + normal * (normal < 0 ? middle - low : high - middle) / kNormal95;
}

bool hpvPositive(Site site) {
    return site == Site::OropharynxP16Pos || site == Site::UnknownPrimaryHpv;
}

class Estimator {
public:
    Estimator(const std::vector<Finding>& findings, const GradeOpinion& grade,
              const PatientContext& patient, const ImageFacts& image, const PeneModel& model)
        : m_findings(findings)
        , m_grade(grade)
        , m_patient(patient)
        , m_image(image)
        , m_model(model) {}

    PeneEstimate run() {
        m_prior = choosePrior();
        collectSigns();
        m_out.reason = whyNot();
        m_out.abstained = !m_out.reason.empty();
        if (m_out.abstained)
            return std::move(m_out);
        weigh();
        addContributions();
        addNotes();
        settle();
        return std::move(m_out);
    }

private:
    /// The row for nodes without overt ENE goes first where the grade allows it.
    [[nodiscard]] const PriorRow* choosePrior() const {
        const bool overt = m_grade.grade != Grade::G0;
        const PriorRow* chosen = nullptr;
        for (const auto& row : m_model.priors) {
            const bool site =
                std::find(row.sites.begin(), row.sites.end(), m_patient.site) != row.sites.end();
            if (!site || !row.usedForNodes || (row.withoutOvertIene && overt))
                continue;
            if (chosen == nullptr || row.withoutOvertIene)
                chosen = &row;
        }
        return chosen;
    }

    [[nodiscard]] bool recentBiopsy() const { return m_patient.recentBiopsy(m_model); }

    void collectSigns() {
        const HpvScope own = hpvPositive(m_patient.site) ? HpvScope::Positive : HpvScope::Negative;
        for (const auto& row : m_model.ratios) {
            if (row.hpv != HpvScope::Any && row.hpv != own)
                continue;
            if (const auto strength = strengthOf(row))
                addSign(row, *strength);
        }
    }

    [[nodiscard]] std::optional<double> strengthOf(const RatioRow& row) const {
        std::optional<double> best;
        for (const auto& finding : m_findings) {
            if (std::find(row.findings.begin(), row.findings.end(), finding.code) ==
                row.findings.end())
                continue;
            double strength = finding.strength;
            if (row.at) {
                if (!finding.value)
                    continue;
                strength = 1 / (1 + std::exp(-(*finding.value - *row.at) / *row.softness));
            }
            best = std::max(best.value_or(0.0), strength);
        }
        return best;
    }

    void addSign(const RatioRow& row, double strength) {
        Sign sign{
            &row, strength, ratioAt(strength, row.lrPositive.value, row.lrNegative.value), 0, {}};
        if (row.notAfterBiopsy && m_patient.infection)
            sign.note = "left_out_infection";
        if (row.notAfterBiopsy && recentBiopsy())
            sign.note = "left_out_after_biopsy";
        m_signs.push_back(std::move(sign));
    }

    /// Kinds of criteria that were looked at, whatever came out.
    [[nodiscard]] int criteriaSeen() const {
        std::set<FindingCode> seen;
        for (const auto& finding : m_findings)
            if (isCriterion(finding.code))
                seen.insert(finding.code);
        return static_cast<int>(seen.size());
    }

    [[nodiscard]] std::string whyNot() const {
        if (m_prior == nullptr)
            return "no_prior_for_site";
        if (!m_image.calibrated)
            return "not_calibrated";
        if (!m_image.enhanced)
            return "unenhanced";
        if (m_image.coarsestSpacingMm > m_model.thickestSliceMm + kRoundingMm)
            return "slices_too_thick";
        if (m_image.shortAxisMm && *m_image.shortAxisMm < m_model.smallestNodeMm)
            return "node_too_small";
        if (criteriaSeen() < m_model.fewestSigns)
            return "too_few_signs";
        return {};
    }

    /// The strongest in full, the others at a lower power; what does not apply not at all.
    void weigh() {
        std::stable_sort(m_signs.begin(), m_signs.end(), [](const Sign& a, const Sign& b) {
            if (a.note.empty() != b.note.empty())
                return a.note.empty();
            return std::abs(std::log(a.ratio)) > std::abs(std::log(b.ratio));
        });
        for (std::size_t n = 0; n < m_signs.size(); ++n)
            if (m_signs[n].note.empty())
                m_signs[n].power = n == 0 ? 1.0 : m_model.otherPower;
    }

    void addContributions() {
        m_out.prior = m_prior->id;
        m_out.contributions.push_back(
            {"prior", m_prior->value, m_prior->value / (1 - m_prior->value), 1,
             logit(m_prior->value), m_prior->id, m_prior->sources.front().citation});
        for (const auto& sign : m_signs)
            m_out.contributions.push_back({sign.row->id, sign.strength, sign.ratio, sign.power,
                                           sign.power * std::log(sign.ratio), sign.note,
                                           sign.row->sources.front().citation});
    }

    void addNotes() {
        const auto note = [&](bool applies, const char* code) {
            if (applies)
                m_out.notes.emplace_back(code);
        };
        note(m_prior->unit == PriorUnit::Patient, "prior_counts_patients");
        note(m_prior->unit == PriorUnit::Mixed, "prior_of_mixed_units");
        note(m_prior->withoutOvertIene, "without_overt_iene");
        const bool oropharynx =
            m_patient.site == Site::OropharynxP16Neg || m_patient.site == Site::OropharynxP16Pos ||
            m_patient.site == Site::UnknownPrimaryNeg || m_patient.site == Site::UnknownPrimaryHpv;
        note(m_patient.p16 == P16Status::Positive && !oropharynx, "p16_outside_oropharynx");
        note(recentBiopsy(), "biopsy");
        note(m_patient.infection, "infection");
    }

    /// Log odds with every prior and ratio drawn once, or at their middles without a source.
    [[nodiscard]] double drawLogOdds(SteadyRandom& random) const {
        double odds = drawn(logit(m_prior->value), logit(m_prior->low), logit(m_prior->high),
                            random.normal());
        for (const auto& sign : m_signs) {
            const auto ratio = [&](const Estimate& e) {
                return std::exp(
                    drawn(std::log(e.value), std::log(*e.low), std::log(*e.high), random.normal()));
            };
            const double plus = ratio(sign.row->lrPositive), minus = ratio(sign.row->lrNegative);
            odds += sign.power * std::log(ratioAt(sign.strength, plus, minus));
        }
        return odds;
    }

    void settle() {
        double odds = 0;
        for (const auto& part : m_out.contributions)
            odds += part.logOdds;
        const auto clip = [&](double p) { return std::clamp(p, m_model.lowest, m_model.highest); };
        m_out.probability = clip(probability(odds));
        SteadyRandom random(kSeed);
        std::vector<double> draws(static_cast<std::size_t>(m_model.draws));
        for (double& draw : draws)
            draw = drawLogOdds(random);
        std::sort(draws.begin(), draws.end());
        const auto at = [&](double share) {
            return draws[static_cast<std::size_t>(share * static_cast<double>(draws.size() - 1))];
        };
        m_out.low = std::min(clip(probability(at(0.025))), *m_out.probability);
        m_out.high = std::max(clip(probability(at(0.975))), *m_out.probability);
    }

    const std::vector<Finding>& m_findings;
    const GradeOpinion& m_grade;
    const PatientContext& m_patient;
    const ImageFacts& m_image;
    const PeneModel& m_model;
    const PriorRow* m_prior = nullptr;
    std::vector<Sign> m_signs;
    PeneEstimate m_out;
};

}  // namespace

bool PatientContext::recentBiopsy(const PeneModel& model) const {
    return biopsyDays && *biopsyDays >= 0 && *biopsyDays <= model.biopsyDays;
}

bool contradicts(Site site, P16Status p16) {
    if (p16 == P16Status::Positive)
        return site == Site::OropharynxP16Neg || site == Site::UnknownPrimaryNeg;
    if (p16 == P16Status::Negative)
        return site == Site::OropharynxP16Pos || site == Site::UnknownPrimaryHpv;
    return false;
}

PeneEstimate estimatePene(const std::vector<Finding>& findings, const GradeOpinion& grade,
                          const PatientContext& patient, const ImageFacts& image,
                          const PeneModel& model) {
    return Estimator(findings, grade, patient, image, model).run();
}

}  // namespace nodewise::evidence
