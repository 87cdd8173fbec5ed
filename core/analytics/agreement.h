/// agreement.h: kappa and its relatives over tables of counts.
#pragma once
#include "analytics/estimate.h"
#include <array>
#include <vector>

namespace nodewise::analytics {

/// Square table of counts: rows = first rater or reference, columns = second rater or call.
using CountTable = std::vector<std::vector<double>>;

enum class KappaWeights { None, Linear, Quadratic };

/// Cohen's kappa with its large-sample standard error (Fleiss, Cohen, Everitt 1969) and normal
/// interval, cut at -1 and 1. NoData, OneCategoryOnly (0/0), InvalidInput (not square, negative
/// counts). Pure.
[[nodiscard]] Estimate kappa(const CountTable& table, KappaWeights weights = KappaWeights::None);
/// The same with agreement weights of the caller's own, 1 on the diagonal.
[[nodiscard]] Estimate kappa(const CountTable& table, const CountTable& agreementWeights);
/// Standard error under the hypothesis kappa = 0, for the z test; nothing where kappa is not there.
[[nodiscard]] std::optional<double> kappaNullError(const CountTable& table, KappaWeights weights);

/// Gwet's AC1 of a two-rater table. Standard error: Gwet 2008, large sample of subjects.
[[nodiscard]] Estimate gwetAc1(const CountTable& table);

/// Gwet's AC2: the same with agreement weights (Gwet 2014, Handbook of Inter-Rater Reliability, 4th
/// ed., chapter 5: chance agreement T_w / (q (q - 1)) Σ π (1 - π)). With KappaWeights::None it is
/// AC1. OneCategoryOnly never: that is what it is for.
[[nodiscard]] Estimate gwetAc2(const CountTable& table, KappaWeights weights);

/// Several raters: `counts[subject][category]`. Fleiss 1971, every subject with the same number of
/// raters (else InvalidInput); standard error under kappa = 0 (Fleiss, Nee, Landis 1979).
[[nodiscard]] Estimate fleissKappa(const CountTable& counts);
/// Gwet's AC1; subjects may have different numbers of raters, those with fewer than two count for
/// the categories only. Value alone.
[[nodiscard]] Estimate gwetAc1OfSubjects(const CountTable& counts);

}  // namespace nodewise::analytics
