#include "ui/today/skill_panel.h"
#include "ui/text/number_text.h"
#include "ui/widgets/action_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chart_view.h"
#include "ui/widgets/mark_shape.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>

namespace nodewise::today {

using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

widgets::MarkKind kindOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Agrees:
        return widgets::MarkKind::Agrees;
    case Verdict::Close:
        return widgets::MarkKind::Close;
    case Verdict::Differs:
        break;
    }
    return widgets::MarkKind::Differs;
}

widgets::TrendChart chartOf(const analytics::ResidentSummary& summary) {
    widgets::TrendChart chart;
    for (const auto& point : summary.trend)
        chart.points.push_back({double(point.count), point.skill, point.band.low, point.band.high});
    widgets::fitRange(chart);
    return chart;
}

}  // namespace

SkillPanel::SkillPanel(models::TodayModel& model, models::Thumbnails& thumbnails, QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_thumbnails(thumbnails)
    , m_label(makeLabel({}, TextStyle::Note, TextTone::Dim, this))
    , m_value(makeLabel({}, TextStyle::Figure, TextTone::Strong, this))
    , m_interval(makeLabel({}, TextStyle::Note, TextTone::Dim, this))
    , m_note(widgets::makeWrapped({}, TextStyle::Note, TextTone::Dim, this))
    , m_empty(makeLabel(tr("No call yet."), TextStyle::Note, TextTone::Dim, this))
    , m_chart(new widgets::ChartView(this))
    , m_rows(new QVBoxLayout) {
    setObjectName(QStringLiteral("skillPanel"));
    setProperty("surface", QStringLiteral("panel"));
    m_chart->setObjectName(QStringLiteral("todaySkillChart"));
    m_chart->setFixedHeight(132);
    m_interval->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 32, 24, 24);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    auto* figure = new QHBoxLayout;
    figure->setSpacing(8);
    figure->addWidget(m_value);
    figure->addWidget(m_interval, 1, Qt::AlignVCenter);
    layout->addLayout(figure);
    layout->addSpacing(12);
    layout->addWidget(m_chart);
    layout->addWidget(m_note);
    layout->addSpacing(24);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Last five calls"), TextStyle::Head, TextTone::Strong, this), 1);
    auto* all = new widgets::Button(QStringLiteral("allCallsButton"), tr("All"),
                                    widgets::ButtonKind::Link, this);
    all->setAccessibleName(tr("All calls, in Progress"));
    head->addWidget(all);
    layout->addLayout(head);
    m_rows->setSpacing(0);
    layout->addLayout(m_rows);
    layout->addWidget(m_empty);
    layout->addStretch(1);
    connect(all, &QPushButton::clicked, this, &SkillPanel::allRequested);
    connect(&model, &models::TodayModel::changed, this, &SkillPanel::refresh);
    connect(&thumbnails, &models::Thumbnails::ready, this, &SkillPanel::showPictures);
    refresh();
}

void SkillPanel::refresh() {
    showSkill();
    showCalls();
}

void SkillPanel::showSkill() {
    const auto& s = m_model.summary();
    m_label->setText(tr("Brier skill, last %n node(s)", nullptr, s.scored));
    m_value->setText(s.skill.value ? text::signedNumber(*s.skill.value, 2) : QStringLiteral("–"));
    m_interval->setText(s.skill.interval ? tr("%1 to %2")
                                               .arg(text::number(s.skill.interval->low, 2),
                                                    text::number(s.skill.interval->high, 2))
                                         : QString());
    m_chart->setVisible(!s.trend.empty());
    if (!s.trend.empty())
        m_chart->setChart(tr("Brier skill by scored node"), chartOf(s));
    const QString missing = m_model.missingFigures();
    QString note = s.skill.value ? tr("0 is guessing the base rate.") : QString();
    if (!missing.isEmpty())
        note = note.isEmpty() ? missing : note + QLatin1Char(' ') + missing;
    m_note->setText(m_model.problem().isEmpty() ? note : m_model.problem());
}

void SkillPanel::showCalls() {
    m_calls = m_model.lastCalls(5);
    while (m_rowWidgets.size() < m_calls.size()) {
        const std::size_t at = m_rowWidgets.size();
        auto* row = new widgets::ActionRow(QStringLiteral("lastCall_%1").arg(static_cast<int>(at)),
                                           72, this);
        connect(row, &QAbstractButton::clicked, this,
                [this, at] { Q_EMIT reviewRequested(m_calls[at].id); });
        m_rows->addWidget(row);
        m_rowWidgets.push_back(row);
    }
    m_empty->setVisible(m_calls.empty());
    for (std::size_t i = 0; i < m_rowWidgets.size(); ++i) {
        auto* row = m_rowWidgets[i];
        row->setVisible(i < m_calls.size());
        if (i >= m_calls.size())
            continue;
        const models::CallRow& call = m_calls[i];
        row->setTexts(call.title, call.reference.isEmpty()
                                      ? call.you
                                      : call.you + QStringLiteral("   ") + call.reference);
        row->setPicture({});
        const auto verdict = call.verdict;
        row->setKey(verdict ? widgets::markWord(kindOf(*verdict)) : tr("not graded"));
        row->setEnd(
            [this, verdict](QPainter& painter, const QRectF& box) {
                if (verdict)
                    widgets::paintMark(painter, box.center(), kindOf(*verdict),
                                       widgets::Theme::of(this));
            },
            16);
    }
    showPictures();
}

void SkillPanel::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    showPictures();
}

void SkillPanel::showPictures() {
    if (!isVisible())
        return;
    for (std::size_t i = 0; i < m_calls.size(); ++i)
        if (m_calls[i].entry)
            m_rowWidgets[i]->setPicture(m_thumbnails.node(m_calls[i].record, *m_calls[i].entry));
}

}  // namespace nodewise::today
