// Plain plots and heat maps of ChartPainter.
#include "ui/widgets/chart_painter.h"
#include "ui/widgets/paint_text.h"
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace nodewise::widgets {

namespace {

constexpr double kTickRoom = 44, kFootRoom = 36;

struct Frame {
    QRectF plot;
    const PlotChart& chart;
    [[nodiscard]] QPointF at(QPointF p) const {
        const double x = (p.x() - chart.xLow) / (chart.xHigh - chart.xLow);
        const double y = (p.y() - chart.yLow) / (chart.yHigh - chart.yLow);
        return {plot.left() + std::clamp(x, 0.0, 1.0) * plot.width(),
                plot.bottom() - std::clamp(y, 0.0, 1.0) * plot.height()};
    }
};

QPen dashed(const QColor& colour) {
    QPen pen(colour, 1);
    pen.setDashPattern({4, 3});
    return pen;
}

void paintGrid(QPainter& painter, const Frame& frame, const Theme& theme) {
    const PlotChart& chart = frame.chart;
    for (double y = chart.yLow; y <= chart.yHigh + chart.yStep / 1000; y += chart.yStep) {
        const double at = frame.at({chart.xLow, y}).y();
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(frame.plot.left(), at), QPointF(frame.plot.right(), at));
        paintText(painter, QRectF(frame.plot.left() - kTickRoom, at - 8, kTickRoom - 8, 16),
                  Qt::AlignRight | Qt::AlignVCenter, plainNumber(y, chart.yDecimals),
                  TextStyle::Small, theme.dim);
    }
    for (double x = chart.xLow; x <= chart.xHigh + chart.xStep / 1000; x += chart.xStep)
        paintText(painter, QRectF(frame.at({x, 0}).x() - 30, frame.plot.bottom() + 4, 60, 16),
                  Qt::AlignCenter, plainNumber(x, chart.xDecimals), TextStyle::Small, theme.dim);
    paintText(painter, QRectF(frame.plot.left(), frame.plot.bottom() + 20, frame.plot.width(), 16),
              Qt::AlignCenter, chart.xTitle, TextStyle::Small, theme.dim);
    paintText(painter, QRectF(frame.plot.left() + 6, frame.plot.top() - 18, frame.plot.width(), 16),
              Qt::AlignLeft | Qt::AlignVCenter, chart.yTitle, TextStyle::Small, theme.dim);
}

void paintIntervals(QPainter& painter, const Frame& frame, const PlotSeries& series,
                    const QColor& colour) {
    painter.setPen(QPen(colour, 1.5));
    for (std::size_t i = 0; i < series.intervals.size() && i < series.points.size(); ++i) {
        const double x = series.points[i].x();
        const QPointF low = frame.at({x, series.intervals[i].x()}),
                      high = frame.at({x, series.intervals[i].y()});
        painter.drawLine(low, high);
        for (const QPointF& end : {low, high})
            painter.drawLine(end - QPointF(4, 0), end + QPointF(4, 0));
    }
}

void paintSeries(QPainter& painter, const Frame& frame, const PlotSeries& series,
                 const Theme& theme) {
    const QColor colour = series.secondary ? theme.dim : theme.accent;
    paintIntervals(painter, frame, series, colour);
    if (series.kind == PlotSeries::Kind::Line) {
        QPolygonF line;
        for (const QPointF& p : series.points)
            line << frame.at(p);
        QPen pen(colour, series.secondary ? 1.5 : 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (series.secondary)
            pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
        return;
    }
    painter.setPen(QPen(theme.panel, 1));
    painter.setBrush(colour);
    for (const QPointF& p : series.points)
        painter.drawEllipse(frame.at(p), 3.5, 3.5);
}

double roundStep(double span) {
    const double rough = std::max(span, 1e-9) / 5;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0})
        if (step * power >= rough * 0.999)
            return step * power;
    return 10 * power;
}

int decimalsOf(double step) {
    for (int decimals = 0; decimals < 4; ++decimals) {
        const double scaled = step * std::pow(10, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6)
            return decimals;
    }
    return 4;
}

}  // namespace

void fitAxes(PlotChart& chart) {
    double xLow = 1e300, xHigh = -1e300, yLow = 1e300, yHigh = -1e300;
    const auto take = [&](double x, double y) {
        xLow = std::min(xLow, x);
        xHigh = std::max(xHigh, x);
        yLow = std::min(yLow, y);
        yHigh = std::max(yHigh, y);
    };
    for (const PlotSeries& series : chart.series) {
        for (const QPointF& p : series.points)
            take(p.x(), p.y());
        for (std::size_t i = 0; i < series.intervals.size(); ++i) {
            take(series.points[i].x(), series.intervals[i].x());
            take(series.points[i].x(), series.intervals[i].y());
        }
    }
    if (xLow > xHigh)
        return;
    for (const PlotLine& line : chart.lines)
        take(xLow, line.y);
    chart.xStep = roundStep(xHigh - xLow);
    chart.yStep = roundStep(yHigh - yLow);
    chart.xLow = std::floor(xLow / chart.xStep) * chart.xStep;
    chart.xHigh = std::max(std::ceil(xHigh / chart.xStep) * chart.xStep, chart.xLow + chart.xStep);
    chart.yLow = std::floor(yLow / chart.yStep) * chart.yStep;
    chart.yHigh = std::max(std::ceil(yHigh / chart.yStep) * chart.yStep, chart.yLow + chart.yStep);
    chart.xDecimals = decimalsOf(chart.xStep);
    chart.yDecimals = decimalsOf(chart.yStep);
}

