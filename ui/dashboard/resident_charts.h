/// resident_charts.h: what the charts of one learner show, on the screen and on paper.
#pragma once
#include "analytics/resident.h"
#include "ui/widgets/chart_painter.h"

namespace nodewise::dashboard {

/// Brier skill by scored node with its band; the axis fitted.
[[nodiscard]] widgets::TrendChart trendChart(const analytics::ResidentSummary& summary);
/// The bins that hold a node; titles are the caller's, in its language.
[[nodiscard]] widgets::ReliabilityChart
reliabilityChart(const std::vector<analytics::ReliabilityBin>& bins, const QString& xTitle,
                 const QString& yTitle);
/// Rows reference, columns call, G0 … G3.
[[nodiscard]] widgets::ConfusionChart gradeChart(const analytics::ResidentSummary& summary);

}  // namespace nodewise::dashboard
