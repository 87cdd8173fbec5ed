/// analyze_tables.h: tidy tables as the studies that core/analytics takes.
#pragma once
#include "analytics/agreement.h"
#include "analytics/forecast.h"
#include "analytics/roc.h"
#include "csv_table.h"
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace nodewise::cli {

/// Ratings of one reader under one modality, by case in the order of their names.
struct RatedCurve {
    std::string reader, modality;
    std::vector<std::string> cases;
    std::vector<analytics::Rated> ratings;
};

/// `case,label,score` with `reader` and `modality` where there are several. Curves in the order of
/// modality, then reader; numbers sort as numbers. FormatDamaged for a case twice on one curve.
[[nodiscard]] Result<std::vector<RatedCurve>> ratedCurves(const CsvTable& table);

/// `case,rater,category`: counts of categories by pair of raters or by case.
struct CategoryStudy {
    std::vector<std::string> raters, categories;
    analytics::CountTable pairs;     ///< Two raters: rows = first, columns = second.
    analytics::CountTable subjects;  ///< Cases by category, over all raters.
};
[[nodiscard]] Result<CategoryStudy> categoryStudy(const CsvTable& table);

/// `label` and `score` (or `probability`), a probability 0..1 each.
[[nodiscard]] Result<std::vector<analytics::Forecast>> forecasts(const CsvTable& table);

/// Pairs of measurements: columns `first` and `second`, or `case,reader,score` with two readers.
[[nodiscard]] Result<std::vector<std::pair<double, double>>> measuredPairs(const CsvTable& table);

}  // namespace nodewise::cli