void ChartPainter::plot(QPainter& painter, const QRectF& box, const PlotChart& chart,
                        std::optional<int> selected) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const Frame frame{box.adjusted(kTickRoom, 20, -20, -kFootRoom), chart};
    if (frame.plot.width() < 20 || frame.plot.height() < 20)
        return;
    paintGrid(painter, frame, m_theme);
    if (chart.diagonal) {
        painter.setPen(dashed(m_theme.edge));
        painter.drawLine(frame.plot.bottomLeft(), frame.plot.topRight());
    }
    for (const PlotLine& line : chart.lines) {
        const double y = frame.at({chart.xLow, line.y}).y();
        painter.setPen(dashed(m_theme.edge));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        paintText(painter, QRectF(frame.plot.left(), y - 17, frame.plot.width() - 4, 16),
                  Qt::AlignRight | Qt::AlignVCenter, line.text, TextStyle::Small, m_theme.dim);
    }
    for (const PlotSeries& series : chart.series)
        paintSeries(painter, frame, series, m_theme);
    if (!selected || chart.series.empty() || *selected < 0 ||
        *selected >= static_cast<int>(chart.series.front().points.size()))
        return;
    painter.setPen(QPen(m_theme.strong, 2));
    painter.setBrush(m_theme.panel);
    painter.drawEllipse(frame.at(chart.series.front().points[static_cast<std::size_t>(*selected)]),
                        5, 5);
}

namespace {

/// A name in as many lines as fit, or one line that is cut.
QString fitted(const QString& name, const QRectF& box, int flags) {
    const QFontMetricsF metrics(textFont(TextStyle::Small));
    const QRectF used = metrics.boundingRect(box, flags, name);
    return used.width() <= box.width() && used.height() <= box.height()
               ? name
               : metrics.elidedText(name, Qt::ElideRight, box.width());
}

}  // namespace

void ChartPainter::heat(QPainter& painter, const QRectF& box, const HeatChart& chart,
                        std::optional<int> selected) const {
    constexpr double kHead = 44, kWidest = 96, kNarrowest = 52, kHighest = 34;
    if (chart.rows.isEmpty() || chart.columns.isEmpty())
        return;
    // Names of rows may be whole phrases: up to two fifths are theirs.
    double names = 0;
    const QFontMetricsF metrics(textFont(TextStyle::Note));
    for (const QString& name : chart.rows)
        names = std::max(names, metrics.horizontalAdvance(name) + 16);
    names = std::min(names, 0.4 * box.width());
    const double width = std::min(kWidest, (box.width() - names) / double(chart.columns.size()));
    const double height = std::min(kHighest, (box.height() - kHead) / double(chart.rows.size()));
    // Too many for names: by their place.
    const bool named = width >= kNarrowest;
    constexpr int kHeadFlags = Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap;
    for (int column = 0; column < chart.columns.size(); ++column) {
        const QRectF at(box.left() + names + column * width + 2, box.top(), width - 4, kHead - 6);
        paintText(painter, at, kHeadFlags,
                  named ? fitted(chart.columns[column], at, kHeadFlags)
                        : QString::number(column + 1),
                  TextStyle::Small, m_theme.dim);
    }
    for (int row = 0; row < chart.rows.size(); ++row) {
        const double y = box.top() + kHead + row * height;
        paintText(painter, QRectF(box.left(), y, names - 12, height),
                  Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, chart.rows[row],
                  metrics.horizontalAdvance(chart.rows[row]) > names - 12 ? TextStyle::Small
                                                                          : TextStyle::Note,
                  m_theme.text);
        for (int column = 0; column < chart.columns.size(); ++column) {
            const QRectF cell(box.left() + names + column * width, y, width - 2, height - 2);
            const auto r = static_cast<std::size_t>(row), c = static_cast<std::size_t>(column);
            const auto& share = chart.shares[r][c];
            QColor fill = m_theme.accent;
            fill.setAlphaF(share ? static_cast<float>(0.08 + 0.62 * *share) : 0.0F);
            painter.fillRect(cell, fill);
            const bool here = selected && *selected == row * chart.columns.size() + column;
            painter.setPen(QPen(here ? m_theme.strong : m_theme.line, here ? 2 : 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(cell);
            paintText(painter, cell, Qt::AlignCenter,
                      share ? plainNumber(100 * *share, 0) : QStringLiteral("–"), TextStyle::Note,
                      share ? m_theme.strong : m_theme.dim);
        }
    }
}

}  // namespace nodewise::widgets
