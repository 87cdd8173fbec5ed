/// skill_panel.h: the right column of Today: Brier skill with its line, and the last five calls.
#pragma once
#include "ui/models/thumbnails.h"
#include "ui/models/today_model.h"
#include <QFrame>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace nodewise::widgets {
class ActionRow;
class Button;
class ChartView;
}  // namespace nodewise::widgets

namespace nodewise::today {

class SkillPanel final : public QFrame {
    Q_OBJECT
public:
    SkillPanel(models::TodayModel& model, models::Thumbnails& thumbnails,
               QWidget* parent = nullptr);

Q_SIGNALS:
    void reviewRequested(const nodewise::session::CallId& call);
    void allRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void showSkill();
    void showCalls();
    void showPictures();

    models::TodayModel& m_model;
    models::Thumbnails& m_thumbnails;
    QLabel *m_label, *m_value, *m_interval, *m_note, *m_empty;
    widgets::ChartView* m_chart;
    QVBoxLayout* m_rows;
    std::vector<models::CallRow> m_calls;
    std::vector<widgets::ActionRow*> m_rowWidgets;
};

}  // namespace nodewise::today
