#include "ui/widgets/chart_painter.h"
#include "ui/widgets/paint_text.h"
#include <algorithm>
#include <cmath>

namespace nodewise::widgets {

namespace {

constexpr double kTickRoom = 44;  ///< Left of the plot, for tick labels.
constexpr double kFootRoom = 24;  ///< Below it.

/// Data to pixel along one axis.
struct Axis {
    double dataLow, dataHigh, pixelLow, pixelHigh;
    [[nodiscard]] double at(double value) const {
        if (dataHigh <= dataLow)
            return pixelLow;
        const double share = (value - dataLow) / (dataHigh - dataLow);
        return pixelLow + std::clamp(share, 0.0, 1.0) * (pixelHigh - pixelLow);
    }
};

QPen dashed(const QColor& colour, QList<qreal> pattern = {4, 3}) {
    QPen pen(colour, 1);
    pen.setDashPattern(pattern);
    return pen;
}

void crispLine(QPainter& painter, const QPen& pen, QPointF a, QPointF b) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(pen);
    painter.drawLine(QPointF(std::floor(a.x()), std::floor(a.y())),
                     QPointF(std::floor(b.x()), std::floor(b.y())));
    painter.restore();
}

/// Wide dark edge, so that a number stays legible over a line.
void countText(QPainter& painter, QPointF at, const QString& text, const Theme& theme) {
    painter.setFont(textFont(TextStyle::Note));
    const QRectF box(at.x(), at.y(), 40, 16);
    painter.setPen(theme.panel);
    for (const QPointF shift : {QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1), QPointF(0, 1)})
        painter.drawText(box.translated(shift), Qt::AlignLeft | Qt::AlignVCenter, text);
    painter.setPen(theme.text);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, text);
}

void trendGrid(QPainter& painter, const QRectF& plot, const TrendChart& chart, const Axis& x,
               const Axis& y, const Theme& theme) {
    const int lines = static_cast<int>(std::lround((chart.yHigh - chart.yLow) / chart.yStep));
    for (int i = 0; i <= lines; ++i) {
        const double value = chart.yLow + i * chart.yStep;
        const bool zero = std::abs(value) < 1e-9;
        crispLine(painter, zero ? dashed(theme.edge) : QPen(theme.line, 1),
                  {plot.left(), y.at(value)}, {plot.right(), y.at(value)});
        paintText(painter, QRectF(plot.left() - kTickRoom, y.at(value) - 8, kTickRoom - 8, 16),
                  Qt::AlignRight | Qt::AlignVCenter,
                  chart.plainY
                      ? plainNumber(value, 0)
                      : signedNumber(value, std::abs(value * 10 - std::round(value * 10)) > 0.01
                                                ? 2
                                                : (zero ? 0 : 1)),
                  TextStyle::Small, theme.dim);
    }
    for (double value = x.dataLow; value <= x.dataHigh + 1e-9; value += chart.xStep)
        paintText(painter, QRectF(x.at(value) - 30, plot.bottom() + 6, 60, 16), Qt::AlignCenter,
                  plainNumber(value, 0), TextStyle::Small, theme.dim);
}

void trendMarkers(QPainter& painter, const QRectF& plot, const TrendChart& chart, const Axis& x,
                  const Theme& theme) {
    for (const TrendMarker& marker : chart.markers) {
        if (marker.x > x.dataHigh)
            continue;
        const double at = x.at(marker.x);
        crispLine(painter, dashed(theme.edge, {1, 2}), {at, plot.top() - 12},
                  {at, plot.bottom() + 4});
        paintText(painter, QRectF(at + 8, plot.top() - 14, 200, 16), Qt::AlignVCenter, marker.text,
                  TextStyle::Small, theme.dim);
    }
}

}  // namespace

void fitRange(TrendChart& chart) {
    double low = -0.25, high = 0.5;
    for (const TrendPoint& point : chart.points) {
        low = std::min({low, point.y, std::max(point.low, -1.0)});
        high = std::max({high, point.y, std::min(point.high, 1.0)});
    }
    chart.yStep = high - low > 1.25 ? 0.5 : 0.25;
    chart.yLow = std::floor(low / chart.yStep) * chart.yStep;
    chart.yHigh = std::ceil(high / chart.yStep) * chart.yStep;
}

void ChartPainter::trend(QPainter& painter, const QRectF& box, const TrendChart& chart,
                         std::optional<int> selected) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const bool markers = !chart.markers.empty();
    const QRectF plot = box.adjusted(kTickRoom, markers ? 24 : 8, -8, -kFootRoom);
    const double last = chart.points.empty() ? chart.xLow + chart.xStep : chart.points.back().x;
    const Axis x{chart.xLow, chart.xHigh > 0 ? chart.xHigh : last, plot.left(), plot.right()};
    const Axis y{chart.yLow, chart.yHigh, plot.bottom(), plot.top()};
    trendGrid(painter, plot, chart, x, y, m_theme);
    trendMarkers(painter, plot, chart, x, m_theme);
    if (!chart.zeroText.isEmpty())
        paintText(painter, QRectF(plot.left(), y.at(0) - 18, plot.width(), 16),
                  Qt::AlignRight | Qt::AlignVCenter, chart.zeroText, TextStyle::Small, m_theme.dim);
    if (chart.points.empty())
        return;
    QPolygonF band, line;
    for (const TrendPoint& p : chart.points) {
        band << QPointF(x.at(p.x), y.at(p.high));
        line << QPointF(x.at(p.x), y.at(p.y));
    }
    for (auto p = chart.points.rbegin(); p != chart.points.rend(); ++p)
        band << QPointF(x.at(p->x), y.at(p->low));
    QColor soft = m_theme.accent;
    soft.setAlphaF(0.16F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(soft);
    painter.drawPolygon(band);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.accent);
    painter.drawEllipse(line.back(), 3.5, 3.5);
    if (selected && *selected >= 0 && *selected < line.size()) {
        painter.setPen(QPen(m_theme.strong, 2));
        painter.setBrush(m_theme.panel);
        painter.drawEllipse(line[*selected], 5, 5);
    }
}

