#include "ui/practice/test_result_screen.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chart_view.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/figure_row.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <algorithm>

namespace nodewise::practice {

using widgets::ButtonKind;
using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

const QString kNone = QStringLiteral("–");
constexpr int kAsideWidth = 400, kSmallAsideWidth = 340;

QString intervalOf(const analytics::Estimate& estimate) {
    if (!estimate.interval)
        return {};
    return TestResultScreen::tr("%1 to %2")
        .arg(text::number(estimate.interval->low, 2), text::number(estimate.interval->high, 2));
}

}  // namespace

TestResultScreen::TestResultScreen(models::TestModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_head(new widgets::HeaderStrip(this))
    , m_figures(new widgets::FigureRow(this))
    , m_table(new widgets::DataTable(QStringLiteral("testTable"), tr("Calls of the test"), this)) {
    setObjectName(QStringLiteral("testResultScreen"));
    m_figures->setObjectName(QStringLiteral("testFigures"));
    m_table->setActive(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_figures);
    left->addWidget(widgets::makeRule(this));
    auto* around = new QVBoxLayout;
    around->setContentsMargins(24, 0, 24, 16);
    around->addWidget(m_table);
    left->addLayout(around, 1);
    row->addLayout(left, 1);
    m_aside = buildAside();
    row->addWidget(m_aside);
    column->addLayout(row, 1);
    m_head->setTitle(tr("Test result"));
    connect(m_table, &widgets::DataTable::rowActivated, this, [this](int at) {
        if (m_result && at >= 0 && at < static_cast<int>(m_result->rows.size()))
            Q_EMIT reviewCallRequested(m_result->rows[static_cast<std::size_t>(at)].call);
    });
    connect(&model, &models::TestModel::changed, this, &TestResultScreen::refresh);
    connect(&model, &models::TestModel::graded, this, &TestResultScreen::refresh);
}

QWidget* TestResultScreen::buildAside() {
    auto* aside = new QFrame(this);
    aside->setObjectName(QStringLiteral("testAside"));
    aside->setProperty("surface", QStringLiteral("panel"));
    aside->setFixedWidth(kAsideWidth);
    auto* column = new QVBoxLayout(aside);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Reliability"), TextStyle::Head, TextTone::Strong, aside));
    m_chart = new widgets::ChartView(aside);
    m_chart->setObjectName(QStringLiteral("testReliability"));
    m_chart->setAccessibleName(tr("Reliability"));
    m_chart->setFixedHeight(260);
    column->addWidget(m_chart);
    m_note = widgets::makeWrapped({}, TextStyle::Note, TextTone::Dim, aside);
    m_note->setObjectName(QStringLiteral("testNote"));
    column->addWidget(m_note);
    m_replay = new widgets::Button(QStringLiteral("replayButton"), tr("Search path of the node"),
                                   ButtonKind::Plain, aside);
    column->addWidget(m_replay, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto* buttons = new QHBoxLayout;
    m_through = new widgets::Button(QStringLiteral("goThroughButton"), tr("Go through the nodes"),
                                    ButtonKind::Foot, aside);
    m_through->setKeyHint(tr("Enter"));
    m_done =
        new widgets::Button(QStringLiteral("testDoneButton"), tr("Done"), ButtonKind::Plain, aside);
    buttons->addWidget(m_through, 1);
    buttons->addWidget(m_done);
    column->addLayout(buttons);
    connect(m_through, &QPushButton::clicked, this, [this] {
        if (m_result && !m_result->rows.empty())
            Q_EMIT reviewCallRequested(m_result->rows.front().call);
    });
    connect(m_done, &QPushButton::clicked, this, &TestResultScreen::closed);
    connect(m_replay, &QPushButton::clicked, this, [this] {
        const int at = std::max(0, m_table->currentIndex().row());
        if (m_result && at < static_cast<int>(m_result->rows.size()))
            Q_EMIT replayRequested(m_result->rows[static_cast<std::size_t>(at)].call);
    });
    return aside;
}

/// The table comes first: on a small window the chart is narrower.
void TestResultScreen::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_aside->setFixedWidth(width() < 1300 ? kSmallAsideWidth : kAsideWidth);
}

void TestResultScreen::showResult(const session::ActivityId& activity) {
    m_activity = activity;
    refresh();
}

void TestResultScreen::refresh() {
    if (m_activity.empty())
        return;
    m_result = m_model.result(m_activity);
    if (!m_result)
        return;
    m_head->setGroups({{m_result->title, m_result->detail}});
    showFigures();
    showTable();
    widgets::ReliabilityChart chart;
    chart.xTitle = tr("you said, %");
    chart.yTitle = tr("turned out positive, %");
    for (const auto& bin : m_result->summary.reliability)
        if (bin.count > 0 && bin.observed.value && bin.observed.interval)
            chart.points.push_back({bin.meanProbability, *bin.observed.value,
                                    bin.observed.interval->low, bin.observed.interval->high,
                                    bin.count});
    m_chart->setChart(tr("Reliability"), chart);
    const int nodes = static_cast<int>(m_result->rows.size());
    m_note->setText(
        m_result->graded
            ? tr("Intervals are wide with %n node(s): read them together with your progress.",
                 nullptr, nodes)
            : tr("The references are being opened: %1 of %n node(s) so far.", nullptr, nodes)
                  .arg(m_result->summary.scored));
    m_through->setEnabled(m_result->graded && !m_result->rows.empty());
}

void TestResultScreen::showFigures() {
    const auto& s = m_result->summary;
    const QString skill = s.skill.value ? text::signedNumber(*s.skill.value, 2) : kNone;
    const QString brier = s.brier.value ? text::number(*s.brier.value, 2) : kNone;
    const QString kappa = s.gradeKappa.value ? text::number(*s.gradeKappa.value, 2) : kNone;
    const QString few =
        tr("after %1 scored nodes: %2 so far").arg(analytics::kMinimumScored).arg(s.scored);
    m_figures->setFigures(
        {{tr("Brier score"), brier, intervalOf(s.brier)},
         {tr("Brier skill"), skill, s.skill.value ? intervalOf(s.skill) : few},
         {tr("Grade, weighted κ"), kappa, s.gradeKappa.value ? intervalOf(s.gradeKappa) : few},
         {tr("N category"),
          m_result->categories > 0
              ? tr("%1 of %2").arg(m_result->categoriesRight).arg(m_result->categories)
              : kNone,
          {}}});
}

void TestResultScreen::showTable() {
    std::vector<QStringList> rows;
    int number = 0;
    for (const auto& row : m_result->rows)
        rows.push_back({QString::number(++number), row.node, row.said, row.given,
                        row.reference.isEmpty() ? kNone : row.reference,
                        row.verdict ? text::verdictName(*row.verdict) : kNone,
                        row.size.isEmpty() ? kNone : row.size,
                        row.category.isEmpty() ? kNone : row.category, row.time});
    m_table->setTable({tr("No."), tr("Node"), tr("You said"), tr("Grade"), tr("Reference"),
                       tr("Grade mark"), tr("Short axis"), tr("N category"), tr("Time")},
                      rows, {0, 2, 6, 8});
}

QList<QWidget*> TestResultScreen::focusRegions() const {
    return {m_head, m_table, m_aside};
}

QWidget* TestResultScreen::openingFocus() const {
    return m_through->isEnabled() ? m_through : m_done;
}

}  // namespace nodewise::practice
