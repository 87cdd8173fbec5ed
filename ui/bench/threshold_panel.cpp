#include "ui/bench/threshold_panel.h"
#include "ui/bench/bench_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chart_view.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <QRandomGenerator>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace nodewise::bench {

using namespace widgets;

ThresholdPanel::ThresholdPanel(models::BenchModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model) {
    build();
    connect(&m_model, &models::BenchModel::trialChanged, this, &ThresholdPanel::refresh);
    refresh();
}

void ThresholdPanel::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_intro = makeWrapped(tr("48 pictures of four nodes; 8 are without extension. Say of each "
                             "whether you would call extension. The depth follows your answers; "
                             "nothing tells you on the way whether you were right."),
                          TextStyle::Base, TextTone::Text, this);
    m_start = new Button(QStringLiteral("startTrialsButton"), {}, ButtonKind::Primary, this);
    m_count = makeLabel({}, TextStyle::Head, TextTone::Strong, this);
    m_count->setObjectName(QStringLiteral("trialCount"));
    auto* answers = new QHBoxLayout;
    answers->setSpacing(8);
    m_clean =
        new Button(QStringLiteral("callCleanButton"), tr("No extension"), ButtonKind::Plain, this);
    m_clean->setKeyHint(QStringLiteral("V"));
    m_extended =
        new Button(QStringLiteral("callExtendedButton"), tr("Extension"), ButtonKind::Plain, this);
    m_extended->setKeyHint(QStringLiteral("G"));
    for (Button* button : {m_clean, m_extended})
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    answers->addWidget(m_clean, 1);
    answers->addWidget(m_extended, 1);
    m_stop = new Button(QStringLiteral("stopTrialsButton"), tr("Stop"), ButtonKind::Quiet, this);
    m_threshold = makeWrapped({}, TextStyle::Section, TextTone::Strong, this);
    m_threshold->setObjectName(QStringLiteral("thresholdText"));
    m_alarms = makeWrapped({}, TextStyle::Base, TextTone::Text, this);
    m_alarms->setObjectName(QStringLiteral("falseAlarmText"));
    m_earlier = makeWrapped({}, TextStyle::Base, TextTone::Dim, this);
    m_earlier->setObjectName(QStringLiteral("earlierText"));
    m_chartHead =
        makeLabel(tr("Estimate after each picture, mm"), TextStyle::Note, TextTone::Dim, this);
    m_chart = new ChartView(this);
    m_chart->setObjectName(QStringLiteral("thresholdChart"));
    m_chart->setMinimumHeight(200);
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_threshold, m_alarms, m_earlier, m_chartHead, m_chart, m_intro, m_start, m_count})
        column->addWidget(part);
    column->addLayout(answers);
    column->addWidget(m_stop, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_start, &QPushButton::clicked, this,
            [this] { m_model.startTrials(QRandomGenerator::global()->generate()); });
    connect(m_clean, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_extended, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_stop, &QPushButton::clicked, &m_model, &models::BenchModel::stopTrials);
}

void ThresholdPanel::answer(bool called) {
    m_model.answerTrial(called);
}

void ThresholdPanel::refresh() {
    const bool running = m_model.inTrials();
    const bool over = m_model.trials() && m_model.trials()->finished();
    m_intro->setVisible(!running);
    m_start->setVisible(!running);
    m_start->setText(over ? tr("Once more") : tr("Start"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_count, m_clean, m_extended, m_stop})
        part->setVisible(running);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_threshold, m_alarms, m_chartHead, m_chart})
        part->setVisible(over);
    m_earlier->setText(earlierSentence(m_model.earlierThresholds()));
    m_earlier->setVisible(!running && !m_model.earlierThresholds().empty());
    if (running) {
        m_count->setText(tr("Picture %1 of %2")
                             .arg(m_model.trials()->done() + 1)
                             .arg(m_model.trials()->total()));
        m_clean->setEnabled(m_model.trialImage() != nullptr);
        m_extended->setEnabled(m_model.trialImage() != nullptr);
    }
    if (over)
        showResult();
}

void ThresholdPanel::showResult() {
    const auto result = m_model.trials()->result();
    m_threshold->setText(thresholdSentence(result));
    m_alarms->setText(falseAlarmSentence(result));
    TrendChart chart;
    chart.yLow = 0;
    chart.yHigh = models::BenchModel::kDeepestMm;
    chart.yStep = 2;
    chart.xStep = 10;
    chart.plainY = true;
    //: Spoken: %1 number of the picture, %2 estimate, %3 and %4 its interval, all in mm.
    chart.spokenPoint = tr("Picture %1: %2 millimetres, %3 to %4");
    double x = 0;
    for (const schedule::DepthTrial& trial : m_model.trials()->trials()) {
        const double away = std::pow(10, 1.96 * trial.spreadLog10);
        chart.points.push_back({++x, std::min(trial.thresholdMm, chart.yHigh),
                                trial.thresholdMm / away,
                                std::min(trial.thresholdMm * away, chart.yHigh)});
    }
    m_chart->setChart(tr("Estimate after each picture, mm"), chart);
}

}  // namespace nodewise::bench
