/// details.h: the scores behind the overview: curve, agreement, features, N category, learning.
#pragma once
#include "analytics/bland_altman.h"
#include "analytics/learning_curve.h"
#include "analytics/roc.h"
#include "session/events.h"
#include <array>
#include <span>
#include <string>
#include <vector>

namespace nodewise::analytics {

/// One feature of the call against the reference: seen or not.
struct FeatureSkill {
    Feature feature = Feature::Margin;
    int truePositive = 0, falsePositive = 0, trueNegative = 0, falseNegative = 0;
    Estimate sensitivity, specificity;  ///< Wilson; NoData without the class.
    Estimate ac1;                       ///< NoData.
};

/// One measurement against the reference, mm.
struct SizePoint {
    double mean = 0, difference = 0;  ///< Of given and reference; given − reference.
};

/// The category given against the reference's, by its first digit.
struct CategoryMigration {
    std::array<std::array<int, 4>, 4> table{};  ///< Rows reference N0 … N3, columns given.
    int exact = 0;                              ///< The whole category agrees.
    int up = 0, down = 0, total = 0;            ///< By the first digit.
};

struct ResidentDetails {
    std::vector<RocPoint> roc;  ///< Empty below ten of each class.
    OperatingPoint operating;   ///< At kCallsEne; TooFewScored below ten of each class.
    Estimate rps;               ///< Mean, normal interval; NoData.
    Estimate gradeAc1, gradeAc2;
    std::vector<FeatureSkill> features;  ///< Margin, fat, adjacent structure, coalescence, …
    std::vector<SizePoint> shortAxis;
    LimitsOfAgreement shortAxisLimits;
    CategoryMigration categories;
    LearningCurve learning;                      ///< Wrong = the grade mark differs.
    double secondsMedian = 0, slicesMedian = 0;  ///< Descriptive; 0 without a call.
};

/// From this probability on a call says ENE.
inline constexpr double kCallsEne = 0.5;

/// `calls` in any order; only scored calls that count enter. A feature counts as seen when it is
/// called other than smooth, clean, none or no. Pure; a few milliseconds for a thousand calls.
[[nodiscard]] ResidentDetails detailsOf(std::span<const session::CallRecord> calls);

}  // namespace nodewise::analytics
