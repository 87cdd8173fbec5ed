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
    /// Start a test, or go on with the one that runs.
    void testRequested();
    void otherTestRequested();
    void drillRequested();
    void pairsRequested();
    void meetingRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildContent();
    QWidget* buildDue(QWidget* parent);
    QWidget* buildPacks(QWidget* parent);
    QWidget* buildTest(QWidget* parent);
    QWidget* buildRight(QWidget* parent);
    void showTest();
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
    QLabel* m_testLines = nullptr;
    widgets::Button *m_test = nullptr, *m_otherTest = nullptr;
};

}  // namespace nodewise::today
