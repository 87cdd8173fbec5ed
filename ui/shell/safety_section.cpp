#include "ui/shell/safety_section.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/strips.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>

namespace nodewise::shell {

using widgets::ButtonKind;
using widgets::makeWrapped;
using widgets::TextStyle;
using widgets::TextTone;

SafetySection::SafetySection(models::Safekeeping& safekeeping, models::Learner& learner,
                             widgets::DialogService& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_safekeeping(safekeeping)
    , m_learner(learner)
    , m_dialogs(dialogs)
    , m_warning(new widgets::AbstainsStrip({}, this)) {
    setObjectName(QStringLiteral("safetySection"));
    m_warning->setObjectName(QStringLiteral("cloudWarning"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_warning);
    buildCopies(column);
    buildPin(column);
    connect(&safekeeping, &models::Safekeeping::changed, this, &SafetySection::refresh);
    connect(&learner, &models::Learner::changed, this, &SafetySection::refresh);
    refresh();
}

void SafetySection::buildCopies(QVBoxLayout* column) {
    m_standing = makeWrapped({}, TextStyle::Base, TextTone::Text, this);
    column->addWidget(m_standing);
    m_copies =
        new widgets::ComboBox(QStringLiteral("copiesBox"), tr("Copies of your progress"), this);
    m_restore = new widgets::Button(QStringLiteral("restoreButton"), tr("Put this copy back"),
                                    ButtonKind::Plain, this);
    m_copy = new widgets::Button(QStringLiteral("copyNowButton"), tr("Copy now"), ButtonKind::Plain,
                                 this);
    column->addWidget(m_copies);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_restore);
    row->addWidget(m_copy);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_restore, &QPushButton::clicked, this, &SafetySection::askRestore);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (const auto kept = m_safekeeping.keepCopy(); !kept)
            Q_EMIT problem(kept.error());
    });
}

void SafetySection::buildPin(QVBoxLayout* column) {
    column->addSpacing(8);
    m_pinNote = makeWrapped({}, TextStyle::Base, TextTone::Text, this);
    column->addWidget(m_pinNote);
    m_pin =
        new widgets::Button(QStringLiteral("pinButton"), tr("Set a PIN"), ButtonKind::Plain, this);
    m_noPin = new widgets::Button(QStringLiteral("removePinButton"), tr("Take the PIN away"),
                                  ButtonKind::Plain, this);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_pin);
    row->addWidget(m_noPin);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_pin, &QPushButton::clicked, this, &SafetySection::askPin);
    connect(m_noPin, &QPushButton::clicked, this, &SafetySection::removePin);
}

void SafetySection::refresh() {
    m_warning->setSentence(m_safekeeping.warning());
    m_rows = m_safekeeping.copies();
    m_copies->clear();
    for (const auto& row : m_rows)
        m_copies->addItem(tr("%1, %2").arg(row.title, row.detail));
    m_copies->setVisible(!m_rows.empty());
    m_restore->setVisible(!m_rows.empty());
    m_standing->setText(
        m_rows.empty()
            ? tr("There is no copy of your progress yet; one is made at each start and end.")
            : tr("A copy of your progress is made at each start and end: the last 10, one a day "
                 "for 10 days, one a month for 12 months."));
    const bool pin = m_learner.hasPin();
    m_pin->setText(pin ? tr("Change the PIN") : tr("Set a PIN"));
    m_noPin->setVisible(pin);
    m_pinNote->setText(
        pin ? tr("This profile opens with its PIN. The PIN encrypts nothing.")
            : tr("A PIN keeps colleagues out of your profile by mistake. It encrypts nothing."));
}

void SafetySection::askRestore() {
    const int at = m_copies->currentIndex();
    if (at < 0 || at >= static_cast<int>(m_rows.size()))
        return;
    const auto row = m_rows[static_cast<std::size_t>(at)];
    const widgets::Question question{
        tr("Put back the copy of %1").arg(row.title),
        tr("What was called after it goes; the present file is kept beside it. The window closes "
           "and opens again."),
        tr("Put back"),
        {}};
    if (m_dialogs.ask(window(), question) == widgets::Answer::Primary)
        m_safekeeping.restore(row.file);
}

void SafetySection::askPin() {
    if (m_learner.hasPin()) {
        const auto old = m_dialogs.askSecret(window(), tr("Change the PIN"), tr("Present PIN"));
        if (!old)
            return;
        if (!m_learner.pinFits(*old))
            return tellMisfit();
    }
    const auto pin =
        m_dialogs.askSecret(window(), tr("Set a PIN"), tr("New PIN, 4 to 12 characters"));
    if (!pin || pin->isEmpty())
        return;
    if (const auto kept = m_learner.setPin(*pin); !kept)
        m_dialogs.tell(window(), tr("The PIN was not kept"), tr("A PIN has 4 to 12 characters."));
}

void SafetySection::removePin() {
    const auto old = m_dialogs.askSecret(window(), tr("Take the PIN away"), tr("Present PIN"));
    if (!old)
        return;
    if (!m_learner.pinFits(*old))
        return tellMisfit();
    if (const auto kept = m_learner.setPin({}); !kept)
        Q_EMIT problem(kept.error());
}

void SafetySection::tellMisfit() {
    m_dialogs.tell(window(), tr("The PIN does not fit"), tr("The PIN stays as it was."));
}

}  // namespace nodewise::shell
