// The rows of the call panel, from top to foot.
#include "ui/models/reading_draft.h"
#include "ui/read/call_foot.h"
#include "ui/read/call_panel.h"
#include "ui/read/size_field.h"
#include "ui/text/term_text.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/probability_scale.h"
#include "ui/widgets/reason_toggle.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/type_scale.h"
#include <QAbstractItemView>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace nodewise::read {

using namespace widgets;

namespace {

/// One segment a word.
template <class T, class Name>
std::vector<Segment> segmentsOf(Name name) {
    std::vector<Segment> segments;
    for (const auto& [term, spelling] : allWords<T>()) {
        Segment segment;
        segment.id = QString::fromLatin1(spelling.data(), static_cast<qsizetype>(spelling.size()));
        segment.word = name(term);
        segments.push_back(segment);
    }
    return segments;
}

std::vector<Segment> gradeSegments() {
    std::vector<Segment> segments;
    for (const auto& [grade, spelling] : allWords<Grade>())
        segments.push_back(
            {text::gradeName(grade), text::gradeName(grade), {}, text::gradeWord(grade)});
    return segments;
}

/// Rows of one question stand closer to each other than to the next question.
QVBoxLayout* addBlock(QVBoxLayout* column, int spacing) {
    auto* block = new QVBoxLayout;
    block->setContentsMargins(0, 0, 0, 0);
    block->setSpacing(spacing);
    column->addLayout(block);
    return block;
}

QHBoxLayout* labelRow(QVBoxLayout* column, QLabel* label) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addStretch(1);
    column->addLayout(row);
    return row;
}

}  // namespace

