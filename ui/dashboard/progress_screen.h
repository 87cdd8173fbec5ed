/// progress_screen.h: how the learner is doing, from kept calls only.
#pragma once
#include "ui/models/progress_model.h"
#include "ui/models/thumbnails.h"
#include "ui/widgets/focus_regions.h"
#include "ui/widgets/segmented_choice.h"
#include <QWidget>
#include <vector>

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
    /// Another page beside the overview ("All scores", "Group"); `id` is a code word.
    void addPage(const QString& id, const QString& title, QWidget* page);
    void showPage(const QString& id);

Q_SIGNALS:
    void reportRequested();
    void reviewCallRequested(const nodewise::session::CallId& call);
    void readRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildHead();
    QWidget* buildContent();
    void refresh();
    void showCharts();
    void showTables();

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
    widgets::SegmentedChoice* m_choice = nullptr;
    QStackedWidget* m_all = nullptr;
    std::vector<widgets::Segment> m_segments;
};

}  // namespace nodewise::dashboard
