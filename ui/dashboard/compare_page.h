/// compare_page.h: the learner beside other readers, beside the core, and against the reference.
#pragma once
#include "ui/models/compare_model.h"
#include <QWidget>

class QLabel;

namespace nodewise::widgets {
class DataTable;
class SegmentedChoice;
}  // namespace nodewise::widgets

namespace nodewise::dashboard {

class ChartCell;

class ComparePage final : public QWidget {
    Q_OBJECT
public:
    ComparePage(models::Learner& learner, models::CaseLibrary& library, QWidget* parent = nullptr);

Q_SIGNALS:
    void reviewCallRequested(const nodewise::session::CallId& call);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildCharts(QWidget* content);
    QWidget* buildTables(QWidget* content);
    void refresh();
    void showCore();
    void showPeers();
    void showDisputes();
    void showSide(ChartCell* cell, const models::ForecastSide& side, const QString& note);

    models::CompareModel* m_model;
    widgets::SegmentedChoice* m_cases;
    ChartCell *m_own, *m_core;
    QLabel* m_abstained;
    widgets::DataTable *m_peers, *m_disputes;
    QLabel *m_noPeers, *m_noDisputes;
    std::vector<session::CallId> m_disputed;
    bool m_stale = true;
};

}  // namespace nodewise::dashboard
