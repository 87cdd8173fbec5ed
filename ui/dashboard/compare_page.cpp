#include "ui/dashboard/compare_page.h"
#include "ui/dashboard/chart_cell.h"
#include "ui/dashboard/resident_charts.h"
#include "ui/text/number_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <QLabel>

namespace nodewise::dashboard {

using models::ComparedCases;
using widgets::makeLabel;
using widgets::makeWrapped;
using widgets::TextStyle;
using widgets::TextTone;

ComparePage::ComparePage(models::Learner& learner, models::CaseLibrary& library, QWidget* parent)
    : QWidget(parent)
    , m_model(new models::CompareModel(learner, library, this))
    , m_cases(new widgets::SegmentedChoice(this))
    , m_own(new ChartCell(QStringLiteral("ownCurve"), tr("You"), tr("probability of ENE"), false,
                          this))
    , m_core(new ChartCell(QStringLiteral("coreCurve"), tr("Nodewise"), tr("its own reading"),
                           false, this))
    , m_abstained(makeWrapped({}, TextStyle::Note, TextTone::Dim, this))
    , m_peers(new widgets::DataTable(QStringLiteral("peerTable"), tr("Other readers"), this))
    , m_disputes(new widgets::DataTable(QStringLiteral("disputeTable"), tr("Your arguments"), this))
    , m_noPeers(makeWrapped(tr("No pack on this computer carries figures of other readers."),
                            TextStyle::Base, TextTone::Dim, this))
    , m_noDisputes(makeWrapped(tr("You have disputed no reference yet. What you write there is "
                                  "kept with the case and listed here."),
                               TextStyle::Base, TextTone::Dim, this)) {
    setObjectName(QStringLiteral("comparePage"));
    m_abstained->setObjectName(QStringLiteral("abstainedLabel"));
    m_noPeers->setObjectName(QStringLiteral("noPeersLabel"));
    m_noDisputes->setObjectName(QStringLiteral("noDisputesLabel"));
    QWidget* content = widgets::addScrolledContent(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildCharts(content));
    column->addWidget(widgets::makeRule(content));
    column->addWidget(buildTables(content));
    column->addStretch(1);
    connect(m_model, &models::CompareModel::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            refresh();
    });
    connect(m_disputes, &widgets::DataTable::rowActivated, this, [this](int row) {
        Q_EMIT reviewCallRequested(m_disputed.at(static_cast<std::size_t>(row)));
    });
}

QWidget* ComparePage::buildCharts(QWidget* content) {
    auto* part = new QWidget(content);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(
        makeLabel(tr("Reliability on the same nodes"), TextStyle::Section, TextTone::Strong, part),
        1);
    m_cases->setObjectName(QStringLiteral("comparedCases"));
    m_cases->setAccessibleName(tr("Which cases"));
    m_cases->setCompact(true);
    m_cases->setSegments({{QStringLiteral("constructed"), tr("Constructed"), {}, {}},
                          {QStringLiteral("patients"), tr("Patients"), {}, {}}});
    m_cases->setChosen(0);
    m_cases->setFixedWidth(240);
    head->addWidget(m_cases);
    column->addLayout(head);
    auto* charts = new QHBoxLayout;
    charts->setSpacing(1);
    for (ChartCell* cell : {m_own, m_core}) {
        cell->setProperty("surface", QStringLiteral("panel"));
        cell->setMinimumHeight(320);
        charts->addWidget(cell, 1);
    }
    column->addLayout(charts);
    column->addWidget(m_abstained);
    connect(m_cases, &widgets::SegmentedChoice::chosenChanged, this, [this] {
        // A second press clears elsewhere; one kind of case there must be.
        if (!m_cases->chosen())
            m_cases->setChosen(0);
        showCore();
    });
    return part;
}

/// One below the other: an argument wants the whole width.
QWidget* ComparePage::buildTables(QWidget* content) {
    auto* part = new QWidget(content);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(8);
    const auto add = [&](const QString& title, QWidget* table, QWidget* empty) {
        column->addWidget(makeLabel(title, TextStyle::Section, TextTone::Strong, part));
        column->addWidget(table);
        column->addWidget(empty);
        column->addSpacing(16);
    };
    add(tr("Other readers on the cases of a pack"), m_peers, m_noPeers);
    add(tr("Your arguments against a reference"), m_disputes, m_noDisputes);
    return part;
}

void ComparePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ComparePage::refresh() {
    if (!m_stale)
        return;
    m_stale = false;
    showCore();
    showPeers();
    showDisputes();
}

void ComparePage::showSide(ChartCell* cell, const models::ForecastSide& side, const QString& note) {
    const auto chart = reliabilityChart(side.bins, tr("said, %"), tr("turned out positive, %"));
    std::vector<QStringList> rows;
    for (const auto& bin : side.bins)
        if (bin.count > 0)
            rows.push_back({text::percentInterval(bin.low, bin.high), QString::number(bin.count),
                            QString::number(bin.positives), text::percent(bin.meanProbability)});
    if (chart.points.empty())
        return cell->setMissing(
            tr("The curve begins with the first scored node that Nodewise could "
               "measure."));
    cell->setChart(chart, note);
    cell->setTable({tr("Said"), tr("Nodes"), tr("Positive"), tr("Mean said")}, rows);
}

void ComparePage::showCore() {
    const auto cases =
        m_cases->chosen() == 1 ? ComparedCases::Patients : ComparedCases::Constructed;
    const auto both = m_model->comparison(cases);
    const auto brier = [](const models::ForecastSide& side) {
        return side.brier.value ? tr("Brier score %1, %n node(s).", nullptr, side.nodes)
                                      .arg(text::number(*side.brier.value, 2))
                                : QString();
    };
    showSide(m_own, both.own, brier(both.own));
    showSide(m_core, both.core, brier(both.core));
    //: Abstained: the program gave no answer.
    m_abstained->setText(
        tr("Nodewise abstained: %1 of %2 nodes could not be measured, and for %3 of the rest it "
           "gave no probability of ENE at pathology. The newest %4 calls are compared.")
            .arg(both.notMeasured)
            .arg(both.notMeasured + both.core.nodes)
            .arg(both.noPathology)
            .arg(models::kComparedCalls));
    m_abstained->setVisible(both.notMeasured + both.core.nodes > 0);
}

void ComparePage::showPeers() {
    std::vector<QStringList> rows;
    for (const auto& peer : m_model->peers())
        rows.push_back({peer.figure, peer.own, peer.spread, peer.place, peer.readers, peer.source});
    m_peers->setTable(
        {tr("Score"), tr("You"), tr("Readers"), tr("Where you stand"), tr("Who"), tr("Source")},
        rows, {1});
    m_peers->setVisible(!rows.empty());
    m_noPeers->setVisible(rows.empty());
}

void ComparePage::showDisputes() {
    std::vector<QStringList> rows;
    m_disputed.clear();
    for (const auto& one : m_model->disputes()) {
        rows.push_back({one.date, one.node, one.you, one.reference, one.argument});
        m_disputed.push_back(one.call);
    }
    m_disputes->setTable(
        {tr("Day"), tr("Node"), tr("Your call"), tr("Reference"), tr("Your argument")}, rows);
    m_disputes->setActive(true);
    m_disputes->setVisible(!rows.empty());
    m_noDisputes->setVisible(rows.empty());
}

}  // namespace nodewise::dashboard