void ChartPainter::reliability(QPainter& painter, const QRectF& box, const ReliabilityChart& chart,
                               std::optional<int> selected) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = box.adjusted(36, 8, -12, -kFootRoom - 18);
    const Axis x{0, 1, plot.left(), plot.right()};
    const Axis y{0, 1, plot.bottom(), plot.top()};
    for (const int percent : {0, 25, 50, 75, 100}) {
        const double v = percent / 100.0;
        crispLine(painter, QPen(m_theme.line, 1), {plot.left(), y.at(v)}, {plot.right(), y.at(v)});
        paintText(painter, QRectF(plot.left() - 44, y.at(v) - 8, 36, 16),
                  Qt::AlignRight | Qt::AlignVCenter, QString::number(percent), TextStyle::Small,
                  m_theme.dim);
        paintText(painter, QRectF(x.at(v) - 20, plot.bottom() + 6, 40, 16), Qt::AlignCenter,
                  QString::number(percent), TextStyle::Small, m_theme.dim);
    }
    painter.setPen(dashed(m_theme.edge));
    painter.drawLine(plot.bottomLeft(), plot.topRight());
    paintText(painter, QRectF(plot.left() + 6, plot.top() + 4, plot.width(), 16), Qt::AlignVCenter,
              chart.yTitle, TextStyle::Small, m_theme.dim);
    paintText(painter, QRectF(plot.left(), plot.bottom() + 24, plot.width(), 16), Qt::AlignCenter,
              chart.xTitle, TextStyle::Small, m_theme.dim);
    QPolygonF line;
    for (const ReliabilityPoint& p : chart.points)
        line << QPointF(x.at(p.said), y.at(p.positive));
    QColor thin = m_theme.accent;
    thin.setAlphaF(0.6F);
    painter.setPen(QPen(thin, 1.25));
    painter.drawPolyline(line);
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const ReliabilityPoint& p = chart.points[i];
        const double at = x.at(p.said), low = y.at(p.low), high = y.at(p.high);
        painter.setPen(QPen(m_theme.accent, 1.5));
        painter.drawLine(QPointF(at, low), QPointF(at, high));
        painter.drawLine(QPointF(at - 4, low), QPointF(at + 4, low));
        painter.drawLine(QPointF(at - 4, high), QPointF(at + 4, high));
        const bool here = selected && *selected == static_cast<int>(i);
        painter.setPen(QPen(here ? m_theme.strong : m_theme.accent, 2));
        painter.setBrush(m_theme.panel);
        painter.drawEllipse(QPointF(at, y.at(p.positive)), here ? 5.5 : 4, here ? 5.5 : 4);
        const bool nearEdge = at > plot.right() - 24;
        countText(painter,
                  {nearEdge ? at - 24 : at + 9, std::min(y.at(p.positive) + 2, plot.bottom() - 18)},
                  QString::number(p.count), m_theme);
    }
}

void ChartPainter::confusion(QPainter& painter, const QRectF& box, const ConfusionChart& chart,
                             std::optional<int> selected) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const auto size = static_cast<int>(chart.labels.size());
    if (size == 0)
        return;
    const double head = 24, left = 44;
    const double cell = std::min({52.0, (box.width() - left) / size, (box.height() - head) / size});
    int most = 1;
    for (const auto& row : chart.counts)
        for (const int count : row)
            most = std::max(most, count);
    for (int r = 0; r < size; ++r) {
        const double top = box.top() + head + r * cell;
        paintText(painter, QRectF(box.left(), top, left - 12, cell),
                  Qt::AlignRight | Qt::AlignVCenter, chart.labels[r], TextStyle::Note, m_theme.dim);
        paintText(painter, QRectF(box.left() + left + r * cell, box.top(), cell, head),
                  Qt::AlignCenter, chart.labels[r], TextStyle::Note, m_theme.dim);
        for (int c = 0; c < size; ++c) {
            const int count =
                chart.counts[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
            const QRectF at(box.left() + left + c * cell + 0.5, top + 0.5, cell - 1, cell - 1);
            QColor fill = m_theme.accent;
            fill.setAlphaF(static_cast<float>(0.04 + 0.5 * count / most));
            const bool here = selected && *selected == r * size + c;
            painter.setBrush(fill);
            painter.setPen(here     ? QPen(m_theme.strong, 2)
                           : r == c ? QPen(m_theme.accent, 1)
                                    : QPen(Qt::NoPen));
            painter.drawRect(at.adjusted(0.5, 0.5, -0.5, -0.5));
            paintText(painter, at, Qt::AlignCenter, QString::number(count),
                      r == c ? TextStyle::Head : TextStyle::Base,
                      count == 0 ? m_theme.dim
                      : r == c   ? m_theme.strong
                                 : m_theme.text);
        }
    }
}

}  // namespace nodewise::widgets
