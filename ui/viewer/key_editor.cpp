#include "ui/viewer/key_editor.h"
#include "ui/viewer/key_text.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elide_label.h"
#include "ui/widgets/wrap_label.h"
#include <QGridLayout>
#include <QKeyEvent>
#include <utility>

namespace nodewise::viewer {

using namespace widgets;

namespace {

constexpr int kKeyWidth = 156, kAbreast = 2, kGap = 32;

}  // namespace

KeyEditor::KeyEditor(TakenKeys taken, QWidget* parent)
    : QWidget(parent)
    , m_taken(std::move(taken)) {
    setObjectName(QStringLiteral("keyEditor"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    const int lines = (static_cast<int>(kMovableCommands.size()) + kAbreast - 1) / kAbreast;
    for (int row = 0; row < static_cast<int>(kMovableCommands.size()); ++row)
        addRow(grid, kMovableCommands[static_cast<std::size_t>(row)], row % lines, row / lines * 3);
    for (int column = 0; column < kAbreast * 3; ++column)
        grid->setColumnStretch(column, column % 3 == 0 ? 1 : 0);
    for (int column = 2; column < kAbreast * 3 - 1; column += 3)
        grid->setColumnMinimumWidth(column, kGap);
    m_note = makeWrapped({}, TextStyle::Note, TextTone::Dim, this);
    m_note->setObjectName(QStringLiteral("keyEditorNote"));
    grid->addWidget(m_note, lines, 0, 1, kAbreast * 3);
    connect(&ViewerHabits::instance(), &ViewerHabits::changed, this, &KeyEditor::refresh);
    wait({});
}

void KeyEditor::addRow(QGridLayout* grid, ViewerCommand command, int line, int column) {
    auto* button =
        new Button(QStringLiteral("key_") + commandWord(command), {}, ButtonKind::Compact, this);
    button->setFixedWidth(kKeyWidth);
    button->installEventFilter(this);
    auto* name = new ElideLabel(TextStyle::Base, TextTone::Text, this);
    name->setElideMode(Qt::ElideRight);
    name->setText(commandName(command));
    grid->addWidget(name, line, column);
    grid->addWidget(button, line, column + 1);
    m_buttons[static_cast<int>(command)] = button;
    connect(button, &QPushButton::clicked, this, [this, command] { wait(command); });
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
    m_note->setText(command ? tr("Any key, alone or with Shift or Ctrl. Escape leaves it as it is, "
                                 "Backspace takes it away.")
                            : tr("Press a row's button, then the new key."));
    refresh();
}

void KeyEditor::reset() {
    wait({});
    ViewerHabits::instance().setKeys({});
}

void KeyEditor::take(KeyPlace key) {
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

bool KeyEditor::eventFilter(QObject* object, QEvent* event) {
    if (!m_waiting ||
        (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(object, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        keyPressEvent(static_cast<QKeyEvent*>(event));
    return true;
}

void KeyEditor::keyPressEvent(QKeyEvent* event) {
    if (!m_waiting)
        return QWidget::keyPressEvent(event);
    event->accept();
    if (event->key() == Qt::Key_Escape)
        return wait({});
    if (event->key() == Qt::Key_Backspace)
        return take({});
    const auto key = keyPlaceOf(*event);
    if (!key)
        return;
    if (const auto taken = m_taken ? m_taken(*event) : std::nullopt)
        //: %1 is a key, %2 what it does, %3 the screen.
        return m_note->setText(
            tr("%1 is taken: %2 (%3). Choose another key, or one with Shift or Ctrl.")
                .arg(keyText(*key), taken->meaning, taken->where));
    take(*key);
}

}  // namespace nodewise::viewer
