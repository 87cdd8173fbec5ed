#include "ui/feedback/marks_panel.h"
#include "casepack/remedy_card.h"
#include "evidence/support.h"
#include "ui/feedback/evidence_row.h"
#include "ui/remedies/remedy_card_view.h"
#include "ui/remedies/teaching_view.h"
#include "ui/text/evidence_text.h"
#include "ui/text/feedback_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace nodewise::feedback_screen {

using models::GradedCall;
using namespace widgets;

namespace {

constexpr int kSide = 16;

text::FeedbackSource sourceOf(const GradedCall& graded) {
    return {graded.answer, graded.truth, graded.feedback,
            graded.measured ? &*graded.measured : nullptr};
}

MarkKind kindOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Agrees:
        return MarkKind::Agrees;
    case Verdict::Close:
        return MarkKind::Close;
    case Verdict::Differs:
        break;
    }
    return MarkKind::Differs;
}

QLabel* wrapped(const QString& text, TextStyle style, TextTone tone, QWidget* parent) {
    QLabel* label = makeLabel(text, style, tone, parent);
    label->setWordWrap(true);
    return label;
}

/// A word in a thin frame.
class Tag final : public QLabel {
public:
    explicit Tag(QWidget* parent)
        : QLabel(parent) {
        setFont(textFont(TextStyle::Small));
        setTone(this, TextTone::Dim);
        setContentsMargins(6, 0, 6, 0);
        setFixedHeight(18);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Theme::of(this).line);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.end();
        QLabel::paintEvent(event);
    }
};

/// A head of columns, at the places of the columns below.
QWidget* columnHead(const QList<QPair<int, QString>>& columns, QWidget* parent) {
    auto* head = new QWidget(parent);
    head->setFixedHeight(28);
    for (const auto& [left, name] : columns) {
        QLabel* label = makeLabel(name, TextStyle::Small, TextTone::Dim, head);
        label->setGeometry(left, 6, 110, 16);
    }
    return head;
}

}  // namespace

