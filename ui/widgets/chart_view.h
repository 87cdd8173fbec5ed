/// chart_view.h: a chart as a widget: one tab stop, arrows walk the points and speak them.
#pragma once
#include "ui/widgets/chart_painter.h"
#include <QWidget>
#include <variant>

namespace nodewise::widgets {

class ChartView final : public QWidget {
    Q_OBJECT
public:
    using Chart = std::variant<std::monostate, TrendChart, ReliabilityChart, ConfusionChart,
                               PlotChart, HeatChart>;
    explicit ChartView(QWidget* parent = nullptr);
    /// `name` is the accessible name ("Reliability").
    void setChart(const QString& name, Chart chart);
    /// The sentence of the point the keyboard stands on; empty when on none.
    [[nodiscard]] QString spoken() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] int pointCount() const;
    void select(std::optional<int> point);
    Chart m_chart;
    std::optional<int> m_selected;
};

}  // namespace nodewise::widgets
