/// pene.h: how likely it is that pathology would show extranodal extension, from the literature.
#pragma once
#include "evidence/hncig.h"
#include "evidence/pene_model.h"
#include "terms/terms.h"
#include <optional>
#include <string>
#include <vector>

namespace nodewise::evidence {

/// Whose node it is, and what was done to it before the picture.
struct PatientContext {
    Site site = Site::OropharynxP16Pos;
    P16Status p16 = P16Status::Unknown;
    std::optional<int> biopsyDays;  ///< Days since a needle or open biopsy; absent: none known.
    bool infection = false;         ///< Signs of infection, or treated with radiation there.

    /// Within the model's time after a biopsy (28 days).
    [[nodiscard]] bool recentBiopsy(const PeneModel& model = peneModel()) const;
};

/// True when the p16 status cannot belong to the site ("neg" with oropharynx_p16pos …).
[[nodiscard]] bool contradicts(Site site, P16Status p16);

/// What one sign did to the odds.
struct Contribution {
    std::string sign;      ///< Id of the row of the model; "prior" for the first.
    double strength = 0;   ///< Of the finding, 0..1; of the prior: the probability.
    double ratio = 1;      ///< Likelihood ratio at this strength, before the power.
    double power = 0;      ///< 1 the strongest, 0.5 the others, 0 left out.
    double logOdds = 0;    ///< power x ln(ratio); of the prior its log odds.
    std::string note;      ///< "", "left_out_after_biopsy", "left_out_infection", "no_information".
    std::string citation;  ///< Of the row.
};

struct PeneEstimate {
    bool abstained = false;
    /// Why, when abstained: "no_prior_for_site", "too_few_signs", "not_calibrated",
    /// "unenhanced", "slices_too_thick", "node_too_small". Empty otherwise.
    std::string reason;
    std::optional<double> probability;  ///< 0.02..0.98.
    double low = 0, high = 1;           ///< 95 % interval from the spread of the sources.
    std::string prior;                  ///< Id of the prior's row.
    /// What must be said beside the number: "prior_counts_patients", "prior_of_mixed_units",
    /// "without_overt_iene", "p16_outside_oropharynx", "biopsy", "infection". Whoever shows a
    /// constructed case adds that the model is not calibrated for those.
    std::vector<std::string> notes;
    std::vector<Contribution> contributions;  ///< Prior first, then by weight.
};

/// What the picture is, for the range check.
struct ImageFacts {
    double coarsestSpacingMm = 1;
    std::optional<double> shortAxisMm;
    bool calibrated = true, enhanced = true;
};

/// Prior odds of the population x the ratios of the signs. Each sign counts by its strength s as
/// uncertain evidence: (s sens + (1-s)(1-sens)) / (s (1-spec) + (1-s) spec), so that 0.5 says
/// nothing (Pearl 1988, virtual evidence). Signs overlap: the strongest in full, the others at
/// power 0.5; posterior clipped to 0.02 … 0.98. Interval: 4000 draws of prior and ratios from the
/// spread of their sources, fixed seed, 2.5th to 97.5th percentile; the same on every machine.
/// Abstains outside the model's range. Thread-safe.
[[nodiscard]] PeneEstimate estimatePene(const std::vector<Finding>& findings,
                                        const GradeOpinion& grade, const PatientContext& patient,
                                        const ImageFacts& image,
                                        const PeneModel& model = peneModel());

}  // namespace nodewise::evidence
