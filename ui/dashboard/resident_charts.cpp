#include "ui/dashboard/resident_charts.h"

namespace nodewise::dashboard {

widgets::TrendChart trendChart(const analytics::ResidentSummary& summary) {
    widgets::TrendChart chart;
    for (const auto& point : summary.trend)
        chart.points.push_back({double(point.count), point.skill, point.band.low, point.band.high});
    widgets::fitRange(chart);
    return chart;
}

widgets::ReliabilityChart reliabilityChart(const std::vector<analytics::ReliabilityBin>& bins,
                                           const QString& xTitle, const QString& yTitle) {
    widgets::ReliabilityChart chart;
    chart.xTitle = xTitle;
    chart.yTitle = yTitle;
    for (const auto& bin : bins)
        if (bin.count > 0 && bin.observed.value && bin.observed.interval)
            chart.points.push_back({bin.meanProbability, *bin.observed.value,
                                    bin.observed.interval->low, bin.observed.interval->high,
                                    bin.count});
    return chart;
}

widgets::ConfusionChart gradeChart(const analytics::ResidentSummary& summary) {
    widgets::ConfusionChart chart;
    for (int grade = 0; grade < 4; ++grade) {
        chart.labels << QStringLiteral("G%1").arg(grade);
        const auto& row = summary.grades[static_cast<std::size_t>(grade)];
        chart.counts.emplace_back(row.begin(), row.end());
    }
    return chart;
}

}  // namespace nodewise::dashboard
