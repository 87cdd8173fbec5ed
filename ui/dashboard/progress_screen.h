/// progress_screen.h: how the learner is doing, from kept calls only.
#pragma once
#include "ui/models/progress_model.h"
#include "ui/models/thumbnails.h"
#include "ui/widgets/focus_regions.h"
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace nodewise::widgets {
class ChartView;
class EmptyState;
class FigureRow;
class HeaderStrip;
}  // namespace nodewise::widgets

namespace nodewise::dashboard {

class ChartCell;
class MissList;
class WeakConceptList;

class ProgressScreen final : public QWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    ProgressScreen(models::ProgressModel& model, models::Thumbnails& thumbnails,
                   QWidget* parent = nullptr);
    [[nodiscard]] QList<QWidget*> focusRegions() const override;

Q_SIGNALS:
    void reviewCallRequested(const nodewise::session::CallId& call);
    void readRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildContent();
    void refresh();
    void showCharts();

    models::ProgressModel& m_model;
    widgets::HeaderStrip* m_head;
    QStackedWidget* m_pages;
    widgets::EmptyState* m_empty;
    widgets::FigureRow* m_figures = nullptr;
    ChartCell* m_trend = nullptr;
    ChartCell* m_reliability = nullptr;
    ChartCell* m_grades = nullptr;
    MissList* m_misses = nullptr;
    WeakConceptList* m_concepts = nullptr;
};

}  // namespace nodewise::dashboard
