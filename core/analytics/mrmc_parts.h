/// mrmc_parts.h: what the two analyses of a crossed study share; for core/analytics/*.cpp only.
#pragma once
#include "analytics/mrmc.h"
#include "analytics/roc_components.h"
#include <vector>

namespace nodewise::analytics {

/// None when the study can be analysed: see obuchowskiRockette.
[[nodiscard]] Reason problemOf(const CrossedStudy& study);

/// Areas with each case left out in turn, exactly, from the components of the full area: positives
/// first, each class in the order of the ratings.
[[nodiscard]] std::vector<double> areasLeftOut(const RocComponents& components);

/// F test of a mean square; statistic 0 and p 1 when the error is 0 (nothing to test).
[[nodiscard]] ModalityTest fTest(double meanSquare, double error, double df1, double df2);

}  // namespace nodewise::analytics
