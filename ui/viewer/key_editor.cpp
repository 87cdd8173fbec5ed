#include "ui/viewer/key_editor.h"
#include "ui/viewer/key_text.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elide_label.h"
#include "ui/widgets/wrap_label.h"
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <algorithm>
#include <utility>

namespace nodewise::viewer {

using namespace widgets;

namespace {

constexpr int kKeyWidth = 156, kAbreast = 2, kGap = 32, kBetween = 12;

}  // namespace

KeyEditor::KeyEditor(TakenKeys taken, QWidget* parent)
    : QWidget(parent)
    , m_taken(std::move(taken)) {
    setObjectName(QStringLiteral("keyEditor"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    int lines = addPart(grid, tr("On the pictures"), {KeyScope::Views}, 0);
    lines = addPart(grid, tr("For the call"), {KeyScope::Call, KeyScope::Read}, lines);
    lines = addPart(grid, tr("In Measure"), {KeyScope::Measure}, lines);
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

/// Gives the line below.
int KeyEditor::addPart(QGridLayout* grid, const QString& title, const std::vector<KeyScope>& scopes,
                       int line) {
    std::vector<ViewerCommand> commands;
    for (const ViewerCommand command : kMovableCommands)
        if (std::ranges::find(scopes, scopeOf(command)) != scopes.end())
            commands.push_back(command);
    if (line > 0)
        grid->setRowMinimumHeight(line++, kBetween);
    grid->addWidget(makeLabel(title, TextStyle::Head, TextTone::Strong, this), line++, 0);
    const int count = static_cast<int>(commands.size());
    const int lines = (count + kAbreast - 1) / kAbreast;
    for (int row = 0; row < count; ++row)
        addRow(grid, commands[static_cast<std::size_t>(row)], line + row % lines, row / lines * 3);
    return line + lines;
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
    KeyMap keys = ViewerHabits::instance().keys();
    const auto others = keys.assign(command, key);
    wait({});
    ViewerHabits::instance().setKeys(keys);
    if (others.empty())
        return;
    QStringList told{tr("%1: %2").arg(keyText(key), commandName(command))};
    for (const ViewerCommand other : others)
        //: Keys have changed places: a key and what it does now.
        told << tr("%1: %2").arg(keyText(keys.key(other)), commandName(other));
    m_note->setText(told.join(QStringLiteral(". ")) + QLatin1Char('.'));
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
