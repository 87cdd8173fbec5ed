/// chart_cell.h: head, chart and one sentence; or, while too little is known, what is missing.
#pragma once
#include "ui/widgets/chart_view.h"
#include <QFrame>
#include <QStringList>
#include <vector>

class QLabel;

namespace nodewise::widgets {
class Button;
class DataTable;
}  // namespace nodewise::widgets

namespace nodewise::dashboard {

class ChartCell final : public QFrame {
    Q_OBJECT
public:
    /// `name` stands at the head; `aside` dim at its right, or below when `asideBelow`.
    ChartCell(const QString& objectName, const QString& name, const QString& aside, bool asideBelow,
              QWidget* parent = nullptr);
    void setChart(widgets::ChartView::Chart chart, const QString& note);
    /// The numbers behind the chart: a button at the head turns to them and back.
    void setTable(const QStringList& heads, const std::vector<QStringList>& rows);
    [[nodiscard]] widgets::DataTable* table() const { return m_table; }
    /// In place of the chart.
    void setMissing(const QString& sentence);
    [[nodiscard]] widgets::ChartView* view() const { return m_view; }

private:
    void showPart();
    QString m_name;
    widgets::Button* m_turn;
    widgets::DataTable* m_table;
    bool m_asTable = false, m_isMissing = false;
    widgets::ChartView* m_view;
    QLabel *m_note, *m_missing;
};

}  // namespace nodewise::dashboard
