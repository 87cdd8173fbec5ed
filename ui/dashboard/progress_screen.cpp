#include "ui/dashboard/progress_screen.h"
#include "ui/dashboard/chart_cell.h"
#include "ui/dashboard/miss_list.h"
#include "ui/dashboard/resident_charts.h"
#include "ui/dashboard/weak_concept_list.h"
#include "ui/text/number_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_row.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/segmented_choice.h"
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace nodewise::dashboard {

namespace {

QFrame* verticalLine(QWidget* parent) {
    QFrame* line = widgets::makeSeparator(parent);
    line->setMinimumHeight(0);
    line->setMaximumHeight(QWIDGETSIZE_MAX);
    return line;
}

// Named without its scope: the reader of texts would take the function for a member of it.
using widgets::TrendChart;

TrendChart trendOf(const analytics::ResidentSummary& summary) {
    TrendChart chart = trendChart(summary);
    chart.markers.push_back(
        {double(analytics::kMinimumScored),
         ProgressScreen::tr("trend counts from %1").arg(analytics::kMinimumScored)});
    chart.zeroText = ProgressScreen::tr("0 = guessing the base rate");
    return chart;
}

}  // namespace

ProgressScreen::ProgressScreen(models::ProgressModel& model, models::Thumbnails& thumbnails,
                               QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_head(new widgets::HeaderStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(
          tr("No scored node yet"),
          tr("Skill appears after 20 scored nodes, the curve of reliability from the first."),
          tr("Read a node"), this)) {
    setObjectName(QStringLiteral("progressScreen"));
    m_misses = new MissList(model, thumbnails, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    m_all = new QStackedWidget(this);
    m_all->addWidget(m_pages);
    column->addWidget(m_all, 1);
    buildHead();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(buildContent());
    m_pages->addWidget(scroll);
    auto* emptyPage = new QWidget(this);
    auto* emptyColumn = new QVBoxLayout(emptyPage);
    emptyColumn->setContentsMargins(32, 32, 32, 32);
    m_empty->setObjectName(QStringLiteral("progressEmpty"));
    m_empty->setMaximumWidth(560);
    emptyColumn->addWidget(m_empty);
    emptyColumn->addStretch(1);
    m_pages->addWidget(emptyPage);
    m_head->setTitle(tr("Progress"));
    connect(m_empty, &widgets::EmptyState::actionTriggered, this, &ProgressScreen::readRequested);
    connect(m_misses, &MissList::reviewRequested, this, &ProgressScreen::reviewCallRequested);
    connect(&model, &models::ProgressModel::changed, this, &ProgressScreen::refresh);
    refresh();
}

void ProgressScreen::buildHead() {
    m_choice = new widgets::SegmentedChoice(this);
    m_choice->setObjectName(QStringLiteral("progressPages"));
    m_choice->setAccessibleName(tr("Page"));
    m_choice->setCompact(true);
    m_segments = {{QStringLiteral("overview"), tr("Overview"), {}, {}}};
    m_choice->setSegments(m_segments);
    m_choice->setChosen(0);
    m_choice->hide();
    m_head->addRight(m_choice);
    auto* report = new widgets::Button(QStringLiteral("reportButton"), tr("Report"),
                                       widgets::ButtonKind::Compact, this);
    report->setAccessibleName(tr("Report as PDF"));
    m_head->addRight(report);
    connect(report, &QPushButton::clicked, this, &ProgressScreen::reportRequested);
    connect(m_choice, &widgets::SegmentedChoice::chosenChanged, this, [this] {
        // A second press clears elsewhere; a page there must be.
        if (!m_choice->chosen())
            m_choice->setChosen(m_all->currentIndex());
        m_all->setCurrentIndex(*m_choice->chosen());
    });
}

void ProgressScreen::addPage(const QString& id, const QString& title, QWidget* page) {
    m_all->addWidget(page);
    m_segments.push_back({id, title, {}, {}});
    m_choice->setSegments(m_segments);
    m_choice->setFixedWidth(static_cast<int>(m_segments.size()) * 104);
    m_choice->setChosen(m_all->currentIndex());
    m_choice->show();
}

void ProgressScreen::showPage(const QString& id) {
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        if (m_segments[i].id == id) {
            m_choice->setChosen(static_cast<int>(i));
            m_all->setCurrentIndex(static_cast<int>(i));
        }
}

QWidget* ProgressScreen::buildContent() {
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_figures = new widgets::FigureRow(content);
    m_figures->setObjectName(QStringLiteral("progressFigures"));
    column->addWidget(m_figures);
    column->addWidget(widgets::makeRule(content));
    m_trend = new ChartCell(QStringLiteral("trendChart"), tr("Brier skill by scored node"),
                            tr("band: 95 % bootstrap"), false, content);
    m_reliability = new ChartCell(QStringLiteral("reliabilityChart"), tr("Reliability"),
                                  tr("bars: Wilson 95 %, number: nodes"), false, content);
    for (auto* cell : {m_trend, m_reliability}) {
        cell->setProperty("surface", QStringLiteral("panel"));
        cell->setMinimumHeight(300);
    }
    auto* first = new QHBoxLayout;
    first->setSpacing(0);
    first->addWidget(m_trend, 880);
    first->addWidget(verticalLine(content));
    first->addWidget(m_reliability, 496);
    column->addLayout(first, 372);
    column->addWidget(widgets::makeRule(content));
    m_grades = new ChartCell(QStringLiteral("gradeChart"), tr("Grade"),
                             tr("rows reference, columns your call"), true, content);
    m_grades->setMinimumHeight(320);
    m_concepts = new WeakConceptList(m_model, content);
    auto* second = new QHBoxLayout;
    second->setSpacing(0);
    second->addWidget(m_grades, 344);
    second->addWidget(verticalLine(content));
    second->addWidget(m_misses, 560);
    second->addWidget(verticalLine(content));
    second->addWidget(m_concepts, 472);
    column->addLayout(second, 391);
    return content;
}

void ProgressScreen::refresh() {
    m_pages->setCurrentIndex(m_model.isEmpty() ? 1 : 0);
    m_head->setGroups(m_model.isEmpty() ? QList<QStringList>{}
                                        : QList<QStringList>{{}, {m_model.headline()}});
    std::vector<widgets::FigureText> figures;
    for (const auto& figure : m_model.figures())
        figures.push_back({figure.label, figure.value, figure.interval});
    m_figures->setFigures(figures);
    showCharts();
    m_misses->showRows();
    m_concepts->showRows();
}

void ProgressScreen::showCharts() {
    const auto& summary = m_model.summary();
    if (summary.trend.empty())
        m_trend->setMissing(
            tr("The line is drawn from 8 scored nodes on, positive and negative ones among them: "
               "%1 and %2 so far.")
                .arg(summary.positives)
                .arg(summary.negatives));
    else
        m_trend->setChart(trendOf(summary), {});
    m_reliability->setChart(
        reliabilityChart(summary.reliability, tr("you said, %"), tr("turned out positive, %")),
        m_model.reliabilityNote());
    m_grades->setChart(gradeChart(summary), m_model.confusionNote());
    showTables();
}

void ProgressScreen::showTables() {
    const auto& summary = m_model.summary();
    std::vector<QStringList> trend, bins, grades;
    for (const auto& p : summary.trend)
        trend.push_back({QString::number(p.count), text::signedNumber(p.skill, 2),
                         text::signedNumber(p.band.low, 2), text::signedNumber(p.band.high, 2)});
    for (const auto& bin : summary.reliability)
        if (bin.count > 0)
            bins.push_back({text::percentInterval(bin.low, bin.high), QString::number(bin.count),
                            QString::number(bin.positives), text::percent(bin.meanProbability)});
    for (int grade = 0; grade < 4; ++grade) {
        QStringList row{QStringLiteral("G%1").arg(grade)};
        for (const int count : summary.grades[static_cast<std::size_t>(grade)])
            row << QString::number(count);
        grades.push_back(row);
    }
    m_trend->setTable({tr("Nodes"), tr("Skill"), tr("Low"), tr("High")}, trend);
    m_reliability->setTable({tr("Said"), tr("Nodes"), tr("Positive"), tr("Mean said")}, bins);
    m_grades->setTable({tr("Reference"), QStringLiteral("G0"), QStringLiteral("G1"),
                        QStringLiteral("G2"), QStringLiteral("G3")},
                       grades);
}

void ProgressScreen::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

QList<QWidget*> ProgressScreen::focusRegions() const {
    if (m_all->currentIndex() > 0)
        return {m_head, m_all->currentWidget()};
    return {m_head, m_trend, m_reliability, m_grades, m_misses, m_concepts, m_empty};
}

}  // namespace nodewise::dashboard
