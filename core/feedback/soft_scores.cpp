#include "feedback/soft_scores.h"
#include <algorithm>
#include <cmath>

namespace nodewise::feedback {

double eneShare(const GradeDistribution& distribution) {
    return 1.0 - distribution[0];
}

double rankedProbabilityScore(const GradeDistribution& forecast,
                              const GradeDistribution& reference) {
    double sum = 0, cumulated = 0;
    for (std::size_t g = 0; g + 1 < forecast.size(); ++g) {
        cumulated += forecast[g] - reference[g];
        sum += cumulated * cumulated;
    }
    return sum / 3.0;
}

GradeDistribution onlyGrade(Grade grade) {
    GradeDistribution result{0, 0, 0, 0};
    result[static_cast<std::size_t>(gradeNumber(grade))] = 1.0;
    return result;
}

GradeDistribution forecastOf(Grade grade, std::optional<double> probability) {
    if (!probability)
        return onlyGrade(grade);
    GradeDistribution result{1.0 - *probability, 0, 0, 0};
    const int positive = std::max(1, gradeNumber(grade));
    result[static_cast<std::size_t>(positive)] = *probability;
    return result;
}

bool inBand(Grade grade, const GradeDistribution& distribution) {
    return distribution[static_cast<std::size_t>(gradeNumber(grade))] >= kBandShare;
}

double gradeScore(Grade grade, const GradeDistribution& reference) {
    const double score = 1.0 - rankedProbabilityScore(onlyGrade(grade), reference);
    return inBand(grade, reference) ? std::max(score, 0.75) : score;
}

double sizeToleranceMm(double referenceMm, double pixelMm) {
    return std::max({2.0, 0.1 * referenceMm, 2.0 * pixelMm});
}

double sizeScore(double differenceMm, double toleranceMm) {
    const double beyond = std::abs(differenceMm) - toleranceMm;
    return beyond <= 0 ? 1.0 : std::max(0.0, 1.0 - beyond / (2.0 * toleranceMm));
}

}  // namespace nodewise::feedback
