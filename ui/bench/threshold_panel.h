/// threshold_panel.h: the staircase: begin, answer, and what it came to.
#pragma once
#include "ui/models/bench_model.h"
#include <QWidget>

class QLabel;

namespace nodewise::widgets {
class Button;
class ChartView;
}  // namespace nodewise::widgets

namespace nodewise::bench {

/// Object names: startTrialsButton, callCleanButton, callExtendedButton, stopTrialsButton,
/// trialCount, thresholdText, falseAlarmText, earlierText, thresholdChart.
class ThresholdPanel final : public QWidget {
    Q_OBJECT
public:
    ThresholdPanel(models::BenchModel& model, QWidget* parent);
    void refresh();
    /// As the buttons; nothing while no picture is there.
    void answer(bool called);

private:
    void build();
    void showResult();

    models::BenchModel& m_model;
    QLabel *m_intro = nullptr, *m_count = nullptr, *m_threshold = nullptr, *m_alarms = nullptr,
           *m_earlier = nullptr, *m_chartHead = nullptr;
    widgets::Button *m_start = nullptr, *m_clean = nullptr, *m_extended = nullptr,
                    *m_stop = nullptr;
    widgets::ChartView* m_chart = nullptr;
};

}  // namespace nodewise::bench
