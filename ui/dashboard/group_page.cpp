#include "ui/dashboard/group_page.h"
#include "ui/dashboard/chart_cell.h"
#include "ui/dashboard/details_page.h"
#include "ui/dashboard/group_heat.h"
#include "ui/models/cases_model.h"
#include "ui/models/compare_model.h"
#include "ui/text/concept_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>

namespace nodewise::dashboard {

using widgets::ButtonKind;
using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

/// Of a chart cell; of what stands above and below the heat map's rows.
constexpr int kChartHeight = 320, kHeatRow = 34, kHeatFrame = 130;

const QString kNone = QStringLiteral("–");

QString dayOf(const std::optional<Timestamp>& time) {
    if (!time)
        return kNone;
    return QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(time->time_since_epoch().count()).toLocalTime().date(),
        QLocale::ShortFormat);
}

}  // namespace

QString standingText(const analytics::CohortRow& row) {
    using Standing = analytics::CohortRow::Standing;
    switch (row.standing) {
    case Standing::NotKnown:
        return GroupPage::tr("after %1 nodes").arg(analytics::kMinimumScored);
    case Standing::Within:
        return GroupPage::tr("within the group");
    case Standing::Better:
        return GroupPage::tr("better than the group");
    case Standing::Worse:
        return GroupPage::tr("worse than the group");
    }
    return {};
}

