#include "ui/today/first_start_page.h"
#include "ui/widgets/action_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/picture_view.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStyle>

namespace nodewise::today {

using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

FirstStartPage::FirstStartPage(models::TodayModel& model, models::Thumbnails& thumbnails,
                               QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_thumbnails(thumbnails)
    , m_picture(new widgets::PictureView(tr("A slice of the first case"), 0, this)) {
    setObjectName(QStringLiteral("firstStartPage"));
    m_picture->setObjectName(QStringLiteral("firstStartPicture"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(64, 24, 64, 24);
    column->setSpacing(0);
    buildColumn(column);
    row->addWidget(left);
    row->addWidget(m_picture, 1);
    left->setFixedWidth(696);
    left->setObjectName(QStringLiteral("firstStartColumn"));
    connect(&model, &models::TodayModel::changed, this, &FirstStartPage::refresh);
    connect(&thumbnails, &models::Thumbnails::ready, this, &FirstStartPage::refresh);
    refresh();
}

void FirstStartPage::buildColumn(QVBoxLayout* column) {
    column->addStretch(3);
    column->addWidget(
        makeLabel(tr("Three nodes to start with"), TextStyle::Figure, TextTone::Strong, this));
    column->addSpacing(12);
    //: Extranodal extension: growth of tumour beyond the capsule of a lymph node.
    auto* lead = widgets::makeWrapped(
        tr("Look, say how likely extranodal extension is, then see the place, the "
           "measurement and the rule. The cases are built in and synthetic: "
           "nothing to import."),
        TextStyle::Base, TextTone::Text, this);
    lead->setMaximumWidth(440);  // Three lines that end together.
    column->addWidget(lead);
    column->addSpacing(24);
    m_start = new widgets::Button(QStringLiteral("startButton"), tr("Start: first three nodes"),
                                  widgets::ButtonKind::Start, this);
    m_start->setKeyHint(tr("Enter"));
    m_start->setMinimumWidth(304);
    m_start->setDefault(true);
    column->addWidget(m_start, 0, Qt::AlignLeft);
    column->addSpacing(8);
    m_startNote = makeLabel({}, TextStyle::Note, TextTone::Dim, this);
    column->addWidget(m_startNote);
    column->addSpacing(40);
    auto* pack = new widgets::ActionRow(QStringLiteral("openPackRow"), 56, this);
    pack->setIconName(QStringLiteral("cases"));
    pack->setTexts(tr("Open a case pack"), tr("a .nwpack file from your department"));
    pack->setKey(tr("Ctrl O"));
    auto* import = new widgets::ActionRow(QStringLiteral("importRow"), 56, this);
    import->setIconName(QStringLiteral("import"));
    import->setTexts(tr("Import a DICOM folder"),
                     tr("also a zip or a DICOMDIR, or drop it anywhere"));
    import->setKey(tr("Ctrl I"));
    column->addWidget(pack);
    column->addWidget(import);
    column->addWidget(widgets::makeRule(this));
    column->addSpacing(32);
    buildFields(column);
    column->addStretch(4);
    column->addWidget(widgets::makeWrapped(
        tr("Teaching and research. Not a medical device; not for diagnosis or treatment."),
        TextStyle::Note, TextTone::Dim, this));
    connect(m_start, &QPushButton::clicked, this, &FirstStartPage::start);
    connect(pack, &QAbstractButton::clicked, this, &FirstStartPage::openPackRequested);
    connect(import, &QAbstractButton::clicked, this, &FirstStartPage::importRequested);
}

void FirstStartPage::buildFields(QVBoxLayout* column) {
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("nameField"));
    m_name->setAccessibleName(tr("Your name, optional"));
    m_name->setMaxLength(60);
    m_exam = new QLineEdit(this);
    m_exam->setObjectName(QStringLiteral("examField"));
    m_exam->setAccessibleName(tr("Exam date, optional"));
    //: The form in which a date is typed, as in 2027-02-17.
    m_exam->setPlaceholderText(tr("year-month-day"));
    m_exam->setFixedWidth(160);
    m_name->setText(m_model.learner().name());
    m_exam->setText(m_model.learner().examDate());
    auto* fields = new QHBoxLayout;
    fields->setSpacing(16);
    const auto field = [&](const QString& label, QLineEdit* edit, int stretch) {
        auto* box = new QVBoxLayout;
        box->setSpacing(4);
        auto* text = makeLabel(label, TextStyle::Note, TextTone::Dim, this);
        text->setBuddy(edit);
        box->addWidget(text);
        box->addWidget(edit);
        fields->addLayout(box, stretch);
    };
    field(tr("Your name, optional"), m_name, 1);
    field(tr("Exam date, optional"), m_exam, 0);
    column->addLayout(fields);
    m_examProblem = widgets::makeWrapped({}, TextStyle::Note, TextTone::Text, this);
    m_examProblem->setObjectName(QStringLiteral("examProblem"));
    m_examProblem->hide();
    column->addWidget(m_examProblem);
    column->addSpacing(32);
    m_missing = widgets::makeWrapped({}, TextStyle::Note, TextTone::Dim, this);
    column->addWidget(m_missing);
    connect(m_name, &QLineEdit::editingFinished, this, &FirstStartPage::keepName);
    connect(m_name, &QLineEdit::returnPressed, this, &FirstStartPage::start);
    connect(m_exam, &QLineEdit::editingFinished, this, &FirstStartPage::keepExam);
}

void FirstStartPage::refresh() {
    const auto card = m_model.nextCard();
    m_start->setEnabled(card && card->entry);
    m_startNote->setText(card && card->entry ? tr("About 4 minutes. You can stop after any node.")
                                             : tr("The built-in cases are being made ready."));
    const QString missing = m_model.missingFigures();
    m_missing->setText(missing + QLatin1Char(' ') + tr("Everything stays on this computer."));
    if (card && card->entry && isVisible())
        m_picture->setPicture(m_thumbnails.opening(*card->entry));
}

void FirstStartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void FirstStartPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // The text keeps 696; on small windows the picture gives way first, then the margins.
    auto* left = findChild<QWidget*>(QStringLiteral("firstStartColumn"));
    const int margin = width() < 1300 ? 40 : 64;
    left->setFixedWidth(520 + 2 * margin + (width() < 1300 ? 0 : 48));
    left->layout()->setContentsMargins(margin, 24, width() < 1300 ? margin : margin + 48, 24);
}

void FirstStartPage::start() {
    keepName();
    keepExam();
    const auto card = m_model.nextCard();
    if (card && card->entry)
        Q_EMIT openCaseRequested(card->where);
}

void FirstStartPage::keepName() {
    // A name that cannot be kept costs nothing: it is asked again in the settings.
    (void)m_model.learner().setName(m_name->text());
}

void FirstStartPage::keepExam() {
    const auto kept = m_model.learner().setExamDate(m_exam->text());
    m_examProblem->setText(kept ? QString()
                                : tr("This is no date. Write year-month-day, as in 2027-02-17."));
    m_examProblem->setVisible(!kept);
    m_exam->setProperty("invalid", !kept);
    m_exam->style()->unpolish(m_exam);
    m_exam->style()->polish(m_exam);
}

}  // namespace nodewise::today
