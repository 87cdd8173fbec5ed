#include "ui/dashboard/details_page.h"
#include "casepack/remedy_card.h"
#include "ui/dashboard/chart_cell.h"
#include "ui/remedies/remedy_card_view.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QGridLayout>

namespace nodewise::dashboard {

using analytics::Estimate;
using analytics::Reason;
using widgets::makeLabel;
using widgets::PlotChart;
using widgets::PlotSeries;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

const QString kNone = QStringLiteral("–");

QString valueOf(const Estimate& estimate, int decimals = 2) {
    return estimate.value ? text::number(*estimate.value, decimals) : kNone;
}

QStringList scoreRow(const QString& name, const Estimate& estimate) {
    return {name, valueOf(estimate), intervalOrReason(estimate)};
}

}  // namespace

QString reasonText(Reason reason) {
    switch (reason) {
    case Reason::None:
        return {};
    case Reason::NoData:
        return DetailsPage::tr("no node yet");
    case Reason::TooFewScored:
        return DetailsPage::tr("after %1 scored nodes").arg(analytics::kMinimumScored);
    case Reason::TooFewPerClass:
        return DetailsPage::tr("after %1 nodes of each class").arg(analytics::kMinimumPerClass);
    case Reason::OneClassOnly:
        return DetailsPage::tr("needs positive and negative nodes");
    case Reason::OneCategoryOnly:
        return DetailsPage::tr("needs more than one grade");
    case Reason::PerfectlySeparable:
        return DetailsPage::tr("every node lies on its side: the slope has no end");
    case Reason::NoVariance:
        return DetailsPage::tr("all values are equal");
    case Reason::InvalidInput:
        return DetailsPage::tr("a value cannot be used");
    }
    return {};
}

QString intervalOrReason(const Estimate& estimate, int decimals) {
    // An estimate that nobody filled in has neither a value nor a reason: there was no node.
    if (!estimate.value)
        return reasonText(estimate.reason == Reason::None ? Reason::NoData : estimate.reason);
    if (!estimate.interval)
        return {};
    return DetailsPage::tr("%1 to %2")
        .arg(text::number(estimate.interval->low, decimals),
             text::number(estimate.interval->high, decimals));
}

