#include "ui/viewer/key_editor.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/wrap_label.h"
#include <QGridLayout>
#include <QKeyEvent>

namespace nodewise::viewer {

using namespace widgets;

KeyEditor::KeyEditor(const QList<TakenKey>& taken, QWidget* parent)
    : QWidget(parent)
    , m_taken(taken) {
    setObjectName(QStringLiteral("keyEditor"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    int line = 0;
    for (const ViewerCommand command : kMovableCommands) {
        auto* button = new Button(QStringLiteral("key_") + commandWord(command), {},
                                  ButtonKind::Compact, this);
        button->setMinimumWidth(128);
        grid->addWidget(makeLabel(commandName(command), TextStyle::Base, TextTone::Text, this),
                        line, 0);
        grid->addWidget(button, line++, 1);
        m_buttons[static_cast<int>(command)] = button;
        connect(button, &QPushButton::clicked, this, [this, command] { wait(command); });
    }
    m_note = makeWrapped({}, TextStyle::Note, TextTone::Dim, this);
    m_note->setObjectName(QStringLiteral("keyEditorNote"));
    grid->addWidget(m_note, line, 0, 1, 2);
    connect(&ViewerHabits::instance(), &ViewerHabits::changed, this, &KeyEditor::refresh);
    wait({});
}

void KeyEditor::refresh() {
    const KeyMap& keys = ViewerHabits::instance().keys();
    for (const ViewerCommand command : kMovableCommands) {
        Button* button = m_buttons[static_cast<int>(command)];
        const QString key = keyText(keys.key(command));
        button->setText(m_waiting == command ? tr("Press a key") : key);
        //: %1 is what a key does, %2 the key.
        button->setAccessibleName(tr("%1: %2").arg(commandName(command), key));
    }
}

void KeyEditor::wait(std::optional<ViewerCommand> command) {
    m_waiting = command;
    m_note->setText(command ? tr("A letter, alone or with Shift. Escape leaves the key as it is.")
                            : tr("Press a row's button, then the new key."));
    refresh();
}

void KeyEditor::reset() {
    wait({});
    ViewerHabits::instance().setKeys({});
}

void KeyEditor::take(KeyPlace key) {
    for (const TakenKey& taken : m_taken)
        if (!key.shift && taken.letter == key.letter)
            //: %1 is a key, %2 what it does, %3 the screen.
            return m_note->setText(
                tr("%1 is taken: %2 (%3). Choose another letter, or one with Shift.")
                    .arg(keyText(key), taken.meaning, taken.where));
    const ViewerCommand command = *m_waiting;
    const KeyPlace before = ViewerHabits::instance().keys().key(command);
    KeyMap keys = ViewerHabits::instance().keys();
    const auto other = keys.assign(command, key);
    wait({});
    ViewerHabits::instance().setKeys(keys);
    if (other)
        //: Two keys have changed places. %1 and %3 are keys, %2 and %4 what they do.
        m_note->setText(
            tr("%1: %2. %3: %4.")
                .arg(keyText(key), commandName(command), keyText(before), commandName(*other)));
}

void KeyEditor::keyPressEvent(QKeyEvent* event) {
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool shift = modifiers == Qt::ShiftModifier;
    if (!m_waiting || (modifiers != Qt::NoModifier && !shift))
        return QWidget::keyPressEvent(event);
    event->accept();
    if (event->key() == Qt::Key_Escape)
        return wait({});
    if (const auto letter = letterOfKey(*event))
        take({*letter, shift});
}

}  // namespace nodewise::viewer
