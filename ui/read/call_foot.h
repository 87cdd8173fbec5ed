/// call_foot.h: the foot of the call panel: the call in one line, what is missing, the commit.
#pragma once
#include "ui/models/reading_model.h"
#include <QFrame>

class QLabel;

namespace nodewise::widgets {
class Button;
class ProgressStrip;
}  // namespace nodewise::widgets

namespace nodewise::read {

class CallFoot final : public QFrame {
    Q_OBJECT
public:
    explicit CallFoot(models::ReadingModel& model, QWidget* parent = nullptr);
    /// Without the summary line.
    void setCompact(bool compact);
    [[nodiscard]] widgets::Button* commitButton() const { return m_commit; }

private:
    void showDraft();
    void showState();
    void press();

    models::ReadingModel& m_model;
    bool m_compact = false;
    QLabel* m_summary;
    QLabel* m_gaps;
    widgets::ProgressStrip* m_progress;
    widgets::Button* m_commit;
};

}  // namespace nodewise::read
