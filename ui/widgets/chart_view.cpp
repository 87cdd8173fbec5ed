#include "ui/widgets/chart_view.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/type_scale.h"
#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace nodewise::widgets {

ChartView::ChartView(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(160, 120);
}

void ChartView::setChart(const QString& name, Chart chart) {
    setAccessibleName(name);
    m_chart = std::move(chart);
    m_selected.reset();
    update();
}

int ChartView::pointCount() const {
    if (const auto* trend = std::get_if<TrendChart>(&m_chart))
        return static_cast<int>(trend->points.size());
    if (const auto* reliability = std::get_if<ReliabilityChart>(&m_chart))
        return static_cast<int>(reliability->points.size());
    if (const auto* confusion = std::get_if<ConfusionChart>(&m_chart))
        return static_cast<int>(confusion->labels.size() * confusion->labels.size());
    if (const auto* plot = std::get_if<PlotChart>(&m_chart))
        return plot->series.empty() ? 0 : static_cast<int>(plot->series.front().points.size());
    if (const auto* heat = std::get_if<HeatChart>(&m_chart))
        return static_cast<int>(heat->rows.size() * heat->columns.size());
    return 0;
}

QString ChartView::spoken() const {
    if (!m_selected)
        return {};
    const auto at = static_cast<std::size_t>(*m_selected);
    if (const auto* trend = std::get_if<TrendChart>(&m_chart)) {
        const TrendPoint& p = trend->points[at];
        if (!trend->spokenPoint.isEmpty())
            return trend->spokenPoint.arg(plainNumber(p.x, 0), plainNumber(p.y, 1),
                                          plainNumber(p.low, 1), plainNumber(p.high, 1));
        return tr("Node %1: skill %2, %3 to %4")
            .arg(plainNumber(p.x, 0), signedNumber(p.y, 2), plainNumber(p.low, 2),
                 plainNumber(p.high, 2));
    }
    if (const auto* reliability = std::get_if<ReliabilityChart>(&m_chart)) {
        const ReliabilityPoint& p = reliability->points[at];
        return tr("You said %1 percent: %2 percent of %n node(s) turned out positive", nullptr,
                  p.count)
            .arg(plainNumber(100 * p.said, 0), plainNumber(100 * p.positive, 0));
    }
    if (const auto* plot = std::get_if<PlotChart>(&m_chart)) {
        const QPointF p = plot->series.front().points[at];
        return tr("%1: %2, %3: %4")
            .arg(plot->xTitle, plainNumber(p.x(), plot->xDecimals), plot->yTitle,
                 plainNumber(p.y(), plot->yDecimals));
    }
    if (const auto* heat = std::get_if<HeatChart>(&m_chart)) {
        const auto width = static_cast<std::size_t>(heat->columns.size());
        const auto& share = heat->shares[at / width][at % width];
        const QString where = heat->rows[static_cast<int>(at / width)] + QStringLiteral(", ") +
                              heat->columns[static_cast<int>(at % width)];
        return share ? tr("%1: %2 percent").arg(where, plainNumber(100 * *share, 0))
                     : tr("%1: too few nodes").arg(where);
    }
    const auto& confusion = std::get<ConfusionChart>(m_chart);
    const auto size = static_cast<std::size_t>(confusion.labels.size());
    const auto row = at / size, column = at % size;
    return tr("Reference %1, called %2: %n node(s)", nullptr, confusion.counts[row][column])
        .arg(confusion.labels[static_cast<int>(row)], confusion.labels[static_cast<int>(column)]);
}

void ChartView::select(std::optional<int> point) {
    m_selected = point;
    const QString text = spoken();
    setAccessibleDescription(text);
    if (!text.isEmpty()) {
        QAccessibleEvent said(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&said);
        QToolTip::showText(mapToGlobal(QPoint(width() / 2, 0)), text, this);
    }
    update();
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    const int count = pointCount();
    int step = 0;
    const auto* confusion = std::get_if<ConfusionChart>(&m_chart);
    const auto* heat = std::get_if<HeatChart>(&m_chart);
    const bool table = confusion || heat;
    const int row = confusion ? static_cast<int>(confusion->labels.size())
                    : heat    ? static_cast<int>(heat->columns.size())
                              : 1;
    if (event->key() == Qt::Key_Right)
        step = 1;
    else if (event->key() == Qt::Key_Left)
        step = -1;
    else if (event->key() == Qt::Key_Down && table)
        step = row;
    else if (event->key() == Qt::Key_Up && table)
        step = -row;
    if (step == 0 || count == 0)
        return QWidget::keyPressEvent(event);
    const int at = m_selected ? *m_selected + step : (step > 0 ? 0 : count - 1);
    select(std::clamp(at, 0, count - 1));
}

void ChartView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    select({});
}

void ChartView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ChartPainter chart(Theme::of(this));
    const QRectF box = rect();
    if (const auto* trend = std::get_if<TrendChart>(&m_chart))
        chart.trend(painter, box, *trend, m_selected);
    else if (const auto* reliability = std::get_if<ReliabilityChart>(&m_chart))
        chart.reliability(painter, box, *reliability, m_selected);
    else if (const auto* confusion = std::get_if<ConfusionChart>(&m_chart))
        chart.confusion(painter, box, *confusion, m_selected);
    else if (const auto* plot = std::get_if<PlotChart>(&m_chart))
        chart.plot(painter, box, *plot, m_selected);
    else if (const auto* heat = std::get_if<HeatChart>(&m_chart))
        chart.heat(painter, box, *heat, m_selected);
    if (hasKeyboardFocus(this))
        paintFocusRing(painter, box, 6, this);
}

}  // namespace nodewise::widgets
