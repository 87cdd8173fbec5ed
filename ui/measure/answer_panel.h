/// answer_panel.h: numbers of the present node, the reader's call, then the core's answer beside
/// it.
#pragma once
#include "ui/models/measure_model.h"
#include "ui/text/feedback_text.h"
#include "ui/viewer/viewer_keys.h"
#include <QFrame>

class QLabel;
class QMenu;
class QVBoxLayout;

namespace nodewise::widgets {
class AbstainsStrip;
class Button;
class ComboBox;
class DialogService;
}  // namespace nodewise::widgets

namespace nodewise::measure_screen {

class OddsChart;
class OwnCall;
class ProbabilityBar;

/// 456 wide, scrolls inside. objectName: answerPanel. Grade and probability are separate blocks.
class AnswerPanel final : public QFrame {
    Q_OBJECT
public:
    AnswerPanel(models::MeasureModel& model, widgets::DialogService& dialogs,
                QWidget* parent = nullptr);
    bool answer(viewer::ViewerCommand command);
    /// The menu behind "Report"; the screen fills it.
    [[nodiscard]] QMenu* reportMenu() const { return m_reportMenu; }

private:
    QWidget* buildHead();
    QWidget* buildGrade();
    QWidget* buildProbability();
    QWidget* buildWhole();
    void refresh();
    void showHead(const models::MeasuredNode& node);
    void showNumbers(const models::MeasuredNode& node);
    void showGrade(const evidence::NodeEvidence& answer);
    void showProbability(const evidence::NodeEvidence& answer);
    void showEvidence(const evidence::NodeEvidence& answer);
    void showWhole(const models::MeasuredNode& node);
    void showNotes(const models::MeasuredNode& node);
    [[nodiscard]] QVBoxLayout* refill(QWidget* section) const;

    models::MeasureModel& m_model;
    widgets::DialogService& m_dialogs;
    QMenu* m_reportMenu = nullptr;
    QLabel* m_title = nullptr;
    widgets::ComboBox *m_level = nullptr, *m_side = nullptr;
    QWidget *m_content = nullptr, *m_empty = nullptr, *m_numbers = nullptr, *m_answer = nullptr,
            *m_trace = nullptr, *m_evidence = nullptr, *m_whole = nullptr, *m_notes = nullptr;
    QLabel *m_problem = nullptr, *m_grade = nullptr, *m_gradeMeaning = nullptr,
           *m_certainty = nullptr, *m_pene = nullptr, *m_interval = nullptr, *m_peneNote = nullptr;
    OwnCall* m_own = nullptr;
    ProbabilityBar* m_bar = nullptr;
    OddsChart* m_odds = nullptr;
    widgets::AbstainsStrip* m_abstains = nullptr;
};

}  // namespace nodewise::measure_screen