MarksPanel::MarksPanel(QWidget* parent)
    : QFrame(parent) {
    setObjectName(QStringLiteral("marksPanel"));
    setProperty("surface", QStringLiteral("panel"));
    setAccessibleName(tr("Marks"));
    setFixedWidth(456);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("marksScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content = new QWidget(scroll);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(0);
    column->addWidget(buildMarks());
    column->addWidget(buildRule());
    for (QWidget** section : {&m_teaching, &m_evidence, &m_pathology, &m_tnm, &m_cards}) {
        *section = new QWidget(m_content);
        column->addWidget(*section);
    }
    column->addStretch(1);
    scroll->setWidget(m_content);
    outer->addWidget(scroll);
}

QWidget* MarksPanel::buildMarks() {
    auto* section = new QWidget(m_content);
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(kSide, 0, kSide, 0);
    column->setSpacing(0);
    column->addWidget(columnHead({{MarkColumns::kName, tr("Six marks")},
                                  {MarkColumns::kYou, tr("You")},
                                  {MarkColumns::kReference, tr("Reference")}},
                                 section));
    for (const auto& [mark, spelling] : allWords<Mark>()) {
        auto* row = new MarkRow(section);
        row->setObjectName(
            QStringLiteral("mark_") +
            QString::fromLatin1(spelling.data(), static_cast<qsizetype>(spelling.size())));
        m_rows[static_cast<std::size_t>(mark)] = row;
        column->addWidget(row);
    }
    return section;
}

QWidget* MarksPanel::buildRule() {
    auto* block = new QFrame(m_content);
    block->setObjectName(QStringLiteral("rule"));
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(kSide, 12, kSide, 12);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Rule"), TextStyle::Head, TextTone::Strong, block));
    m_ruleTag = new Tag(block);
    m_ruleTag->setObjectName(QStringLiteral("ruleTag"));
    head->addWidget(m_ruleTag);
    head->addStretch(1);
    m_traceButton = new Button(QStringLiteral("traceButton"), tr("Trace"), ButtonKind::Link, block);
    m_traceButton->setCheckable(true);
    head->addWidget(m_traceButton);
    column->addLayout(head);
    m_ruleSentence = wrapped({}, TextStyle::Base, TextTone::Text, block);
    m_ruleNote = wrapped({}, TextStyle::Note, TextTone::Dim, block);
    m_trace = wrapped({}, TextStyle::Note, TextTone::Text, block);
    m_ruleSentence->setObjectName(QStringLiteral("ruleSentence"));
    m_trace->setObjectName(QStringLiteral("ruleTrace"));
    m_trace->hide();
    column->addWidget(m_ruleSentence);
    column->addWidget(m_ruleNote);
    column->addWidget(m_trace);
    connect(m_traceButton, &QPushButton::toggled, m_trace, &QLabel::setVisible);
    return block;
}

void MarksPanel::setGraded(const GradedCall& graded) {
    showMarks(graded);
    showRule(graded);
    showTeaching(graded);
    showEvidence(graded);
    showPathology(graded);
    showTnm(graded);
    showCards(graded);
}

void MarksPanel::showMarks(const GradedCall& graded) {
    const auto source = sourceOf(graded);
    for (const auto& [mark, spelling] : allWords<Mark>()) {
        MarkContents contents;
        contents.name = text::markName(mark);
        if (mark != Mark::NCategory) {
            const text::MarkText row = text::markText(mark, source);
            contents.kind = kindOf(graded.feedback.mark(mark).verdict);
            contents.you = row.you;
            contents.reference = row.reference;
            contents.sentence = row.sentence;
        } else if (graded.nMark && !graded.tnm.empty()) {
            const auto own =
                std::find_if(graded.tnm.begin(), graded.tnm.end(),
                             [&](const auto& tnm) { return tnm.edition == graded.record.edition; });
            const text::MarkText row =
                text::nMarkText(*graded.nMark, own == graded.tnm.end() ? graded.tnm[0] : *own);
            contents.kind = kindOf(graded.nMark->verdict);
            contents.you = row.you;
            contents.reference = row.reference;
            contents.sentence = row.sentence;
        } else {
            contents.you = contents.reference = QStringLiteral("–");
            contents.word = graded.caseAnswer ? tr("not given") : tr("later");
            contents.sentence = graded.caseAnswer ? tr("No N category was given.")
                                                  : tr("Compared with the last node of the case.");
        }
        if (contents.kind)
            contents.word =
                text::verdictName(mark == Mark::NCategory ? graded.nMark->verdict
                                                          : graded.feedback.mark(mark).verdict);
        m_rows[static_cast<std::size_t>(mark)]->setContents(contents);
    }
}

void MarksPanel::showRule(const GradedCall& graded) {
    const text::RuleText rule = text::ruleText(sourceOf(graded));
    m_ruleTag->setText(rule.tag);
    m_ruleSentence->setText(rule.sentence);
    QStringList notes{rule.note, text::consequenceSentence(graded.truth.grade)};
    notes.removeAll(QString());
    m_ruleNote->setText(notes.join(QLatin1Char(' ')));
    m_ruleNote->setVisible(!notes.isEmpty());
    m_trace->setText(rule.trace.join(QLatin1Char('\n')));
    m_traceButton->setChecked(false);
    m_traceButton->setVisible(!rule.trace.isEmpty());
}

QVBoxLayout* MarksPanel::refill(QWidget* section) const {
    qDeleteAll(section->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete section->layout();
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(kSide, 8, kSide, 0);
    column->setSpacing(0);
    return column;
}

void MarksPanel::showEvidence(const GradedCall& graded) {
    QVBoxLayout* column = refill(m_evidence);
    m_evidence->setVisible(!graded.feedback.evidence.empty());
    auto* head = columnHead({{EvidenceColumns::kSens, tr("sens")},
                             {EvidenceColumns::kSpec, tr("spec")},
                             {EvidenceColumns::kPlot, tr("LR+")},
                             {EvidenceColumns::kSource, tr("source")}},
                            m_evidence);
    makeLabel(tr("Evidence"), TextStyle::Head, TextTone::Strong, head)->setGeometry(0, 4, 150, 20);
    column->addWidget(head);
    bool intervals = false;
    for (const evidence::Likelihood& row : graded.feedback.evidence) {
        column->addWidget(new EvidenceRow(row, m_evidence));
        intervals = intervals || row.lrPositive.low.has_value();
    }
    const QString note =
        intervals ? tr("Target: ENE at pathology. Open square, dotted line: our estimate.")
                  : tr("Target: ENE at pathology. Open square: our estimate. No intervals are "
                       "published.");
    column->addWidget(wrapped(note, TextStyle::Small, TextTone::Dim, m_evidence));
    addSupport(column);
    column->addSpacing(8);
    column->addWidget(makeRule(m_evidence));
}

/// Ultrasound and PET, apart from the evidence: shares without a ratio, and why.
void MarksPanel::addSupport(QVBoxLayout* column) {
    column->addSpacing(6);
    for (const evidence::Likelihood& row : evidence::supportRows())
        column->addWidget(new EvidenceRow(row, m_evidence, EvidenceRow::Use::Support));
    column->addWidget(wrapped(tr("Ultrasound and PET tell metastasis from normal. A high SUV alone "
                                 "is no evidence of ENE."),
                              TextStyle::Small, TextTone::Dim, m_evidence));
}

/// Imaging and pathology are two truths: the second stands apart from the marks.
void MarksPanel::showPathology(const GradedCall& graded) {
    QVBoxLayout* column = refill(m_pathology);
    const QString sentence = text::pathologySentence(sourceOf(graded));
    m_pathology->setVisible(!sentence.isEmpty());
    QLabel* label = wrapped(sentence, TextStyle::Note, TextTone::Text, m_pathology);
    label->setObjectName(QStringLiteral("pathologySentence"));
    column->addWidget(label);
    column->addSpacing(8);
    column->addWidget(makeRule(m_pathology));
}

void MarksPanel::showTnm(const GradedCall& graded) {
    QVBoxLayout* column = refill(m_tnm);
    m_tnm->setVisible(!graded.tnm.empty());
    if (graded.tnm.empty())
        return;
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    QStringList categories, notes;
    for (auto tnm = graded.tnm.rbegin(); tnm != graded.tnm.rend(); ++tnm) {
        const QString category =
            QString::fromStdString(staging::bareCategory(tnm->reference.category));
        row->addWidget(
            makeLabel(text::editionName(tnm->edition), TextStyle::Base, TextTone::Dim, m_tnm));
        row->addWidget(makeLabel(category, TextStyle::Head, TextTone::Strong, m_tnm));
        row->addSpacing(10);
        categories << category;
        for (const auto& note : tnm->reference.notes)
            notes << text::stagingNoteSentence(note);
    }
    row->addStretch(1);
    const bool same = categories.first() == categories.last();
    row->addWidget(
        makeLabel(same ? tr("the same in both editions") : tr("the editions differ here"),
                  TextStyle::Note, TextTone::Dim, m_tnm));
    column->addLayout(row);
    if (const QString change = text::tnmChangeSentence(graded.tnm); !change.isEmpty()) {
        QLabel* label = wrapped(change, TextStyle::Note, TextTone::Text, m_tnm);
        label->setObjectName(QStringLiteral("tnmChange"));
        column->addWidget(label);
    }
    notes.removeDuplicates();
    notes.removeAll(QString());
    if (!notes.isEmpty())
        column->addWidget(wrapped(notes.mid(0, 2).join(QLatin1Char(' ')), TextStyle::Small,
                                  TextTone::Dim, m_tnm));
    column->addSpacing(8);
    column->addWidget(makeRule(m_tnm));
}

/// What the author of the case says, with the last node: it speaks of all of them.
void MarksPanel::showTeaching(const GradedCall& graded) {
    QVBoxLayout* column = refill(m_teaching);
    m_teaching->setVisible(graded.teaching.has_value());
    if (!graded.teaching)
        return;
    column->addWidget(new remedies::TeachingView(*graded.teaching, m_pictures, m_teaching));
    column->addWidget(makeRule(m_teaching));
}

void MarksPanel::showCards(const GradedCall& graded) {
    QVBoxLayout* column = refill(m_cards);
    QList<TraineeError> shown;
    for (const auto& error : graded.errors) {
        if (shown.contains(error.code) || shown.size() == 3)
            continue;
        shown << error.code;
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        auto* icon = new QLabel(m_cards);
        icon->setPixmap(widgets::icon(QStringLiteral("book-card"), IconTone::Plain).pixmap(20, 20));
        row->addWidget(icon, 0, Qt::AlignTop);
        const auto code = word(error.code);
        //: %1 is a code such as E05, %2 what happened, %3 what to do next time.
        auto* card = wrapped(
            tr("Card %1: %2. %3")
                .arg(QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size())),
                     text::traineeErrorTitle(error.code), text::traineeErrorRemedy(error.code)),
            TextStyle::Note, TextTone::Text, m_cards);
        card->setObjectName(QStringLiteral("card_") +
                            QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size())));
        row->addWidget(card, 1);
        column->addLayout(row);
        if (const casepack::RemedyCard* remedy = casepack::remedyCard(code))
            column->addWidget(
                new remedies::RemedyCardView(*remedy, m_pictures, m_cards, tr("Read the card")));
        column->addSpacing(8);
    }
    m_cards->setVisible(!shown.isEmpty());
}

}  // namespace nodewise::feedback_screen
