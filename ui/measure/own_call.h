/// own_call.h: the reader's own grade and probability, before the core says anything.
#pragma once
#include "ui/models/measure_model.h"
#include "ui/viewer/viewer_keys.h"
#include <QWidget>

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
    /// Probability, grade, and the commit that shows the answer; false for other commands, and when
    /// there is nothing to answer.
    bool answer(viewer::ViewerCommand command);

private:
    void refresh();
    void take();
    void showKeys();

    models::MeasureModel& m_model;
    widgets::ProbabilityScale* m_probability;
    widgets::SegmentedChoice* m_grade;
    widgets::Button* m_commit;
    QLabel* m_given;
    QWidget* m_asking;
};

}  // namespace nodewise::measure_screen
