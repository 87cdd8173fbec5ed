#include "ui/measure/answer_panel.h"
#include "ui/measure/odds_chart.h"
#include "ui/measure/own_call.h"
#include "ui/text/pene_text.h"
#include "ui/text/term_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/dialog_service.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/strips.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

namespace nodewise::measure_screen {

using namespace widgets;

AnswerPanel::AnswerPanel(models::MeasureModel& model, DialogService& dialogs, QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_dialogs(dialogs) {
    setObjectName(QStringLiteral("answerPanel"));
    setProperty("surface", QStringLiteral("panel"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("answerScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content = new QWidget(scroll);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(10);
    column->addWidget(buildHead());
    m_empty = makeWrapped(tr("Click into a node with the outline tool. Its numbers appear here."),
                          TextStyle::Base, TextTone::Dim, m_content);
    column->addWidget(m_empty);
    m_problem = makeWrapped({}, TextStyle::Base, TextTone::Text, m_content);
    column->addWidget(m_problem);
    m_numbers = new QWidget(m_content);
    m_numbers->setObjectName(QStringLiteral("nodeNumbers"));
    column->addWidget(m_numbers);
    m_own = new OwnCall(model, m_content);
    column->addWidget(m_own);
    m_answer = new QWidget(m_content);
    m_answer->setObjectName(QStringLiteral("coreAnswer"));
    auto* answer = new QVBoxLayout(m_answer);
    answer->setContentsMargins(0, 0, 0, 0);
    answer->setSpacing(10);
    answer->addWidget(makeRule(m_answer));
    answer->addWidget(buildGrade());
    answer->addWidget(makeRule(m_answer));
    answer->addWidget(buildProbability());
    column->addWidget(m_answer);
    column->addWidget(buildWhole());
    column->addStretch(1);
    scroll->setWidget(m_content);
    outer->addWidget(scroll);
    connect(&model, &models::MeasureModel::nodesChanged, this, &AnswerPanel::refresh);
    connect(&model, &models::MeasureModel::currentChanged, this, &AnswerPanel::refresh);
    connect(&model, &models::MeasureModel::patientChanged, this, &AnswerPanel::refresh);
    refresh();
}

QWidget* AnswerPanel::buildHead() {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_title = makeLabel({}, TextStyle::Section, TextTone::Strong, head);
    m_side = new ComboBox(QStringLiteral("nodeSideCombo"), tr("Side"), head);
    for (const auto& [side, word] : allWords<Side>())
        m_side->addItem(text::sideName(side), static_cast<int>(side));
    m_level = new ComboBox(QStringLiteral("nodeLevelCombo"), tr("Level"), head);
    m_level->addItem(tr("level?"));
    for (const auto& [level, word] : allWords<Level>())
        m_level->addItem(text::levelName(level), static_cast<int>(level));
    for (ComboBox* combo : {m_side, m_level}) {
        combo->setCompact(true);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(4);
        combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    auto* report =
        new Button(QStringLiteral("reportButton"), tr("Report"), ButtonKind::Compact, head);
    report->setIcon(icon(QStringLiteral("export")));
    m_reportMenu = new QMenu(report);
    m_reportMenu->setObjectName(QStringLiteral("reportMenu"));
    connect(report, &QPushButton::clicked, this, [this, report] {
        m_reportMenu->popup(report->mapToGlobal(QPoint(0, report->height())));
    });
    row->addWidget(m_title);
    row->addWidget(m_side, 1);
    row->addWidget(m_level, 1);
    row->addWidget(report);
    connect(m_side, &QComboBox::activated, this, [this] {
        if (m_model.current() >= 0)
            m_model.setSide(m_model.current(), static_cast<Side>(m_side->currentData().toInt()));
    });
    connect(m_level, &QComboBox::activated, this, [this](int at) {
        if (m_model.current() >= 0)
            m_model.setLevel(m_model.current(),
                             at > 0
                                 ? std::optional(static_cast<Level>(m_level->currentData().toInt()))
                                 : std::nullopt);
    });
    return head;
}

QWidget* AnswerPanel::buildGrade() {
    auto* block = new QWidget(this);
    block->setObjectName(QStringLiteral("gradeBlock"));
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(
        makeLabel(tr("HNCIG grade, measured"), TextStyle::Head, TextTone::Strong, block));
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_grade = makeLabel({}, TextStyle::Figure, TextTone::Strong, block);
    m_grade->setObjectName(QStringLiteral("coreGrade"));
    m_gradeMeaning = makeWrapped({}, TextStyle::Base, TextTone::Text, block);
    m_certainty = makeLabel({}, TextStyle::Base, TextTone::Dim, block);
    row->addWidget(m_grade);
    row->addWidget(m_gradeMeaning, 1);
    row->addWidget(m_certainty);
    column->addLayout(row);
    m_trace = new QWidget(block);
    m_trace->setObjectName(QStringLiteral("gradeTrace"));
    column->addWidget(m_trace);
    return block;
}

QWidget* AnswerPanel::buildProbability() {
    auto* block = new QWidget(this);
    block->setObjectName(QStringLiteral("peneBlock"));
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("P(pENE)"), TextStyle::Head, TextTone::Strong, block));
    head->addWidget(
        makeWrapped(tr("a separate answer from the grade"), TextStyle::Note, TextTone::Dim, block),
        1, Qt::AlignVCenter);
    auto* card =
        new Button(QStringLiteral("modelCardLink"), tr("Model card"), ButtonKind::Link, block);
    head->addWidget(card);
    column->addLayout(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_pene = makeLabel({}, TextStyle::Figure, TextTone::Strong, block);
    m_pene->setObjectName(QStringLiteral("corePene"));
    m_interval = makeLabel({}, TextStyle::Base, TextTone::Dim, block);
    row->addWidget(m_pene);
    row->addWidget(m_interval, 1);
    column->addLayout(row);
    m_abstains = new AbstainsStrip({}, block);
    m_bar = new ProbabilityBar(block);
    m_odds = new OddsChart(block);
    m_peneNote = makeWrapped({}, TextStyle::Note, TextTone::Dim, block);
    m_evidence = new QWidget(block);
    m_evidence->setObjectName(QStringLiteral("evidenceRows"));
    column->addWidget(m_abstains);
    column->addWidget(m_bar);
    column->addWidget(m_odds);
    column->addWidget(m_peneNote);
    column->addWidget(m_evidence);
    connect(card, &QPushButton::clicked, this, [this] {
        m_dialogs.tell(this, tr("Model card"), text::modelCardLines().join(QLatin1Char('\n')));
    });
    return block;
}

QWidget* AnswerPanel::buildWhole() {
    auto* block = new QWidget(this);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_whole = new QWidget(block);
    m_whole->setObjectName(QStringLiteral("stagingBlock"));
    m_notes = new QWidget(block);
    m_notes->setObjectName(QStringLiteral("pitfallBlock"));
    column->addWidget(m_whole);
    column->addWidget(m_notes);
    return block;
}

}  // namespace nodewise::measure_screen
