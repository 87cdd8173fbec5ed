/// proportion.h: intervals of a share, x of n.
#pragma once
#include "analytics/estimate.h"

namespace nodewise::analytics {

/// x of n with 0 <= x <= n, n > 0 (else NoData or InvalidInput); level in (0, 1). Pure.
/// Wilson 1927 score interval, without continuity correction.
[[nodiscard]] Estimate wilson(long x, long n, double level = 0.95);
/// Clopper and Pearson 1934, exact, by quantiles of the beta distribution.
[[nodiscard]] Estimate clopperPearson(long x, long n, double level = 0.95);
/// Agresti and Coull 1998, clipped to 0..1; `value` is x/n.
[[nodiscard]] Estimate agrestiCoull(long x, long n, double level = 0.95);

}  // namespace nodewise::analytics
