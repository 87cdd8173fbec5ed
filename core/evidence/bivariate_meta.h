/// bivariate_meta.h: pools sensitivity and specificity of several studies in one model.
#pragma once
#include "base/result.h"
#include <span>
#include <string>

namespace nodewise::evidence {

/// The two-by-two table of one study.
struct StudyCounts {
    std::string study;
    double tp = 0, fp = 0, fn = 0, tn = 0;
};

struct RatioInterval {
    double value = 0, low = 0, high = 0;
};

/// Pooled estimates; intervals are 95 %, normal on the logit scale.
struct BivariateMeta {
    double logitSensitivity = 0, logitFalsePositive = 0;      ///< Means of the model.
    double logitSensitivitySe = 0, logitFalsePositiveSe = 0;  ///< Their standard errors.
    double covariance = 0;                                    ///< Between the two means.
    double sdSensitivity = 0, sdFalsePositive = 0;            ///< Between studies, logit scale.
    double rho = 0;                                           ///< Correlation between studies.
    RatioInterval sensitivity, specificity;
    double lrPositive = 0, lrNegative = 0;  ///< At the means.
};

/// Reitsma JB et al., J Clin Epidemiol 2005;58:982: logit(sensitivity) and logit(1 - specificity)
/// are normal between studies with a free covariance, within-study variances 1/a + 1/b; restricted
/// maximum likelihood. 0.5 is added to every cell of every study when any cell is zero. Errors:
/// InvalidArgument (fewer than three studies; a negative count, or a study without positives or
/// without negatives). Thread-safe, deterministic.
[[nodiscard]] Result<BivariateMeta> poolStudies(std::span<const StudyCounts> studies);

/// Sensitivity / (1 - specificity) and (1 - sensitivity) / specificity of one study, with the 95 %
/// interval of the log method (Simel 1991); 0.5 is added to every cell when one is zero.
[[nodiscard]] RatioInterval positiveRatio(const StudyCounts& study);
[[nodiscard]] RatioInterval negativeRatio(const StudyCounts& study);

}  // namespace nodewise::evidence
