#include "ui/read/call_panel.h"
#include "ui/models/reading_draft.h"
#include "ui/read/call_foot.h"
#include "ui/read/size_field.h"
#include "ui/text/term_text.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/probability_scale.h"
#include "ui/widgets/reason_toggle.h"
#include "ui/widgets/segmented_choice.h"
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace nodewise::read {

using models::ReadingModel;
using namespace widgets;

namespace {

template <class T>
std::optional<int> indexOf(const std::optional<T>& answer) {
    return answer ? std::optional(static_cast<int>(*answer)) : std::nullopt;
}

template <class T>
std::optional<T> answerOf(const SegmentedChoice* choice) {
    return choice->chosen() ? std::optional(static_cast<T>(*choice->chosen())) : std::nullopt;
}

/// Sides and levels in one number, for the combo box.
int levelCode(Side side, Level level) {
    return static_cast<int>(side) * 100 + static_cast<int>(level);
}

bool isCoarse(Level level) {
    return level >= Level::I;
}

}  // namespace

QWidget* CallPanel::firstControl() const {
    return m_probability;
}

void CallPanel::setCompact(bool compact) {
    m_compact = compact;
    for (SegmentedChoice* choice : {m_grade, m_margin, m_fat, m_contact, m_quality})
        choice->setCompact(compact);
    m_probability->setCompact(compact);
    m_pathology->setCompact(compact);
    m_nCategory->setCompact(compact);
    m_nCategory->setFixedHeight(compact ? 28 : 32);
    m_short->setCompact(compact);
    m_long->setCompact(compact);
    m_foot->setCompact(compact);
    m_column->setContentsMargins(16, 10, 16, 8);
    m_column->setSpacing(compact ? 8 : 12);
    showDraft();
}

void CallPanel::change(const std::function<void(NodeCall&)>& how) {
    if (m_showing)
        return;
    NodeCall call = m_model.draft();
    how(call);
    m_model.setDraft(call);
    // What was refused or tidied away is shown as it is now.
    showDraft();
}

// ---- from the model ----------------------------------------------------------------------------

void CallPanel::showCase() {
    m_nCategory->clear();
    for (const std::string& category : m_model.nCategories())
        m_nCategory->addItem(QString::fromStdString(category));
    const auto& opened = m_model.openedCase();
    m_pathology->setVisible(opened && opened->record.asksPathology);
    showNode();
    showState();
}

void CallPanel::showNode() {
    m_title->setText(tr("Node %1").arg(m_model.currentNode() + 1));
    fillLevels();
    fillStructures();
    showDraft();
}

void CallPanel::fillLevels() {
    m_level->clear();
    const auto rows = m_model.nodes();
    if (rows.empty())
        return;
    const auto& asked = rows[static_cast<std::size_t>(m_model.currentNode())].asked;
    for (const Side side :
         {asked.side, asked.side == Side::Left ? Side::Right : Side::Left, Side::Midline}) {
        for (const auto& [level, spelling] : allWords<Level>())
            if (!isCoarse(level) && m_level->findData(levelCode(side, level)) < 0)
                m_level->addItem(text::sideLevelTitle(side, level), levelCode(side, level));
    }
    if (m_level->findData(levelCode(asked.side, asked.level)) < 0)
        m_level->insertItem(0, text::sideLevelTitle(asked.side, asked.level),
                            levelCode(asked.side, asked.level));
}

void CallPanel::fillStructures() {
    m_structure->clear();
    const auto rows = m_model.nodes();
    if (rows.empty())
        return;
    const Side side = rows[static_cast<std::size_t>(m_model.currentNode())].asked.side;
    for (const std::string& code : text::structureChoices(side))
        m_structure->addItem(text::structureName(code), QString::fromStdString(code));
}

void CallPanel::showDraft() {
    m_showing = true;
    const NodeCall call = m_model.draft();
    const auto rows = m_model.nodes();
    if (!rows.empty()) {
        const auto& asked = rows[static_cast<std::size_t>(m_model.currentNode())].asked;
        m_level->setCurrentIndex(m_level->findData(
            levelCode(call.side.value_or(asked.side), call.level.value_or(asked.level))));
    }
    // Setting an equal value would end the typing of a second digit.
    if (m_probability->probability() != call.probability)
        m_probability->setProbability(call.probability);
    if (m_pathology->probability() != call.peneProbability)
        m_pathology->setProbability(call.peneProbability);
    m_grade->setChosen(indexOf(call.grade));
    m_margin->setChosen(indexOf(call.margin));
    m_fat->setChosen(indexOf(call.fat));
    m_contact->setChosen(call.contact ? std::optional(static_cast<int>(call.contact->kind))
                                      : std::nullopt);
    const bool touches = call.contact && call.contact->kind != Adjacency::None;
    m_structure->setEnabled(touches && m_model.canEdit());
    m_structure->setCurrentIndex(
        touches ? m_structure->findData(QString::fromStdString(call.contact->structure)) : -1);
    const std::array present{call.coalescence, call.necrosis, call.cystic, call.hilum};
    for (std::size_t i = 0; i < m_also.size(); ++i)
        m_also[i]->setChecked(present[i].value_or(false));
    m_short->setMillimetres(call.shortAxisMm);
    m_long->setMillimetres(call.longAxisMm);
    showReasons(call);
    const auto answer = m_model.caseAnswer();
    m_nCategory->setCurrentIndex(m_nCategory->findText(QString::fromStdString(answer.nCategory)));
    m_quality->setChosen(indexOf(answer.quality));
    const QString nextStep = QString::fromStdString(answer.nextStep);
    if (m_nextStep->text() != nextStep)
        m_nextStep->setText(nextStep);
    const int open = static_cast<int>(rows.size()) - m_model.calledCount();
    m_nextStepLabel->setVisible(!m_compact || open <= 1);
    m_nextStep->setVisible(!m_compact || open <= 1);
    m_showing = false;
}

void CallPanel::showReasons(const NodeCall& call) {
    m_margin->reasonToggle()->setChecked(models::isReason(call, Feature::Margin));
    m_fat->reasonToggle()->setChecked(models::isReason(call, Feature::Fat));
    m_contact->reasonToggle()->setChecked(models::isReason(call, Feature::Adjacent));
    bool anyPresent = false, anyReason = false;
    for (const Feature feature :
         {Feature::Coalescence, Feature::Necrosis, Feature::Cystic, Feature::Hilum}) {
        anyPresent = anyPresent || models::isAnswered(call, feature);
        anyReason = anyReason || models::isReason(call, feature);
    }
    m_alsoReason->setEnabled(anyPresent && m_model.canEdit());
    m_alsoReason->setChecked(anyReason);
    m_sizeReason->setEnabled(models::isAnswered(call, Feature::Size) && m_model.canEdit());
    m_sizeReason->setChecked(models::isReason(call, Feature::Size));
    const auto gaps = m_model.gaps();
    const bool order = std::find(gaps.begin(), gaps.end(), text::CallGap::AxisOrder) != gaps.end();
    const bool range = std::find(gaps.begin(), gaps.end(), text::CallGap::AxisRange) != gaps.end();
    for (SizeField* field : {m_short, m_long})
        if (!field->hasFocus() || field->millimetres())
            field->setInvalid((order || range) && field->millimetres().has_value());
}

void CallPanel::showState() {
    const bool editing = m_model.canEdit();
    for (QWidget* control : {static_cast<QWidget*>(m_level), static_cast<QWidget*>(m_probability),
                             static_cast<QWidget*>(m_pathology), static_cast<QWidget*>(m_grade),
                             static_cast<QWidget*>(m_margin), static_cast<QWidget*>(m_fat),
                             static_cast<QWidget*>(m_contact), static_cast<QWidget*>(m_quality),
                             static_cast<QWidget*>(m_nCategory), static_cast<QWidget*>(m_short),
                             static_cast<QWidget*>(m_long), static_cast<QWidget*>(m_nextStep)})
        control->setEnabled(editing);
    for (CheckRow* check : m_also)
        check->setEnabled(editing);
    showDraft();
}

// ---- to the model ------------------------------------------------------------------------------

void CallPanel::takeLevel() {
    const int code = m_level->currentData().toInt();
    change([&](NodeCall& call) {
        call.side = static_cast<Side>(code / 100);
        call.level = static_cast<Level>(code % 100);
    });
}

void CallPanel::takeFeatures() {
    change([&](NodeCall& call) {
        call.grade = answerOf<Grade>(m_grade);
        call.margin = answerOf<Margin>(m_margin);
        call.fat = answerOf<PerinodalFat>(m_fat);
    });
}

void CallPanel::takeContact() {
    const auto kind = answerOf<Adjacency>(m_contact);
    change([&](NodeCall& call) {
        if (!kind) {
            call.contact.reset();
            return;
        }
        call.contact = AdjacencyCall{*kind, m_structure->currentData().toString().toStdString()};
    });
}

void CallPanel::takeAlso() {
    // The one pin of this row stands for all that is ticked: a further tick joins it.
    const bool carried = m_alsoReason->isChecked();
    const auto said = [](const CheckRow* check, const std::optional<bool>& before) {
        // Never touched stays "not said"; ticked and taken back is "no".
        return check->isChecked() || before ? std::optional(check->isChecked()) : std::nullopt;
    };
    change([&](NodeCall& call) {
        call.coalescence = said(m_also[0], call.coalescence);
        call.necrosis = said(m_also[1], call.necrosis);
        call.cystic = said(m_also[2], call.cystic);
        call.hilum = said(m_also[3], call.hilum);
        for (const Feature feature :
             {Feature::Coalescence, Feature::Necrosis, Feature::Cystic, Feature::Hilum})
            models::setReason(call, feature, carried);
    });
}

void CallPanel::takeSizes() {
    change([&](NodeCall& call) {
        call.shortAxisMm = m_short->millimetres();
        call.longAxisMm = m_long->millimetres();
    });
}

void CallPanel::takeCaseAnswer() {
    if (m_showing)
        return;
    session::CaseAnswer answer = m_model.caseAnswer();
    answer.nCategory = m_nCategory->currentText().toStdString();
    answer.quality = answerOf<ImageQuality>(m_quality);
    answer.nextStep = m_nextStep->text().toStdString();
    m_model.setCaseAnswer(answer);
}

void CallPanel::answer(const CallKey& key) {
    switch (key.question) {
    case CallQuestion::Margin:
        return m_margin->press(key.value);
    case CallQuestion::Fat:
        return m_fat->press(key.value);
    case CallQuestion::Contact:
        return m_contact->press(key.value);
    case CallQuestion::Grade:
        return m_grade->press(key.value);
    case CallQuestion::Coalescence:
        return m_also[0]->click();
    case CallQuestion::Necrosis:
        return m_also[1]->click();
    case CallQuestion::Cystic:
        return m_also[2]->click();
    case CallQuestion::Hilum:
        return m_also[3]->click();
    case CallQuestion::Probability:
        if (m_probability->isEnabled())
            m_probability->step(key.value);
        return;
    case CallQuestion::NextNode:
    case CallQuestion::Commit:
    case CallQuestion::Sheet:
        return;
    }
}

}  // namespace nodewise::read
