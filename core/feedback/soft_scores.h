/// soft_scores.h: how near an answer is to a reference that may itself lie between two grades.
#pragma once
#include "annotation/reference_truth.h"
#include "terms/terms.h"
#include <optional>

namespace nodewise::feedback {

/// A grade with at least this share of the reference's distribution lies in the disagreement band.
constexpr double kBandShare = 0.2;

/// Share of the reference that sees ENE (G1 or more).
[[nodiscard]] double eneShare(const GradeDistribution& distribution);

/// Ranked probability score of a forecast over G0..G3 against a distribution, divided by 3: 0 best,
/// 1 worst. Epstein, J Appl Meteorol 1969;8:985. For two single grades it is their distance / 3.
[[nodiscard]] double rankedProbabilityScore(const GradeDistribution& forecast,
                                            const GradeDistribution& reference);

/// All of the forecast on one grade.
[[nodiscard]] GradeDistribution onlyGrade(Grade grade);
/// What grade and probability say together: the probability on the grade (on G1 when the grade is
/// G0), the rest on G0. Without a probability all on the grade.
[[nodiscard]] GradeDistribution forecastOf(Grade grade, std::optional<double> probability);

[[nodiscard]] bool inBand(Grade grade, const GradeDistribution& distribution);

/// 1 - the ranked score of the bare grade; at least 0.75 inside the band.
[[nodiscard]] double gradeScore(Grade grade, const GradeDistribution& reference);

/// What counts as the same size: 2 mm, a tenth of the reference, or two pixels, whichever is most.
[[nodiscard]] double sizeToleranceMm(double referenceMm, double pixelMm);
/// 1 within the tolerance, falling to 0 at three times it.
[[nodiscard]] double sizeScore(double differenceMm, double toleranceMm);

}  // namespace nodewise::feedback
