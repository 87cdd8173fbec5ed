/// today_page.h: greeting, the case to go on with, what is due, the last calls, the skill line.
#pragma once
#include "ui/models/thumbnails.h"
#include "ui/models/today_model.h"
#include <QWidget>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace nodewise::widgets {
class ActionRow;
class Button;
}  // namespace nodewise::widgets

namespace nodewise::today {

class NextCaseCard;
class SkillPanel;

class TodayPage final : public QWidget {
    Q_OBJECT
public:
    TodayPage(models::TodayModel& model, models::Thumbnails& thumbnails, QWidget* parent = nullptr);
    [[nodiscard]] QList<QWidget*> focusRegions() const;

Q_SIGNALS:
    void openCaseRequested(const nodewise::models::CaseLocator& where);
    void reviewCallRequested(const nodewise::session::CallId& call);
    void casesRequested();
    void progressRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildContent();
    QWidget* buildDue(QWidget* parent);
    QWidget* buildPacks(QWidget* parent);
    void refresh();
    void showDue();
    void showPacks();

    models::TodayModel& m_model;
    QLabel* m_greeting = nullptr;
    QLabel* m_date = nullptr;
    NextCaseCard* m_card = nullptr;
    SkillPanel* m_panel = nullptr;
    QWidget* m_lower = nullptr;
    QLabel* m_dueCount = nullptr;
    widgets::Button* m_practise = nullptr;
    QVBoxLayout* m_dueRows = nullptr;
    QVBoxLayout* m_packRows = nullptr;
};

}  // namespace nodewise::today
