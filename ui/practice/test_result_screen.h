/// test_result_screen.h: how a test went: figures, every call, reliability, what to practise.
#pragma once
#include "ui/models/test_model.h"
#include "ui/widgets/focus_regions.h"
#include <QWidget>
#include <optional>

class QLabel;

namespace nodewise::widgets {
class Button;
class ChartView;
class DataTable;
class FigureRow;
class HeaderStrip;
}  // namespace nodewise::widgets

namespace nodewise::practice {

class TestResultScreen final : public QWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    explicit TestResultScreen(models::TestModel& model, QWidget* parent = nullptr);
    void showResult(const session::ActivityId& activity);
    [[nodiscard]] QList<QWidget*> focusRegions() const override;
    [[nodiscard]] QWidget* openingFocus() const override;

Q_SIGNALS:
    void reviewCallRequested(const nodewise::session::CallId& call);
    void closed();
    /// The search of the chosen call.
    void replayRequested(const nodewise::session::CallId& call);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildAside();
    void refresh();
    void showFigures();
    void showTable();

    models::TestModel& m_model;
    session::ActivityId m_activity;
    std::optional<models::TestResult> m_result;
    widgets::HeaderStrip* m_head;
    widgets::FigureRow* m_figures;
    widgets::DataTable* m_table;
    QWidget* m_aside = nullptr;
    widgets::ChartView* m_chart = nullptr;
    QLabel* m_note = nullptr;
    widgets::Button *m_through = nullptr, *m_done = nullptr, *m_replay = nullptr;
};

}  // namespace nodewise::practice