CallPanel::CallPanel(models::ReadingModel& model, QWidget* parent)
    : QFrame(parent)
    , m_model(model) {
    setObjectName(QStringLiteral("callPanel"));
    setAccessibleName(tr("Call"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("callScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_questions = new QWidget(scroll);
    m_column = new QVBoxLayout(m_questions);
    buildHead(m_column);
    buildPathology(m_column);
    buildFeatures(m_column);
    buildAlso(m_column);
    buildSize(m_column);
    buildCase(m_column);
    m_column->addStretch(1);
    scroll->setWidget(m_questions);
    outer->addWidget(scroll, 1);
    outer->addWidget(makeRule(this));
    m_foot = new CallFoot(model, this);
    outer->addWidget(m_foot);
    connect(&m_model, &models::ReadingModel::caseChanged, this, &CallPanel::showCase);
    connect(&m_model, &models::ReadingModel::currentNodeChanged, this, &CallPanel::showNode);
    connect(&m_model, &models::ReadingModel::draftChanged, this, &CallPanel::showDraft);
    connect(&m_model, &models::ReadingModel::stateChanged, this, &CallPanel::showState);
    connect(&viewer::ViewerHabits::instance(), &viewer::ViewerHabits::changed, this,
            &CallPanel::showKeys);
    showKeys();
    setCompact(false);
    showCase();
}

/// The key beside each answer, as the person has set it.
void CallPanel::showKeys() {
    using C = viewer::ViewerCommand;
    for (const auto& [choice, question] :
         {std::pair{m_margin, CallQuestion::Margin}, std::pair{m_fat, CallQuestion::Fat},
          std::pair{m_contact, CallQuestion::Contact}}) {
        const QStringList keys = printedKeys(question);
        for (int n = 0; n < std::min(choice->count(), static_cast<int>(keys.size())); ++n)
            choice->setSegmentKey(n, keys[n]);
    }
    constexpr std::array also{CallQuestion::Coalescence, CallQuestion::Necrosis,
                              CallQuestion::Cystic, CallQuestion::Hilum};
    for (std::size_t n = 0; n < also.size(); ++n)
        m_also[n]->setTrailing(printedKeys(also[n]).value(0));
    m_grade->setHint(viewer::gradeKeys());
    m_probability->setKeyHint(viewer::keysOf({C::ProbabilityLess, C::ProbabilityMore}));
    m_sizeKey->setText(viewer::keysOf({C::PairTool}));
}

SegmentedChoice* CallPanel::addChoice(QVBoxLayout* column, const QString& name,
                                      const QString& label) {
    auto* choice = new SegmentedChoice(m_questions);
    choice->setObjectName(name);
    choice->setLabel(label);
    column->addWidget(choice);
    return choice;
}

void CallPanel::watchReason(ReasonToggle* toggle, std::vector<Feature> features) {
    connect(toggle, &QToolButton::clicked, this, [this, features = std::move(features)](bool on) {
        change([&](NodeCall& call) {
            for (const Feature feature : features)
                models::setReason(call, feature, on);
        });
    });
}

void CallPanel::buildHead(QVBoxLayout* column) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    m_title = makeLabel({}, TextStyle::Section, TextTone::Strong, m_questions);
    m_title->setObjectName(QStringLiteral("nodeTitle"));
    m_level = new ComboBox(QStringLiteral("levelCombo"), tr("Side and level"), m_questions);
    m_level->setCompact(true);
    // The list is as wide as its longest level, the closed box only as its own.
    m_level->setFixedWidth(112);
    m_level->view()->setMinimumWidth(200);
    m_level->setMaxVisibleItems(16);
    row->addWidget(m_title, 1);
    row->addWidget(m_level);
    column->addLayout(row);
    m_probability = new ProbabilityScale(m_questions);
    m_probability->setObjectName(QStringLiteral("probabilityScale"));
    m_probability->setLabel(tr("ENE probability"));
    auto* scale = new QHBoxLayout;
    scale->setContentsMargins(0, 0, 0, 0);
    scale->addWidget(m_probability);
    column->addLayout(scale);
    m_grade = addChoice(column, QStringLiteral("gradeChoice"), tr("iENE grade"));
    m_grade->setSegments(gradeSegments());
    connect(m_level, &QComboBox::activated, this, &CallPanel::takeLevel);
    connect(m_probability, &ProbabilityScale::probabilityChanged, this, [this] {
        change([&](NodeCall& call) { call.probability = m_probability->probability(); });
    });
    connect(m_grade, &SegmentedChoice::chosenChanged, this, &CallPanel::takeFeatures);
}

/// The second question of a case with a pathology truth: another target, never mixed with the
/// first.
void CallPanel::buildPathology(QVBoxLayout* column) {
    m_pathology = new ProbabilityScale(m_questions);
    m_pathology->setObjectName(QStringLiteral("pathologyScale"));
    m_pathology->setLabel(tr("Pathology would show ENE"));
    m_pathology->setKeyHint({});
    m_pathology->hide();
    column->addWidget(m_pathology);
    connect(m_pathology, &ProbabilityScale::probabilityChanged, this, [this] {
        change([&](NodeCall& call) { call.peneProbability = m_pathology->probability(); });
    });
}

void CallPanel::buildFeatures(QVBoxLayout* column) {
    m_margin = addChoice(column, QStringLiteral("marginChoice"), tr("Margin"));
    m_margin->setSegments(segmentsOf<Margin>(text::marginName));
    m_fat = addChoice(column, QStringLiteral("fatChoice"), tr("Perinodal fat"));
    m_fat->setSegments(segmentsOf<PerinodalFat>(text::fatName));
    QVBoxLayout* contact = addBlock(column, 4);
    m_contact = addChoice(contact, QStringLiteral("contactChoice"), tr("Adjacent structure"));
    m_contact->setSegments(segmentsOf<Adjacency>(text::adjacencyName));
    watchReason(m_margin->addReasonToggle(), {Feature::Margin});
    watchReason(m_fat->addReasonToggle(), {Feature::Fat});
    watchReason(m_contact->addReasonToggle(), {Feature::Adjacent});
    m_structure =
        new ComboBox(QStringLiteral("structureCombo"), tr("Which structure"), m_questions);
    m_structure->setCompact(true);
    m_structure->setPlaceholderText(tr("Which structure"));
    m_structure->setMaxVisibleItems(18);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_structure);
    contact->addLayout(row);
    connect(m_margin, &SegmentedChoice::chosenChanged, this, &CallPanel::takeFeatures);
    connect(m_fat, &SegmentedChoice::chosenChanged, this, &CallPanel::takeFeatures);
    connect(m_contact, &SegmentedChoice::chosenChanged, this, &CallPanel::takeContact);
    connect(m_structure, &QComboBox::activated, this, &CallPanel::takeContact);
}

void CallPanel::buildAlso(QVBoxLayout* column) {
    auto* label = makeLabel(tr("Also present"), TextStyle::Note, TextTone::Dim, m_questions);
    m_alsoReason = new ReasonToggle(m_questions);
    m_alsoReason->setObjectName(QStringLiteral("alsoReason"));
    m_alsoReason->setQuestion(tr("Also present"));
    QVBoxLayout* block = addBlock(column, 2);
    labelRow(block, label)->addWidget(m_alsoReason);
    watchReason(m_alsoReason,
                {Feature::Coalescence, Feature::Necrosis, Feature::Cystic, Feature::Hilum});
    const std::array rows{std::pair{QStringLiteral("coalescenceCheck"), Feature::Coalescence},
                          std::pair{QStringLiteral("necrosisCheck"), Feature::Necrosis},
                          std::pair{QStringLiteral("cysticCheck"), Feature::Cystic},
                          std::pair{QStringLiteral("hilumCheck"), Feature::Hilum}};
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& [name, what] = rows[i];
        m_also[i] = new CheckRow(name, text::featureName(what), m_questions);
        grid->addWidget(m_also[i], static_cast<int>(i / 2), static_cast<int>(i % 2));
        connect(m_also[i], &QCheckBox::clicked, this, &CallPanel::takeAlso);
    }
    block->addLayout(grid);
}

