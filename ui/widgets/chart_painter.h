/// chart_painter.h: trend with band, reliability with Wilson bars, confusion matrix; screen and
/// PDF.
#pragma once
#include "ui/widgets/theme.h"
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

class QPainter;

namespace nodewise::widgets {

struct TrendPoint {
    double x = 0, y = 0;
    double low = 0, high = 0;  ///< The band at x.
};

struct TrendMarker {
    double x = 0;
    QString text;  ///< "trend counts from 20"
};

struct TrendChart {
    std::vector<TrendPoint> points;
    std::vector<TrendMarker> markers;
    double yLow = -0.25, yHigh = 0.5, yStep = 0.25;
    double xLow = 0, xHigh = 0, xStep = 20;  ///< xHigh 0 takes the last point.
    QString zeroText;                        ///< "0 = guessing the base rate"; may be empty.
    bool plainY = false;                     ///< Lengths: no sign before the numbers.
    /// How a point is spoken: %1 x, %2 y, %3 and %4 the band; empty = as skill after a node.
    QString spokenPoint;
};

/// Low and high so that the line and, within −1 and +1, its band fit; steps of 0.25, or of 0.5 when
/// there would be more than six lines.
void fitRange(TrendChart& chart);

struct ReliabilityPoint {
    double said = 0;           ///< Mean probability given in the bin, 0..1.
    double positive = 0;       ///< Share that turned out positive, 0..1.
    double low = 0, high = 1;  ///< Wilson interval of that share.
    int count = 0;             ///< Nodes in the bin.
};

struct ReliabilityChart {
    std::vector<ReliabilityPoint> points;
    QString xTitle, yTitle;  ///< "you said, %", "turned out positive, %"
};

/// Rows reference, columns call.
struct ConfusionChart {
    QStringList labels;                    ///< "G0" … "G3"
    std::vector<std::vector<int>> counts;  ///< counts[reference][call]
};

/// A line, steps or points on plain axes.
struct PlotSeries {
    enum class Kind { Line, Points, Bars };
    Kind kind = Kind::Line;
    std::vector<QPointF> points;
    /// Low and high at each point, drawn as a bar with caps; empty or one a point.
    std::vector<QPointF> intervals;
    QString name;
    bool secondary = false;  ///< Dim and dashed: an expectation, a second line.
};
struct PlotLine {
    double y = 0;
    QString text;
};
/// ROC curve, learning curve, Bland-Altman, intervals of a group.
struct PlotChart {
    std::vector<PlotSeries> series;
    std::vector<PlotLine> lines;  ///< Across the plot, dashed, with a text at the right.
    bool diagonal = false;        ///< From corner to corner.
    double xLow = 0, xHigh = 1, xStep = 0.25, yLow = 0, yHigh = 1, yStep = 0.25;
    int xDecimals = 2, yDecimals = 2;
    QString xTitle, yTitle;
};
/// Axes so that all points and lines fit, with about five round steps.
void fitAxes(PlotChart& chart);

/// Rows and columns of shares 0..1; a cell without a value stays empty.
struct HeatChart {
    QStringList rows, columns;
    std::vector<std::vector<std::optional<double>>> shares;  ///< [row][column]
    std::vector<std::vector<int>> counts;                    ///< Nodes behind each.
};

/// Draws into any QPainter; pass the light theme for print. `selected` is the point or cell the
/// keyboard stands on. Stateless.
class ChartPainter {
public:
    explicit ChartPainter(const Theme& theme)
        : m_theme(theme) {}
    void trend(QPainter& painter, const QRectF& box, const TrendChart& chart,
               std::optional<int> selected = {}) const;
    void reliability(QPainter& painter, const QRectF& box, const ReliabilityChart& chart,
                     std::optional<int> selected = {}) const;
    /// `selected` counts row by row.
    void confusion(QPainter& painter, const QRectF& box, const ConfusionChart& chart,
                   std::optional<int> selected = {}) const;

    void plot(QPainter& painter, const QRectF& box, const PlotChart& chart,
              std::optional<int> selected = {}) const;
    /// `selected` counts row by row.
    void heat(QPainter& painter, const QRectF& box, const HeatChart& chart,
              std::optional<int> selected = {}) const;

private:
    const Theme& m_theme;
};

}  // namespace nodewise::widgets