GroupPage::GroupPage(models::Group& group, models::CaseLibrary& library, QWidget* parent)
    : QWidget(parent)
    , m_group(group)
    , m_library(library)
    , m_pages(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(
          tr("No answers of a group yet"),
          tr("Each reader writes an answer file under Research; import two or more of them here."),
          tr("Import answer files"), this)) {
    setObjectName(QStringLiteral("groupPage"));
    m_empty->setObjectName(QStringLiteral("groupEmpty"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_pages->addWidget(buildContent());
    auto* around = new QWidget(this);
    auto* aroundColumn = new QVBoxLayout(around);
    aroundColumn->setContentsMargins(32, 32, 32, 32);
    m_empty->setMaximumWidth(560);
    aroundColumn->addWidget(m_empty);
    aroundColumn->addStretch(1);
    m_pages->addWidget(around);
    connect(m_empty, &widgets::EmptyState::actionTriggered, this, &GroupPage::importRequested);
    const auto stale = [this] {
        m_stale = true;
        if (isVisible())
            refresh();
    };
    connect(&group, &models::Group::changed, this, stale);
    connect(&library, &models::CaseLibrary::changed, this, stale);
}

QWidget* GroupPage::buildContent() {
    auto* page = new QWidget(this);
    QWidget* content = widgets::addScrolledContent(page);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    auto* head = new QHBoxLayout;
    m_head = makeLabel({}, TextStyle::Section, TextTone::Strong, content);
    head->addWidget(m_head, 1);
    auto* import = new widgets::Button(QStringLiteral("groupImportButton"),
                                       tr("Import answer files"), ButtonKind::Plain, content);
    auto* report = new widgets::Button(QStringLiteral("groupReportButton"), tr("Page as PDF"),
                                       ButtonKind::Plain, content);
    head->addWidget(import);
    head->addWidget(report);
    column->addLayout(head);
    m_readers =
        new widgets::DataTable(QStringLiteral("readerTable"), tr("Readers and coverage"), content);
    m_readers->setMinimumHeight(220);
    column->addWidget(m_readers);
    auto* charts = new QHBoxLayout;
    m_heat = new ChartCell(QStringLiteral("heatChart"), tr("Concepts"),
                           tr("grades that agree or are close, %"), false, content);
    m_skill = new ChartCell(QStringLiteral("groupSkillChart"), tr("Brier score by reader"),
                            tr("95 % intervals, from 20 nodes on"), false, content);
    for (ChartCell* cell : {m_heat, m_skill})
        cell->setMinimumHeight(kChartHeight);
    charts->addWidget(m_heat, 3);
    charts->addWidget(m_skill, 2);
    column->addLayout(charts);
    column->addWidget(
        makeLabel(tr("Nodes, hardest first"), TextStyle::Head, TextTone::Strong, content));
    m_items =
        new widgets::DataTable(QStringLiteral("itemTable"), tr("Nodes, hardest first"), content);
    m_items->setMinimumHeight(300);
    column->addWidget(m_items);
    buildDisputes(column);
    connect(import, &QPushButton::clicked, this, &GroupPage::importRequested);
    connect(report, &QPushButton::clicked, this, &GroupPage::reportRequested);
    return page;
}

void GroupPage::buildDisputes(QVBoxLayout* column) {
    QWidget* content = column->parentWidget();
    column->addWidget(
        makeLabel(tr("Disputed references"), TextStyle::Head, TextTone::Strong, content));
    m_disputes = new widgets::DataTable(QStringLiteral("groupDisputeTable"),
                                        tr("Disputed references"), content);
    m_noDisputes = widgets::makeWrapped(
        tr("No reader has disputed a reference; arguments come with the answer files."),
        TextStyle::Base, TextTone::Dim, content);
    m_noDisputes->setObjectName(QStringLiteral("noGroupDisputesLabel"));
    column->addWidget(m_disputes);
    column->addWidget(m_noDisputes);
}

void GroupPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void GroupPage::refresh() {
    if (!m_stale)
        return;
    m_stale = false;
    m_pages->setCurrentIndex(m_group.isEmpty() ? 1 : 0);
    if (m_group.isEmpty())
        return;
    const auto& cohort = m_group.cohort();
    m_head->setText(
        tr("%1, %2").arg(tr("%n reader(s)", nullptr, static_cast<int>(cohort.readers.size())),
                         tr("%n node(s)", nullptr, cohort.nodes)));
    showReaders(cohort);
    showHeat(cohort);
    showItems(cohort);
    showDisputes();
}

void GroupPage::showReaders(const analytics::Cohort& cohort) {
    int all = 0;
    for (const auto& pack : m_library.packs())
        all += static_cast<int>(pack.cases.size());
    std::vector<QStringList> rows;
    widgets::PlotChart chart;
    widgets::PlotSeries points;
    points.kind = widgets::PlotSeries::Kind::Points;
    std::vector<QStringList> numbers;
    for (const auto& row : cohort.readers) {
        const QString name = QString::fromStdString(row.pseudonym);
        rows.push_back(
            {name, QString::number(row.nodes),
             // Answers may be about packs that are not here: then there is no whole to name.
             row.cases <= all ? tr("%1 of %2").arg(row.cases).arg(all) : QString::number(row.cases),
             dayOf(row.last), row.brier.value ? text::number(*row.brier.value, 2) : kNone,
             row.skill.value ? text::signedNumber(*row.skill.value, 2) : kNone,
             intervalOrReason(row.skill), standingText(row)});
        if (!row.brier.value || !row.brier.interval)
            continue;
        points.points.emplace_back(double(points.points.size() + 1), *row.brier.value);
        points.intervals.emplace_back(row.brier.interval->low, row.brier.interval->high);
        numbers.push_back({name, text::number(*row.brier.value, 2), intervalOrReason(row.brier)});
    }
    m_readers->setTable({tr("Reader"), tr("Nodes"), tr("Cases"), tr("Last call"), tr("Brier"),
                         tr("Skill"), tr("95 %"), tr("Against the group")},
                        rows, {1, 2, 3, 4, 5, 6});
    if (points.points.empty())
        return m_skill->setMissing(
            tr("Readers appear here with 20 scored nodes. A smaller number says nothing."));
    chart.xTitle = tr("reader, in the order of the table");
    chart.yTitle = tr("Brier score, 0 is best");
    chart.series.push_back(points);
    if (cohort.brier.value)
        chart.lines.push_back({*cohort.brier.value, tr("group")});
    widgets::fitAxes(chart);
    chart.xLow = 0;
    chart.xHigh = double(points.points.size() + 1);
    chart.xStep = 1;
    chart.xDecimals = 0;
    m_skill->setChart(chart, {});
    m_skill->setTable({tr("Reader"), tr("Brier"), tr("95 %")}, numbers);
}

void GroupPage::showHeat(const analytics::Cohort& cohort) {
    if (cohort.concepts.empty())
        return m_heat->setMissing(tr("No scored node names a concept yet."));
    auto heat = groupHeat(cohort);
    m_heat->setMinimumHeight(
        std::max(kChartHeight, kHeatFrame + kHeatRow * static_cast<int>(heat.chart.rows.size())));
    m_heat->setChart(std::move(heat.chart),
                     tr("Weakest first. A cell needs %1 nodes.").arg(analytics::kMinimumCell));
    m_heat->setTable(heat.heads, heat.table);
}

void GroupPage::showItems(const analytics::Cohort& cohort) {
    std::vector<QStringList> rows;
    for (const auto& item : cohort.items) {
        const auto* entry = m_library.find(item.ref.pack, item.ref.caseId);
        rows.push_back(
            {tr("%1, %2").arg(text::sideLevelTitle(item.node.side, item.node.level),
                              entry ? models::caseTitle(*entry)
                                    : QString::fromStdString(item.caseTitle)),
             text::gradeName(item.reference), QString::number(item.readers),
             text::percent(item.agreed), text::number(item.meanBrier, 2),
             item.discrimination.value ? text::signedNumber(*item.discrimination.value, 2) : kNone,
             item.commonError ? text::traineeErrorTitle(*item.commonError) : kNone});
    }
    m_items->setTable({tr("Node"), tr("Reference"), tr("Readers"), tr("Agree or close"),
                       tr("Mean Brier"), tr("Discrimination"), tr("Commonest error")},
                      rows, {2, 3, 4, 5});
}

void GroupPage::showDisputes() {
    std::vector<QStringList> rows;
    for (const auto& one : models::disputesAmong(m_group.calls(), m_library))
        rows.push_back(
            {m_group.pseudonym(one.reader), one.node, one.you, one.reference, one.argument});
    m_disputes->setTable({tr("Reader"), tr("Node"), tr("Call"), tr("Reference"), tr("Argument")},
                         rows);
    m_disputes->setVisible(!rows.empty());
    m_noDisputes->setVisible(rows.empty());
}

}  // namespace nodewise::dashboard