void CallPanel::buildSize(QVBoxLayout* column) {
    auto* label = makeLabel(tr("Size"), TextStyle::Note, TextTone::Dim, m_questions);
    m_sizeKey = makeLabel({}, TextStyle::Small, TextTone::Dim, m_questions);
    m_sizeReason = new ReasonToggle(m_questions);
    m_sizeReason->setObjectName(QStringLiteral("sizeReason"));
    m_sizeReason->setQuestion(tr("Size"));
    QVBoxLayout* block = addBlock(column, 4);
    auto* head = labelRow(block, label);
    head->insertWidget(1, m_sizeKey);
    head->addWidget(m_sizeReason);
    watchReason(m_sizeReason, {Feature::Size});
    m_short =
        new SizeField(QStringLiteral("shortField"), tr("Short axis, mm"), tr("Short"), m_questions);
    m_long =
        new SizeField(QStringLiteral("longField"), tr("Long axis, mm"), tr("Long"), m_questions);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_short);
    row->addWidget(m_long);
    block->addLayout(row);
    connect(m_short, &SizeField::millimetresChanged, this, &CallPanel::takeSizes);
    connect(m_long, &SizeField::millimetresChanged, this, &CallPanel::takeSizes);
}

void CallPanel::buildCase(QVBoxLayout* column) {
    column->addSpacing(4);
    column->addWidget(makeRule(m_questions));
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    auto* label = makeLabel(tr("N category"), TextStyle::Note, TextTone::Dim, m_questions);
    m_nCategory = new ComboBox(QStringLiteral("nCategoryCombo"), tr("N category"), m_questions);
    m_nCategory->setFixedWidth(88);
    m_nCategory->setPlaceholderText(QStringLiteral("–"));
    m_quality = new SegmentedChoice(m_questions);
    m_quality->setObjectName(QStringLiteral("qualityChoice"));
    m_quality->setLabel(tr("Image quality"));
    m_quality->setSegments(segmentsOf<ImageQuality>(text::qualityName));
    auto* left = new QVBoxLayout;
    left->setSpacing(4);
    left->addWidget(label);
    left->addWidget(m_nCategory);
    left->addStretch(1);
    grid->addLayout(left, 0, 0);
    grid->addWidget(m_quality, 0, 1);
    column->addLayout(grid);
    m_nextStepLabel =
        makeLabel(tr("Next step, in your words"), TextStyle::Note, TextTone::Dim, m_questions);
    m_nextStep = new QLineEdit(m_questions);
    m_nextStep->setObjectName(QStringLiteral("nextStepField"));
    m_nextStep->setAccessibleName(m_nextStepLabel->text());
    m_nextStep->setMaxLength(200);
    auto* next = new QVBoxLayout;
    next->setContentsMargins(0, 0, 0, 0);
    next->setSpacing(4);
    next->addWidget(m_nextStepLabel);
    next->addWidget(m_nextStep);
    column->addLayout(next);
    connect(m_nCategory, &QComboBox::activated, this, &CallPanel::takeCaseAnswer);
    connect(m_quality, &SegmentedChoice::chosenChanged, this, &CallPanel::takeCaseAnswer);
    connect(m_nextStep, &QLineEdit::textEdited, this, &CallPanel::takeCaseAnswer);
}

}  // namespace nodewise::read
