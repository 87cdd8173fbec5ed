/// learning_curve.h: CUSUM of right and wrong calls: is the reader where he should be, and since
/// when.
#pragma once
#include "analytics/estimate.h"
#include <optional>
#include <span>
#include <vector>

namespace nodewise::analytics {

/// What is acceptable and what is not, and when a signal is given.
struct CusumSetting {
    double acceptable = 0.15;    ///< Share of wrong calls of an adequate reader.
    double unacceptable = 0.35;  ///< Share that must not go unnoticed; above `acceptable`.
    /// Height of a signal in units of log likelihood ratio: ln((1 - beta) / alpha) with 5 % and
    /// 20 %, as in Wald's sequential test.
    double limit = 2.772588722239781;
};

struct CusumPoint {
    int count = 0;          ///< Calls so far.
    double observed = 0;    ///< Wrong calls less those expected of an adequate reader.
    double adequate = 0;    ///< LC-CUSUM: evidence of having become adequate, 0 or more.
    double inadequate = 0;  ///< CUSUM: evidence of having become inadequate, 0 or more.
};

struct LearningCurve {
    std::vector<CusumPoint> points;
    /// First call at which `adequate` reached the limit: competence is shown; absent until then.
    std::optional<int> competentAt;
    /// First call after that at which `inadequate`, counted anew from there, reached the limit.
    std::optional<int> lostAt;
    Reason reason = Reason::None;  ///< NoData, InvalidInput (shares not 0 < a < u < 1).
};

/// `wrong` oldest first. Page's CUSUM for Bernoulli data with Wald's weights ln(u / a) for a wrong
/// and ln((1 - u) / (1 - a)) for a right call (Page 1954; Rogers et al. 2004); LC-CUSUM with the
/// signs turned (Biau and Porcher 2010). Pure.
[[nodiscard]] LearningCurve learningCurve(const std::vector<bool>& wrong,
                                          const CusumSetting& setting = {});

}  // namespace nodewise::analytics