DetailsPage::DetailsPage(models::ProgressModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_scores(new widgets::DataTable(QStringLiteral("scoreTable"), tr("Scores"), this))
    , m_features(new widgets::DataTable(QStringLiteral("featureTable"), tr("Features"), this))
    , m_roc(new ChartCell(QStringLiteral("rocChart"), tr("ROC curve"),
                          tr("of the probabilities you gave"), false, this))
    , m_learning(new ChartCell(QStringLiteral("learningChart"), tr("Learning curve"),
                               tr("CUSUM of grades that differ"), false, this))
    , m_sizes(new ChartCell(QStringLiteral("sizeChart"), tr("Short axis"),
                            tr("Bland–Altman, you less the reference"), false, this))
    , m_categories(new ChartCell(QStringLiteral("categoryChart"), tr("N category"),
                                 tr("rows reference, columns your category"), false, this))
    , m_late(new QWidget(this)) {
    setObjectName(QStringLiteral("detailsPage"));
    QWidget* content = widgets::addScrolledContent(this);
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(1);
    const auto tableCell = [&](const QString& title, QWidget* table) {
        auto* cell = new QWidget(content);
        auto* column = new QVBoxLayout(cell);
        column->setContentsMargins(24, 16, 24, 16);
        column->addWidget(makeLabel(title, TextStyle::Head, TextTone::Strong, cell));
        column->addWidget(table, 1);
        return cell;
    };
    for (ChartCell* cell : {m_roc, m_learning, m_sizes, m_categories})
        cell->setMinimumHeight(320);
    grid->addWidget(tableCell(tr("Scores"), m_scores), 0, 0);
    grid->addWidget(m_roc, 0, 1);
    grid->addWidget(tableCell(tr("Features against the reference"), m_features), 1, 0);
    grid->addWidget(m_learning, 1, 1);
    grid->addWidget(m_sizes, 2, 0);
    grid->addWidget(m_categories, 2, 1);
    m_late->setObjectName(QStringLiteral("calibrationCards"));
    grid->addWidget(m_late, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    // Every score at once.
    m_scores->setMinimumHeight(588);
    m_features->setMinimumHeight(300);
    connect(&model, &models::ProgressModel::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            refresh();
    });
}

void DetailsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void DetailsPage::refresh() {
    if (!m_stale)
        return;
    m_stale = false;
    const auto details = analytics::detailsOf(m_model.calls());
    showScores(details);
    showFeatures(details);
    showRoc(details);
    showLearning(details);
    showSizes(details);
    showCategories(details);
    showCards();
}

/// What the calibration of the last nodes shows, each with its card.
void DetailsPage::showCards() {
    qDeleteAll(m_late->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete m_late->layout();
    auto* column = new QVBoxLayout(m_late);
    column->setContentsMargins(24, 16, 24, 16);
    const auto& errors = m_model.summary().calibrationErrors;
    m_late->setVisible(!errors.empty());
    column->addWidget(makeLabel(tr("The last %1 nodes").arg(analytics::kMinimumScored),
                                TextStyle::Head, TextTone::Strong, m_late));
    for (const TraineeError error : errors) {
        const auto code = word(error);
        column->addWidget(widgets::makeWrapped(
            tr("%1. %2").arg(text::traineeErrorTitle(error), text::traineeErrorRemedy(error)),
            TextStyle::Note, TextTone::Text, m_late));
        if (const casepack::RemedyCard* card = casepack::remedyCard(code))
            column->addWidget(
                new remedies::RemedyCardView(*card, m_pictures, m_late, tr("Read the card")));
    }
}

void DetailsPage::showScores(const analytics::ResidentDetails& details) {
    const auto& s = m_model.summary();
    const auto slope = analytics::calibration(analytics::forecastsOf(m_model.calls()));
    const auto& moved = details.categories;
    std::vector<QStringList> rows{
        scoreRow(tr("Brier score"), s.brier),
        scoreRow(tr("Log score"), s.logScore),
        scoreRow(tr("Brier skill against the base rate"), s.skill),
        scoreRow(tr("AUC, DeLong"), s.auc),
        scoreRow(tr("Sensitivity, calls of 50 % or more"), details.operating.sensitivity),
        scoreRow(tr("Specificity, calls below 50 %"), details.operating.specificity),
        scoreRow(tr("Calibration slope"), slope.slope),
        scoreRow(tr("Calibration in the large"), slope.inTheLarge),
        scoreRow(tr("Ranked probability score of the grade"), details.rps),
        scoreRow(tr("Grade, weighted κ"), s.gradeKappa),
        scoreRow(tr("Grade, Gwet's AC1"), details.gradeAc1),
        scoreRow(tr("Grade, Gwet's AC2, quadratic"), details.gradeAc2),
        scoreRow(tr("Short axis, bias in mm"), details.shortAxisLimits.bias)};
    rows.push_back({tr("N category, exact"),
                    moved.total > 0 ? tr("%1 of %2").arg(moved.exact).arg(moved.total) : kNone,
                    moved.total > 0 ? tr("%1 too high, %2 too low").arg(moved.up).arg(moved.down)
                                    : reasonText(Reason::NoData)});
    rows.push_back({tr("Time a node, median"),
                    text::withUnit(text::number(details.secondsMedian, 0), QStringLiteral("s")),
                    tr("describes, never scores")});
    rows.push_back({tr("Axial pictures seen, median"), text::number(details.slicesMedian, 0),
                    tr("describes, never scores")});
    m_scores->setTable({tr("Score"), tr("Value"), tr("95 % interval, or what is missing")}, rows,
                       {1});
}

void DetailsPage::showFeatures(const analytics::ResidentDetails& details) {
    std::vector<QStringList> rows;
    for (const auto& f : details.features)
        rows.push_back({text::featureName(f.feature), valueOf(f.sensitivity),
                        intervalOrReason(f.sensitivity), valueOf(f.specificity),
                        intervalOrReason(f.specificity), valueOf(f.ac1),
                        QString::number(f.truePositive + f.falseNegative),
                        QString::number(f.trueNegative + f.falsePositive)});
    m_features->setTable({tr("Feature"), tr("Sens."), tr("95 %"), tr("Spec."), tr("95 %"),
                          tr("AC1"), tr("Seen"), tr("Not seen")},
                         rows, {1, 2, 3, 4, 5, 6, 7});
}

void DetailsPage::showRoc(const analytics::ResidentDetails& details) {
    const auto& s = m_model.summary();
    if (details.roc.empty())
        return m_roc->setMissing(
            //: Positive: a node with extranodal extension.
            tr("The curve is drawn from %1 positive and %1 negative nodes on: %2 and %3 so far.")
                .arg(analytics::kMinimumPerClass)
                .arg(s.positives)
                .arg(s.negatives));
    PlotChart chart;
    chart.diagonal = true;
    chart.xTitle = tr("false positive share");
    chart.yTitle = tr("true positive share");
    PlotSeries line;
    std::vector<QStringList> rows;
    for (const auto& p : details.roc) {
        line.points.emplace_back(p.falsePositiveRate, p.truePositiveRate);
        rows.push_back({text::number(p.falsePositiveRate, 2), text::number(p.truePositiveRate, 2)});
    }
    chart.series.push_back(line);
    m_roc->setChart(
        chart, s.auc.value
                   ? tr("Area %1, %2.").arg(text::number(*s.auc.value, 2), intervalOrReason(s.auc))
                   : QString());
    m_roc->setTable({chart.xTitle, chart.yTitle}, rows);
}

void DetailsPage::showLearning(const analytics::ResidentDetails& details) {
    const auto& curve = details.learning;
    if (curve.points.empty())
        return m_learning->setMissing(tr("The curve begins with the first scored node."));
    const analytics::CusumSetting setting;
    PlotChart chart;
    chart.xTitle = tr("scored nodes");
    chart.yTitle = tr("evidence");
    PlotSeries adequate, inadequate;
    inadequate.secondary = true;
    std::vector<QStringList> rows;
    for (const auto& p : curve.points) {
        adequate.points.emplace_back(p.count, std::min(p.adequate, 2 * setting.limit));
        inadequate.points.emplace_back(p.count, std::min(p.inadequate, 2 * setting.limit));
        rows.push_back({QString::number(p.count), text::signedNumber(p.observed, 2),
                        text::number(p.adequate, 2), text::number(p.inadequate, 2)});
    }
    chart.series = {adequate, inadequate};
    chart.lines.push_back({setting.limit, tr("signal")});
    chart.lines.push_back({0, {}});
    widgets::fitAxes(chart);
    QString note = tr("Line: evidence that fewer than %1 of your grades differ. Dashed: that more "
                      "than %2 do.")
                       .arg(text::percent(setting.acceptable), text::percent(setting.unacceptable));
    if (curve.competentAt)
        note += QLatin1Char(' ') + tr("Reached with node %1.").arg(*curve.competentAt);
    if (curve.lostAt)
        note += QLatin1Char(' ') + tr("Lost again with node %1.").arg(*curve.lostAt);
    m_learning->setChart(chart, note);
    m_learning->setTable(
        {tr("Node"), tr("Differing less expected"), tr("Adequate"), tr("Not adequate")}, rows);
}

void DetailsPage::showSizes(const analytics::ResidentDetails& details) {
    if (details.shortAxis.size() < 2)
        return m_sizes->setMissing(tr("The plot is drawn from two measured nodes on: %1 so far.")
                                       .arg(details.shortAxis.size()));
    PlotChart chart;
    chart.xTitle = tr("mean of both, mm");
    chart.yTitle = tr("difference, mm");
    PlotSeries points;
    points.kind = PlotSeries::Kind::Points;
    std::vector<QStringList> rows;
    for (const auto& p : details.shortAxis) {
        points.points.emplace_back(p.mean, p.difference);
        rows.push_back({text::number(p.mean, 1), text::signedNumber(p.difference, 1)});
    }
    chart.series.push_back(points);
    const auto& limits = details.shortAxisLimits;
    if (limits.bias.value)
        chart.lines.push_back({*limits.bias.value, tr("bias")});
    if (limits.limits) {
        chart.lines.push_back({limits.limits->low, tr("−1.96 SD")});
        chart.lines.push_back({limits.limits->high, tr("+1.96 SD")});
    }
    widgets::fitAxes(chart);
    m_sizes->setChart(chart, {});
    m_sizes->setTable({chart.xTitle, chart.yTitle}, rows);
}

void DetailsPage::showCategories(const analytics::ResidentDetails& details) {
    if (details.categories.total == 0)
        return m_categories->setMissing(
            tr("The table begins with the first case whose N category you gave."));
    widgets::ConfusionChart chart;
    std::vector<QStringList> rows;
    for (int n = 0; n < 4; ++n) {
        chart.labels << QStringLiteral("N%1").arg(n);
        const auto& row = details.categories.table[static_cast<std::size_t>(n)];
        chart.counts.emplace_back(row.begin(), row.end());
        QStringList texts{QStringLiteral("N%1").arg(n)};
        for (const int count : row)
            texts << QString::number(count);
        rows.push_back(texts);
    }
    m_categories->setChart(chart, {});
    m_categories->setTable({tr("Reference"), QStringLiteral("N0"), QStringLiteral("N1"),
                            QStringLiteral("N2"), QStringLiteral("N3")},
                           rows);
}

}  // namespace nodewise::dashboard
