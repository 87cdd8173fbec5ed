/// own_call.h: the reader's own grade and probability, before the core says anything.
#pragma once
#include "ui/models/measure_model.h"
#include <QWidget>

class QKeyEvent;
class QLabel;

namespace nodewise::widgets {
class Button;
class ProbabilityScale;
class SegmentedChoice;
}  // namespace nodewise::widgets

namespace nodewise::measure_screen {

/// objectName: ownCall. Nothing is preselected; once shown, the core's answer closes the call.
class OwnCall final : public QWidget {
    Q_OBJECT
public:
    explicit OwnCall(models::MeasureModel& model, QWidget* parent = nullptr);
    /// `[ ]` probability, `Shift+0…3` grade, `Enter` shows the answer; false for other keys.
    bool handleKey(const QKeyEvent& event);

private:
    void refresh();
    void take();

    models::MeasureModel& m_model;
    widgets::ProbabilityScale* m_probability;
    widgets::SegmentedChoice* m_grade;
    widgets::Button* m_commit;
    QLabel* m_given;
    QWidget* m_asking;
};

}  // namespace nodewise::measure_screen
