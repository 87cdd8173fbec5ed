#include "ui/today/today_page.h"
#include "ui/text/number_text.h"
#include "ui/today/next_case_card.h"
#include "ui/today/skill_panel.h"
#include "ui/widgets/action_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <QScrollArea>

namespace nodewise::today {

using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

void clear(QVBoxLayout* rows) {
    while (QLayoutItem* item = rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// Named without its scope: the reader of texts would take the function for a member of it.
using RowEnd = widgets::ActionRow::End;

/// "recall 0.71" with its bar, at the right end of a row.
RowEnd recallEnd(const QWidget* owner, double recall) {
    return [owner, recall](QPainter& painter, const QRectF& box) {
        const widgets::Theme& theme = widgets::Theme::of(owner);
        const QRectF track(box.left(), box.center().y() - 2, 96, 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.line);
        painter.drawRoundedRect(track, 2, 2);
        painter.setBrush(theme.dim);
        painter.drawRoundedRect(QRectF(track.left(), track.top(), 96 * recall, 4), 2, 2);
        widgets::paintText(
            painter, QRectF(box.left() + 108, box.top(), 84, box.height()), Qt::AlignVCenter,
            //: How likely a concept is still remembered, 0 to 1.
            TodayPage::tr("recall %1").arg(text::number(recall, 2)), TextStyle::Note, theme.dim);
    };
}

}  // namespace

TodayPage::TodayPage(models::TodayModel& model, models::Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_card(new NextCaseCard(thumbnails, this))
    , m_panel(new SkillPanel(model, thumbnails, this)) {
    setObjectName(QStringLiteral("todayPage"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(buildContent());
    row->addWidget(scroll, 1);
    auto* line = widgets::makeSeparator(this);
    line->setMaximumHeight(QWIDGETSIZE_MAX);
    line->setMinimumHeight(0);
    row->addWidget(line);
    m_panel->setFixedWidth(399);
    row->addWidget(m_panel);
    connect(m_card, &NextCaseCard::openRequested, this, &TodayPage::openCaseRequested);
    connect(m_card, &NextCaseCard::anotherRequested, this, &TodayPage::casesRequested);
    connect(m_panel, &SkillPanel::reviewRequested, this, &TodayPage::reviewCallRequested);
    connect(m_panel, &SkillPanel::allRequested, this, &TodayPage::progressRequested);
    connect(&model, &models::TodayModel::changed, this, &TodayPage::refresh);
    refresh();
}

QWidget* TodayPage::buildContent() {
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(32, 32, 48, 24);
    column->setSpacing(0);
    m_greeting = makeLabel({}, TextStyle::Title, TextTone::Strong, content);
    m_greeting->setObjectName(QStringLiteral("greetingLabel"));
    m_date = makeLabel({}, TextStyle::Base, TextTone::Dim, content);
    column->addWidget(m_greeting);
    column->addSpacing(4);
    column->addWidget(m_date);
    column->addSpacing(28);
    column->addWidget(m_card);
    column->addSpacing(36);
    m_lower = new QWidget(content);
    auto* lower = new QHBoxLayout(m_lower);
    lower->setContentsMargins(0, 0, 0, 0);
    lower->setSpacing(48);
    lower->addWidget(buildDue(m_lower), 544);
    lower->addWidget(buildRight(m_lower), 304);
    column->addWidget(m_lower);
    column->addStretch(1);
    return content;
}

QWidget* TodayPage::buildDue(QWidget* parent) {
    auto* block = new QWidget(parent);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    auto* title = makeLabel(tr("Due today"), TextStyle::Section, TextTone::Strong, block);
    title->setMinimumHeight(32);
    head->addWidget(title);
    m_dueCount = makeLabel({}, TextStyle::Note, TextTone::Dim, block);
    head->addWidget(m_dueCount, 1);
    m_practise = new widgets::Button(QStringLiteral("practiseDueButton"), tr("Practise"),
                                     widgets::ButtonKind::Plain, block);
    m_practise->setAccessibleName(tr("Practise a concept that is due"));
    head->addWidget(m_practise);
    column->addLayout(head);
    column->addSpacing(8);
    m_dueRows = new QVBoxLayout;
    m_dueRows->setSpacing(0);
    column->addLayout(m_dueRows);
    column->addStretch(1);
    connect(m_practise, &QPushButton::clicked, this, [this] {
        if (const auto where = m_model.caseForDue())
            Q_EMIT openCaseRequested(*where);
    });
    return block;
}

QWidget* TodayPage::buildRight(QWidget* parent) {
    auto* block = new QWidget(parent);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTest(block));
    column->addSpacing(24);
    column->addWidget(buildPacks(block));
    column->addStretch(1);
    return block;
}

QWidget* TodayPage::buildTest(QWidget* parent) {
    auto* block = new QWidget(parent);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* title = makeLabel(tr("Take a test"), TextStyle::Section, TextTone::Strong, block);
    title->setMinimumHeight(32);
    column->addWidget(title);
    column->addSpacing(8);
    column->addWidget(widgets::makeRule(block));
    m_testLines = widgets::makeWrapped({}, TextStyle::Base, TextTone::Text, block);
    m_testLines->setObjectName(QStringLiteral("testLines"));
    m_testLines->setContentsMargins(0, 12, 0, 12);
    column->addWidget(m_testLines);
    auto* buttons = new QHBoxLayout;
    m_test = new widgets::Button(QStringLiteral("startTestButton"), tr("Start test"),
                                 widgets::ButtonKind::Plain, block);
    m_otherTest = new widgets::Button(QStringLiteral("otherTestButton"), tr("Choose another"),
                                      widgets::ButtonKind::Quiet, block);
    buttons->addWidget(m_test);
    buttons->addWidget(m_otherTest);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addSpacing(12);
    const auto way = [&](const char* name, const QString& text, const QString& detail,
                         void (TodayPage::*signal)()) {
        auto* row = new widgets::ActionRow(QLatin1String(name), 48, block);
        row->setTexts(text, detail);
        column->addWidget(row);
        connect(row, &QAbstractButton::clicked, this, signal);
    };
    way("drillRow", tr("Drill"), tr("ten nodes against the clock"), &TodayPage::drillRequested);
    way("pairsRow", tr("Pairs"), tr("which of these two has ENE"), &TodayPage::pairsRequested);
    way("meetingRow", tr("Review meeting"), tr("everyone's calls on one node"),
        &TodayPage::meetingRequested);
    connect(m_test, &QPushButton::clicked, this, &TodayPage::testRequested);
    connect(m_otherTest, &QPushButton::clicked, this, &TodayPage::otherTestRequested);
    return block;
}

void TodayPage::showTest() {
    const bool running = m_model.runningTest().has_value();
    m_testLines->setText(m_model.testLines().join(QLatin1Char('\n')));
    m_test->setText(running ? tr("Continue the test") : tr("Start test"));
    m_otherTest->setVisible(!running);
}

QWidget* TodayPage::buildPacks(QWidget* parent) {
    auto* block = new QWidget(parent);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    auto* title = makeLabel(tr("Cases"), TextStyle::Section, TextTone::Strong, block);
    title->setMinimumHeight(32);
    head->addWidget(title, 1);
    auto* all = new widgets::Button(QStringLiteral("allCasesButton"), tr("All"),
                                    widgets::ButtonKind::Link, block);
    all->setAccessibleName(tr("All cases"));
    head->addWidget(all);
    column->addLayout(head);
    column->addSpacing(8);
    m_packRows = new QVBoxLayout;
    m_packRows->setSpacing(0);
    column->addLayout(m_packRows);
    column->addStretch(1);
    connect(all, &QPushButton::clicked, this, &TodayPage::casesRequested);
    return block;
}

void TodayPage::refresh() {
    m_greeting->setText(m_model.greeting());
    m_date->setText(m_model.dateLine());
    m_card->setCard(m_model.nextCard());
    showDue();
    showPacks();
    showTest();
}

void TodayPage::showDue() {
    clear(m_dueRows);
    const auto due = m_model.due();
    m_dueCount->setText(due.empty() ? QString()
                                    : tr("%n concept(s)", nullptr, static_cast<int>(due.size())));
    m_practise->setVisible(!due.empty() && m_model.caseForDue().has_value());
    int index = 0;
    for (const auto& row : due) {
        if (index == 5)
            break;
        auto* widget = new widgets::ActionRow(QStringLiteral("due_%1").arg(index++), 48, m_lower);
        widget->setTexts(row.title, row.detail);
        widget->setEnd(recallEnd(this, row.recall), 192);
        widget->setActive(false);
        m_dueRows->addWidget(widget);
    }
    if (due.empty()) {
        auto* rule = widgets::makeRule(m_lower);
        auto* none =
            widgets::makeWrapped(m_model.nothingDue(), TextStyle::Base, TextTone::Dim, m_lower);
        none->setContentsMargins(0, 12, 0, 0);
        m_dueRows->addWidget(rule);
        m_dueRows->addWidget(none);
    }
}

void TodayPage::showPacks() {
    clear(m_packRows);
    int index = 0;
    for (const auto& pack : m_model.packs()) {
        auto* row = new widgets::ActionRow(QStringLiteral("pack_%1").arg(index++), 48, m_lower);
        row->setTexts(pack.name, pack.detail);
        connect(row, &QAbstractButton::clicked, this, &TodayPage::casesRequested);
        m_packRows->addWidget(row);
    }
}

QList<QWidget*> TodayPage::focusRegions() const {
    return {m_card, m_lower, m_panel};
}

void TodayPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

}  // namespace nodewise::today
