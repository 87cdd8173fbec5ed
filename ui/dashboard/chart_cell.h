/// chart_cell.h: head, chart and one sentence; or, while too little is known, what is missing.
#pragma once
#include "ui/widgets/chart_view.h"
#include <QFrame>

class QLabel;

namespace nodewise::dashboard {

class ChartCell final : public QFrame {
    Q_OBJECT
public:
    /// `name` stands at the head; `aside` dim at its right, or below when `asideBelow`.
    ChartCell(const QString& objectName, const QString& name, const QString& aside, bool asideBelow,
              QWidget* parent = nullptr);
    void setChart(widgets::ChartView::Chart chart, const QString& note);
    /// In place of the chart.
    void setMissing(const QString& sentence);
    [[nodiscard]] widgets::ChartView* view() const { return m_view; }

private:
    QString m_name;
    widgets::ChartView* m_view;
    QLabel *m_note, *m_missing;
};

}  // namespace nodewise::dashboard
